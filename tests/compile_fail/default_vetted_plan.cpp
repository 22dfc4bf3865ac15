// There is no empty vetted plan to fill afterwards.
#include "unknot/safety/gate.hpp"

#ifdef MUST_FAIL
unknot::safety::VettedPlan empty;
#endif

unknot::safety::Ruling ruling;
