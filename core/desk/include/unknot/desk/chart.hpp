#pragma once
/// @file
/// How much each area got, week by week, as a chart without gaps.

#include <array>
#include <vector>

#include "unknot/journal/projections.hpp"

namespace unknot::desk {

/// Longest a chart is, weeks.
inline constexpr int most_weeks = 520;

using Sides = std::array<std::int32_t, model::side_count>;

/// Seconds of one area, week by week, oldest first.
struct AreaLoad {
  knowledge::PlaceIndex area;
  std::vector<Sides> weeks;
};

struct Chart {
  std::vector<base::Day> weeks;  ///< Their Mondays, oldest first.
  std::vector<AreaLoad> areas;   ///< Those with any load, in the order of the catalogue.
  std::int32_t most = 0;         ///< s, of any side in any week.
};

/// @param weeks  How many, that of `today` the last.
[[nodiscard]] Chart chart_of(const std::vector<journal::Load>& loads, int weeks, base::Day today);

/// Weeks from the first load to today, that of today included; at most `most_weeks`.
[[nodiscard]] int weeks_of(const std::vector<journal::Load>& loads, base::Day today);

}  // namespace unknot::desk
