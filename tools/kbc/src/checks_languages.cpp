// A language is whole: words for every text that people read or hear, a short spoken set-up for
// every technique that fits the time there is, names for both sides of every area, numbers.

#include <algorithm>
#include <map>
#include <set>

#include "checks.hpp"
#include "each_text.hpp"
#include "slots.hpp"
#include "spoken.hpp"
#include "words.hpp"

namespace unknot::kbc {

namespace {

constexpr std::size_t number_words_wanted = 100;

/// English texts that need words, each with where it stands first.
std::map<std::string_view, Where> shown_texts(Tables& tables) {
  std::map<std::string_view, Where> texts;
  EachText each([&texts](const Str& text, Traits traits) {
    if (has(traits, shown) && !text.value.empty()) texts.emplace(text.value, text.where);
  });
  each_row_but_languages(each, tables);
  return texts;
}

/// Complains of keys that are missing, unknown or twice.
template <class Rows, class KeyOf>
void check_keys(const Review& review, const LanguageRow& language, const Rows& rows, KeyOf key_of,
                const std::set<std::string>& wanted, std::string_view what) {
  if (rows.empty() && !wanted.empty()) {
    review.complaints.add(language.where, say("language ", ticked(language.id.value),
                                              " has no words for any ", what));
    return;
  }
  std::set<std::string_view> present;
  for (const auto& row : rows) {
    const Str& key = key_of(row);
    if (!wanted.contains(key.value)) {
      review.complaints.add(key.where, say("there is no ", what, " ", ticked(key.value)));
    } else if (!present.insert(key.value).second) {
      review.complaints.add(key.where,
                            say("a second time words for the ", what, " ", ticked(key.value)));
    }
  }
  for (const auto& key : wanted) {
    if (present.contains(key)) continue;
    review.complaints.add(language.where, say("language ", ticked(language.id.value),
                                              " has no words for the ", what, " ", ticked(key)));
  }
}

constexpr auto key_of_phrase = [](const PhraseRow& row) -> const Str& { return row.key; };

void check_texts(const Review& review, const LanguageRow& language,
                 const std::map<std::string_view, Where>& shown_in_rows) {
  std::set<std::string> wanted;
  if (language.id.value != rows_language) {
    for (const auto& [text, where] : shown_in_rows) wanted.emplace(text);
  }
  check_keys(review, language, language.texts, key_of_phrase, wanted, "text");
  for (const auto& row : language.texts) {
    const auto asked = slots_of(row.key.value);
    const auto used = slots_of(row.text.value);
    const std::set<std::string_view> a(asked.names.begin(), asked.names.end());
    const std::set<std::string_view> u(used.names.begin(), used.names.end());
    if (!used.wrong.empty()) review.complaints.add(row.text.where, std::string{used.wrong});
    if (a == u) continue;
    review.complaints.add(row.text.where,
                          say("the slots differ from those of ", ticked(row.key.value)));
  }
}

void check_sides(const Review& review, const LanguageRow& language) {
  std::set<std::string> wanted;
  for (const auto& place : review.tables.places) {
    if (place.kind.value != knowledge::PlaceKind::area) continue;
    const bool pair = place.sides.value == knowledge::Sides::pair;
    for (const auto* side : {"left", "right", "both", "middle"}) {
      if (pair != (std::string_view{side} == "middle")) {
        wanted.insert(say(place.id.value, ".", side));
      }
    }
  }
  check_keys(review, language, language.sides, key_of_phrase, wanted, "side");
}

void check_set_ups(const Review& review, const LanguageRow& language) {
  std::set<std::string> wanted;
  for (const auto& technique : review.tables.techniques) wanted.insert(technique.id.value);
  check_keys(review, language, language.set_ups, key_of_phrase, wanted, "set-up of technique");
}

void check_numbers(const Review& review, const LanguageRow& language) {
  if (language.number_words.size() == number_words_wanted) return;
  review.complaints.add(
      language.number_words.given() ? language.number_words.where : language.where,
      say("language ", ticked(language.id.value), " has ", language.number_words.size(),
          " number words; expected ", number_words_wanted, ", from 0 to 99"));
}

/// A place may have none; a word for two places would find neither.
void check_aliases(const Review& review, const LanguageRow& language) {
  std::set<std::string_view> places;
  for (const auto& place : review.tables.places) places.insert(place.id.value);
  std::map<std::string_view, Where> words;
  for (const auto& row : language.aliases) {
    if (!places.contains(row.place.value)) {
      review.complaints.add(row.where, say("there is no place ", ticked(row.place.value)));
    }
    for (const auto& word : row.words) {
      const auto [first, is_new] = words.emplace(word.value, word.where);
      if (is_new) continue;
      review.complaints.add(word.where, say("the alias ", ticked(word.value), " already stands at ",
                                            review.complaints.shown(first->second)));
    }
  }
}

}  // namespace

void check_languages(const Review& review) {
  const auto texts = shown_texts(review.tables);
  for (auto& language : review.tables.languages) {
    check_lines(language, review.complaints);
    check_texts(review, language, texts);
    check_sides(review, language);
    check_set_ups(review, language);
    check_numbers(review, language);
    check_aliases(review, language);
    check_spoken(review, language);
  }
}

}  // namespace unknot::kbc
