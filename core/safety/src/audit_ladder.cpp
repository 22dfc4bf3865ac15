// Soft and smooth first: how firm and how hard somebody may be rolled, by experience and by what
// is known of the place.

#include <algorithm>

#include "audit_history.hpp"

namespace unknot::safety::auditing {

namespace {

using model::Experience;

struct Rungs {
  Number rung_max;
  Number intensity_max;
};

Rungs rungs_of(Experience experience) {
  if (experience == Experience::seasoned) {
    return {Number::seasoned_rung_max, Number::seasoned_intensity_max};
  }
  if (experience == Experience::regular) {
    return {Number::regular_rung_max, Number::regular_intensity_max};
  }
  return {Number::new_rung_max, Number::new_intensity_max};
}

/// Highest intensity that experience alone allows at `rung`.
std::int32_t granted(const Case& c, std::int32_t rung, const knowledge::Variant& variant) {
  const Experience experience = c.request.person.experience;
  const Rungs rungs = rungs_of(experience);
  if (rung <= c.number(rungs.rung_max)) return c.number(rungs.intensity_max);
  if (experience == Experience::seasoned) {
    const bool lighter = variant.kind == knowledge::VariantKind::lighter;
    const bool fourth = rung == highest_rung && lighter;
    return fourth ? c.number(Number::seasoned_fourth_intensity_max) : not_at_all;
  }
  if (rung != third_rung) return not_at_all;
  return c.number(experience == Experience::regular ? Number::regular_third_intensity_max
                                                    : Number::new_third_intensity_max);
}

/// Highest intensity on one side; the least over all that is known there.
std::int32_t allowed(const Case& c, const Candidate& way, SideIndex side, std::int32_t rung) {
  const std::int32_t base = granted(c, rung, *way.way.variant);
  std::optional<std::int32_t> least;
  for (const Known& known : known_there(c, way.area, side)) {
    const std::int32_t here = std::max(base, earned(c, known, rung));
    least = std::min(least.value_or(here), here);
  }
  return least.value_or(base);
}

std::int32_t highest_allowed_rung(const Case& c, const Candidate& way, SideIndex side) {
  std::int32_t rung = highest_rung;
  while (rung > lowest_rung && allowed(c, way, side, rung) == not_at_all) --rung;
  return rung;
}

void judge_pressure(const Case& c, const Candidate& way, SideIndex side, Breaches& out) {
  const std::int32_t rung = rung_of(*way.way.tool);
  const std::int32_t intensity = intensity_of(c, way.way);
  const std::int32_t limit = allowed(c, way, side, rung);
  if (limit == not_at_all) {
    out.push_back(about_step(RuleCode::soft_first, way, way.way.tool->id,
                             measure(rung, highest_allowed_rung(c, way, side), Unit::rung)));
  } else if (intensity > limit) {
    out.push_back(about_step(RuleCode::soft_first, way, way.way.technique->id,
                             measure(intensity, limit, Unit::index)));
  }
}

/// A session too strong, or soreness too long, goes one rung back, on that area and side.
void judge_back_off(const Case& c, const Candidate& way, SideIndex side, Breaches& out) {
  const std::int32_t rung = rung_of(*way.way.tool);
  for (const Known& known : known_there(c, way.area, side)) {
    const auto cap = back_off_rung(c, known);
    if (!cap || rung <= *cap) continue;
    out.push_back(
        about_step(RuleCode::soft_first, way, way.way.tool->id, measure(rung, *cap, Unit::rung)));
  }
}

/// A mark that has gone leaves its area, and all that shares a muscle with it, one rung softer.
void judge_marks(const Case& c, const Candidate& way, SideIndex side, Breaches& out) {
  const std::int32_t rung = rung_of(*way.way.tool);
  for (std::size_t i = 0; i < knowledge::area_count(c.pack); ++i) {
    const PlaceIndex area{static_cast<std::uint16_t>(i)};
    if (area != way.area && !overlapping(c.pack, area, way.area)) continue;
    for (const Known& known : known_there(c, area, side)) {
      const auto cap = rung_after_mark(known);
      if (!cap || rung <= *cap) continue;
      out.push_back(about_step(RuleCode::after_effects, way, c.pack[area].id,
                               measure(rung, *cap, Unit::rung)));
    }
  }
}

/// Whether only the newcomer's exception for firm tools allows this here.
bool leans_on_third(const Case& c, const Candidate& way, SideIndex side) {
  const std::int32_t rung = rung_of(*way.way.tool);
  if (c.request.person.experience != Experience::fresh) return false;
  if (rung != third_rung || rung <= c.number(Number::new_rung_max)) return false;
  const std::int32_t intensity = intensity_of(c, way.way);
  const auto known = known_there(c, way.area, side);
  return known.empty() || std::any_of(known.begin(), known.end(), [&](const Known& k) {
           return earned(c, k, rung) < intensity;
         });
}

/// All that the area gets from firm tools on this side, so that two steps do not get around it.
std::int64_t third_seconds(const Case& c, const Candidate& way, SideIndex side) {
  std::int64_t sum = way.seconds;
  for (const Step& other : c.steps) {
    const Candidate& own = other.own;
    if (own.step == way.step || own.area != way.area || !own.way.known()) continue;
    if (!model::counts_for(own.side, side) || rung_of(*own.way.tool) != third_rung) continue;
    sum += own.seconds;
  }
  return sum;
}

void judge_third(const Case& c, const Candidate& way, SideIndex side, Breaches& out) {
  if (!leans_on_third(c, way, side)) return;
  const std::int64_t seconds = third_seconds(c, way, side);
  const std::int32_t most = c.number(Number::new_third_seconds_max);
  if (seconds > most) {
    out.push_back(about_step(RuleCode::soft_first, way, way.way.technique->id,
                             measure(seconds, most, Unit::second)));
  }
  const std::int32_t level = c.number(Number::new_third_level_max);
  if (!c.planned() || !way.level_high || *way.level_high <= level) return;
  out.push_back(about_step(RuleCode::soft_first, way, "level_target",
                           measure(*way.level_high, level, Unit::level)));
}

void judge_for_all(const Case& c, const Candidate& way, Breaches& out) {
  const std::int32_t intensity = intensity_of(c, way.way);
  const std::int32_t ceiling = c.number(Number::intensity_ceiling);
  if (intensity > ceiling) {
    out.push_back(about_step(RuleCode::soft_first, way, way.way.technique->id,
                             measure(intensity, ceiling, Unit::index)));
  }
  const std::int32_t rung = rung_of(*way.way.tool);
  if (!c.gentle || rung <= c.number(Number::gentle_rung_max)) return;
  const std::int32_t second = c.number(Number::gentle_second_rung_max);
  const std::int32_t light = c.number(Number::gentle_second_intensity_max);
  if (rung > second) {
    out.push_back(about_step(*c.gentle, way, way.way.tool->id, measure(rung, second, Unit::rung)));
  } else if (intensity > light) {
    out.push_back(
        about_step(*c.gentle, way, way.way.technique->id, measure(intensity, light, Unit::index)));
  }
}

}  // namespace

void judge_ladder(const Case& c, const Candidate& way, Breaches& out) {
  if (!way.way.known()) return;
  judge_for_all(c, way, out);
  if (!way.area.valid()) return;
  for (SideIndex s = 0; s < model::side_count; ++s) {
    if (!model::counts_for(way.side, s)) continue;
    judge_pressure(c, way, s, out);
    judge_back_off(c, way, s, out);
    judge_marks(c, way, s, out);
    judge_third(c, way, s, out);
  }
}

void judge_target(const Case& c, const Step& step, Breaches& out) {
  const auto& low = step.words->level_low;
  const auto& high = step.words->level_high;
  const std::int32_t most = c.number(Number::level_target_high);
  if (!low || !high || *low < 0 || *low > *high) {
    out.push_back(about_step(RuleCode::soft_first, step.own, "level_target"));
    return;
  }
  if (*high > most) {
    out.push_back(about_step(RuleCode::soft_first, step.own, "level_target",
                             measure(*high, most, Unit::level)));
  }
  const std::int32_t gentle = c.number(Number::gentle_level_max);
  if (!c.gentle || *high <= gentle) return;
  out.push_back(
      about_step(*c.gentle, step.own, "level_target", measure(*high, gentle, Unit::level)));
}

}  // namespace unknot::safety::auditing
