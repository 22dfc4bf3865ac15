#pragma once
/// @file
/// Every table of the knowledge: its rows, its names, and the description of each kind of row.
/// This is the TOML schema of `knowledge/README.md` made executable.

#include "rows.hpp"

namespace unknot::kbc {

/// All rows of all files, in the order of the compiled `Pack`.
struct Tables {
  std::vector<SourceRow> sources;
  std::vector<MuscleRow> muscles;
  std::vector<PlaceRow> places;
  std::vector<PositionRow> positions;
  std::vector<TechniqueRow> techniques;
  std::vector<ToolKindTableRow> tool_kinds;
  std::vector<ContactRow> contacts;
  std::vector<ToolHintRow> tool_hints;
  std::vector<PresetRow> presets;
  std::vector<RuleRow> rules;
  std::vector<SettingRow> settings;
  std::vector<ConditionRow> conditions;
  std::vector<RedFlagRow> red_flags;
  std::vector<ClaimRow> claims;
  std::vector<SentenceRow> sentences;
  std::vector<ActivityRow> activities;
  std::vector<GoalRow> goals;
  std::vector<DoseRow> doses;
  std::vector<EmergencyNumberRow> emergency_numbers;
  std::vector<LanguageRow> languages;
};

/// Calls `visit(member name in Pack, rows)` for every table, in the order of `Pack`.
template <class Visit>
void for_each_table(Tables& tables, Visit&& visit) {
  visit("sources", tables.sources);
  visit("muscles", tables.muscles);
  visit("places", tables.places);
  visit("positions", tables.positions);
  visit("techniques", tables.techniques);
  visit("tool_kinds", tables.tool_kinds);
  visit("contacts", tables.contacts);
  visit("tool_hints", tables.tool_hints);
  visit("presets", tables.presets);
  visit("rules", tables.rules);
  visit("settings", tables.settings);
  visit("conditions", tables.conditions);
  visit("red_flags", tables.red_flags);
  visit("claims", tables.claims);
  visit("sentences", tables.sentences);
  visit("activities", tables.activities);
  visit("goals", tables.goals);
  visit("doses", tables.doses);
  visit("emergency_numbers", tables.emergency_numbers);
  visit("languages", tables.languages);
}

/// Calls `visit(name of the table in TOML, member of Tables)` for every kind of row. Areas, zones
/// and regions are places all.
template <class Visit>
void for_each_row_kind(Visit&& visit) {
  visit("source", &Tables::sources);
  visit("muscle", &Tables::muscles);
  visit("area", &Tables::places);
  visit("zone", &Tables::places);
  visit("region", &Tables::places);
  visit("position", &Tables::positions);
  visit("technique", &Tables::techniques);
  visit("tool_kind", &Tables::tool_kinds);
  visit("contact", &Tables::contacts);
  visit("tool_hint", &Tables::tool_hints);
  visit("preset", &Tables::presets);
  visit("rule", &Tables::rules);
  visit("setting", &Tables::settings);
  visit("condition", &Tables::conditions);
  visit("red_flag", &Tables::red_flags);
  visit("claim", &Tables::claims);
  visit("sentence", &Tables::sentences);
  visit("activity", &Tables::activities);
  visit("goal", &Tables::goals);
  visit("dose", &Tables::doses);
  visit("emergency_number", &Tables::emergency_numbers);
  visit("language", &Tables::languages);
}

/// The name of its table decides what kind of place a row is.
template <class Row>
void set_kind(Row& row, std::string_view table) {
  if constexpr (std::same_as<Row, PlaceRow>) {
    row.kind = {knowledge::parse_enum<knowledge::PlaceKind>(table).value(), row.where};
  }
}

void describe(Fields& fields, SourceRow& row);
void describe(Fields& fields, MuscleRow& row);
void describe(Fields& fields, PlaceRow& row);
void describe(Fields& fields, PositionRow& row);
void describe(Fields& fields, VariantRow& row);
void describe(Fields& fields, FaultRow& row);
void describe(Fields& fields, TechniqueRow& row);
void describe(Fields& fields, ToolKindTableRow& row);
void describe(Fields& fields, ContactRow& row);
void describe(Fields& fields, ToolHintRow& row);
void describe(Fields& fields, PresetRow& row);
void describe(Fields& fields, NumberRow& row);
void describe(Fields& fields, RuleRow& row);
void describe(Fields& fields, SettingRow& row);
void describe(Fields& fields, EffectsRow& row);
void describe(Fields& fields, ConditionRow& row);
void describe(Fields& fields, RedFlagRow& row);
void describe(Fields& fields, ClaimRow& row);
void describe(Fields& fields, SentenceRow& row);
void describe(Fields& fields, ActivityRow& row);
void describe(Fields& fields, GoalRow& row);
void describe(Fields& fields, DoseRow& row);
void describe(Fields& fields, EmergencyNumberRow& row);
void describe(Fields& fields, PhraseRow& row);
void describe(Fields& fields, AliasesRow& row);
void describe(Fields& fields, LanguageRow& row);

/// Every row of every table in turn.
inline void describe_all(Fields& fields, Tables& tables) {
  for_each_table(tables, [&fields](std::string_view, auto& rows) {
    for (auto& row : rows) describe(fields, row);
  });
}

}  // namespace unknot::kbc
