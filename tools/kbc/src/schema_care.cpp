// What judging, telling and choosing look like in TOML: rules, conditions, claims, activities,
// languages.

#include <limits>

#include "schema.hpp"

namespace unknot::kbc {

namespace {
constexpr Range any_number{std::numeric_limits<std::int32_t>::min() + 1,
                           std::numeric_limits<std::int32_t>::max()};
constexpr Range any_seconds{1, 600};
constexpr Range any_permille{1, 1000};
}  // namespace

void describe(Fields& fields, NumberRow& row) {
  fields.text("key", row.key, id_form | exempt);
  fields.integer("value", row.value, any_number);
  fields.choice("unit", row.unit);
  fields.choice("basis", row.basis);
  fields.refs("sources", row.sources, Space::source);
}

void describe(Fields& fields, RuleRow& row) {
  fields.text("id", row.id, id_form | exempt);
  fields.integer("order", row.order, any_number, dump_only);
  fields.text("name", row.name, shown);
  fields.text("summary", row.summary, shown);
  fields.text("reason", row.reason, shown);
  fields.text("known", row.known, shown);
  fields.choice("basis", row.basis);
  fields.refs("sources", row.sources, Space::source);
  fields.rows({"number", "numbers"}, row.numbers, optional);
  fields.refs("places", row.places, Space::place, optional);
}

void describe(Fields& fields, SettingRow& row) {
  fields.text("id", row.id, id_form | exempt);
  fields.text("name", row.name, shown);
  fields.text("summary", row.summary, shown);
  fields.rows({"number", "numbers"}, row.numbers);
}

void describe(Fields& fields, EffectsRow& row) {
  fields.flag("refuse", row.refuse);
  fields.flag("ask", row.ask);
  fields.flag("bar_at", row.bar_at);
  fields.flag("gentle", row.gentle);
  fields.flag("bar_ball", row.bar_ball);
  fields.flag("bar_stick", row.bar_stick);
  fields.flag("bar_textured", row.bar_textured);
  fields.flag("bar_firm", row.bar_firm);
  fields.flag("bar_temperature", row.bar_temperature);
  fields.flag("bar_vibration", row.bar_vibration);
  fields.flag("refer", row.refer);
  fields.refs("bar_places", row.bar_places, Space::area, optional);
  fields.refs("bar_positions", row.bar_positions, Space::position, optional);
  fields.integer("positions_from_week", row.positions_from_week, {1, 45}, optional);
  fields.ref("with_pain_at", row.with_pain_at, Space::place, optional);
}

void describe(Fields& fields, ConditionRow& row) {
  fields.text("id", row.id, id_form | exempt);
  fields.text("name", row.name, shown);
  fields.text("question", row.question, shown);
  fields.text("says", row.says, shown);
  fields.flag("needs_at", row.needs_at);
  fields.group("effects", [&row](Fields& members) { describe(members, row.effects); });
  fields.choice("basis", row.basis);
  fields.refs("sources", row.sources, Space::source);
}

void describe(Fields& fields, RedFlagRow& row) {
  fields.text("id", row.id, id_form | exempt);
  fields.text("name", row.name, shown);
  fields.text("question", row.question, shown);
  fields.choice("urgency", row.urgency);
  fields.text("text", row.text, slotted | shown);
  fields.refs("sources", row.sources, Space::source);
}

void describe(Fields& fields, ClaimRow& row) {
  fields.text("id", row.id, id_form | exempt);
  fields.text("text", row.text, exempt | shown);
  fields.text("known", row.known, exempt | shown);
  fields.choice("kind", row.kind);
  fields.choice("grade", row.grade);
  fields.choice("topic", row.topic);
  fields.ref("place", row.place, Space::place, optional);
  fields.ref("rule", row.rule, Space::rule, optional);
  fields.refs("sources", row.sources, Space::source);
}

void describe(Fields& fields, SentenceRow& row) {
  fields.text("id", row.id, id_form | exempt);
  fields.text("gist", row.gist, exempt | shown);
  fields.refs("claims", row.claims, Space::claim, optional);
  fields.text("no_claim", row.no_claim, optional | shown);
}

void describe(Fields& fields, ActivityRow& row) {
  fields.text("id", row.id, id_form | exempt);
  fields.text("name", row.name, shown);
  fields.texts("aliases", row.aliases, optional | lower_case);
  fields.weights("weights", row.weights);
  fields.text("why", row.why, shown);
  fields.refs("sources", row.sources, Space::source);
}

void describe(Fields& fields, GoalRow& row) {
  fields.choice({"id", "kind"}, row.kind);
  fields.text("name", row.name, shown);
  fields.text("description", row.description, shown);
  fields.weights("weights", row.weights);
  fields.refs("sources", row.sources, Space::source);
}

void describe(Fields& fields, DoseRow& row) {
  fields.integer("seconds", row.seconds, any_seconds);
  fields.integer("response_permille", row.response_permille, any_permille);
  fields.integers("stroke_sets", row.stroke_sets, any_seconds);
  fields.integers("hold_sets", row.hold_sets, any_seconds);
}

void describe(Fields& fields, EmergencyNumberRow& row) {
  fields.text("number", row.number, exempt);
  fields.text("name", row.name, shown);
  fields.texts("territories", row.territories, may_be_empty | exempt);
  fields.refs("sources", row.sources, Space::source);
}

void describe(Fields& fields, PhraseRow& row) {
  fields.text("key", row.key, exempt);
  fields.text("text", row.text, slotted);
}

void describe(Fields& fields, AliasesRow& row) {
  fields.text("place", row.place, exempt);
  fields.texts("words", row.words, lower_case);
}

void describe(Fields& fields, LanguageRow& row) {
  fields.text("id", row.id, tag_form | exempt);
  fields.text("name", row.name);
  fields.integer("letters_per_second", row.letters_per_second, {5, 40});
  fields.flag("names_keep_capital", row.names_keep_capital);
  fields.rows("phrases", row.phrases, derived);
  fields.rows("texts", row.texts, derived);
  fields.rows("set_ups", row.set_ups, derived);
  fields.rows("sides", row.sides, derived);
  fields.rows("aliases", row.aliases, derived);
  fields.texts("number_words", row.number_words, derived);
  fields.texts("banned", row.banned, derived | exempt | dump_only);
  fields.texts("banned_except", row.banned_except, derived | exempt | dump_only);
}

}  // namespace unknot::kbc
