// soft_first and gentleness: pressure no higher than the ladder allows, tried lighter first.

#include <algorithm>
#include <array>

#include "../bench.hpp"

namespace unknot::safety {

using knowledge::RuleCode;
using knowledge::Unit;
using knowledge::VariantKind;

namespace {

std::optional<Bar> ladder_objection(const Bench& bench, const Work& work) {
  for (const auto side : sides_of(work.step.side)) {
    auto bar = objection(bench.envelope, bench.request, bench.pack, bench.choice(work), side);
    if (bar) return bar;
  }
  return std::nullopt;
}

/// The limits of the step's rung, the stricter of its sides.
RungLimit rung_limit(const Bench& bench, const Work& work) {
  const Load load = load_of(bench.request, bench.pack, bench.choice(work));
  RungLimit strictest{10, 600, 10};
  for (const auto side : sides_of(work.step.side)) {
    const RungLimit& rung = bench.envelope.areas[work.step.area.value][side]
                                .ladder[static_cast<std::size_t>(load.rung - 1)];
    strictest.seconds = std::min(strictest.seconds, rung.seconds);
    strictest.level_high = std::min(strictest.level_high, rung.level_high);
  }
  return strictest;
}

/// Seconds by area, side and rung.
using RungSeconds =
    std::vector<std::array<std::array<std::int32_t, rung_count>, model::side_count>>;

/// A rung that may be used only so long: all steps of an area on a side add up.
void cap_rungs(Bench& bench) {
  RungSeconds used(bench.envelope.areas.size());
  bench.drop_if([&](Work& work) -> std::optional<Finding> {
    const RungLimit limit = rung_limit(bench, work);
    const auto rung =
        static_cast<std::size_t>(load_of(bench.request, bench.pack, bench.choice(work)).rung - 1);
    std::int32_t before = 0;
    for (const auto side : sides_of(work.step.side)) {
      before = std::max(before, used[work.step.area.value][side][rung]);
    }
    const std::int32_t asked = before + model::seconds_of(work.step);
    if (asked > limit.seconds) {
      const Finding finding{.rule = RuleCode::soft_first,
                            .verdict = Verdict::adjust,
                            .step = work.index,
                            .at = work.step.area,
                            .asked = model::quantity(asked, Unit::second),
                            .limit = model::quantity(limit.seconds, Unit::second)};
      if (before >= limit.seconds) return finding;
      shorten_to(work.step, limit.seconds - before);
      bench.note(finding);
    }
    for (const auto side : sides_of(work.step.side)) {
      used[work.step.area.value][side][rung] += model::seconds_of(work.step);
    }
    return std::nullopt;
  });
}

}  // namespace

void rule_ladder(Bench& bench) {
  bench.drop_if([&](Work& work) -> std::optional<Finding> {
    const auto bar = ladder_objection(bench, work);
    if (!bar) return std::nullopt;
    const Finding finding{
        .rule = bar->rule, .at = work.step.area, .asked = bar->asked, .limit = bar->limit};
    if (work.step.variant == VariantKind::lighter) return finding;
    work.step.variant = VariantKind::lighter;
    if (ladder_objection(bench, work)) return finding;
    Finding eased = finding;
    eased.verdict = Verdict::adjust;
    eased.step = work.index;
    bench.note(eased);
    return std::nullopt;
  });
  cap_rungs(bench);
}

void rule_levels(Bench& bench) {
  for (Work& work : bench.steps) {
    const std::int32_t most = rung_limit(bench, work).level_high;
    if (work.step.level_high <= most) continue;
    bench.note({.rule = bench.envelope.gentle ? bench.envelope.gentle_rule : RuleCode::soft_first,
                .verdict = Verdict::adjust,
                .step = work.index,
                .at = work.step.area,
                .asked = model::quantity(work.step.level_high, Unit::level),
                .limit = model::quantity(most, Unit::level)});
    work.step.level_high = most;
    work.step.level_low = std::min(work.step.level_low, most);
  }
}

}  // namespace unknot::safety
