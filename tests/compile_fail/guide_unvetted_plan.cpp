// The engine guides vetted plans and nothing else.
#include "unknot/session/engine.hpp"

using unknot::knowledge::Pack;
using unknot::session::Engine;

#ifdef MUST_FAIL
Engine guide(const unknot::model::DraftPlan& plan, const Pack& pack) { return Engine(plan, pack); }
#endif

Engine guide(const unknot::safety::VettedPlan& plan, const Pack& pack) {
  return Engine(plan, pack);
}
