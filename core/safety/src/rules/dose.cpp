// dose_range with spacing, warm-up and gentle caps; spot_hold; pace.

#include <algorithm>

#include "../bench.hpp"
#include "unknot/base/check.hpp"

namespace unknot::safety {

using knowledge::GoalKind;
using knowledge::Motion;
using knowledge::Number;
using knowledge::RuleCode;
using knowledge::Unit;

namespace {

/// Least seconds still open over the muscles and sides of a step.
std::int32_t open_seconds(const Bench& bench, const MuscleSeconds& left, const Work& work) {
  std::int32_t open = 1000000;
  for (const auto muscle : bench.pack[work.step.area].muscles) {
    for (const auto side : sides_of(work.step.side)) {
      open = std::min(open, left[muscle.value][side]);
    }
  }
  return std::max(open, 0);
}

void use(const Bench& bench, MuscleSeconds& left, const Work& work) {
  for (const auto muscle : bench.pack[work.step.area].muscles) {
    for (const auto side : sides_of(work.step.side)) {
      left[muscle.value][side] -= model::seconds_of(work.step);
    }
  }
}

/// Which rule drew the cap that a step ran into: the one whose own cap is that low.
RuleCode capping_rule(const Bench& bench, std::int32_t cap) {
  const auto& pack = bench.pack;
  if (bench.envelope.gentle && cap == pack.number(Number::gentle_seconds_max)) {
    return bench.envelope.gentle_rule;
  }
  if (bench.request.goal == GoalKind::warm_up && cap == pack.number(Number::warm_up_max_seconds)) {
    return RuleCode::warm_up_cap;
  }
  return cap < pack.number(Number::dose_max_seconds) ? RuleCode::spacing : RuleCode::dose_range;
}

/// The cap a step would meet if it were alone.
std::int32_t own_cap(const Bench& bench, const Work& work) {
  return open_seconds(bench, bench.envelope.muscle_seconds, work);
}

/// Asked for one area and side so far, this step included: what the limit is compared with.
std::int32_t asked_total(const Bench& bench, const MuscleSeconds& left, const Work& work) {
  const std::int32_t used = own_cap(bench, work) - open_seconds(bench, left, work);
  return used + model::seconds_of(work.step);
}

void cap_sums(Bench& bench) {
  MuscleSeconds left = bench.envelope.muscle_seconds;
  bench.drop_if([&](Work& work) -> std::optional<Finding> {
    const std::int32_t open = open_seconds(bench, left, work);
    const std::int32_t cap = own_cap(bench, work);
    std::optional<Finding> finding;
    if (model::seconds_of(work.step) > open) {
      finding = Finding{.rule = capping_rule(bench, cap),
                        .verdict = Verdict::adjust,
                        .step = work.index,
                        .at = work.step.area,
                        .asked = model::quantity(asked_total(bench, left, work), Unit::second),
                        .limit = model::quantity(cap, Unit::second)};
      if (open <= 0) return finding;
      shorten_to(work.step, open);
      bench.note(*finding);
    }
    use(bench, left, work);
    return std::nullopt;
  });
}

void drop_too_short(Bench& bench) {
  // Each round is judged on the plan as it stood before it, so that order cannot matter; what one
  // round takes away may leave another step alone and too short.
  std::size_t count = 0;
  do {
    const Bench before = bench;
    count = bench.steps.size();
    bench.drop_if([&](const Work& work) -> std::optional<Finding> {
      for (const auto side : sides_of(work.step.side)) {
        const std::int32_t sum = before.planned_on(work.step.area, side);
        if (sum >= bench.envelope.dose_min) continue;
        return Finding{.rule = RuleCode::dose_range,
                       .at = work.step.area,
                       .asked = model::quantity(sum, Unit::second),
                       .limit = model::quantity(bench.envelope.dose_min, Unit::second)};
      }
      return std::nullopt;
    });
  } while (bench.steps.size() != count);
}

void note_hold(Bench& bench, const Work& work, std::int32_t asked, std::int32_t limit) {
  bench.note({.rule = RuleCode::spot_hold,
              .verdict = Verdict::adjust,
              .step = work.index,
              .at = work.step.area,
              .asked = model::quantity(asked, Unit::second),
              .limit = model::quantity(limit, Unit::second)});
}

void shorten_holds(Bench& bench, Work& work) {
  for (std::int32_t& set : work.step.sets) {
    if (set <= bench.envelope.hold_max) continue;
    note_hold(bench, work, set, bench.envelope.hold_max);
    set = bench.envelope.hold_max;
  }
}

/// Two sets without a rest are one long hold. More rest is not more rolling.
void rest_between_holds(Bench& bench, Work& work) {
  const std::int32_t least = bench.envelope.hold_rest;
  if (work.step.sets.size() == 1 || work.step.rest_seconds >= least) return;
  note_hold(bench, work, work.step.rest_seconds, least);
  work.step.rest_seconds = least;
}

}  // namespace

void shorten_to(model::DraftStep& step, std::int32_t most) {
  std::int32_t over = model::seconds_of(step) - most;
  UNKNOT_CHECK(most >= 0);
  while (over > 0) {
    const std::int32_t cut = std::min(over, step.sets.back());
    step.sets.back() -= cut;
    over -= cut;
    if (step.sets.back() == 0) step.sets.pop_back();
  }
}

void rule_dose(Bench& bench) {
  cap_sums(bench);
  drop_too_short(bench);
}

void rule_holds(Bench& bench) {
  for (Work& work : bench.steps) {
    if (bench.technique(work).motion != Motion::hold) continue;
    shorten_holds(bench, work);
    rest_between_holds(bench, work);
  }
}

void rule_pace(Bench& bench) {
  for (Work& work : bench.steps) {
    auto& pace = work.step.seconds_per_pass;
    if (bench.technique(work).motion == Motion::hold) {
      pace.reset();  // A hold has no passes; nothing is lost.
      continue;
    }
    const std::int32_t asked = pace.value_or(bench.envelope.pace_min);
    const std::int32_t allowed =
        std::clamp(asked, bench.envelope.pace_min, bench.envelope.pace_max);
    if (asked != allowed) {
      bench.note({.rule = RuleCode::pace,
                  .verdict = Verdict::adjust,
                  .step = work.index,
                  .at = work.step.area,
                  .asked = model::quantity(asked, Unit::second),
                  .limit = model::quantity(allowed, Unit::second)});
    }
    pace = allowed;
  }
}

}  // namespace unknot::safety
