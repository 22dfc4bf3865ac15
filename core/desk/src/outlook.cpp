#include "unknot/desk/outlook.hpp"

#include <algorithm>

namespace unknot::desk {

using knowledge::PlaceIndex;
using model::Side;
using model::SideIndex;

namespace {

constexpr std::int64_t hour = 3600;
/// Nothing is spaced for longer than this, h.
constexpr std::size_t longest = 48;

bool spaced(const safety::SideLimits& limits) {
  return std::any_of(limits.bars.begin(), limits.bars.end(), [](const safety::Bar& bar) {
    return bar.rule == knowledge::RuleCode::spacing;
  });
}

void add_rungs(guidance::NextTime& next, const safety::SideLimits& limits) {
  if (!limits.open() || limits.seconds == 0) return;
  for (std::size_t i = 0; i < limits.ladder.size(); ++i) {
    if (limits.ladder[i].intensity == 0) continue;
    next.rungs.push_back({static_cast<std::int32_t>(i + 1), limits.ladder[i].intensity});
  }
}

}  // namespace

std::string clock_words(base::Instant at) {
  std::string text = format_instant(at);
  text[10] = ' ';
  return text.substr(0, 16);
}

Outlook::Outlook(const Known& known, std::span<const journal::Record> facts,
                 const knowledge::Pack& pack, base::Instant now)
    : known_(known),
      facts_(facts),
      pack_(pack),
      now_(now),
      left_alone_(journal::left_alone(facts, pack, now)),
      request_(request_at(now)),
      envelope_(safety::draw_envelope(request_, pack)) {
  model::Request rested = request_;
  for (auto& entry : rested.history) entry.seconds_6h = entry.times_24h = 0;
  rested_ = safety::draw_envelope(rested, pack_);
}

SideOutlook Outlook::of(PlaceIndex area, Side side) const {
  const SideIndex index = side == Side::right ? 1 : 0;
  SideOutlook out{area, side, entry_of(area, side), {}, {}, {}};
  for (const auto& one : left_alone_) {
    if (one.area == area) out.left_alone = one.until;
  }
  if (out.left_alone) out.next.left_alone = clock_words(*out.left_alone);
  const safety::SideLimits& limits = envelope_.areas[area.value][index];
  out.next.seconds_left = limits.seconds;
  out.next.seconds_full = rested_.areas[area.value][index].seconds;
  if (!spaced(limits)) {
    add_rungs(out.next, limits);
    return out;
  }
  add_rungs(out.next, rested_.areas[area.value][index]);
  out.again = again(area, index);
  out.next.again = clock_words(*out.again);
  return out;
}

model::Request Outlook::request_at(base::Instant now) const {
  model::Request request;
  request.now = now;
  request.minutes = 1;
  request.person = known_.person;
  request.tools = known_.tools;
  request.conditions = known_.conditions;
  request.red_flags = {.screened = true, .at = now};
  request.at = {knowledge::Support::floor, knowledge::Support::wall, knowledge::Support::chair,
                knowledge::Support::bed};
  request.history = journal::history(facts_, pack_, now);
  request.avoid = journal::as_avoided(journal::left_alone(facts_, pack_, now));
  return request;
}

std::optional<model::History> Outlook::entry_of(PlaceIndex area, Side side) const {
  for (const auto& entry : request_.history) {
    if (entry.area == area && (entry.side == side || side == Side::middle)) return entry;
  }
  return std::nullopt;
}

/// The first full hour at which nothing is spaced any more: asked of the rules themselves.
base::Instant Outlook::again(PlaceIndex area, SideIndex index) const {
  base::Instant then = now_;
  then.seconds -= then.seconds % hour;
  for (std::size_t i = 0; i < longest; ++i) {
    then.seconds += hour;
    if (hourly_.size() == i) hourly_.push_back(safety::draw_envelope(request_at(then), pack_));
    if (!spaced(hourly_[i].areas[area.value][index])) return then;
  }
  return then;
}

}  // namespace unknot::desk
