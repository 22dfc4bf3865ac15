#pragma once
/// @file
/// The rows of `knowledge/` as read: the compiled structs of `unknot/knowledge/types.hpp` with
/// references still by id, owned texts, and every value knowing where it was written. Which
/// members mean what is said there; only what differs is remarked here.

#include "fields.hpp"

namespace unknot::kbc {

struct SourceRow {
  static constexpr std::string_view type = "Source";
  Where where;
  Str id, title, address;
  At<knowledge::Verified> verified;
  Str note;
};

struct MuscleRow {
  static constexpr std::string_view type = "Muscle";
  Where where;
  Str id, name, fma, uberon;
};

/// An `[[area]]`, `[[zone]]` or `[[region]]`; the table decides `kind`.
struct PlaceRow {
  static constexpr std::string_view type = "Place";
  Where where;
  Str id, name, plain;
  At<knowledge::PlaceKind> kind;
  At<knowledge::Sides> sides;
  Str part;
  Many<Str> aliases, muscles, neighbours;
  Many<Str> overlaps;  ///< Derived by arrange().
  Many<Str> covers, around;
  Str landmarks, reason;
  Flag article;
  Many<Str> sources;
};

struct PositionRow {
  static constexpr std::string_view type = "Position";
  Where where;
  Str id;
  At<knowledge::Support> place;
  Str name;
  Int setup_seconds;
};

struct VariantRow {
  static constexpr std::string_view type = "Variant";
  Where where;
  At<knowledge::VariantKind> kind;
  Int load_permille;
  Str how;
  Flag estimated{true, {}};
  Many<Str> sources;
};

struct FaultRow {
  static constexpr std::string_view type = "Fault";
  Where where;
  Str fault, correction;
};

struct TechniqueRow {
  static constexpr std::string_view type = "Technique";
  Where where;
  Str id, name, area;
  At<knowledge::ToolKind> tool;
  At<knowledge::Support> place;
  Str position;
  At<knowledge::Motion> motion;
  At<knowledge::Laterality> laterality;
  Many<Str> loads;
  Int setup_seconds, seconds_per_pass, fit;
  Str start, end, direction;
  Many<Str> clear_of;
  Many<Str> path;  ///< Checked and dumped, not compiled: nothing at run time needs it.
  Many<Str> setup, cues, cautions;
  Many<FaultRow> faults;
  Many<VariantRow> variants;
  Many<Str> sources;
  Str signed_by;
};

struct ToolKindTableRow {
  static constexpr std::string_view type = "ToolKindRow";
  Where where;
  At<knowledge::ToolKind> kind;
  Str name, description, suits;
  Many<Str> sources;
};

struct ContactRow {
  static constexpr std::string_view type = "Contact";
  Where where;
  At<knowledge::ToolKind> kind;
  At<knowledge::Density> density;
  At<knowledge::Surface> surface;
  Int area_mm2;
  Flag estimated{true, {}};
  Many<Str> sources;
};

struct ToolHintRow {
  static constexpr std::string_view type = "ToolHint";
  Where where;
  Str id, test;
};

struct PresetRow {
  static constexpr std::string_view type = "Preset";
  Where where;
  Str id, name;
  At<knowledge::ToolKind> kind;
  At<knowledge::Density> density;
  At<knowledge::Surface> surface;
  At<knowledge::Temperature> temperature;
  Flag vibration;
  Int diameter_mm;
  Many<Str> aliases;
  Str hint;
};

struct NumberRow {
  static constexpr std::string_view type = "NumberRow";
  Where where;
  Str key;
  Int value;
  At<knowledge::Unit> unit;
  At<knowledge::Basis> basis;
  Many<Str> sources;
};

struct RuleRow {
  static constexpr std::string_view type = "Rule";
  Where where;
  Str id;
  Int order;  ///< Gives the order of the table; not compiled.
  Str name, summary, reason, known;
  At<knowledge::Basis> basis;
  Many<Str> sources;
  Many<NumberRow> numbers;
  Many<Str> places;
};

struct SettingRow {
  static constexpr std::string_view type = "Setting";
  Where where;
  Str id, name, summary;
  Many<NumberRow> numbers;
};

struct EffectsRow {
  Flag refuse, ask, bar_at, gentle;
  Flag bar_ball, bar_stick, bar_textured, bar_firm, bar_temperature, bar_vibration;
  Flag refer;
  Many<Str> bar_places, bar_positions;
  Int positions_from_week;
  Str with_pain_at;
};

struct ConditionRow {
  static constexpr std::string_view type = "Condition";
  Where where;
  Str id, name, question, says;
  Flag needs_at;
  EffectsRow effects;
  At<knowledge::Basis> basis;
  Many<Str> sources;
};

struct RedFlagRow {
  static constexpr std::string_view type = "RedFlag";
  Where where;
  Str id, name, question;
  At<knowledge::Urgency> urgency;
  Str text;
  Many<Str> sources;
};

struct ClaimRow {
  static constexpr std::string_view type = "Claim";
  Where where;
  Str id, text, known;
  At<knowledge::ClaimKind> kind;
  At<knowledge::Grade> grade;
  At<knowledge::Topic> topic;
  Str place, rule;
  Many<Str> sources;
};

struct SentenceRow {
  static constexpr std::string_view type = "Sentence";
  Where where;
  Str id, gist;
  Many<Str> claims;
  Str no_claim;
};

struct ActivityRow {
  static constexpr std::string_view type = "Activity";
  Where where;
  Str id, name;
  Many<Str> aliases;
  Many<WeightRow> weights;
  Str why;
  Many<Str> sources;
};

struct GoalRow {
  static constexpr std::string_view type = "Goal";
  Where where;
  At<knowledge::GoalKind> kind;
  Str name, description;
  Many<WeightRow> weights;
  Many<Str> sources;
};

struct DoseRow {
  static constexpr std::string_view type = "Dose";
  Where where;
  Int seconds, response_permille;
  Many<Int> stroke_sets, hold_sets;
};

struct EmergencyNumberRow {
  static constexpr std::string_view type = "EmergencyNumber";
  Where where;
  Str number, name;
  Many<Str> territories, sources;
};

struct PhraseRow {
  static constexpr std::string_view type = "Phrase";
  Where where;
  Str key, text;
};

/// What people type to find a place.
struct AliasesRow {
  static constexpr std::string_view type = "Aliases";
  Where where;
  Str place;
  Many<Str> words;
};

/// A `[[language]]` with the `[phrases]` of its file and its own words of any file:
/// [texts.ID], [say.ID], [sides.ID], [aliases.ID], [numbers.ID], [banned.ID].
struct LanguageRow {
  static constexpr std::string_view type = "Language";
  Where where;
  Str id, name;
  Int letters_per_second;
  Flag names_keep_capital;
  Many<PhraseRow> phrases;
  Many<PhraseRow> texts;    ///< By the English text.
  Many<PhraseRow> set_ups;  ///< By the id of the technique.
  Many<PhraseRow> sides;    ///< By "calves.left".
  Many<AliasesRow> aliases;
  Many<Str> number_words;
  Many<Str> banned, banned_except;
};

}  // namespace unknot::kbc
