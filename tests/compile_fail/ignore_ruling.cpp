// A ruling that nobody looks at is a mistake.
#include "unknot/safety/gate.hpp"

void vet(const unknot::safety::Gate& gate, const unknot::model::DraftPlan& draft,
         const unknot::model::Request& request) {
#ifdef MUST_FAIL
  gate.vet(draft, request);
#else
  const auto ruling = gate.vet(draft, request);
  (void)ruling;
#endif
}
