#pragma once
/// @file
/// Weeks by the calendar of the place where something happened.

#include "unknot/base/instant.hpp"

namespace unknot::journal {

inline constexpr std::int32_t days_per_week = 7;

/// The Monday on or before `day`. 1970-01-01 was a Thursday.
[[nodiscard]] constexpr base::Day monday_of(base::Day day) {
  constexpr std::int32_t thursday = 3;
  const std::int32_t weekday =
      ((day.number + thursday) % days_per_week + days_per_week) % days_per_week;
  return {day.number - weekday};
}

[[nodiscard]] inline base::Day week_of(base::Instant instant) {
  return monday_of(base::day_of(instant));
}

}  // namespace unknot::journal
