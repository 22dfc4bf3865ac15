#include "unknot/session/engine.hpp"

namespace unknot::session {

using knowledge::name_of;

namespace {

model::StepDocument words_of(const Rolled& rolled, const model::DraftStep& draft,
                             const model::Request& request, const knowledge::Pack& pack) {
  const auto& technique = pack[rolled.way.technique];
  const auto& position = pack[technique.position];
  const safety::Load load = safety::load_of(request, pack, rolled.way);
  model::StepDocument words;
  words.area = pack[rolled.area].id;
  words.side = name_of(rolled.side);
  words.technique = technique.id;
  words.motion = name_of(technique.motion);
  words.tool = request.tools[rolled.way.tool].id;
  words.place = name_of(position.place);
  words.position = position.id;
  words.variant = name_of(rolled.way.variant);
  words.rung = load.rung;
  words.intensity = load.intensity;
  words.sets = rolled.sets;
  for (const std::int32_t set : rolled.sets) words.seconds += set;
  words.seconds_per_pass = draft.seconds_per_pass;
  words.level_low = draft.level_low;
  words.level_high = draft.level_high;
  return words;
}

}  // namespace

model::PlanDocument rolled_document(const safety::VettedPlan& plan, const model::Request& request,
                                    const knowledge::Pack& pack, std::span<const Rolled> rolled) {
  model::PlanDocument document;
  document.made = request.now;
  document.knowledge = pack.hash;
  document.outcome = "plan";
  for (const Rolled& piece : rolled) {
    document.steps.push_back(words_of(piece, plan.steps()[piece.step].draft, request, pack));
    document.total_seconds += document.steps.back().seconds;
  }
  return document;
}

}  // namespace unknot::session
