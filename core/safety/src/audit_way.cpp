// How something may be done: where, with what, in which position, by whom.

#include <algorithm>

#include "audit_internal.hpp"

namespace unknot::safety::auditing {

namespace {

using knowledge::Density;
using knowledge::Effects;
using knowledge::Surface;
using knowledge::Technique;
using knowledge::ToolKind;

constexpr std::array barring_rules{RuleCode::condition, RuleCode::around_the_pain,
                                   RuleCode::after_effects, RuleCode::wish, RuleCode::refer};

void judge_area(const Case& c, const Candidate& way, Breaches& out) {
  if (!way.area.valid()) return;
  for (const RuleCode rule : barring_rules) {
    // What somebody wished is no ceiling: it binds the plan, not what was rolled.
    if (rule == RuleCode::wish && !c.planned()) continue;
    for (SideIndex s = 0; s < model::side_count; ++s) {
      if (!model::counts_for(way.side, s) || !c.bars.has(way.area, s, rule)) continue;
      out.push_back(about_step(rule, way, c.pack[way.area].id));
    }
  }
}

bool too_sore_to_load(const Case& c, const model::Feel& feel) {
  if (feel.kind == model::FeelKind::injury) return true;
  if (feel.kind != model::FeelKind::pain) return false;
  return !feel.level || *feel.level >= c.number(Number::loaded_level_min);
}

/// An injury is too much at any level, so its level is no number to tell.
Measure load_measure(const Case& c, const model::Feel& feel) {
  if (!feel.level || feel.kind == model::FeelKind::injury) return {};
  return measure(*feel.level, c.number(Number::loaded_level_min) - 1, Unit::level);
}

/// A part that hurts carries no weight, on whichever side: propping loads both.
void judge_loads(const Case& c, const Candidate& way, Breaches& out) {
  const Technique& technique = *way.way.technique;
  for (const auto& feel : c.request.feel) {
    if (!listed(technique.loads, feel.at) || !too_sore_to_load(c, feel)) continue;
    out.push_back(about_step(RuleCode::around_the_pain, way, technique.id, load_measure(c, feel)));
  }
  for (const auto& entry : c.request.conditions) {
    const Effects* effects = effects_of(c.pack, entry);
    if (effects == nullptr || !effects->bar_at || !listed(technique.loads, entry.at)) continue;
    out.push_back(about_step(RuleCode::condition, way, technique.id));
  }
}

bool bars_tool(const Effects& effects, const model::Tool& tool) {
  return (effects.bar_ball && tool.kind == ToolKind::ball) ||
         (effects.bar_stick && tool.kind == ToolKind::stick) ||
         (effects.bar_textured && tool.surface == Surface::textured) ||
         (effects.bar_firm && tool.density == Density::firm) ||
         (effects.bar_temperature && tool.temperature != knowledge::Temperature::none) ||
         (effects.bar_vibration && tool.vibration);
}

bool bars_position(const Effects& effects, const model::ConditionEntry& entry,
                   std::string_view position) {
  const bool late_enough = !entry.weeks || *entry.weeks >= effects.positions_from_week;
  const auto& barred = effects.bar_positions;
  return late_enough && std::find(barred.begin(), barred.end(), position) != barred.end();
}

void judge_conditions(const Case& c, const Candidate& way, Breaches& out) {
  for (const auto& entry : c.request.conditions) {
    const Effects* effects = effects_of(c.pack, entry);
    if (effects == nullptr) continue;
    if (way.way.tool != nullptr && bars_tool(*effects, *way.way.tool)) {
      out.push_back(about_step(RuleCode::condition, way, way.way.tool->id));
    }
    if (way.way.technique == nullptr) continue;
    const knowledge::Text position = c.pack[way.way.technique->position].id;
    if (bars_position(*effects, entry, position)) {
      out.push_back(about_step(RuleCode::condition, way, position));
    }
  }
}

void judge_ball(const Case& c, const Candidate& way, Breaches& out) {
  const model::Tool* tool = way.way.tool;
  if (tool == nullptr || tool->kind != ToolKind::ball || !way.area.valid()) return;
  const bool hard = tool->density == Density::firm || tool->surface == Surface::textured;
  if (!hard || !listed(places_of(c.pack, RuleCode::never_zones), way.area)) return;
  out.push_back(about_step(RuleCode::never_zones, way, tool->id));
}

void judge_fit(const Case& c, const Candidate& way, Breaches& out) {
  const Technique& technique = *way.way.technique;
  if (way.way.tool != nullptr && way.way.tool->kind != technique.tool) {
    out.push_back(about_step(RuleCode::own_tools, way, way.way.tool->id));
  }
  if (way.area.valid() && technique.area != way.area) {
    out.push_back(about_step(RuleCode::own_tools, way, technique.id));
  }
  if (!c.planned()) return;
  const knowledge::Support place = c.pack[technique.position].place;
  if (std::find(c.request.at.begin(), c.request.at.end(), place) == c.request.at.end()) {
    out.push_back(about_step(RuleCode::own_tools, way, knowledge::name_of(place)));
  }
}

void judge_body(const Case& c, const Candidate& way, Breaches& out) {
  const knowledge::Support place = c.pack[way.way.technique->position].place;
  const bool never_down = c.request.person.floor_transfer == model::FloorTransfer::no;
  if (never_down && place == knowledge::Support::floor) {
    out.push_back(about_step(RuleCode::bodies, way, knowledge::name_of(place)));
  }
  if (way.way.variant == nullptr || !slow_body(c)) return;
  const knowledge::VariantKind kind = way.way.variant->kind;
  if (kind == knowledge::VariantKind::lighter) return;
  out.push_back(about_step(RuleCode::bodies, way, knowledge::name_of(kind)));
}

/// Whether no earlier step uses the position of step `i`.
bool opens_position(const Case& c, std::size_t i) {
  const auto position = c.steps[i].own.way.technique->position;
  return std::none_of(c.steps.begin(), c.steps.begin() + static_cast<std::ptrdiff_t>(i),
                      [&](const Step& earlier) {
                        const Technique* technique = earlier.own.way.technique;
                        return technique != nullptr && technique->position == position;
                      });
}

}  // namespace

void judge_way(const Case& c, const Candidate& way, Breaches& out) {
  judge_area(c, way, out);
  judge_conditions(c, way, out);
  judge_ball(c, way, out);
  if (way.way.technique == nullptr) return;
  judge_loads(c, way, out);
  judge_fit(c, way, out);
  if (c.planned()) judge_body(c, way, out);
}

void judge_setup(const Case& c, Breaches& out) {
  if (!slow_body(c)) return;
  const std::int64_t factor = c.number(Number::slow_setup_factor);
  for (std::size_t i = 0; i < c.steps.size(); ++i) {
    const Technique* technique = c.steps[i].own.way.technique;
    if (technique == nullptr) continue;
    std::int64_t once = technique->setup_seconds;
    if (opens_position(c, i)) once += c.pack[technique->position].setup_seconds;
    const std::int32_t given = c.steps[i].words->setup_seconds;
    if (given >= factor * once) continue;
    out.push_back(about_step(RuleCode::bodies, c.steps[i].own, "setup_seconds",
                             measure(given, factor * once, Unit::second)));
  }
}

}  // namespace unknot::safety::auditing
