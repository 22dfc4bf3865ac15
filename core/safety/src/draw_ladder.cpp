// The ladder: softer before firmer before textured, earned by sessions that went well.

#include <algorithm>

#include "envelope_parts.hpp"

namespace unknot::safety {

using knowledge::Number;
using knowledge::RuleCode;
using model::AfterEffect;
using model::Experience;
using model::History;

namespace {

constexpr auto no_limit_index = static_cast<std::int32_t>(model::limits::intensity.most);

/// Limits that hold whatever the ladder says.
struct Usual {
  std::int32_t seconds;
  std::int32_t level_high;
};

Usual usual(const Drawing& d) { return {no_limit_seconds, d.number(Number::level_target_high)}; }

void open_up_to(Ladder& ladder, std::int32_t rung, std::int32_t intensity, Usual usual) {
  for (std::int32_t r = 1; r <= rung; ++r) {
    ladder[static_cast<std::size_t>(r - 1)] = {intensity, usual.seconds, usual.level_high};
  }
}

Ladder without_history(const Drawing& d) {
  Ladder ladder{};
  const Usual u = usual(d);
  const Experience experience = d.request.person.experience;
  if (experience == Experience::seasoned) {
    open_up_to(ladder, d.number(Number::seasoned_rung_max),
               d.number(Number::seasoned_intensity_max), u);
    ladder[3] = {d.number(Number::seasoned_fourth_intensity_max), u.seconds, u.level_high, true};
  } else if (experience == Experience::regular) {
    open_up_to(ladder, d.number(Number::regular_rung_max), d.number(Number::regular_intensity_max),
               u);
    ladder[2] = {d.number(Number::regular_third_intensity_max), u.seconds, u.level_high};
  } else {
    open_up_to(ladder, d.number(Number::new_rung_max), d.number(Number::new_intensity_max), u);
    ladder[2] = {d.number(Number::new_third_intensity_max),
                 std::min(u.seconds, d.number(Number::new_third_seconds_max)),
                 std::min(u.level_high, d.number(Number::new_third_level_max))};
  }
  return ladder;
}

/// Three known levels are asked for: fewer are not yet a habit.
constexpr std::size_t levels_for_a_step_up = 3;

bool levels_allow_a_step_up(const Drawing& d, const History& h) {
  std::vector<std::int32_t> known;
  for (const auto& level : h.last_levels) {
    if (!level || *level > d.number(Number::up_level_max)) return false;
    known.push_back(*level);
  }
  if (known.size() < levels_for_a_step_up) return false;
  std::sort(known.begin(), known.end());
  // Of an even number, the upper middle: the stricter reading.
  return known[known.size() / 2] <= d.number(Number::up_median_max);
}

bool must_step_back(const Drawing& d, const History& h) {
  return sore_for_long(h) || too_strong(d, h);
}

void close_above(Ladder& ladder, std::int32_t rung, RuleCode rule = RuleCode::soft_first) {
  for (auto r = static_cast<std::size_t>(std::max(rung, 1)); r < rung_count; ++r) {
    if (ladder[r].intensity > 0) ladder[r].rule = rule;
    ladder[r].intensity = 0;
  }
}

/// What one history entry opens beyond experience.
Ladder with_history(const Drawing& d, const History& h) {
  Ladder ladder = without_history(d);
  const Usual u = usual(d);
  const auto rung = static_cast<std::size_t>(h.rung);
  if (h.clean_sessions >= d.number(Number::again_clean_sessions)) {
    ladder[rung - 1] = {d.number(Number::again_intensity_max), u.seconds, u.level_high};
  }
  const bool may_step_up = h.clean_sessions >= d.number(Number::up_clean_sessions) &&
                           rung < rung_count && levels_allow_a_step_up(d, h);
  if (may_step_up) ladder[rung] = {d.number(Number::up_intensity_max), u.seconds, u.level_high};
  return ladder;
}

void narrow(Ladder& ladder, const Ladder& other) {
  for (std::size_t r = 0; r < rung_count; ++r) {
    ladder[r].intensity = std::min(ladder[r].intensity, other[r].intensity);
    ladder[r].seconds = std::min(ladder[r].seconds, other[r].seconds);
    ladder[r].level_high = std::min(ladder[r].level_high, other[r].level_high);
    ladder[r].lighter_only = ladder[r].lighter_only || other[r].lighter_only;
  }
}

/// Level by level the higher; a level that one of them does not know is not known.
void merge_levels(History& into, const History& other) {
  auto& levels = into.last_levels;
  levels.resize(std::max(levels.size(), other.last_levels.size()));
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const bool both = levels[i] && i < other.last_levels.size() && other.last_levels[i];
    levels[i] = both ? std::optional(std::max(*levels[i], *other.last_levels[i])) : std::nullopt;
  }
}

/// Field by field the stricter of two entries for one area and side.
void merge(History& into, const History& other) {
  into.rung = std::min(into.rung, other.rung);
  into.clean_sessions = std::min(into.clean_sessions, other.clean_sessions);
  merge_levels(into, other);
}

/// Each entry alone must allow a rung, and so must all of them taken together. A step back leads
/// below the lowest of them.
Ladder ladder_for(const Drawing& d, knowledge::PlaceIndex area, model::SideIndex side) {
  std::optional<History> merged;
  std::optional<Ladder> ladder;
  bool step_back = false;
  for (const History& h : d.request.history) {
    if (h.area != area || !model::counts_at(d.pack, area, h.side, side)) continue;
    const Ladder one = with_history(d, h);
    step_back = step_back || must_step_back(d, h);
    if (ladder) {
      narrow(*ladder, one);
      merge(*merged, h);
    } else {
      ladder = one;
      merged = h;
    }
  }
  if (!ladder) return without_history(d);
  narrow(*ladder, with_history(d, *merged));
  if (step_back) close_above(*ladder, merged->rung - 1);
  return *ladder;
}

/// The lowest rung that any entry tells of one area and side.
std::int32_t lowest_rung(const Drawing& d, knowledge::PlaceIndex area, model::SideIndex side) {
  auto lowest = static_cast<std::int32_t>(rung_count);
  for (const History& h : d.request.history) {
    const bool here = h.area == area && model::counts_at(d.pack, area, h.side, side);
    if (here) lowest = std::min(lowest, h.rung);
  }
  return lowest;
}

/// After a bruise, tingling or swelling that is gone: one rung lower, overlaps included.
void lower_after_harm(const Drawing& d) {
  for (const History& h : d.request.history) {
    if (!is_harm(h.after_effect)) continue;
    for (const auto side : sides_of(meant_side(d.pack, h.area, h.side))) {
      const std::int32_t most = lowest_rung(d, h.area, side) - 1;
      for (const auto area : with_overlaps(d.pack, {h.area})) {
        close_above(d.envelope.areas[area.value][side].ladder, most, RuleCode::after_effects);
      }
    }
  }
}

void make_gentle(const Drawing& d, Ladder& ladder) {
  const std::int32_t first = d.number(Number::gentle_rung_max);
  const std::int32_t second = d.number(Number::gentle_second_rung_max);
  for (std::int32_t r = 1; r <= static_cast<std::int32_t>(rung_count); ++r) {
    RungLimit& rung = ladder[static_cast<std::size_t>(r - 1)];
    rung.level_high = std::min(rung.level_high, d.number(Number::gentle_level_max));
    if (r <= first) continue;
    const std::int32_t most =
        r <= second ? d.number(Number::gentle_second_intensity_max) : std::int32_t{0};
    if (most < rung.intensity) rung.rule = d.envelope.gentle_rule;
    rung.intensity = std::min(rung.intensity, most);
  }
}

}  // namespace

