#pragma once
/// @file
/// Which numbers the code needs from `knowledge/`, and in which unit. The values live in TOML;
/// kbc refuses a pack in which one is missing, has another unit or lies outside its range.

#include <array>
#include <cstdint>
#include <string_view>

#include "unknot/knowledge/types.hpp"

namespace unknot::knowledge {

struct NumberSpec {
  std::string_view owner;  ///< Id of the rule (or table) that holds it.
  std::string_view key;
  Unit unit = Unit::none;
  std::int32_t least = 0;
  std::int32_t most = 0;
};

// One line a number: enumerator, owner, key, unit, least, most accepted value.
#define UNKNOT_NUMBERS(X)                                                                       \
  X(dose_min_seconds, "dose_range", "min_seconds", second, 1, 600)                              \
  X(dose_max_seconds, "dose_range", "max_seconds", second, 1, 90)                               \
  X(warm_up_max_seconds, "warm_up_cap", "max_seconds", second, 1, 90)                           \
  X(warm_up_gap_minutes, "warm_up_cap", "gap_minutes", minute, 0, 60)                           \
  X(warm_up_moving_minutes, "warm_up_cap", "moving_minutes", minute, 1, 60)                     \
  X(hold_max_seconds, "spot_hold", "max_seconds", second, 1, 30)                                \
  X(pace_min_seconds, "pace", "min_seconds", second, 1, 10)                                     \
  X(pace_max_seconds, "pace", "max_seconds", second, 1, 10)                                     \
  X(pace_new_min_seconds, "pace", "new_min_seconds", second, 1, 10)                             \
  X(pace_default_seconds, "pace", "default_seconds", second, 1, 10)                             \
  X(pace_new_default_seconds, "pace", "new_default_seconds", second, 1, 10)                     \
  X(new_rung_max, "soft_first", "new_rung_max", rung, 1, 4)                                     \
  X(new_intensity_max, "soft_first", "new_intensity_max", index, 1, 10)                         \
  X(new_third_intensity_max, "soft_first", "new_third_intensity_max", index, 0, 10)             \
  X(new_third_seconds_max, "soft_first", "new_third_seconds_max", second, 1, 90)                \
  X(new_third_level_max, "soft_first", "new_third_level_max", level, 0, 10)                     \
  X(regular_rung_max, "soft_first", "regular_rung_max", rung, 1, 4)                             \
  X(regular_intensity_max, "soft_first", "regular_intensity_max", index, 1, 10)                 \
  X(regular_third_intensity_max, "soft_first", "regular_third_intensity_max", index, 0, 10)     \
  X(seasoned_rung_max, "soft_first", "seasoned_rung_max", rung, 1, 4)                           \
  X(seasoned_intensity_max, "soft_first", "seasoned_intensity_max", index, 1, 10)               \
  X(seasoned_fourth_intensity_max, "soft_first", "seasoned_fourth_intensity_max", index, 0, 10) \
  X(again_clean_sessions, "soft_first", "again_clean_sessions", count, 1, 100)                  \
  X(again_intensity_max, "soft_first", "again_intensity_max", index, 1, 10)                     \
  X(up_clean_sessions, "soft_first", "up_clean_sessions", count, 1, 100)                        \
  X(up_intensity_max, "soft_first", "up_intensity_max", index, 1, 10)                           \
  X(up_level_max, "soft_first", "up_level_max", level, 0, 10)                                   \
  X(up_median_max, "soft_first", "up_median_max", level, 0, 10)                                 \
  X(back_level_min, "soft_first", "back_level_min", level, 0, 10)                               \
  X(intensity_ceiling, "soft_first", "intensity_ceiling", index, 1, 10)                         \
  X(bar_level_min, "around_the_pain", "bar_level_min", level, 0, 10)                            \
  X(loaded_level_min, "around_the_pain", "loaded_level_min", level, 0, 10)                      \
  X(refer_level_min, "refer", "level_min", level, 0, 10)                                        \
  X(budget_max_minutes, "budget", "max_minutes", minute, 1, 600)                                \
  X(max_areas, "groups", "max_areas", count, 1, 64)                                             \
  X(max_tools, "groups", "max_tools", count, 1, 64)                                             \
  X(spacing_max_times, "spacing", "max_times", count, 1, 24)                                    \
  X(spacing_window_hours, "spacing", "window_hours", hour, 1, 48)                               \
  X(spacing_times_hours, "spacing", "times_hours", hour, 1, 48)                                 \
  X(screening_valid_hours, "screening", "valid_hours", hour, 1, 48)                             \
  X(plan_valid_hours, "screening", "plan_valid_hours", hour, 1, 24)                             \
  X(gentle_rung_max, "condition", "gentle_rung_max", rung, 1, 4)                                \
  X(gentle_second_rung_max, "condition", "gentle_second_rung_max", rung, 1, 4)                  \
  X(gentle_second_intensity_max, "condition", "gentle_second_intensity_max", index, 0, 10)      \
  X(gentle_seconds_max, "condition", "gentle_seconds_max", second, 1, 90)                       \
  X(gentle_level_max, "condition", "gentle_level_max", level, 0, 10)                            \
  X(min_age, "bodies", "min_age", year, 0, 120)                                                 \
  X(adult_age, "bodies", "adult_age", year, 0, 120)                                             \
  X(old_age_above, "bodies", "old_age_above", year, 0, 120)                                     \
  X(slow_setup_factor, "bodies", "slow_setup_factor", count, 1, 5)                              \
  X(level_target_low, "level_target", "low", level, 0, 10)                                      \
  X(level_target_high, "level_target", "high", level, 0, 10)                                    \
  X(level_target_gentle_low, "level_target", "gentle_low", level, 0, 10)                        \
  X(rest_seconds, "session", "rest_seconds", second, 1, 60)                                     \
  X(change_tool_seconds, "session", "change_tool_seconds", second, 0, 60)                       \
  X(answer_seconds, "guiding", "answer_seconds", second, 1, 60)                                 \
  X(count_in_seconds, "guiding", "count_in_seconds", second, 1, 60)                             \
  X(call_seconds, "guiding", "call_seconds", second, 1, 30)                                     \
  X(call_set_min_seconds, "guiding", "call_set_min_seconds", second, 1, 600)                    \
  X(breathe_after_seconds, "guiding", "breathe_after_seconds", second, 1, 600)                  \
  X(more_time_seconds, "guiding", "more_time_seconds", second, 1, 60)                           \
  X(clock_gap_ms, "guiding", "clock_gap_ms", none, 1000, 10000)                                 \
  X(ease_level_min, "guiding", "ease_level_min", level, 1, 10)                                  \
  X(end_level_min, "guiding", "end_level_min", level, 1, 10)                                    \
  X(left_alone_hours, "guiding", "left_alone_hours", hour, 24, 48)                              \
  X(familiar_sessions, "guiding", "familiar_sessions", count, 1, 99)                            \
  X(default_mass_hectograms, "pressure", "default_mass_hectograms", none, 1, 5000)              \
  X(pascals_per_index, "pressure", "pascals_per_index", none, 1, 1000000)                       \
  X(need_base, "benefit", "need_base", none, 0, 1000)                                           \
  X(need_goal_percent, "benefit", "need_goal_percent", percent, 0, 1000)                        \
  X(need_activity_percent, "benefit", "need_activity_percent", percent, 0, 1000)                \
  X(need_want, "benefit", "need_want", none, 0, 10000)                                          \
  X(need_tight, "benefit", "need_tight", none, 0, 10000)                                        \
  X(need_sore, "benefit", "need_sore", none, 0, 10000)                                          \
  X(need_per_level, "benefit", "need_per_level", none, 0, 1000)                                 \
  X(need_around, "benefit", "need_around", none, 0, 10000)                                      \
  X(need_default_level, "benefit", "need_default_level", level, 0, 10)                          \
  X(need_recent_percent, "benefit", "need_recent_percent", percent, 0, 100)                     \
  X(recent_hours, "benefit", "recent_hours", hour, 1, 240)                                      \
  X(why_activity_weight_min, "benefit", "why_activity_weight_min", none, 0, 100)                \
  X(journal_conditions_days, "journal", "conditions_days", day, 1, 3650)                        \
  X(journal_regular_sessions, "journal", "regular_sessions", count, 1, 1000)                    \
  X(slow_floor_fit_percent, "benefit", "slow_floor_fit_percent", percent, 1, 100)

enum class Number : std::uint16_t {
#define UNKNOT_X(name, owner, key, unit, least, most) name,
  UNKNOT_NUMBERS(UNKNOT_X)
#undef UNKNOT_X
};

inline constexpr NumberSpec number_specs[] = {
#define UNKNOT_X(name, owner, key, unit, least, most) {owner, key, Unit::unit, least, most},
    UNKNOT_NUMBERS(UNKNOT_X)
#undef UNKNOT_X
};
inline constexpr std::size_t number_count = std::size(number_specs);

}  // namespace unknot::knowledge
