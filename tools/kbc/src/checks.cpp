#include "checks.hpp"

namespace unknot::kbc {

void check_all(const Review& review) {
  using Check = void (*)(const Review&);
  constexpr Check checks[] = {
      check_ids_unique,
      check_references,
      check_neighbours_mutual,
      check_muscles_whole,
      check_areas_covered,
      check_aliases_unique,
      check_article_areas_have_floor,
      check_loads,
      check_pace,
      check_variants,
      check_time_steps,
      check_tools_have_contact,
      check_contacts_complete,
      check_tool_words_complete,
      check_numbers_known,
      check_numbers_present,
      check_numbers_agree,
      check_rules_known,
      check_rule_order,
      check_rule_places,
      check_doses,
      check_sources_hold,
      check_sentences,
      check_effects,
      check_emergency_texts,
      check_territories,
      check_goals_complete,
      check_banned_words,
      check_stray_slots,
      check_phrases,
      check_languages,
  };
  for (const auto check : checks) check(review);
}

}  // namespace unknot::kbc
