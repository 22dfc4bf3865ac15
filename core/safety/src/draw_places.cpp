// Where: pain and what lies around it, after-effects, wishes, own tools.

#include <algorithm>

#include "envelope_parts.hpp"

namespace unknot::safety {

using knowledge::Number;
using knowledge::RuleCode;
using knowledge::Unit;
using model::AfterEffect;
using model::Feel;
using model::FeelKind;

namespace {

Bar bar_of(RuleCode rule, const Feel& feel) {
  Bar bar{.rule = rule, .cause = feel.at};
  if (feel.level) bar.asked = model::quantity(*feel.level, Unit::level);
  return bar;
}

bool bars(const Drawing& d, const Feel& feel) {
  const bool hurts = feel.kind == FeelKind::pain || feel.kind == FeelKind::injury;
  return hurts || (feel.level && *feel.level >= d.number(Number::bar_level_min));
}

/// Pain whose level nobody told may be bad: it counts as bad enough.
bool pain_of_at_least(const Feel& feel, std::int32_t level) {
  return feel.kind == FeelKind::pain && (!feel.level || *feel.level >= level);
}

bool must_offer(const Drawing& d, const Feel& feel) {
  return feel.kind != FeelKind::injury && listed(d.pack, "around_the_pain", feel.at);
}

/// What a complaint at the low back is owed stays open, however bad it is elsewhere.
Areas not_owed(const Drawing& d, Areas areas) {
  for (const auto& offer : d.envelope.offers) {
    std::erase_if(areas, [&](const auto area) {
      return std::find(offer.begin(), offer.end(), area) != offer.end();
    });
  }
  return areas;
}

void draw_named(const Drawing& d, const Feel& feel) {
  const model::Side side = meant_side(d.pack, feel.at, feel.side);
  const Areas named = with_overlaps(d.pack, named_areas(d.pack, feel.at));
  const Areas around = with_overlaps(d.pack, surrounding_areas(d.pack, feel.at));
  if (on(RuleCode::around_the_pain)) {
    if (bars(d, feel)) d.bar_areas(named, side, bar_of(RuleCode::around_the_pain, feel));
    if (feel.kind == FeelKind::injury) {
      d.bar_areas(around, side, bar_of(RuleCode::around_the_pain, feel));
    }
  }
  const bool severe =
      feel.kind == FeelKind::pain && feel.level && *feel.level >= d.number(Number::refer_level_min);
  if (on(RuleCode::refer) && severe && !must_offer(d, feel)) {
    d.bar_areas(not_owed(d, around), side, bar_of(RuleCode::refer, feel));
  }
}

void draw_loaded(const Drawing& d, const Feel& feel) {
  const bool loaded_hurts =
      pain_of_at_least(feel, d.number(Number::loaded_level_min)) || feel.kind == FeelKind::injury;
  if (on(RuleCode::around_the_pain) && loaded_hurts) {
    d.bar_loaded(feel.at, bar_of(RuleCode::around_the_pain, feel));
  }
}

}  // namespace

void draw_pain(const Drawing& d) {
  for (const Feel& feel : d.request.feel) {
    if (on(RuleCode::never_zones) && must_offer(d, feel)) {
      d.envelope.offers.push_back(surrounding_areas(d.pack, feel.at));
    }
  }
  for (const Feel& feel : d.request.feel) {
    draw_named(d, feel);
    draw_loaded(d, feel);
  }
}

void draw_after_effects(const Drawing& d) {
  if (!on(RuleCode::after_effects)) return;
  for (const auto& h : d.request.history) {
    const bool harm = h.after_effect == AfterEffect::bruise ||
                      h.after_effect == AfterEffect::tingling ||
                      h.after_effect == AfterEffect::swelling;
    if (!harm || h.after_effect_gone) continue;
    d.bar_areas(with_overlaps(d.pack, {h.area}), meant_side(d.pack, h.area, h.side),
                {.rule = RuleCode::after_effects, .cause = h.area});
  }
}

void draw_own_tools(const Drawing& d) {
  if (!on(RuleCode::own_tools)) return;
  const auto& at = d.request.at;
  for (std::size_t t = 0; t < d.pack.techniques.size(); ++t) {
    const auto support = d.pack[d.pack.techniques[t].position].place;
    if (std::find(at.begin(), at.end(), support) == at.end()) {
      d.envelope.techniques[t].push_back({.rule = RuleCode::own_tools});
    }
  }
}

void draw_wishes(const Drawing& d) {
  if (!on(RuleCode::wish)) return;
  for (const auto& avoid : d.request.avoid) {
    d.bar_areas(named_areas(d.pack, avoid.at), meant_side(d.pack, avoid.at, avoid.side),
                {.rule = RuleCode::wish, .cause = avoid.at});
  }
}

}  // namespace unknot::safety
