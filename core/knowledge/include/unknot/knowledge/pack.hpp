#pragma once
/// @file
/// The compiled knowledge pack: every table of `knowledge/` and its lookups.
///
/// `embedded_pack()` is the only pack in a shipped program. Tests copy the struct and replace a
/// table to see what happens when one row differs; nothing in the core holds a global.

#include <array>
#include <cstdint>
#include <optional>

#include "unknot/knowledge/numbers.hpp"
#include "unknot/knowledge/types.hpp"

namespace unknot::knowledge {

/// What people type to find a place.
struct Aliases {
  Text place;  ///< Id.
  List<Text> words;
};

/// One language of `knowledge/lang`. Rows are written in English; the other languages hold their
/// words for every text of a row that people read or hear. All lists are sorted by key.
struct Language {
  Text id;                               ///< BCP 47, such as `en`.
  Text name;                             ///< In the language itself.
  std::int32_t letters_per_second = 15;  ///< Of a calm voice, spaces and marks included.
  bool names_keep_capital = false;       ///< In the middle of a sentence, as in German.
  List<Phrase> phrases;
  List<Phrase> texts;    ///< By the English text of the row; English has none.
  List<Phrase> set_ups;  ///< By technique: its set-up as it is spoken, short.
  List<Phrase> sides;    ///< By "calves.left": the side's name, in gender and number.
  List<Aliases> aliases;
  List<Text> number_words;  ///< 0 to 99.
};

struct Pack {
  Text hash;  ///< SHA-256 over the canonical dump of all tables, 64 lower-case hex digits.
  List<Source> sources;
  List<Muscle> muscles;
  List<Place> places;  ///< Areas first, then zones, then regions; each group sorted by id.
  List<Position> positions;
  List<Technique> techniques;
  List<ToolKindRow> tool_kinds;
  List<Contact> contacts;
  List<ToolHint> tool_hints;
  List<Preset> presets;
  List<Rule> rules;  ///< In the order they are applied.
  List<Setting> settings;
  List<Condition> conditions;
  List<RedFlag> red_flags;
  List<Claim> claims;
  List<Sentence> sentences;
  List<Activity> activities;
  List<Goal> goals;
  List<Dose> doses;  ///< By rising seconds.
  List<EmergencyNumber> emergency_numbers;
  List<Language> languages;
  std::array<std::int32_t, number_count> numbers{};  ///< By `Number`.

  [[nodiscard]] constexpr std::int32_t number(Number n) const {
    return numbers[static_cast<std::size_t>(n)];
  }
  [[nodiscard]] const Place& operator[](PlaceIndex i) const { return places[i.value]; }
  [[nodiscard]] const Source& operator[](SourceIndex i) const { return sources[i.value]; }
  [[nodiscard]] const Muscle& operator[](MuscleIndex i) const { return muscles[i.value]; }
  [[nodiscard]] const Position& operator[](PositionIndex i) const { return positions[i.value]; }
  [[nodiscard]] const Technique& operator[](TechniqueIndex i) const { return techniques[i.value]; }
  [[nodiscard]] const Rule& operator[](RuleIndex i) const { return rules[i.value]; }
  [[nodiscard]] const Condition& operator[](ConditionIndex i) const { return conditions[i.value]; }
  [[nodiscard]] const RedFlag& operator[](RedFlagIndex i) const { return red_flags[i.value]; }
  [[nodiscard]] const Claim& operator[](ClaimIndex i) const { return claims[i.value]; }
  [[nodiscard]] const Activity& operator[](ActivityIndex i) const { return activities[i.value]; }
  [[nodiscard]] const Preset& operator[](PresetIndex i) const { return presets[i.value]; }
};

/// The pack built into this program. O(1); never fails.
[[nodiscard]] const Pack& embedded_pack();

// Lookups by id; an unset index when there is none. O(rows).
[[nodiscard]] PlaceIndex find_place(const Pack& pack, Text id);
[[nodiscard]] TechniqueIndex find_technique(const Pack& pack, Text id);
[[nodiscard]] RuleIndex find_rule(const Pack& pack, Text id);
[[nodiscard]] ConditionIndex find_condition(const Pack& pack, Text id);
[[nodiscard]] RedFlagIndex find_red_flag(const Pack& pack, Text id);
[[nodiscard]] ActivityIndex find_activity(const Pack& pack, Text id);
[[nodiscard]] PresetIndex find_preset(const Pack& pack, Text id);
[[nodiscard]] const Goal* find_goal(const Pack& pack, GoalKind kind);
[[nodiscard]] const Variant* find_variant(const Technique& technique, VariantKind kind);

/// The language that rows are written in.
inline constexpr Text rows_language = "en";

/// The language with this id; English when there is none, or it has no words (words.hpp).
[[nodiscard]] const Language& language_of(const Pack& pack, Text id);

/// The text of `key`; empty when there is none. O(log n).
[[nodiscard]] Text find_phrase(List<Phrase> phrases, Text key);

/// Areas come first in `places`, so an area's index is below this count.
[[nodiscard]] std::size_t area_count(const Pack& pack);

/// Contact area in mm2; the smallest known for the kind when the pair has no row of its own.
[[nodiscard]] std::int32_t contact_area_mm2(const Pack& pack, ToolKind kind, Density density,
                                            Surface surface);

}  // namespace unknot::knowledge
