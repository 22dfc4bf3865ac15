#include "unknot/safety/envelope.hpp"

#include <algorithm>

#include "envelope_parts.hpp"
#include "unknot/base/check.hpp"

namespace unknot::safety {

using knowledge::Number;
using knowledge::Pack;
using knowledge::RuleCode;
using model::SideIndex;

namespace {

Envelope blank_envelope(const model::Request& request, const Pack& pack) {
  Envelope e;
  e.areas.resize(knowledge::area_count(pack));
  e.muscle_seconds.resize(pack.muscles.size());
  e.techniques.resize(pack.techniques.size());
  e.tools.resize(request.tools.size());
  e.level_low = pack.number(Number::level_target_low);
  return e;
}

/// Anything said of one side alone is reason enough; without it, left and right are alike.
bool sides_may_differ(const model::Request& r, const Pack& pack) {
  const auto one_sided = [&](const auto& entry) {
    if (!entry.at.valid()) return false;
    const model::Side side = meant_side(pack, entry.at, entry.side);
    return side == model::Side::left || side == model::Side::right;
  };
  const auto one_sided_history = [&](const model::History& h) {
    const model::Side side = meant_side(pack, h.area, h.side);
    return side == model::Side::left || side == model::Side::right;
  };
  return std::any_of(r.feel.begin(), r.feel.end(), one_sided) ||
         std::any_of(r.conditions.begin(), r.conditions.end(),
                     [&](const model::ConditionEntry& entry) {
                       return pack[entry.id].effects.bar_at && one_sided(entry);
                     }) ||
         std::any_of(r.want.begin(), r.want.end(), one_sided) ||
         std::any_of(r.avoid.begin(), r.avoid.end(), one_sided) ||
         std::any_of(r.history.begin(), r.history.end(), one_sided_history);
}

}  // namespace

void Drawing::bar_areas(const Areas& areas, model::Side side, const Bar& bar) const {
  for (const auto area : areas) {
    for (const SideIndex s : sides_of(side)) envelope.areas[area.value][s].bars.push_back(bar);
  }
}

void Drawing::bar_loaded(knowledge::PlaceIndex part, const Bar& bar) const {
  for (std::size_t t = 0; t < pack.techniques.size(); ++t) {
    const auto& loads = pack.techniques[t].loads;
    if (std::find(loads.begin(), loads.end(), part) != loads.end()) {
      envelope.techniques[t].push_back(bar);
    }
  }
}

Envelope draw_envelope(const model::Request& request, const Pack& pack) {
  Envelope envelope = blank_envelope(request, pack);
  const Drawing d{request, pack, envelope};
  envelope.sides_may_differ = !on(RuleCode::equal_sides) || sides_may_differ(request, pack);
  draw_screening(d);
  draw_bodies(d);
  draw_conditions(d);
  draw_pain(d);
  draw_after_effects(d);
  draw_own_tools(d);
  draw_wishes(d);
  draw_ladders(d);
  draw_doses(d);
  draw_budget(d);
  draw_advice(d);
  return envelope;
}

std::vector<SideIndex> sides_of(model::Side side) {
  std::vector<SideIndex> out;
  for (SideIndex s = 0; s < model::side_count; ++s) {
    if (model::counts_for(side, s)) out.push_back(s);
  }
  return out;
}

std::int32_t rung_of(const model::Tool& tool) {
  if (tool.surface == knowledge::Surface::textured) return 4;
  if (tool.density == knowledge::Density::soft) return 1;
  return tool.density == knowledge::Density::medium ? 2 : 3;
}

Load load_of(const model::Request& request, const Pack& pack, const model::Alternative& choice) {
  const model::Tool& tool = request.tools[choice.tool];
  const auto* variant = knowledge::find_variant(pack[choice.technique], choice.variant);
  const std::int64_t mass =
      request.person.mass_hectograms.value_or(pack.number(Number::default_mass_hectograms));
  UNKNOT_CHECK(variant != nullptr);
  const std::int64_t share = variant->load_permille;
  const std::int64_t area =
      knowledge::contact_area_mm2(pack, tool.kind, tool.density, tool.surface);
  constexpr std::int64_t gravity_cm_per_s2 = 981;
  // hectograms x permille x cm/s2 / mm2 is exactly pascals: 0.1 x 0.001 x 0.01 / 0.000001 = 1.
  const std::int64_t pascals = mass * share * gravity_cm_per_s2 / area;
  const std::int64_t per_index = pack.number(Number::pascals_per_index);
  const std::int64_t index = (pascals + per_index / 2) / per_index;
  const auto [least, most] = model::limits::intensity;
  return {rung_of(tool), static_cast<std::int32_t>(std::clamp(index, least, most)), pascals};
}

namespace {

/// A rung that is closed is told as a rung; one that is open, by its pressure.
Bar ladder_bar(const Ladder& ladder, const Load& load) {
  const RungLimit& rung = ladder[static_cast<std::size_t>(load.rung - 1)];
  Bar bar{.rule = rung.rule, .by_load = true};
  if (rung.intensity > 0) {
    bar.asked = model::quantity(load.intensity, knowledge::Unit::index);
    bar.limit = model::quantity(rung.intensity, knowledge::Unit::index);
    return bar;
  }
  std::int32_t highest = load.rung;
  while (highest > 1 && ladder[static_cast<std::size_t>(highest - 1)].intensity == 0) --highest;
  bar.asked = model::quantity(load.rung, knowledge::Unit::rung);
  bar.limit = model::quantity(highest, knowledge::Unit::rung);
  return bar;
}

}  // namespace

std::optional<Bar> objection(const Envelope& envelope, const model::Request& request,
                             const Pack& pack, const model::Alternative& choice, SideIndex side) {
  const auto& technique = pack[choice.technique];
  const SideLimits& limits = envelope.areas[technique.area.value][side];
  std::optional<Bar> first;
  const auto offer = [&first](const Bar& bar) {
    if (!first || bar.rule < first->rule) first = bar;
  };
  for (const Bar& bar : limits.bars) offer(bar);
  for (const Bar& bar : envelope.techniques[choice.technique.value]) offer(bar);
  for (const Bar& bar : envelope.tools[choice.tool]) offer(bar);
  const model::Tool& tool = request.tools[choice.tool];
  if (tool.kind != technique.tool && on(RuleCode::own_tools)) offer({.rule = RuleCode::own_tools});
  const bool hard_ball = tool.kind == knowledge::ToolKind::ball && rung_of(tool) > 2;
  if (hard_ball && on(RuleCode::never_zones) && listed(pack, "never_zones", technique.area)) {
    offer({.rule = RuleCode::never_zones, .cause = technique.area});
  }
  if (envelope.lighter_only && choice.variant != knowledge::VariantKind::lighter) {
    offer({.rule = RuleCode::bodies});
  }
  const Load load = load_of(request, pack, choice);
  const RungLimit& rung = limits.ladder[static_cast<std::size_t>(load.rung - 1)];
  const bool needs_lighter = rung.lighter_only && choice.variant != knowledge::VariantKind::lighter;
  if (load.intensity > rung.intensity || needs_lighter || rung.seconds < envelope.dose_min) {
    Bar bar = ladder_bar(limits.ladder, load);
    if (bar.rule == RuleCode::condition) bar.condition = envelope.gentle_condition;
    offer(bar);
  }
  return first;
}

}  // namespace unknot::safety
