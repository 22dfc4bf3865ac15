#include "lawful.hpp"

#include <algorithm>

#include "unknot/base/json.hpp"
#include "unknot/model/plan_document.hpp"
#include "unknot/model/request_format.hpp"

namespace unknot::property {

using knowledge::Pack;
using model::PlanDocument;
using model::StepDocument;
using safety::VettedStep;

namespace {

std::size_t tool_named(const model::Request& request, std::string_view id) {
  const auto tool = std::find_if(request.tools.begin(), request.tools.end(),
                                 [&](const model::Tool& t) { return t.id == id; });
  return static_cast<std::size_t>(tool - request.tools.begin());
}

/// The step as a stranger would propose it who has only the document.
model::DraftStep draft_of(const StepDocument& words, const model::Request& request,
                          const Pack& pack) {
  model::DraftStep step;
  step.area = knowledge::find_place(pack, words.area);
  step.side = knowledge::parse_enum<model::Side>(words.side).value_or(model::Side::middle);
  step.technique = knowledge::find_technique(pack, words.technique);
  step.tool = tool_named(request, words.tool);
  step.variant = knowledge::parse_enum<knowledge::VariantKind>(words.variant)
                     .value_or(knowledge::VariantKind::harder);
  step.sets = words.sets;
  step.rest_seconds = words.rest_seconds;
  step.seconds_per_pass = words.seconds_per_pass;
  step.level_low = words.level_low.value_or(10);
  step.level_high = words.level_high.value_or(10);
  for (const auto& other : words.alternatives) {
    step.alternatives.push_back({knowledge::find_technique(pack, other.technique),
                                 tool_named(request, other.tool),
                                 knowledge::parse_enum<knowledge::VariantKind>(other.variant)
                                     .value_or(knowledge::VariantKind::harder)});
  }
  return step;
}

bool same_load(safety::Load a, safety::Load b) {
  return a.rung == b.rung && a.intensity == b.intensity;
}

bool same_choice(const safety::VettedAlternative& a, const safety::VettedAlternative& b) {
  return a.choice.technique == b.choice.technique && a.choice.tool == b.choice.tool &&
         a.choice.variant == b.choice.variant && same_load(a.load, b.load);
}

bool same_step(const VettedStep& a, const VettedStep& b) {
  return a.draft.area == b.draft.area && a.draft.side == b.draft.side &&
         a.draft.technique == b.draft.technique && a.draft.tool == b.draft.tool &&
         a.draft.variant == b.draft.variant && a.draft.sets == b.draft.sets &&
         a.draft.rest_seconds == b.draft.rest_seconds &&
         a.draft.seconds_per_pass == b.draft.seconds_per_pass &&
         a.draft.level_low == b.draft.level_low && a.draft.level_high == b.draft.level_high &&
         a.setup_seconds == b.setup_seconds && same_load(a.load, b.load) &&
         std::ranges::equal(a.alternatives, b.alternatives, same_choice);
}

std::string gate_says(const PlanDocument& document, const safety::VettedPlan& plan,
                      const model::Request& request, const Pack& pack) {
  model::DraftPlan draft;
  for (const auto& words : document.steps) draft.steps.push_back(draft_of(words, request, pack));
  const auto ruling = safety::Gate(pack).vet(draft, request);
  if (!ruling) return "gate: the plan is no draft: " + sentence(ruling.error());
  if (!ruling->findings.empty()) {
    return "gate: objects to the plan by " + std::string(name_of(ruling->findings[0].rule));
  }
  if (!ruling->plan) return "gate: refuses what was planned";
  if (!std::ranges::equal(ruling->plan->steps(), plan.steps(), same_step)) {
    return "bytes: the steps read back are not the steps that were vetted";
  }
  const auto seconds = plan.total_seconds();
  return ruling->plan->total_seconds() == seconds && document.total_seconds == seconds
             ? ""
             : "gate: counts other seconds";
}

std::string outcome_says(const PlanDocument& document, const planner::Answer& answer) {
  const bool planned = answer.plan.has_value();
  if (planned == answer.refusal.has_value()) return "answer: neither plan nor refusal, or both";
  if (document.outcome != (planned ? "plan" : "refused")) return "bytes: another outcome";
  if (document.has_refusal == planned) return "bytes: a refusal beside a plan, or none at all";
  if (document.steps.empty() == planned) return "bytes: a plan without steps, or steps refused";
  if (!planned && answer.refusal->would_change.empty()) return "refusal: nothing would change it";
  return {};
}

std::string bytes_say(const coach::Planned& planned, const model::Request& inside,
                      const Pack& pack) {
  const auto json = base::parse_json(planned.json);
  if (!json) return "bytes: " + sentence(json.error());
  if (base::JsonWriter().value(*json).text() != planned.json) {
    return "bytes: not as the writer writes them";
  }
  const base::Json* request = json->find("request");
  base::JsonWriter again;
  model::write_request(again, inside, pack);
  return base::JsonWriter().value(*request).text() == again.text()
             ? ""
             : "bytes: the request inside is another when read and written again";
}

}  // namespace

std::string what_is_unlawful(const coach::Planned& planned, const Pack& pack) {
  const auto document = model::read_plan(planned.json, pack, {});
  if (!document) return "bytes: " + sentence(document.error());
  if (!document->request) return "bytes: no request inside";
  const auto checked = coach::check(planned.json, std::nullopt, pack, {});
  if (!checked) return "check: " + sentence(checked.error());
  if (!checked->breaches.empty()) {
    return "audit: the plan breaks " + std::string(name_of(checked->breaches[0].rule));
  }
  if (auto wrong = outcome_says(*document, planned.answer); !wrong.empty()) return wrong;
  if (auto wrong = bytes_say(planned, *document->request, pack); !wrong.empty()) return wrong;
  if (!planned.answer.plan) return {};
  return gate_says(*document, *planned.answer.plan, *document->request, pack);
}

std::string what_is_unlawful_or_drifts(const coach::Planned& planned, const Pack& pack,
                                       const coach::Context& context) {
  if (auto wrong = what_is_unlawful(planned, pack); !wrong.empty()) return wrong;
  const auto document = model::read_plan(planned.json, pack, {});
  const auto again = coach::plan(*document->request, pack, context);
  return again.json == planned.json ? "" : "bytes: planned again from its own request it differs";
}

}  // namespace unknot::property
