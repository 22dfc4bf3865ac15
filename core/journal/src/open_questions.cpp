#include <algorithm>

#include "past.hpp"
#include "unknot/journal/projections.hpp"

namespace unknot::journal {

namespace {

std::optional<OpenQuestion> question_of(const Past& past) {
  OpenQuestion out{.area = past.area, .side = past.side, .rolled = {}, .not_gone = past.open_harm};
  if (!past.sessions.empty()) out.rolled = past.sessions.back().last->at;
  const bool unasked = !past.sessions.empty() && !latest_felt(past).worst;
  return past.open_harm || unasked ? std::optional(out) : std::nullopt;
}

/// Left and right of one area that are asked about alike become one question.
bool joined(std::vector<OpenQuestion>& all, const OpenQuestion& right) {
  if (all.empty() || right.side != model::Side::right) return false;
  OpenQuestion& left = all.back();
  if (left.area != right.area || left.not_gone != right.not_gone) return false;
  left.side = model::Side::both;
  left.rolled = std::max(left.rolled, right.rolled);
  return true;
}

}  // namespace

std::vector<OpenQuestion> open_questions(std::span<const Record> records,
                                         const knowledge::Pack& pack, base::Instant now) {
  std::vector<OpenQuestion> out;
  for (const Past& past : pasts(Live(records, past_kinds), pack, now)) {
    const auto question = question_of(past);
    if (question && !joined(out, *question)) out.push_back(*question);
  }
  std::stable_partition(out.begin(), out.end(),
                        [](const OpenQuestion& q) { return q.not_gone.has_value(); });
  return out;
}

}  // namespace unknot::journal
