// What is said must rest on something, and every sentence of the article must be accounted for.

#include <algorithm>

#include "checks.hpp"
#include "numbers_of.hpp"

namespace unknot::kbc {

namespace {

/// A recalled source was checked by nobody, so a row may name it but not rest on it alone.
void check_holds(const Review& review, const Many<Str>& sources, const std::string& what) {
  const auto recalled = [&review](const Str& id) {
    const auto row = review.names.find(Space::source, id.value);
    return row && review.tables.sources[*row].verified.value == knowledge::Verified::recalled &&
           review.tables.sources[*row].verified.given();
  };
  if (sources.empty() || !std::ranges::all_of(sources, recalled)) return;
  review.complaints.add(sources.where, say(what, " rests on recalled sources only; expected one ",
                                           "that was read, computed or judged"));
}

template <class Rows>
void check_rows_hold(const Review& review, const Rows& rows, std::string_view what) {
  for (const auto& row : rows) {
    check_holds(review, row.sources, say(what, " ", ticked(row.id.value)));
  }
}

/// s01, s02, ... in the order of the article.
std::string sentence_id(std::size_t number) { return say(number < 10 ? "s0" : "s", number); }

}  // namespace

void check_sources_hold(const Review& review) {
  check_rows_hold(review, review.tables.claims, "claim");
  check_rows_hold(review, review.tables.rules, "rule");
  check_rows_hold(review, review.tables.conditions, "condition");
  check_rows_hold(review, review.tables.red_flags, "red flag");
  for (const auto& row : review.tables.emergency_numbers) {
    check_holds(review, row.sources, say("emergency number ", ticked(row.number.value)));
  }
  for_each_number(review.tables, [&review](const Str& owner, const NumberRow& row) {
    check_holds(review, row.sources,
                say("the number ", ticked(say(owner.value, ".", row.key.value))));
  });
}

void check_sentences(const Review& review) {
  const auto& sentences = review.tables.sentences;
  for (const auto& sentence : sentences) {
    const bool claims = !sentence.claims.empty();
    const bool reason = !sentence.no_claim.value.empty();
    if (claims != reason) continue;
    review.complaints.add(sentence.where,
                          say("sentence ", ticked(sentence.id.value), " has ",
                              claims ? "both `claims` and `no_claim`; expected one of them"
                                     : "neither `claims` nor `no_claim`"));
  }
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const auto wanted = sentence_id(i + 1);
    const auto same = [&wanted](const SentenceRow& row) { return row.id.value == wanted; };
    if (std::ranges::any_of(sentences, same)) continue;
    review.complaints.add({}, say("there are ", sentences.size(), " sentences but no ",
                                  ticked(wanted), "; the article's sentences count from s01"));
  }
}

}  // namespace unknot::kbc
