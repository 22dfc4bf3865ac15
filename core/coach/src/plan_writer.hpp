#pragma once
/// @file
/// Writes `unknot/plan@1` (docs/formats/plan.md).

#include "unknot/base/json.hpp"
#include "unknot/guidance/speaker.hpp"
#include "unknot/planner/planner.hpp"

namespace unknot::coach {

struct PlanToWrite {
  const model::Request& request;
  const planner::Answer& answer;
  const knowledge::Pack& pack;
  const guidance::Speaker& speaker;
  std::string_view territory;
};

[[nodiscard]] std::string write_plan(const PlanToWrite& what);

}  // namespace unknot::coach
