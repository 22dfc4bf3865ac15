#pragma once
/// @file
/// Plans as the audit reads them: words only, as a stranger would get them.

#include <span>

#include "unknot/model/plan_document.hpp"
#include "unknot/safety/gate.hpp"

namespace unknot::scenarios {

/// What was rolled, as written in a scenario.
[[nodiscard]] model::PlanDocument rolled_document(const model::DraftPlan& rolled,
                                                  const model::Request& request,
                                                  const knowledge::Pack& pack);

/// A vetted plan with the advice that goes with it.
[[nodiscard]] model::PlanDocument plan_document(const safety::VettedPlan& plan,
                                                const std::vector<model::Advice>& advice,
                                                const model::Request& request,
                                                const knowledge::Pack& pack);

}  // namespace unknot::scenarios
