// The words people read: no promise the evidence does not carry, no slot left open, no phrase
// missing.

#include <algorithm>
#include <map>

#include "checks.hpp"
#include "slots.hpp"
#include "unknot/base/text.hpp"
#include "unknot/knowledge/phrases.hpp"

namespace unknot::kbc {

namespace {

constexpr std::string_view banned[] = {
    "heal",
    "heals",
    "healed",
    "healing",
    "break up",
    "breaks up",
    "breaking up",
    "broken up",
    "release",
    "releases",
    "released",
    "releasing",
    "cure",
    "cures",
    "cured",
    "curing",
    "prevent injury",
    "prevents injury",
    "prevent injuries",
    "prevents injuries",
    "guarantee",
    "guarantees",
    "guaranteed",
};
/// The name of the practice itself promises nothing.
constexpr std::string_view exempt_term = " self myofascial release ";

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

std::string_view banned_in(std::string_view text) {
  auto words = spaced_words(text);
  for (auto at = words.find(exempt_term); at != std::string::npos; at = words.find(exempt_term)) {
    words.replace(at, exempt_term.size(), " , ");
  }
  for (const auto word : banned) {
    if (words.find(say(" ", word, " ")) != std::string::npos) return word;
  }
  return {};
}

/// Shows every text with its traits to a function.
class EachText final : public Fields {
 public:
  using See = std::function<void(const Str&, Traits)>;
  explicit EachText(See see) : see_(std::move(see)) {}
  void text(Key, Str& field, Traits traits) override { see_(field, traits); }
  void texts(Key, Many<Str>& field, Traits traits) override {
    for (const auto& item : field) see_(item, traits);
  }

 private:
  See see_;
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

void check_language(const Review& review, const LanguageRow& language) {
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
  EachText each([&review](const Str& text, Traits traits) {
    if (has(traits, exempt)) return;
    const auto word = banned_in(text.value);
    if (word.empty()) return;
    review.complaints.add(
        text.where, say("the text says ", ticked(word), ", which promises more than is known"));
  });
  describe_all(each, review.tables);
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
  for (const auto& language : review.tables.languages) check_language(review, language);
}

}  // namespace unknot::kbc
