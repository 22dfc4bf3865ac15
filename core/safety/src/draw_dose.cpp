// How long: dose, spacing, warm-up cap, gentle cap, pace, holds, groups and the time budget.

#include <algorithm>

#include "envelope_parts.hpp"

namespace unknot::safety {

using knowledge::GoalKind;
using knowledge::MuscleIndex;
using knowledge::Number;
using knowledge::RuleCode;
using knowledge::Unit;
using model::Change;
using model::StopReason;

namespace {

constexpr std::int32_t seconds_per_minute = 60;

struct Used {
  std::int32_t seconds = 0;
  std::int32_t times = 0;
};

/// What the history says of one area and side; of several entries the largest counts.
Used used_on(const Drawing& d, knowledge::PlaceIndex area, model::SideIndex side) {
  Used used;
  for (const auto& h : d.request.history) {
    if (h.area != area || !model::counts_at(d.pack, area, h.side, side)) continue;
    used.seconds = std::max(used.seconds, h.seconds_6h);
    used.times = std::max(used.times, h.times_24h);
  }
  return used;
}

/// What every area with this muscle has had, added up.
Used used_by(const Drawing& d, MuscleIndex muscle, model::SideIndex side) {
  Used sum;
  for (std::size_t a = 0; a < d.envelope.areas.size(); ++a) {
    const auto& muscles = d.pack.places[a].muscles;
    if (std::find(muscles.begin(), muscles.end(), muscle) == muscles.end()) continue;
    const Used used = used_on(d, {static_cast<std::uint16_t>(a)}, side);
    sum.seconds += used.seconds;
    sum.times += used.times;
  }
  return sum;
}

std::int32_t session_cap(const Drawing& d) {
  std::int32_t cap =
      on(RuleCode::dose_range) ? d.number(Number::dose_max_seconds) : no_limit_seconds;
  if (on(RuleCode::warm_up_cap) && d.request.goal == GoalKind::warm_up) {
    cap = std::min(cap, d.number(Number::warm_up_max_seconds));
  }
  if (d.envelope.gentle) cap = std::min(cap, d.number(Number::gentle_seconds_max));
  return cap;
}

void draw_muscles(const Drawing& d) {
  const std::int32_t cap = session_cap(d);
  const std::int32_t dose_max = d.number(Number::dose_max_seconds);
  for (std::size_t m = 0; m < d.envelope.muscle_seconds.size(); ++m) {
    for (model::SideIndex s = 0; s < model::side_count; ++s) {
      std::int32_t& left = d.envelope.muscle_seconds[m][s];
      left = cap;
      if (!on(RuleCode::spacing)) continue;
      const Used used = used_by(d, {static_cast<std::uint16_t>(m)}, s);
      if (used.seconds > 0) left = std::min(left, std::max(dose_max - used.seconds, 0));
      if (used.times >= d.number(Number::spacing_max_times)) left = 0;
    }
  }
}

void draw_areas(const Drawing& d) {
  for (std::size_t a = 0; a < d.envelope.areas.size(); ++a) {
    for (model::SideIndex s = 0; s < model::side_count; ++s) {
      SideLimits& limits = d.envelope.areas[a][s];
      limits.seconds = no_limit_seconds;
      for (const MuscleIndex muscle : d.pack.places[a].muscles) {
        limits.seconds = std::min(limits.seconds, d.envelope.muscle_seconds[muscle.value][s]);
      }
      if (limits.seconds < d.envelope.dose_min) {
        limits.bars.push_back({.rule = RuleCode::spacing,
                               .asked = model::quantity(limits.seconds, Unit::second),
                               .limit = model::quantity(d.envelope.dose_min, Unit::second)});
      }
    }
  }
}

}  // namespace

void draw_doses(const Drawing& d) {
  Envelope& e = d.envelope;
  const bool fresh = d.request.person.experience == model::Experience::fresh;
  e.dose_min = on(RuleCode::dose_range) ? d.number(Number::dose_min_seconds) : 1;
  e.hold_max = on(RuleCode::spot_hold) ? d.number(Number::hold_max_seconds) : no_limit_seconds;
  e.hold_rest = on(RuleCode::spot_hold) ? d.number(Number::rest_seconds) : 0;
  const Number pace_min = fresh ? Number::pace_new_min_seconds : Number::pace_min_seconds;
  e.pace_min = on(RuleCode::pace) ? d.number(pace_min) : 1;
  e.pace_max = on(RuleCode::pace) ? d.number(Number::pace_max_seconds) : no_limit_seconds;
  draw_muscles(d);
  draw_areas(d);
}

void draw_budget(const Drawing& d) {
  Envelope& e = d.envelope;
  const bool groups = on(RuleCode::groups);
  constexpr std::int32_t any = 1000;
  e.max_areas = groups ? d.number(Number::max_areas) : any;
  e.max_tools = groups ? d.number(Number::max_tools) : any;
  constexpr std::int32_t any_minutes = 600;
  std::int32_t minutes = on(RuleCode::budget)
                             ? std::min(d.request.minutes, d.number(Number::budget_max_minutes))
                             : any_minutes;
  const auto& starts = d.request.starts_in_minutes;
  if (on(RuleCode::warm_up_cap) && starts) {
    const std::int32_t until = *starts - d.number(Number::warm_up_gap_minutes);
    if (until <= 0) {
      d.stop({.reason = StopReason::budget,
              .rule = RuleCode::warm_up_cap,
              .asked = model::quantity(*starts, Unit::minute),
              .limit = model::quantity(d.number(Number::warm_up_gap_minutes), Unit::minute),
              .would_change = {Change::start_earlier}});
    }
    minutes = std::min(minutes, std::max(until, 0));
  }
  e.budget_seconds = minutes * seconds_per_minute;
}

}  // namespace unknot::safety
