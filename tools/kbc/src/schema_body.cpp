// What the body and its techniques look like in TOML: places, positions, techniques, tools.

#include "schema.hpp"

namespace unknot::kbc {

namespace {
constexpr Range any_size{1, 1'000'000};
}

void describe(Fields& fields, SourceRow& row) {
  fields.text("id", row.id, id_form | exempt);
  fields.text("title", row.title, exempt);
  fields.text("address", row.address, may_be_empty | exempt);
  fields.choice("verified", row.verified);
  fields.text("note", row.note, may_be_empty | exempt);
}

void describe(Fields& fields, MuscleRow& row) {
  fields.text("id", row.id, id_form | exempt);
  fields.text("name", row.name, shown);
  fields.text("fma", row.fma, optional | exempt);
  fields.text("uberon", row.uberon, optional | exempt);
}

void describe(Fields& fields, PlaceRow& row) {
  const bool area = row.kind.value == knowledge::PlaceKind::area;
  const Traits of_area = area ? plain_rules : derived;
  const Traits of_others = area ? derived : plain_rules;
  fields.text("id", row.id, id_form | exempt);
  fields.text("name", row.name, shown);
  fields.text("plain", row.plain, shown);
  fields.choice("kind", row.kind, derived);
  fields.choice("sides", row.sides);
  fields.text("part", row.part, id_form | exempt);
  fields.texts("aliases", row.aliases, optional | lower_case);
  fields.refs("muscles", row.muscles, Space::muscle, of_area);
  fields.refs("neighbours", row.neighbours, Space::area, of_area | may_be_empty);
  fields.refs("overlaps", row.overlaps, Space::area, derived);
  fields.refs("covers", row.covers, Space::area, of_others | may_be_empty);
  fields.refs("around", row.around, Space::area, of_others | may_be_empty);
  fields.text("landmarks", row.landmarks, of_area | shown);
  fields.text("reason", row.reason, of_others | shown);
  fields.flag("article", row.article, area ? optional : derived);
  fields.refs("sources", row.sources, Space::source);
}

void describe(Fields& fields, PositionRow& row) {
  fields.text("id", row.id, id_form | exempt);
  fields.choice("place", row.place);
  fields.text("name", row.name, shown);
  fields.integer("setup_seconds", row.setup_seconds, {5, 60});
}

void describe(Fields& fields, VariantRow& row) {
  fields.choice("kind", row.kind);
  fields.integer("load_permille", row.load_permille, {10, 700});
  fields.text("how", row.how, shown);
  fields.flag("estimated", row.estimated);
  fields.refs("sources", row.sources, Space::source);
}

void describe(Fields& fields, FaultRow& row) {
  fields.text("fault", row.fault, shown);
  fields.text("correction", row.correction, shown);
}

void describe(Fields& fields, TechniqueRow& row) {
  fields.text("id", row.id, id_form | exempt);
  fields.text("name", row.name, shown);
  fields.ref("area", row.area, Space::area);
  fields.choice("tool", row.tool);
  fields.choice("place", row.place, dump_only);
  fields.position("position", row.position, row.place);
  fields.choice("motion", row.motion);
  fields.choice("laterality", row.laterality);
  fields.refs("loads", row.loads, Space::place, may_be_empty);
  fields.integer("setup_seconds", row.setup_seconds, {5, 30});
  fields.integer("seconds_per_pass", row.seconds_per_pass, {2, 6}, optional);
  fields.integer("fit", row.fit, {0, 100});
  fields.text("start", row.start, shown);
  fields.text("end", row.end, shown);
  fields.text("direction", row.direction, shown);
  fields.refs("clear_of", row.clear_of, Space::zone, may_be_empty);
  fields.refs("path", row.path, Space::area, dump_only);
  fields.texts("setup", row.setup, shown);
  fields.texts("cues", row.cues, shown);
  fields.texts("cautions", row.cautions, may_be_empty | shown);
  fields.rows({"fault", "faults"}, row.faults);
  fields.rows({"variant", "variants"}, row.variants);
  fields.refs("sources", row.sources, Space::source);
  fields.text("signed_by", row.signed_by, optional | exempt);
}

void describe(Fields& fields, ToolKindTableRow& row) {
  fields.choice({"id", "kind"}, row.kind);
  fields.text("name", row.name, shown);
  fields.text("description", row.description, shown);
  fields.text("suits", row.suits, shown);
  fields.refs("sources", row.sources, Space::source);
}

void describe(Fields& fields, ContactRow& row) {
  fields.choice("kind", row.kind);
  fields.choice("density", row.density);
  fields.choice("surface", row.surface);
  fields.integer("area_mm2", row.area_mm2, any_size);
  fields.flag("estimated", row.estimated);
  fields.refs("sources", row.sources, Space::source);
}

void describe(Fields& fields, ToolHintRow& row) {
  fields.text("id", row.id, id_form | exempt);
  fields.text("test", row.test, shown);
}

void describe(Fields& fields, PresetRow& row) {
  fields.text("id", row.id, id_form | exempt);
  fields.text("name", row.name, shown);
  fields.choice("kind", row.kind);
  fields.choice("density", row.density);
  fields.choice("surface", row.surface);
  fields.choice("temperature", row.temperature, optional);
  fields.flag("vibration", row.vibration);
  fields.integer("diameter_mm", row.diameter_mm, any_size, optional);
  fields.texts("aliases", row.aliases, optional | lower_case);
  fields.text("hint", row.hint, shown);
}

}  // namespace unknot::kbc
