#pragma once
/// @file
/// The planner's answer with the reasons behind it.

#include "unknot/model/reasons.hpp"
#include "unknot/planner/planner.hpp"

namespace unknot::planner {

struct Explained {
  Answer answer;
  /// Every area, in the order of the catalogue; none when the screening refused, since nothing is
  /// weighed beside a warning sign.
  std::vector<model::AreaReason> areas;
};

/// The answer of plan(), with the reasons behind it. Pure. Cost: that of plan().
[[nodiscard]] Explained explain(const model::Request& request, const knowledge::Pack& pack);

/// The benefit of an answer in the unit of model::Manner::points, rounded down.
[[nodiscard]] std::int32_t points_of(const Answer& answer);

}  // namespace unknot::planner
