#pragma once
/// @file
/// The envelope is drawn rule by rule; each of these tightens it by one rule and loosens nothing.

#include <optional>

#include "places.hpp"
#include "rule_switch.hpp"
#include "unknot/safety/envelope.hpp"

namespace unknot::safety {

/// Longer than any dose: where one rule sets no limit, others do.
inline constexpr std::int32_t no_limit_seconds = 600;

/// What every part needs, together.
struct Drawing {
  const model::Request& request;
  const knowledge::Pack& pack;
  Envelope& envelope;

  [[nodiscard]] std::int32_t number(knowledge::Number n) const { return pack.number(n); }
  void bar_areas(const Areas& areas, model::Side side, const Bar& bar) const;
  void bar_loaded(knowledge::PlaceIndex part, const Bar& bar) const;
  void stop(model::Refusal refusal) const { envelope.stops.push_back(std::move(refusal)); }
};

/// What makes the tools of an area softer than last time, and is told with the plan.
[[nodiscard]] inline bool sore_for_long(const model::History& h) {
  return h.after_effect == model::AfterEffect::sore_over_48h;
}
[[nodiscard]] inline bool is_harm(model::AfterEffect effect) {
  return effect == model::AfterEffect::bruise || effect == model::AfterEffect::tingling ||
         effect == model::AfterEffect::swelling;
}
/// The highest level lately, when it was high enough to step back for.
[[nodiscard]] std::optional<std::int32_t> too_strong(const Drawing& d, const model::History& h);

void draw_screening(const Drawing& d);
void draw_bodies(const Drawing& d);
void draw_conditions(const Drawing& d);
void draw_pain(const Drawing& d);
void draw_after_effects(const Drawing& d);
void draw_own_tools(const Drawing& d);
void draw_wishes(const Drawing& d);
void draw_ladders(const Drawing& d);
void draw_doses(const Drawing& d);
void draw_budget(const Drawing& d);
void draw_advice(const Drawing& d);

}  // namespace unknot::safety
