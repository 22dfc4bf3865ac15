// Whether the document says what the catalogue says, and whether it adds up.

#include <algorithm>

#include "audit_internal.hpp"

namespace unknot::safety::auditing {

namespace {

using knowledge::Technique;

void unknown(const Candidate& where, std::string_view word, Breaches& out) {
  out.push_back(about_step(RuleCode::own_tools, where, word));
}

/// No area: a zone is a place that is never rolled, anything else merely no place to roll.
void judge_area_word(const Case& c, const Step& step, Breaches& out) {
  if (step.own.area.valid()) return;
  const PlaceIndex named = knowledge::find_place(c.pack, step.words->area);
  const bool zone = named.valid() && c.pack[named].kind == knowledge::PlaceKind::zone;
  const RuleCode rule = zone ? RuleCode::never_zones : RuleCode::own_tools;
  out.push_back(about_step(rule, step.own, step.words->area));
}

/// A technique for both sides at once takes `both`, one for each takes left or right; a place in
/// the middle of the body has no other side than `middle`.
bool side_fits(const Case& c, const Step& step) {
  const Side side = step.own.side;
  const bool middle =
      step.own.area.valid() && c.pack[step.own.area].sides == knowledge::Sides::middle;
  if (middle || side == Side::middle) return middle && side == Side::middle;
  if (step.own.way.technique == nullptr) return true;
  const bool together = step.own.way.technique->laterality == knowledge::Laterality::both;
  return together == (side == Side::both);
}

void judge_side_word(const Case& c, const Step& step, Breaches& out) {
  const bool known = knowledge::parse_enum<Side>(step.words->side).has_value();
  if (known && side_fits(c, step)) return;
  Breach breach = about_step(RuleCode::own_tools, step.own, "side");
  breach.side = step.words->side;
  out.push_back(breach);
}

/// The words that repeat what the technique says.
void judge_copied_words(const Case& c, const Step& step, Breaches& out) {
  const Technique& technique = *step.own.way.technique;
  const knowledge::Position& position = c.pack[technique.position];
  const model::StepDocument& words = *step.words;
  if (words.motion != knowledge::name_of(technique.motion)) unknown(step.own, words.motion, out);
  if (words.place != knowledge::name_of(position.place)) unknown(step.own, words.place, out);
  if (words.position != position.id) unknown(step.own, words.position, out);
}

void judge_ladder_word(const Candidate& way, Measure m, std::string_view field, Breaches& out) {
  if (m.asked == m.limit) return;
  out.push_back(about_step(RuleCode::soft_first, way, field, m));
}

Measure said_beside(std::optional<std::int32_t> said, std::int32_t true_value, Unit unit) {
  Measure m = measure(said.value_or(0), true_value, unit);
  if (!said) m.asked = {};
  return m;
}

/// The rung and intensity that a step or an alternative claims for itself.
template <class Words>
void judge_ladder_words(const Case& c, const Candidate& way, const Words& words, Breaches& out) {
  if (!way.way.known()) return;
  const std::int32_t rung = rung_of(*way.way.tool);
  const std::int32_t intensity = intensity_of(c, way.way);
  judge_ladder_word(way, said_beside(words.rung, rung, Unit::rung), "rung", out);
  judge_ladder_word(way, said_beside(words.intensity, intensity, Unit::index), "intensity", out);
}

void judge_alternative(const Case& c, const Step& step, const model::AlternativeDocument& words,
                       Breaches& out) {
  const Candidate other = alternative_of(c, step, words);
  if (other.way.technique == nullptr) unknown(other, words.technique, out);
  if (other.way.tool == nullptr) unknown(other, words.tool, out);
  if (other.way.technique != nullptr && other.way.variant == nullptr) {
    unknown(other, words.variant, out);
  }
  judge_ladder_words(c, other, words, out);
  if (other.way.technique == nullptr || step.own.way.technique == nullptr) return;
  if (other.way.technique->laterality == step.own.way.technique->laterality) return;
  unknown(other, words.technique, out);
}

void judge_step_sums(const Step& step, Breaches& out) {
  const model::StepDocument& words = *step.words;
  std::int64_t sum = 0;
  for (const std::int32_t set : words.sets) {
    sum += set;
    if (set > 0) continue;
    out.push_back(
        about_step(RuleCode::dose_range, step.own, "sets", measure(set, 1, Unit::second)));
  }
  if (sum != words.seconds) {
    out.push_back(about_step(RuleCode::dose_range, step.own, "seconds",
                             measure(words.seconds, sum, Unit::second)));
  }
  if (words.rest_seconds < 0 || words.setup_seconds < 0) {
    out.push_back(
        about_step(RuleCode::budget, step.own, "setup_seconds",
                   measure(std::min(words.rest_seconds, words.setup_seconds), 0, Unit::second)));
  }
}

}  // namespace

void judge_outcome(const Case& c, Breaches& out) {
  const bool has_steps = !c.plan.steps.empty();
  const bool plan = c.plan.outcome == "plan" && has_steps && !c.plan.has_refusal;
  const bool refused = c.plan.outcome == "refused" && !has_steps && c.plan.has_refusal;
  if (!plan && !refused) out.push_back(about_plan(RuleCode::screening, "outcome"));
  const auto& present = c.request.red_flags.present;
  const bool emergency = std::any_of(present.begin(), present.end(), [&](const auto flag) {
    return flag.valid() && c.pack[flag].urgency == knowledge::Urgency::emergency;
  });
  if (refused && emergency && !c.plan.has_urgent) {
    out.push_back(about_plan(RuleCode::screening, "urgent"));
  }
}

void judge_words(const Case& c, const Step& step, Breaches& out) {
  const model::StepDocument& words = *step.words;
  judge_area_word(c, step, out);
  judge_side_word(c, step, out);
  if (step.own.way.tool == nullptr) unknown(step.own, words.tool, out);
  if (step.own.way.technique == nullptr) {
    unknown(step.own, words.technique, out);
  } else if (step.own.way.variant == nullptr) {
    unknown(step.own, words.variant, out);
  }
  if (!c.planned()) return;
  if (step.own.way.technique != nullptr) judge_copied_words(c, step, out);
  judge_ladder_words(c, step.own, words, out);
  for (const auto& other : words.alternatives) judge_alternative(c, step, other, out);
}

std::int64_t total_seconds(const Case& c) {
  std::int64_t total = 0;
  for (const Step& step : c.steps) {
    const model::StepDocument& words = *step.words;
    total += words.setup_seconds;
    for (const std::int32_t set : words.sets) total += set;
    if (words.sets.size() < 2) continue;
    total += static_cast<std::int64_t>(words.sets.size() - 1) * words.rest_seconds;
  }
  return total;
}

void judge_sums(const Case& c, Breaches& out) {
  for (const Step& step : c.steps) judge_step_sums(step, out);
  const std::int64_t total = total_seconds(c);
  if (total == c.plan.total_seconds) return;
  out.push_back(about_plan(RuleCode::budget, "total_seconds",
                           measure(c.plan.total_seconds, total, Unit::second)));
}

}  // namespace unknot::safety::auditing
