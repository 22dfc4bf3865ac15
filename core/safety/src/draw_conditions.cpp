// Conditions: each may refuse, ask, bar places, positions or tools, or make the session gentle.

#include <algorithm>

#include "envelope_parts.hpp"

namespace unknot::safety {

using knowledge::Effects;
using knowledge::RuleCode;
using model::AdviceKind;
using model::Change;
using model::ConditionEntry;
using model::StopReason;

namespace {

Bar bar_of(const ConditionEntry& entry, knowledge::PlaceIndex cause = {}) {
  return {.rule = RuleCode::condition, .cause = cause, .condition = entry.id};
}

/// A condition stops once, however often it is named; all that would change it is told together.
void stop(const Drawing& d, const ConditionEntry& entry, Change change) {
  for (model::Refusal& known : d.envelope.stops) {
    if (known.reason != StopReason::condition || known.condition != entry.id) continue;
    auto& changes = known.would_change;
    if (std::find(changes.begin(), changes.end(), change) == changes.end()) {
      changes.push_back(change);
    }
    return;
  }
  d.stop({.reason = StopReason::condition,
          .rule = RuleCode::condition,
          .condition = entry.id,
          .would_change = {change}});
}

bool cleared(const Drawing& d, const ConditionEntry& entry) {
  return entry.cleared_on && *entry.cleared_on <= base::day_of(d.request.now);
}

/// Whether pain or injury was named at `place`, for effects that hold only with it.
bool hurts_at(const Drawing& d, knowledge::PlaceIndex place) {
  return std::any_of(d.request.feel.begin(), d.request.feel.end(), [&](const model::Feel& feel) {
    const bool hurts = feel.kind == model::FeelKind::pain || feel.kind == model::FeelKind::injury;
    return hurts && feel.at == place;
  });
}

void bar_named_place(const Drawing& d, const ConditionEntry& entry) {
  const model::Side side = meant_side(d.pack, entry.at, entry.side);
  Areas areas = named_areas(d.pack, entry.at);
  const Areas around = surrounding_areas(d.pack, entry.at);
  areas.insert(areas.end(), around.begin(), around.end());
  d.bar_areas(with_overlaps(d.pack, areas), side, bar_of(entry, entry.at));
  d.bar_loaded(entry.at, bar_of(entry, entry.at));
}

void bar_fixed_places(const Drawing& d, const ConditionEntry& entry, const Effects& effects) {
  if (effects.with_pain_at.valid() && !hurts_at(d, effects.with_pain_at)) return;
  const Areas areas(effects.bar_places.begin(), effects.bar_places.end());
  d.bar_areas(with_overlaps(d.pack, areas), model::Side::both, bar_of(entry, effects.with_pain_at));
}

void bar_positions(const Drawing& d, const ConditionEntry& entry, const Effects& effects) {
  const bool holds = !entry.weeks || *entry.weeks >= effects.positions_from_week;
  if (!holds) return;
  for (std::size_t t = 0; t < d.pack.techniques.size(); ++t) {
    const auto position = d.pack[d.pack.techniques[t].position].id;
    const auto& barred = effects.bar_positions;
    if (std::find(barred.begin(), barred.end(), position) != barred.end()) {
      d.envelope.techniques[t].push_back(bar_of(entry));
    }
  }
}

bool forbids(const Effects& effects, const model::Tool& tool) {
  using namespace knowledge;
  return (effects.bar_ball && tool.kind == ToolKind::ball) ||
         (effects.bar_stick && tool.kind == ToolKind::stick) ||
         (effects.bar_textured && tool.surface == Surface::textured) ||
         (effects.bar_firm && tool.density == Density::firm) ||
         (effects.bar_temperature && tool.temperature != Temperature::none) ||
         (effects.bar_vibration && tool.vibration);
}

/// Each condition is told once, however often it was named.
void tell(const Drawing& d, const ConditionEntry& entry) {
  auto& advice = d.envelope.advice;
  const bool told = std::any_of(advice.begin(), advice.end(), [&](const model::Advice& a) {
    return a.kind == AdviceKind::condition_limits && a.condition == entry.id;
  });
  if (told) return;
  advice.push_back(
      {.kind = AdviceKind::condition_limits, .rule = RuleCode::condition, .condition = entry.id});
}

void apply(const Drawing& d, const ConditionEntry& entry) {
  const auto& condition = d.pack[entry.id];
  const Effects& effects = condition.effects;
  if (effects.refuse) stop(d, entry, Change::until_it_is_over);
  if (effects.ask && !cleared(d, entry)) stop(d, entry, Change::clear_with_clinician);
  if (condition.needs_at && !entry.at.valid()) stop(d, entry, Change::say_where);
  if (effects.bar_at && entry.at.valid()) bar_named_place(d, entry);
  bar_fixed_places(d, entry, effects);
  bar_positions(d, entry, effects);
  for (std::size_t i = 0; i < d.request.tools.size(); ++i) {
    if (forbids(effects, d.request.tools[i])) d.envelope.tools[i].push_back(bar_of(entry));
  }
  if (effects.gentle) {
    d.envelope.gentle = true;
    if (!d.envelope.gentle_condition.valid()) d.envelope.gentle_condition = entry.id;
  }
  tell(d, entry);
}

}  // namespace

void draw_conditions(const Drawing& d) {
  if (!on(RuleCode::condition)) return;
  for (const ConditionEntry& entry : d.request.conditions) apply(d, entry);
}

}  // namespace unknot::safety
