#pragma once
/// @file
/// How much each side of each area would gain today, and why.

#include <array>
#include <vector>

#include "unknot/model/reasons.hpp"
#include "unknot/safety/envelope.hpp"

namespace unknot::planner {

struct Need {
  std::array<std::int32_t, model::side_count> value{};
  std::vector<model::Why> why;  ///< The strongest first.
  /// What each value is made of, before the share for recent rolling.
  std::array<std::vector<model::NeedShare>, model::side_count> shares;
  std::array<std::int32_t, model::side_count> recent_percent{};
};

/// Needs by area index. Always above 0, so that any lawful plan beats none.
[[nodiscard]] std::vector<Need> needs_of(const model::Request& request,
                                         const knowledge::Pack& pack);

}  // namespace unknot::planner
