#include "unknot/safety/audit.hpp"

#include <algorithm>
#include <tuple>

#include "audit_internal.hpp"
#include "rule_switch.hpp"

namespace unknot::safety::auditing {

namespace {

/// What binds the way a step or one of its alternatives is done.
void judge_candidate(const Case& c, const Candidate& candidate, Breaches& out) {
  judge_way(c, candidate, out);
  judge_ladder(c, candidate, out);
}

void judge_step(const Case& c, const Step& step, Breaches& out) {
  judge_words(c, step, out);
  judge_candidate(c, step.own, out);
  judge_holds(c, step, out);
  if (!c.planned()) return;
  judge_pace(c, step, out);
  judge_target(c, step, out);
  for (const auto& words : step.words->alternatives) {
    judge_candidate(c, alternative_of(c, step, words), out);
  }
}

void judge_plan(const Case& c, Breaches& out) {
  judge_sums(c, out);
  judge_person(c, out);
  judge_budget(c, out);
  judge_advice(c, out);
  judge_setup(c, out);
  judge_sides(c, out);
  judge_groups(c, out);
  judge_offers(c, out);
}

auto order_of(const Breach& b) {
  return std::tie(b.rule, b.step, b.at, b.side, b.asked.value, b.limit.value);
}

/// Two numbers may be alike in different units; what is asked and its limit share one.
bool says_the_same(const Breach& a, const Breach& b) {
  return order_of(a) == order_of(b) && a.asked == b.asked;
}

/// By rule, then the whole plan before its steps; what two complaints bar alike is told once.
void put_in_order(Breaches& out) {
  std::sort(out.begin(), out.end(),
            [](const Breach& a, const Breach& b) { return order_of(a) < order_of(b); });
  out.erase(std::unique(out.begin(), out.end(), says_the_same), out.end());
}

}  // namespace

}  // namespace unknot::safety::auditing

namespace unknot::safety {

std::vector<Breach> audit(const model::PlanDocument& plan, const model::Request& request,
                          const knowledge::Pack& pack, AuditMode mode) {
  using namespace auditing;
  // The rule `rolled` is what spares a session that was rolled everything but the ceilings.
  const AuditMode judged = on(RuleCode::rolled) ? mode : AuditMode::planned;
  Case c{plan, request, pack, judged, bars_of(request, pack), gentle_by(request, pack)};
  c.steps = steps_of(c);
  Breaches out;
  if (c.planned()) judge_outcome(c, out);
  if (c.steps.empty()) return out;
  for (const Step& step : c.steps) judge_step(c, step, out);
  judge_doses(c, out);
  if (c.planned()) judge_plan(c, out);
  put_in_order(out);
  return out;
}

}  // namespace unknot::safety
