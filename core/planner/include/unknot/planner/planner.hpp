#pragma once
/// @file
/// From a request to the best plan the rules allow: which areas and sides, how, with what, how
/// long, in which order, and why. docs/planner.md describes the model; the plan is its exact
/// optimum, in integers, with ties broken by rule.

#include "unknot/safety/gate.hpp"

namespace unknot::planner {

struct Answer {
  std::optional<safety::VettedPlan> plan;
  std::optional<model::Refusal> refusal;  ///< Set exactly when there is no plan.
  std::vector<model::Refusal> also;       ///< Whatever else stands in the way, in the same order.
  std::vector<model::LeftOut> left_out;   ///< What one might have expected, and why it is not in.
  std::vector<model::Advice> advice;
  std::int32_t offers_made = 0;  ///< Offers owed to complaints that the plan makes.
  std::int64_t benefit = 0;      ///< Value of the objective; comparable between budgets only.
};

/// Plans a session. Pure, deterministic, never fails: what cannot be planned is a refusal.
/// Cost: see docs/planner.md; about a millisecond with three tools and ten minutes.
[[nodiscard]] Answer plan(const model::Request& request, const knowledge::Pack& pack);

/// With which tools of the request each place of the pack may be rolled now, by index, rising; none
/// where it may not be rolled. Pure. Cost: a fraction of plan().
[[nodiscard]] std::vector<std::vector<std::size_t>> usable_tools(const model::Request& request,
                                                                 const knowledge::Pack& pack);

}  // namespace unknot::planner
