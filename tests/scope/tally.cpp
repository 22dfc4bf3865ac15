#include "tally.hpp"

#include <set>

#include "unknot/knowledge/phrases.hpp"

namespace unknot::scope {

using knowledge::name_of;

namespace {

constexpr std::string_view planned_word = "planned";
constexpr std::string_view left_out = "left_out ";
constexpr std::string_view refused = "refused ";
constexpr std::string_view change = "change ";
constexpr std::string_view advice = "advice ";

std::string key(std::string_view kind, std::string_view name) {
  return std::string(kind) + std::string(name);
}

template <class E>
void expect_all(std::string_view kind, std::vector<std::string>& out) {
  for (const auto& row : knowledge::EnumNames<E>::all) out.push_back(key(kind, row.name));
}

/// What can be said at all, by the words there are for it.
std::vector<std::string> possible() {
  std::vector<std::string> out{std::string(planned_word)};
  expect_all<model::StopReason>(refused, out);
  expect_all<model::Change>(change, out);
  expect_all<model::AdviceKind>(advice, out);
  for (const auto& row : knowledge::EnumNames<knowledge::RuleCode>::all) {
    const std::string words = "left_out." + std::string(row.name);
    for (const auto& phrase : knowledge::phrase_specs) {
      if (phrase.key == words) out.push_back(key(left_out, row.name));
    }
  }
  return out;
}

}  // namespace

void Tally::count(const planner::Answer& answer) {
  // Each once an answer, however often it is said there.
  std::set<std::string> said;
  for (const auto& entry : answer.left_out) said.insert(key(left_out, name_of(entry.rule)));
  for (const auto& entry : answer.advice) said.insert(key(advice, name_of(entry.kind)));
  if (answer.refusal) {
    said.insert(key(refused, name_of(answer.refusal->reason)));
    for (const auto c : answer.refusal->would_change) said.insert(key(change, name_of(c)));
  } else {
    said.insert(std::string(planned_word));
  }
  for (const auto& word : said) ++met_[word];
}

void Tally::add(const Tally& other) {
  for (const auto& [word, times] : other.met_) met_[word] += times;
}

std::size_t Tally::planned() const {
  const auto found = met_.find(std::string(planned_word));
  return found == met_.end() ? 0 : found->second;
}

std::string Tally::text() const {
  std::string out;
  for (const auto& [word, times] : met_) out += "  " + word + ": " + std::to_string(times) + '\n';
  return out;
}

std::vector<std::string> Tally::never_met() const {
  std::vector<std::string> out;
  for (auto& word : possible()) {
    if (!met_.contains(word)) out.push_back(std::move(word));
  }
  return out;
}

}  // namespace unknot::scope
