// Advice that goes with a plan: when to have something looked at, and what else to mind.

#include <algorithm>

#include "envelope_parts.hpp"

namespace unknot::safety {

using knowledge::Number;
using knowledge::RuleCode;
using knowledge::Unit;
using model::AdviceKind;
using model::Feel;
using model::FeelKind;
using model::Side;

namespace {

bool one_sided_soreness(const Drawing& d, const Feel& feel) {
  const bool sore = feel.kind == FeelKind::sore || feel.kind == FeelKind::pain;
  const bool one_sided = feel.side == Side::left || feel.side == Side::right;
  const Areas named = named_areas(d.pack, feel.at);
  const bool leg = listed(d.pack, "refer", feel.at) ||
                   std::any_of(named.begin(), named.end(),
                               [&](const auto area) { return listed(d.pack, "refer", area); });
  return sore && one_sided && leg;
}

void draw_refer(const Drawing& d) {
  if (!on(RuleCode::refer)) return;
  auto& advice = d.envelope.advice;
  for (const Feel& feel : d.request.feel) {
    if (one_sided_soreness(d, feel)) {
      advice.push_back({.kind = AdviceKind::check_for_clot, .at = feel.at, .side = feel.side});
    }
    const bool hurts = feel.kind == FeelKind::pain || feel.kind == FeelKind::injury;
    const bool severe = hurts && feel.level && *feel.level >= d.number(Number::refer_level_min);
    if (severe) {
      advice.push_back({.kind = AdviceKind::see_a_clinician,
                        .at = feel.at,
                        .side = feel.side,
                        .amount = model::quantity(*feel.level, Unit::level)});
    }
  }
  for (const auto& entry : d.request.conditions) {
    if (d.pack[entry.id].effects.refer) {
      advice.push_back({.kind = AdviceKind::condition_refer, .condition = entry.id});
    }
  }
}

/// Left and right of an area for one reason are told in one sentence.
void add_softer(const Drawing& d, const model::History& h, model::Advice advice) {
  advice.at = h.area;
  advice.side = meant_side(d.pack, h.area, h.side);
  for (model::Advice& other : d.envelope.advice) {
    const bool alike = other.kind == advice.kind && other.at == advice.at;
    if (!alike || other.amount.value != advice.amount.value) continue;
    if (other.side != advice.side) other.side = Side::both;
    return;
  }
  d.envelope.advice.push_back(advice);
}

/// What history makes softer than it was.
void draw_softer(const Drawing& d) {
  for (const model::History& h : d.request.history) {
    if (on(RuleCode::soft_first)) {
      const RuleCode rule = RuleCode::soft_first;
      if (sore_for_long(h)) {
        add_softer(d, h, {.kind = AdviceKind::softer_after_soreness, .rule = rule});
      }
      if (const auto level = too_strong(d, h)) {
        add_softer(d, h,
                   {.kind = AdviceKind::softer_after_strong,
                    .rule = rule,
                    .amount = model::quantity(*level, Unit::level)});
      }
    }
    // While it is not gone the area is left out, which is told there.
    if (on(RuleCode::after_effects) && h.after_effect_gone && is_harm(h.after_effect)) {
      add_softer(d, h, {.kind = AdviceKind::softer_after_harm, .rule = RuleCode::after_effects});
    }
  }
}

}  // namespace

void draw_advice(const Drawing& d) {
  draw_refer(d);
  auto& advice = d.envelope.advice;
  const auto& r = d.request;
  const bool warm_up = r.starts_in_minutes || r.goal == knowledge::GoalKind::warm_up;
  if (warm_up && on(RuleCode::warm_up_cap)) {
    advice.push_back(
        {.kind = AdviceKind::move_after_rolling,
         .rule = RuleCode::warm_up_cap,
         .amount = model::quantity(d.number(Number::warm_up_moving_minutes), Unit::minute)});
  }
  const std::int32_t most = d.number(Number::budget_max_minutes);
  if (r.minutes > most && on(RuleCode::budget)) {
    advice.push_back({.kind = AdviceKind::shorter_is_enough,
                      .rule = RuleCode::budget,
                      .amount = model::quantity(most, Unit::minute)});
  }
  draw_softer(d);
  const bool unknown = std::any_of(r.history.begin(), r.history.end(), [](const auto& h) {
    return h.after_effect == model::AfterEffect::unknown;
  });
  if (unknown) {
    advice.push_back({.kind = AdviceKind::tell_next_time, .rule = RuleCode::after_effects});
  }
}

}  // namespace unknot::safety
