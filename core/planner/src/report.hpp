#pragma once
/// @file
/// What the planner says beside the plan: why there is none, and what was left out.

#include "options.hpp"
#include "search.hpp"
#include "unknot/planner/planner.hpp"

namespace unknot::planner {

/// What the planner knew when it had finished.
struct Outcome {
  const model::Request& request;
  const knowledge::Pack& pack;
  const safety::Envelope& envelope;
  const Menu& menu;
  const Best& best;  ///< Value below 0 when there is no plan.
};

/// Why there is no plan: the first reason, in the order of telling, that leaves nothing.
[[nodiscard]] model::Refusal refusal_of(const Outcome& outcome);

/// What else stops the person besides the refusal that is told, in the order of telling.
[[nodiscard]] std::vector<model::Refusal> other_stops(const Outcome& outcome);

/// Why one side of an area that is not in the plan is not, and what it would take.
struct WhyNot {
  model::LeftOut entry;
  const Option* way = nullptr;  ///< Where only room is missing: how it would come in.
};
[[nodiscard]] WhyNot why_not(const Outcome& outcome, knowledge::PlaceIndex area, model::Side side);

/// Everything named or otherwise expected that is not in the plan.
[[nodiscard]] std::vector<model::LeftOut> left_out_of(const Outcome& outcome);

}  // namespace unknot::planner
