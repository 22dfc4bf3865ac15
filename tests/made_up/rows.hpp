#pragma once
/// @file
/// Makers of rows for made-up packs, and the numbers of the rules in them. They stay as they are
/// while the knowledge files grow.

#include <array>
#include <span>

#include "unknot/base/instant.hpp"
#include "unknot/knowledge/pack.hpp"

namespace unknot::made_up {

using namespace knowledge;

constexpr Place named(PlaceKind kind, Text id, List<PlaceIndex> covers, List<PlaceIndex> around) {
  Place place;
  place.id = id;
  place.kind = kind;
  place.covers = covers;
  place.around = around;
  if (kind == PlaceKind::zone) place.sides = Sides::middle;
  return place;
}

constexpr Technique held(Technique row) {
  row.motion = Motion::hold;
  return row;
}

constexpr Technique together(Technique row) {
  row.laterality = Laterality::both;
  return row;
}

constexpr Rule rule(Text id, List<PlaceIndex> of) {
  Rule row;
  row.id = id;
  row.places = of;
  return row;
}

constexpr Condition condition(Text id, Effects effects, bool needs_at = false) {
  Condition row;
  row.id = id;
  row.effects = effects;
  row.needs_at = needs_at;
  return row;
}

template <auto member>
constexpr Effects with(Effects effects = {}) {
  effects.*member = true;
  return effects;
}

struct Value {
  Number number;
  std::int32_t value;
};

// clang-format off
inline constexpr std::array<Value, 53> rule_numbers{{
    {Number::dose_min_seconds, 30}, {Number::dose_max_seconds, 90},
    {Number::warm_up_max_seconds, 60}, {Number::warm_up_gap_minutes, 5},
    {Number::hold_max_seconds, 30}, {Number::pace_min_seconds, 2}, {Number::pace_max_seconds, 6},
    {Number::pace_new_min_seconds, 3}, {Number::new_rung_max, 2}, {Number::new_intensity_max, 3},
    {Number::new_third_intensity_max, 2}, {Number::new_third_seconds_max, 60},
    {Number::new_third_level_max, 4}, {Number::regular_rung_max, 2},
    {Number::regular_intensity_max, 6}, {Number::regular_third_intensity_max, 3},
    {Number::seasoned_rung_max, 3}, {Number::seasoned_intensity_max, 6},
    {Number::seasoned_fourth_intensity_max, 6}, {Number::again_clean_sessions, 1},
    {Number::again_intensity_max, 6}, {Number::up_clean_sessions, 3},
    {Number::up_intensity_max, 6}, {Number::up_level_max, 6}, {Number::up_median_max, 5},
    {Number::back_level_min, 7}, {Number::intensity_ceiling, 8}, {Number::bar_level_min, 7},
    {Number::loaded_level_min, 4}, {Number::refer_level_min, 8}, {Number::budget_max_minutes, 20},
    {Number::max_areas, 8}, {Number::max_tools, 2}, {Number::spacing_max_times, 2},
    {Number::spacing_window_hours, 6}, {Number::screening_valid_hours, 24},
    {Number::gentle_rung_max, 1}, {Number::gentle_second_rung_max, 2},
    {Number::gentle_second_intensity_max, 2}, {Number::gentle_seconds_max, 60},
    {Number::gentle_level_max, 4}, {Number::min_age, 13}, {Number::adult_age, 16},
    {Number::old_age_above, 75}, {Number::slow_setup_factor, 2}, {Number::level_target_high, 6},
    {Number::rest_seconds, 15}, {Number::change_tool_seconds, 5},
    {Number::default_mass_hectograms, 750}, {Number::pascals_per_index, 15000},
    {Number::level_target_low, 3}, {Number::level_target_gentle_low, 2},
    {Number::warm_up_moving_minutes, 2}}};
// clang-format on

inline void set_numbers(Pack& pack, std::span<const Value> values) {
  for (const Value& row : values) pack.numbers[static_cast<std::size_t>(row.number)] = row.value;
}

inline constexpr base::Instant noon{1'795'000'000, 0};

}  // namespace unknot::made_up
