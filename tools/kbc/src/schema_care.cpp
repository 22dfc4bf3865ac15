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
  fields.text("name", row.name);
  fields.text("summary", row.summary);
  fields.text("reason", row.reason);
  fields.text("known", row.known);
  fields.choice("basis", row.basis);
  fields.refs("sources", row.sources, Space::source);
  fields.rows({"number", "numbers"}, row.numbers, optional);
  fields.refs("places", row.places, Space::place, optional);
}

void describe(Fields& fields, SettingRow& row) {
  fields.text("id", row.id, id_form | exempt);
  fields.text("name", row.name);
  fields.text("summary", row.summary);
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
  fields.text("name", row.name);
  fields.text("question", row.question);
  fields.text("says", row.says);
  fields.flag("needs_at", row.needs_at);
  fields.group("effects", [&row](Fields& members) { describe(members, row.effects); });
  fields.choice("basis", row.basis);
  fields.refs("sources", row.sources, Space::source);
}

void describe(Fields& fields, RedFlagRow& row) {
  fields.text("id", row.id, id_form | exempt);
  fields.text("name", row.name);
  fields.text("question", row.question);
  fields.choice("urgency", row.urgency);
  fields.text("text", row.text, slotted);
  fields.refs("sources", row.sources, Space::source);
}

void describe(Fields& fields, ClaimRow& row) {
  fields.text("id", row.id, id_form | exempt);
  fields.text("text", row.text, exempt);
  fields.text("known", row.known, exempt);
  fields.choice("kind", row.kind);
  fields.choice("grade", row.grade);
  fields.choice("topic", row.topic);
  fields.ref("place", row.place, Space::place, optional);
  fields.ref("rule", row.rule, Space::rule, optional);
  fields.refs("sources", row.sources, Space::source);
}

void describe(Fields& fields, SentenceRow& row) {
  fields.text("id", row.id, id_form | exempt);
  fields.text("gist", row.gist, exempt);
  fields.refs("claims", row.claims, Space::claim, optional);
  fields.text("no_claim", row.no_claim, optional);
}

void describe(Fields& fields, ActivityRow& row) {
  fields.text("id", row.id, id_form | exempt);
  fields.text("name", row.name);
  fields.texts("aliases", row.aliases, optional | lower_case);
  fields.weights("weights", row.weights);
  fields.text("why", row.why);
  fields.refs("sources", row.sources, Space::source);
}

void describe(Fields& fields, GoalRow& row) {
  fields.choice({"id", "kind"}, row.kind);
  fields.text("name", row.name);
  fields.text("description", row.description);
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
  fields.text("name", row.name);
  fields.texts("territories", row.territories, may_be_empty | exempt);
  fields.refs("sources", row.sources, Space::source);
}

void describe(Fields& fields, PhraseRow& row) {
  fields.text("key", row.key, exempt);
  fields.text("text", row.text, slotted);
}

void describe(Fields& fields, LanguageRow& row) {
  fields.text("id", row.id, tag_form | exempt);
  fields.text("name", row.name);
  fields.rows("phrases", row.phrases, derived);
}

}  // namespace unknot::kbc
