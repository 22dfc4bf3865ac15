// Only the gate makes a vetted plan.
#include "unknot/safety/gate.hpp"

using unknot::safety::VettedPlan;

#ifdef MUST_FAIL
VettedPlan forged() { return VettedPlan({}, {}, 0); }
#endif

int seconds_of(const VettedPlan& plan) { return plan.total_seconds(); }
