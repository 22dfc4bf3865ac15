// The words people read: no promise the evidence does not carry, no slot left open, no phrase
// missing.

#include <algorithm>
#include <set>

#include "checks.hpp"
#include "each_text.hpp"
#include "slots.hpp"
#include "unknot/base/text.hpp"
#include "unknot/knowledge/phrases.hpp"

namespace unknot::kbc {

namespace {

/// Lower-case words with one space around each; signs other than hyphens stand as words of their
/// own, so that no phrase reaches across them.
std::string spaced_words(std::string_view text) {
  std::string words = " ";
  for (const char c : base::lower_ascii(text)) {
    const bool letter = (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    const bool gap = c == ' ' || c == '-' || c == '\n';
    if (letter) {
      words += c;
    } else if (words.back() != ' ') {
      words += ' ';
    }
    if (!letter && !gap) words += ", ";
  }
  return words + ' ';
}

/// The words of one language that promise too much.
class Promises {
 public:
  explicit Promises(const LanguageRow& language) {
    for (const auto& word : language.banned) banned_.emplace_back(spaced_words(word.value));
    for (const auto& term : language.banned_except) except_.push_back(spaced_words(term.value));
  }

  /// The first of them in `text`; empty: there is none.
  [[nodiscard]] std::string in(std::string_view text) const {
    auto words = spaced_words(text);
    for (const auto& term : except_) {
      for (auto at = words.find(term); at != std::string::npos; at = words.find(term)) {
        words.replace(at, term.size(), " , ");
      }
    }
    for (const auto& word : banned_) {
      if (words.find(word) != std::string::npos) return word.substr(1, word.size() - 2);
    }
    return {};
  }

 private:
  std::vector<std::string> banned_, except_;
};

const knowledge::PhraseSpec* find_spec(std::string_view key) {
  for (const auto& spec : knowledge::phrase_specs) {
    if (spec.key == key) return &spec;
  }
  return nullptr;
}

std::vector<std::string_view> phrase_keys() {
  std::vector<std::string_view> keys;
  for (const auto& spec : knowledge::phrase_specs) keys.push_back(spec.key);
  return keys;
}

void check_slots(const Review& review, const PhraseRow& phrase, std::string_view spec) {
  const auto known = slot_spec_of(spec);
  const auto used = slots_of(phrase.text.value);
  const auto title = say("phrase ", ticked(phrase.key.value));
  if (!used.wrong.empty()) review.complaints.add(phrase.text.where, say(title, ": ", used.wrong));
  for (const auto name : used.names) {
    if (std::ranges::find(known.allowed, name) != known.allowed.end()) continue;
    review.complaints.add(phrase.text.where, say(title, " has the unknown slot ", ticked(name),
                                                 suggestion(name, known.allowed)));
  }
  for (const auto name : known.demanded) {
    if (std::ranges::find(used.names, name) != used.names.end()) continue;
    review.complaints.add(phrase.text.where, say(title, " leaves out the slot ", ticked(name)));
  }
}

void check_phrases_of(const Review& review, const LanguageRow& language) {
  std::vector<std::string_view> present;
  for (const auto& phrase : language.phrases) {
    present.push_back(phrase.key.value);
    const auto* spec = find_spec(phrase.key.value);
    if (spec == nullptr) {
      review.complaints.add(phrase.key.where,
                            say("no code asks for the phrase ", ticked(phrase.key.value),
                                suggestion(phrase.key.value, phrase_keys())));
    } else if (phrase.text.value.empty()) {
      review.complaints.add(phrase.text.where,
                            say("phrase ", ticked(phrase.key.value), " is empty"));
    } else {
      check_slots(review, phrase, spec->slots);
    }
  }
  for (const auto key : phrase_keys()) {
    if (std::ranges::find(present, key) != present.end()) continue;
    review.complaints.add(language.where, say("language ", ticked(language.id.value),
                                              " has no phrase ", ticked(key)));
  }
}

}  // namespace

void check_banned_words(const Review& review) {
  // What quotes others is exempt, in every language.
  std::set<std::string_view> quotes;
  EachText collect([&quotes](const Str& text, Traits traits) {
    if (has(traits, exempt) && has(traits, shown)) quotes.insert(text.value);
  });
  describe_all(collect, review.tables);
  for (auto& language : review.tables.languages) {
    const Promises promises(language);
    const auto judge = [&](const Str& text) {
      const auto word = promises.in(text.value);
      if (word.empty()) return;
      review.complaints.add(
          text.where, say("the text says ", ticked(word), ", which promises more than is known"));
    };
    if (language.id.value == rows_language) {
      EachText each([&judge](const Str& text, Traits traits) {
        if (!has(traits, exempt)) judge(text);
      });
      each_row_but_languages(each, review.tables);
    }
    for (const auto* phrases : {&language.phrases, &language.set_ups, &language.sides}) {
      for (const auto& phrase : *phrases) judge(phrase.text);
    }
    for (const auto& text : language.texts) {
      if (!quotes.contains(text.key.value)) judge(text.text);
    }
  }
}

void check_stray_slots(const Review& review) {
  EachText each([&review](const Str& text, Traits traits) {
    if (has(traits, slotted) || has(traits, exempt)) return;
    if (text.value.find_first_of("{}") == std::string::npos) return;
    review.complaints.add(text.where, "the text has a {slot}, but nothing fills slots here");
  });
  describe_all(each, review.tables);
}

void check_phrases(const Review& review) {
  if (review.tables.languages.empty()) review.complaints.add({}, "there is no [[language]]");
  for (const auto& language : review.tables.languages) check_phrases_of(review, language);
}

}  // namespace unknot::kbc
