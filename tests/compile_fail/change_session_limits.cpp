// What a plan leaves open for the day cannot be widened afterwards.
#include "unknot/safety/gate.hpp"

using unknot::safety::VettedPlan;

#ifdef MUST_FAIL
void widen(VettedPlan& plan) { plan.limits().hold_seconds = 600; }
#endif

int hold_of(const VettedPlan& plan) { return plan.limits().hold_seconds; }
