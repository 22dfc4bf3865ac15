// What was vetted cannot be changed afterwards.
#include "unknot/safety/gate.hpp"

int longer(const unknot::safety::VettedPlan& plan) {
#ifdef MUST_FAIL
  plan.steps()[0].draft.sets[0] = 120;
#endif
  return plan.steps()[0].draft.sets[0];
}
