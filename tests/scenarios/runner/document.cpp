#include "document.hpp"

namespace unknot::scenarios {

namespace {

using knowledge::Pack;
using model::Request;
using model::StepDocument;

StepDocument words_of(const model::DraftStep& step, const Request& request, const Pack& pack) {
  const auto& technique = pack[step.technique];
  const auto& position = pack[technique.position];
  const auto load = safety::load_of(request, pack, {step.technique, step.tool, step.variant});
  StepDocument words;
  words.area = pack[step.area].id;
  words.side = knowledge::name_of(step.side);
  words.technique = technique.id;
  words.motion = knowledge::name_of(technique.motion);
  words.tool = request.tools[step.tool].id;
  words.place = knowledge::name_of(position.place);
  words.position = position.id;
  words.variant = knowledge::name_of(step.variant);
  words.rung = load.rung;
  words.intensity = load.intensity;
  words.sets = step.sets;
  words.rest_seconds = step.rest_seconds;
  words.seconds = model::seconds_of(step);
  words.seconds_per_pass = step.seconds_per_pass;
  words.level_low = step.level_low;
  words.level_high = step.level_high;
  return words;
}

}  // namespace

model::PlanDocument rolled_document(const model::DraftPlan& rolled, const Request& request,
                                    const Pack& pack) {
  model::PlanDocument document;
  document.outcome = "plan";
  for (const auto& step : rolled.steps) {
    StepDocument words = words_of(step, request, pack);
    document.total_seconds += safety::rolling_seconds_of(step);
    document.steps.push_back(std::move(words));
  }
  return document;
}

model::PlanDocument plan_document(const safety::VettedPlan& plan,
                                  const std::vector<model::Advice>& advice, const Request& request,
                                  const Pack& pack) {
  model::PlanDocument document;
  document.outcome = "plan";
  document.total_seconds = plan.total_seconds();
  for (const auto& step : plan.steps()) {
    StepDocument words = words_of(step.draft, request, pack);
    words.setup_seconds = step.setup_seconds;
    for (const auto& way : step.alternatives) {
      const model::Alternative& choice = way.choice;
      words.alternatives.push_back(
          {std::string(pack[choice.technique].id), request.tools[choice.tool].id,
           std::string(knowledge::name_of(choice.variant)), way.load.rung, way.load.intensity});
    }
    document.steps.push_back(std::move(words));
  }
  for (const auto& piece : advice) {
    document.advice_rules.emplace_back(knowledge::name_of(piece.rule));
  }
  return document;
}

}  // namespace unknot::scenarios
