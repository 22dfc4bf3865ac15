#pragma once
/// @file
/// What kbc refuses, one function a line of "What kbc refuses" in `knowledge/README.md`. Each
/// reads the tables and complains; none changes anything, and their order does not matter.

#include "names.hpp"

namespace unknot::kbc {

/// What every check is given.
struct Review {
  Tables& tables;  ///< Not changed; descriptions of rows want them mutable.
  const Names& names;
  Complaints& complaints;
};

/// All checks below.
void check_all(const Review& review);

// checks_references.cpp
void check_ids_unique(const Review& review);
void check_references(const Review& review);

// checks_places.cpp
void check_neighbours_mutual(const Review& review);
void check_muscles_whole(const Review& review);
void check_areas_covered(const Review& review);
void check_aliases_unique(const Review& review);
void check_article_areas_have_floor(const Review& review);

// checks_techniques.cpp
void check_loads(const Review& review);
void check_pace(const Review& review);
void check_variants(const Review& review);

// checks_times.cpp
void check_time_steps(const Review& review);

// checks_tools.cpp
void check_tools_have_contact(const Review& review);
void check_contacts_complete(const Review& review);
void check_tool_words_complete(const Review& review);
void check_goals_complete(const Review& review);

// checks_numbers.cpp
void check_numbers_known(const Review& review);
void check_numbers_present(const Review& review);
void check_numbers_agree(const Review& review);

// checks_rules.cpp
void check_rules_known(const Review& review);
void check_rule_order(const Review& review);
void check_rule_places(const Review& review);
void check_doses(const Review& review);

// checks_sources.cpp
void check_sources_hold(const Review& review);
void check_sentences(const Review& review);

// checks_care.cpp
void check_effects(const Review& review);
void check_emergency_texts(const Review& review);
void check_territories(const Review& review);

// checks_words.cpp
void check_banned_words(const Review& review);
void check_stray_slots(const Review& review);
void check_phrases(const Review& review);

// checks_languages.cpp
void check_languages(const Review& review);

}  // namespace unknot::kbc
