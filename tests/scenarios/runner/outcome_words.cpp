#include "outcome_words.hpp"

#include <algorithm>

#include "steps.hpp"

namespace unknot::scenarios {

namespace {

using knowledge::VariantKind;
using model::DraftStep;
using safety::VettedStep;

std::string plus_joined(const std::vector<std::int32_t>& sets) {
  std::string out;
  for (const auto seconds : sets) out += (out.empty() ? "" : "+") + std::to_string(seconds);
  return out;
}

std::string shown(const VettedStep* step) {
  if (step == nullptr) return "dropped";
  const DraftStep& draft = step->draft;
  const auto& pace = draft.seconds_per_pass;
  return plus_joined(draft.sets) + " s rest " + std::to_string(draft.rest_seconds) + ' ' +
         std::string(name_of(draft.variant)) + " pace " + (pace ? std::to_string(*pace) : "none") +
         " level " + std::to_string(draft.level_low) + '-' + std::to_string(draft.level_high) +
         " setup " + std::to_string(step->setup_seconds) + " s rung " +
         std::to_string(step->load.rung) + " pressure " + std::to_string(step->load.intensity);
}

/// Reads the expectations of one step and compares as it goes.
class StepJudge {
 public:
  StepJudge(std::string_view text, const VettedStep& step, const model::Request& request)
      : words_(text), step_(step), request_(request) {}

  Read<bool> holds() {
    while (!words_.done()) {
      const auto one = next_holds();
      if (!one || !*one) return one;
    }
    return true;
  }

 private:
  Read<bool> next_holds() {
    const std::string_view word = words_.next();
    if (word == "pace") return pace();
    if (word == "level") return level();
    if (word == "setup") return number(step_.setup_seconds, "s");
    if (word == "rest") return number(step_.draft.rest_seconds, "");
    if (word == "rung") return number(step_.load.rung, "");
    if (word == "pressure") return number(step_.load.intensity, "");
    if (words_.take("s")) return dose(word);
    if (const auto variant = knowledge::parse_enum<VariantKind>(word)) {
      return step_.draft.variant == *variant;
    }
    const auto tool = tool_called(request_, word);
    if (!tool) return wrong({"'", word, "' tells nothing of a step"});
    return step_.draft.tool == *tool;
  }

  Read<bool> number(std::int32_t value, std::string_view unit) {
    const auto expected = read_number(words_.next());
    if (!expected) return std::unexpected(expected.error());
    if (!unit.empty() && !words_.take(unit)) return wrong({"expected ", unit});
    return value == *expected;
  }

  Read<bool> dose(std::string_view word) const {
    const auto sets = read_sets(word);
    if (!sets) return std::unexpected(sets.error());
    if (sets->size() > 1) return *sets == step_.draft.sets;
    return model::seconds_of(step_.draft) == sets->front();
  }

  Read<bool> pace() {
    const auto& is = step_.draft.seconds_per_pass;
    if (words_.take("none")) return !is.has_value();
    const auto expected = read_number(words_.next());
    if (!expected) return std::unexpected(expected.error());
    return is == *expected;
  }

  Read<bool> level() {
    const auto range = read_levels(words_.next());
    if (!range) return std::unexpected(range.error());
    return step_.draft.level_low == range->low && step_.draft.level_high == range->high;
  }

  Words words_;
  const VettedStep& step_;
  const model::Request& request_;
};

std::string judge_one(std::string_view text, const VettedStep* step,
                      const model::Request& request) {
  text = base::trim(text);
  const bool dropped = text == "dropped";
  Read<bool> holds = dropped == (step == nullptr);
  if (!dropped && step != nullptr) holds = StepJudge(text, *step, request).holds();
  if (!holds) return std::move(holds.error());
  return *holds ? std::string{} : "expected '" + std::string(text) + "', came " + shown(step);
}

bool same_step(const DraftStep& asked, const DraftStep& kept) {
  return asked.technique == kept.technique && asked.side == kept.side && asked.tool == kept.tool;
}

}  // namespace

Read<Kept> kept_steps(const model::DraftPlan& draft, const safety::Ruling& ruling) {
  Kept kept(draft.steps.size(), nullptr);
  if (!ruling.plan) return kept;
  const auto steps = ruling.plan->steps();
  std::size_t next = 0;
  for (std::size_t i = 0; i < draft.steps.size(); ++i) {
    const bool dropped = std::any_of(
        ruling.findings.begin(), ruling.findings.end(), [i](const safety::Finding& finding) {
          return finding.verdict == safety::Verdict::drop && finding.step == i;
        });
    if (dropped || next == steps.size()) continue;
    if (same_step(draft.steps[i], steps[next].draft)) kept[i] = &steps[next++];
  }
  if (next != steps.size()) return wrong({"the plan holds a step that was not asked for"});
  return kept;
}

std::string judge_becomes(std::string_view cell, const Kept& kept, const model::Request& request) {
  const auto texts = steps_in(cell);
  if (texts.empty()) return {};
  if (texts.size() != 1 && texts.size() != kept.size()) {
    return "'becomes' tells of " + std::to_string(texts.size()) + " steps, the draft has " +
           std::to_string(kept.size());
  }
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const std::string complaint = judge_one(texts[texts.size() == 1 ? 0 : i], kept[i], request);
    if (complaint.empty()) continue;
    return kept.size() == 1 ? complaint : "step " + std::to_string(i + 1) + ": " + complaint;
  }
  return {};
}

}  // namespace unknot::scenarios
