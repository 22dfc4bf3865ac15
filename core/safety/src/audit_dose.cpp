// How long: per area, per muscle and side, per hold, per pass, and against what came before.

#include <algorithm>
#include <string>

#include "audit_internal.hpp"

namespace unknot::safety::auditing {

namespace {

using knowledge::MuscleIndex;

/// One side of one area that the document rolls.
struct Spot {
  PlaceIndex area;
  SideIndex side = 0;
  std::size_t last = 0;      ///< The last step there, which brings the sums to what they are.
  std::int64_t seconds = 0;  ///< Over all steps there, read as high as the document allows.
  std::int64_t least = 0;    ///< The same from the sets alone, for the floor.
};

std::int64_t sum_of(const std::vector<std::int32_t>& sets) {
  std::int64_t sum = 0;
  for (const std::int32_t set : sets) sum += set;
  return sum;
}

Spot& spot_at(std::vector<Spot>& spots, PlaceIndex area, SideIndex side) {
  for (Spot& spot : spots) {
    if (spot.area == area && spot.side == side) return spot;
  }
  spots.push_back({.area = area, .side = side});
  return spots.back();
}

void count_step(const Step& step, SideIndex side, std::vector<Spot>& spots) {
  Spot& spot = spot_at(spots, step.own.area, side);
  spot.last = *step.own.step;
  spot.seconds += step.own.seconds;
  spot.least += sum_of(step.words->sets);
}

std::vector<Spot> spots_of(const Case& c) {
  std::vector<Spot> spots;
  for (const Step& step : c.steps) {
    for (SideIndex s = 0; s < model::side_count; ++s) {
      if (step.own.area.valid() && model::counts_for(step.own.side, s)) {
        count_step(step, s, spots);
      }
    }
  }
  return spots;
}

bool has_muscle(const knowledge::Place& area, MuscleIndex muscle) {
  return std::find(area.muscles.begin(), area.muscles.end(), muscle) != area.muscles.end();
}

/// Seconds the whole session gives to one muscle on one side.
std::int64_t given(const Case& c, const std::vector<Spot>& spots, MuscleIndex muscle,
                   SideIndex side) {
  std::int64_t sum = 0;
  for (const Spot& spot : spots) {
    if (spot.side == side && has_muscle(c.pack[spot.area], muscle)) sum += spot.seconds;
  }
  return sum;
}

/// What one muscle and side had before this session.
struct Earlier {
  std::int64_t seconds = 0;
  std::int64_t times = 0;
};

/// Entries for the same area and side repeat one another: the largest counts. Areas add up.
Earlier earlier(const Case& c, MuscleIndex muscle, SideIndex side) {
  Earlier sum;
  for (std::size_t i = 0; i < knowledge::area_count(c.pack); ++i) {
    const PlaceIndex area{static_cast<std::uint16_t>(i)};
    if (!has_muscle(c.pack[area], muscle)) continue;
    Earlier there;
    for (const auto& entry : c.request.history) {
      if (entry.area != area || !touches(c.pack, area, entry.side, side)) continue;
      there.seconds = std::max<std::int64_t>(there.seconds, entry.seconds_6h);
      there.times = std::max<std::int64_t>(there.times, entry.times_24h);
    }
    sum.seconds += there.seconds;
    sum.times += there.times;
  }
  return sum;
}

Breach about_spot(const Case& c, RuleCode rule, const Spot& spot, Measure m) {
  Candidate where;
  where.step = spot.last;
  where.side = model::side_at(spot.side);
  return about_step(rule, where, c.pack[spot.area].id, m);
}

struct Cap {
  RuleCode rule;
  std::int64_t seconds;
};

std::vector<Cap> caps_of(const Case& c) {
  std::vector<Cap> caps{{RuleCode::dose_range, c.number(Number::dose_max_seconds)}};
  if (c.request.goal == knowledge::GoalKind::warm_up) {
    caps.push_back({RuleCode::warm_up_cap, c.number(Number::warm_up_max_seconds)});
  }
  if (c.gentle) caps.push_back({*c.gentle, c.number(Number::gentle_seconds_max)});
  return caps;
}

/// The busiest muscle of the area stands for all of them.
void judge_ceilings(const Case& c, const std::vector<Spot>& spots, const Spot& spot,
                    Breaches& out) {
  std::int64_t most = spot.seconds;
  for (const MuscleIndex muscle : c.pack[spot.area].muscles) {
    most = std::max(most, given(c, spots, muscle, spot.side));
  }
  for (const Cap& cap : caps_of(c)) {
    if (most <= cap.seconds) continue;
    out.push_back(about_spot(c, cap.rule, spot, measure(most, cap.seconds, Unit::second)));
  }
}

void judge_floor(const Case& c, const Spot& spot, Breaches& out) {
  const std::int32_t least = c.number(Number::dose_min_seconds);
  if (spot.least >= least) return;
  out.push_back(
      about_spot(c, RuleCode::dose_range, spot, measure(spot.least, least, Unit::second)));
}

void judge_times(const Case& c, const Spot& spot, const Earlier& before, Breaches& out) {
  const std::int32_t most = c.number(Number::spacing_max_times);
  if (before.times < most) return;
  out.push_back(
      about_spot(c, RuleCode::spacing, spot, measure(before.times + 1, most, Unit::count)));
}

void judge_spacing(const Case& c, const std::vector<Spot>& spots, const Spot& spot, Breaches& out) {
  const std::int64_t floor = c.planned() ? c.number(Number::dose_min_seconds) : 0;
  for (const MuscleIndex muscle : c.pack[spot.area].muscles) {
    const Earlier before = earlier(c, muscle, spot.side);
    judge_times(c, spot, before, out);
    if (before.seconds == 0) continue;
    const std::int64_t left = c.number(Number::dose_max_seconds) - before.seconds;
    const std::int64_t now = given(c, spots, muscle, spot.side);
    if (left >= floor && now <= left) continue;
    const std::int64_t limit = left < floor ? 0 : left;
    out.push_back(about_spot(c, RuleCode::spacing, spot, measure(now, limit, Unit::second)));
  }
}

/// Whether the motion is a hold, as the document or as the catalogue has it.
bool is_hold(const Step& step, const Way& way) {
  if (way.technique != nullptr) return way.technique->motion == knowledge::Motion::hold;
  return step.words->motion == knowledge::name_of(knowledge::Motion::hold);
}

void judge_hold(const Case& c, const Step& step, const Way& way, Breaches& out) {
  if (!is_hold(step, way)) return;
  const std::int32_t most = c.number(Number::hold_max_seconds);
  for (const std::int32_t set : step.words->sets) {
    if (set <= most) continue;
    out.push_back(about_step(RuleCode::spot_hold, step.own,
                             way.technique != nullptr ? way.technique->id : "sets",
                             measure(set, most, Unit::second)));
  }
}

/// Holds that follow one another without a rest are one hold. What was rolled tells no rests.
void judge_rest(const Case& c, const Step& step, Breaches& out) {
  const std::int32_t least = c.number(Number::rest_seconds);
  const bool many = step.words->sets.size() > 1;
  if (!is_hold(step, step.own.way) || !many || step.words->rest_seconds >= least) return;
  out.push_back(about_step(RuleCode::spot_hold, step.own, "rest_seconds",
                           measure(step.words->rest_seconds, least, Unit::second)));
}

}  // namespace

bool exhausted(const Case& c, PlaceIndex area, SideIndex side) {
  const std::int64_t full = c.number(Number::dose_max_seconds);
  for (const MuscleIndex muscle : c.pack[area].muscles) {
    const Earlier before = earlier(c, muscle, side);
    if (before.times >= c.number(Number::spacing_max_times)) return true;
    if (full - before.seconds < c.number(Number::dose_min_seconds)) return true;
  }
  return false;
}

void judge_holds(const Case& c, const Step& step, Breaches& out) {
  judge_hold(c, step, step.own.way, out);
  if (!c.planned()) return;
  judge_rest(c, step, out);
  for (const auto& words : step.words->alternatives) {
    judge_hold(c, step, alternative_of(c, step, words).way, out);
  }
}

void judge_pace(const Case& c, const Step& step, Breaches& out) {
  const auto& pace = step.words->seconds_per_pass;
  const bool hold = is_hold(step, step.own.way);
  if (hold && !pace) return;
  const bool fresh = c.request.person.experience == model::Experience::fresh;
  const std::int32_t least = std::max(c.number(Number::pace_min_seconds),
                                      fresh ? c.number(Number::pace_new_min_seconds) : 0);
  const std::int32_t most = c.number(Number::pace_max_seconds);
  if (!hold && pace && *pace >= least && *pace <= most) return;
  Measure m;
  if (!hold && pace) m = measure(*pace, *pace < least ? least : most, Unit::second);
  out.push_back(about_step(RuleCode::pace, step.own, "seconds_per_pass", m));
}

void judge_doses(const Case& c, Breaches& out) {
  const std::vector<Spot> spots = spots_of(c);
  for (const Spot& spot : spots) {
    judge_ceilings(c, spots, spot, out);
    judge_spacing(c, spots, spot, out);
    if (c.planned()) judge_floor(c, spot, out);
  }
}

namespace {

bool one_sided(const Case& c, PlaceIndex at, model::Side side) {
  if (!at.valid()) return false;
  return touches(c.pack, at, side, 0) != touches(c.pack, at, side, 1);
}

}  // namespace

bool said_of_one_side(const Case& c) {
  const model::Request& r = c.request;
  const auto here = [&](const auto& entry) { return one_sided(c, entry.at, entry.side); };
  return std::any_of(r.feel.begin(), r.feel.end(), here) ||
         std::any_of(r.want.begin(), r.want.end(), here) ||
         std::any_of(r.avoid.begin(), r.avoid.end(), here) ||
         std::any_of(r.conditions.begin(), r.conditions.end(),
                     [&](const model::ConditionEntry& entry) {
                       const auto* effects = effects_of(c.pack, entry);
                       return effects != nullptr && effects->bar_at && here(entry);
                     }) ||
         std::any_of(r.history.begin(), r.history.end(),
                     [&](const model::History& h) { return one_sided(c, h.area, h.side); });
}

void judge_sides(const Case& c, Breaches& out) {
  if (said_of_one_side(c)) return;
  const std::vector<Spot> spots = spots_of(c);
  for (const Spot& spot : spots) {
    std::int64_t other = 0;
    for (const Spot& twin : spots) {
      if (twin.area == spot.area && twin.side != spot.side) other = twin.seconds;
    }
    if (other >= spot.seconds) continue;
    out.push_back(
        about_spot(c, RuleCode::equal_sides, spot, measure(spot.seconds, other, Unit::second)));
  }
}

}  // namespace unknot::safety::auditing
