// The TOML files of knowledge/ as one JSON Schema, made from the very descriptions that kbc reads
// rows by, so that an editor completes keys and marks slips while one types.

#include "formats/schema_builder.hpp"
#include "load_words.hpp"
#include "unknot/knowledge/phrases.hpp"

namespace unknot::kbc {

namespace {

using formats::Members;
using formats::Others;
using formats::Schema;

constexpr std::string_view id_pattern = "^[a-z][a-z0-9_]*$";
constexpr std::string_view tag_pattern = "^[A-Za-z0-9][A-Za-z0-9-]*$";

std::string_view name_of(Space space) {
  switch (space) {
    case Space::source: return "source";
    case Space::muscle: return "muscle";
    case Space::area: return "area";
    case Space::zone: return "zone";
    case Space::region: return "region";
    case Space::place: return "place";
    case Space::position: return "position";
    case Space::rule: return "rule";
    case Space::claim: return "claim";
  }
  return {};
}

/// Completes what exists and takes any other id too: a new row may be named before the schema is
/// written anew, and kbc judges references anyhow.
Schema id_in(Space space) {
  Schema known =
      formats::reference(say("../../docs/formats/schema/ids.schema.json#/$defs/", name_of(space)));
  Schema any = formats::any_text().set("pattern", formats::json_text(id_pattern));
  return Schema().set("anyOf",
                      formats::json_list({std::move(known).take(), std::move(any).take()}));
}

/// One kind of row: every member that has a key in TOML.
class RowSchema final : public Fields {
 public:
  void text(Key key, Str&, Traits traits) override { add(key, traits, text_schema(traits)); }
  void texts(Key key, Many<Str>&, Traits traits) override {
    add(key, traits, list(text_schema(traits & ~static_cast<Traits>(may_be_empty)), traits));
  }
  void integer(Key key, Int&, Range range, Traits traits) override {
    add(key, traits, formats::integer({range.least, range.most}));
  }
  void integers(Key key, Many<Int>&, Range range) override {
    add(key, plain_rules, list(formats::integer({range.least, range.most}), plain_rules));
  }
  void flag(Key key, Flag& field, Traits traits) override {
    add(key, traits, formats::boolean().fallback(formats::json_flag(field.value)));
  }
  void ref(Key key, Str&, Space space, Traits traits) override { add(key, traits, id_in(space)); }
  void refs(Key key, Many<Str>&, Space space, Traits traits) override {
    add(key, traits, list(id_in(space), traits));
  }
  void weights(Key key, Many<WeightRow>&) override {
    add(key, plain_rules,
        Schema()
            .set("type", formats::json_text("object"))
            .set("minProperties", formats::json_number(1))
            .set("propertyNames", id_in(Space::area).take())
            .set("additionalProperties", formats::integer({0, 100}).take()));
  }
  void position(Key key, Str&, At<knowledge::Support>&) override {
    add(key, plain_rules, id_in(Space::position));
  }
  void raw_choice(Key key, At<std::uint8_t>&, const Choices& choices, Traits traits) override {
    add(key, traits, formats::one_of(choices.names));
  }
  void group(Key key, const std::function<void(Fields&)>& describe_members) override {
    RowSchema inner;
    describe_members(inner);
    add(key, plain_rules, std::move(inner).take());
  }
  void sub_rows(Key key, const SubRows& rows, Traits traits) override {
    if (has(traits, derived)) return;
    RowSchema inner;
    rows.add({});
    rows.describe(inner, rows.count() - 1);
    add(key, traits, list(std::move(inner).take(), traits));
  }

  [[nodiscard]] Schema take() && { return std::move(members_).object(Others::refused); }

 private:
  static Schema text_schema(Traits traits) {
    Schema schema = has(traits, may_be_empty) ? formats::any_text() : formats::sentence();
    if (has(traits, id_form)) {
      schema.set("pattern", formats::json_text(id_pattern));
    } else if (has(traits, tag_form)) {
      schema.set("pattern", formats::json_text(tag_pattern));
    } else if (has(traits, lower_case)) {
      schema.set("pattern", formats::json_text("^[^A-Z]+$"));
    }
    return schema;
  }
  static Schema list(Schema items, Traits traits) {
    Schema schema = formats::list_of(std::move(items));
    if (has(traits, may_be_empty)) return schema;
    return std::move(schema).set("minItems", formats::json_number(1));
  }
  void add(Key key, Traits traits, Schema schema) {
    if (has(traits, derived)) return;
    if (has(traits, optional)) {
      members_.optional(key.toml, std::move(schema));
    } else {
      members_.required(key.toml, std::move(schema));
    }
  }

  Members members_;
};

Schema phrases() {
  Members members;
  for (const auto& spec : knowledge::phrase_specs) {
    std::string slots{spec.slots};
    std::erase(slots, '!');
    Schema text = formats::sentence();
    if (!slots.empty()) text.set("description", formats::json_text(say("Slots: ", slots)));
    members.required(spec.key, std::move(text));
  }
  return std::move(members).object(Others::refused).says("One sentence a key.");
}

/// An object with any keys, whose values are all of one kind.
Schema map_of(Schema values) {
  return Schema()
      .set("type", formats::json_text("object"))
      .set("additionalProperties", std::move(values).take());
}

/// [texts.es] and its like: by language, then by key.
Schema words_of(std::string_view table) {
  Schema one = formats::sentence();
  if (table == "sides") one = map_of(formats::sentence());
  if (table == "aliases" || table == "numbers" || table == "banned") {
    one = formats::list_of(formats::sentence());
  }
  return map_of(map_of(std::move(one))).says("Words of the languages, by the id of the language.");
}

}  // namespace

Documents row_documents(const Tables&) {
  Members files;
  for_each_row_kind([&files](std::string_view name, auto rows) {
    Tables none;
    auto& row = (none.*rows).emplace_back();
    set_kind(row, name);
    RowSchema one;
    describe(one, row);
    files.optional(name, formats::list_of(std::move(one).take()));
  });
  files.optional("phrases", phrases());
  for (const auto table : words_tables) files.optional(table, words_of(table));
  Schema whole = std::move(files).object(Others::refused);
  Schema titled = Schema()
                      .title("A TOML file of knowledge/")
                      .says("Form alone: what kbc refuses besides is told in knowledge/README.md.");
  return {formats::document(rows_folder, "rows.schema.json",
                            Schema(formats::merged(std::move(titled).take(), whole.json())))};
}

}  // namespace unknot::kbc