std::optional<std::int32_t> too_strong(const Drawing& d, const History& h) {
  std::int32_t highest = 0;
  for (const auto& level : h.last_levels) highest = std::max(highest, level.value_or(0));
  if (highest < d.number(Number::back_level_min)) return std::nullopt;
  return highest;
}

void draw_ladders(const Drawing& d) {
  const std::int32_t ceiling = d.number(Number::intensity_ceiling);
  for (std::size_t a = 0; a < d.envelope.areas.size(); ++a) {
    for (model::SideIndex s = 0; s < model::side_count; ++s) {
      Ladder& ladder = d.envelope.areas[a][s].ladder;
      open_up_to(ladder, static_cast<std::int32_t>(rung_count), no_limit_index, usual(d));
      if (!on(RuleCode::soft_first)) continue;
      ladder = ladder_for(d, {static_cast<std::uint16_t>(a)}, s);
      for (RungLimit& rung : ladder) rung.intensity = std::min(rung.intensity, ceiling);
    }
  }
  if (on(RuleCode::after_effects)) lower_after_harm(d);
  if (!d.envelope.gentle) return;
  d.envelope.level_low = d.number(Number::level_target_gentle_low);
  for (auto& sides : d.envelope.areas) {
    for (SideLimits& limits : sides) make_gentle(d, limits.ladder);
  }
}

}  // namespace unknot::safety
