// Rules that close a place, a technique or a tool altogether.

#include "../bench.hpp"

namespace unknot::safety {

using knowledge::PlaceKind;
using knowledge::RuleCode;
using knowledge::VariantKind;

void rule_zones(Bench& bench) {
  // A zone has no technique, so a step on one can only come from outside; it never gets further.
  bench.drop_if([&](const Work& work) -> std::optional<Finding> {
    if (bench.pack[work.step.area].kind == PlaceKind::area) return std::nullopt;
    return Finding{.rule = RuleCode::never_zones, .at = work.step.area};
  });
}

void rule_bars(Bench& bench) {
  if (bench.envelope.lighter_only) {
    for (Work& work : bench.steps) {
      if (work.step.variant == VariantKind::lighter) continue;
      work.step.variant = VariantKind::lighter;
      bench.note({.rule = RuleCode::bodies,
                  .verdict = Verdict::adjust,
                  .step = work.index,
                  .at = work.step.area});
    }
  }
  bench.drop_if([&](const Work& work) -> std::optional<Finding> {
    for (const auto side : sides_of(work.step.side)) {
      const auto bar =
          objection(bench.envelope, bench.request, bench.pack, bench.choice(work), side);
      // The ladder may still be met by a lighter variant, and doses by fewer seconds: later rules.
      const bool later = bar && bar->by_load;
      if (!bar || later) continue;
      return Finding{.rule = bar->rule,
                     .at = bar->cause.valid() ? bar->cause : work.step.area,
                     .asked = bar->asked,
                     .limit = bar->limit};
    }
    return std::nullopt;
  });
}

std::vector<VettedAlternative> lawful_alternatives(const Bench& bench, const Work& work) {
  std::vector<VettedAlternative> out;
  const auto& step = work.step;
  for (const model::Alternative& choice : step.alternatives) {
    const auto& technique = bench.pack[choice.technique];
    const bool fits = technique.area == step.area &&
                      technique.laterality == bench.technique(work).laterality &&
                      technique.motion == bench.technique(work).motion;
    bool lawful = fits;
    const Load load = load_of(bench.request, bench.pack, choice);
    const std::int32_t most = bench.most_seconds(work, load);
    if (model::seconds_of(step) > most) lawful = false;
    for (const auto side : sides_of(step.side)) {
      if (objection(bench.envelope, bench.request, bench.pack, choice, side)) lawful = false;
      const auto& rung = bench.envelope.areas[step.area.value][side]
                             .ladder[static_cast<std::size_t>(load.rung - 1)];
      if (step.level_high > rung.level_high) lawful = false;
    }
    if (lawful) out.push_back({choice, load, most});
  }
  return out;
}

}  // namespace unknot::safety
