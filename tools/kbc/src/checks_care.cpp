// Conditions, red flags and emergency numbers: what keeps a person safe must be complete.

#include <algorithm>

#include "checks.hpp"
#include "slots.hpp"

namespace unknot::kbc {

namespace {

bool has_effect(const EffectsRow& effects) {
  const auto& e = effects;
  return e.refuse.value || e.ask.value || e.bar_at.value || e.gentle.value || e.bar_ball.value ||
         e.bar_stick.value || e.bar_textured.value || e.bar_firm.value || e.bar_temperature.value ||
         e.bar_vibration.value || e.refer.value || !e.bar_places.empty() ||
         !e.bar_positions.empty();
}

}  // namespace

void check_effects(const Review& review) {
  for (const auto& condition : review.tables.conditions) {
    const auto& effects = condition.effects;
    if (!has_effect(effects)) {
      review.complaints.add(condition.where, say("condition ", ticked(condition.id.value),
                                                 " has no effect; expected at least one"));
    }
    if (effects.bar_at.value && !condition.needs_at.value) {
      review.complaints.add(effects.bar_at.where,
                            "`bar_at` needs `needs_at = true`; without a "
                            "place there is nothing to bar");
    }
    if (effects.positions_from_week.given() && effects.bar_positions.empty()) {
      review.complaints.add(effects.positions_from_week.where,
                            "`positions_from_week` needs `bar_positions`");
    }
    if (effects.with_pain_at.given() && effects.bar_places.empty()) {
      review.complaints.add(effects.with_pain_at.where, "`with_pain_at` needs `bar_places`");
    }
  }
}

void check_emergency_texts(const Review& review) {
  for (const auto& flag : review.tables.red_flags) {
    if (!flag.text.given()) continue;
    const auto slots = slots_of(flag.text.value);
    if (!slots.wrong.empty()) review.complaints.add(flag.text.where, say("`text`: ", slots.wrong));
    for (const auto name : slots.names) {
      if (name == "number") continue;
      review.complaints.add(flag.text.where, say("`text` has the slot ", ticked(name),
                                                 "; expected {number} or none"));
    }
    const bool calls = std::ranges::find(slots.names, "number") != slots.names.end();
    if (flag.urgency.given() && flag.urgency.value == knowledge::Urgency::emergency && !calls) {
      review.complaints.add(flag.text.where, "the text of an emergency has no slot {number}");
    }
  }
}

void check_territories(const Review& review) {
  const auto is_code = [](std::string_view text) {
    return text.size() == 2 &&
           std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
  };
  for (const auto& number : review.tables.emergency_numbers) {
    for (const auto& code : number.territories) {
      if (is_code(code.value)) continue;
      review.complaints.add(code.where, say("territory ", ticked(code.value),
                                            "; expected two capital letters (ISO 3166 alpha-2)"));
    }
  }
}

}  // namespace unknot::kbc
