#include "emit_cpp.hpp"

#include "numbers_of.hpp"
#include "unknot/knowledge/pack.hpp"

namespace unknot::kbc {

namespace {

constexpr std::string_view head = R"(// Made by kbc from knowledge/*.toml; changes here are lost.
#include "unknot/knowledge/pack.hpp"

namespace unknot::knowledge {
namespace {
using namespace std::string_view_literals;

)";

std::string octal(unsigned char byte) {
  const auto digit = [byte](unsigned shift) {
    return static_cast<char>('0' + ((static_cast<unsigned>(byte) >> shift) & 7U));
  };
  return {'\\', digit(6), digit(3), digit(0)};
}

std::string index_literal(std::optional<std::size_t> index) {
  return index ? say("{", *index, "}") : "{}";
}

std::string_view index_type(Space space) {
  switch (space) {
    case Space::source: return "SourceIndex";
    case Space::muscle: return "MuscleIndex";
    case Space::rule: return "RuleIndex";
    case Space::claim: return "ClaimIndex";
    case Space::position: return "Text";  // An id stands for its positions at every support.
    default: return "PlaceIndex";
  }
}

/// Renders one row as a braced initialiser; lists inside become arrays named after their path.
class CppFields final : public Fields {
 public:
  CppFields(const Names& names, std::string& arrays, std::string path)
      : names_(names), arrays_(arrays), path_(std::move(path)) {}

  void text(Key key, Str& field, Traits traits) override {
    member(key, cpp_literal(field.value), traits);
  }
  void texts(Key key, Many<Str>& field, Traits traits) override {
    if (has(traits, dump_only)) return;
    std::vector<std::string> items;
    for (const auto& item : field) items.push_back(cpp_literal(item.value));
    member(key, list(key, "Text", items), traits);
  }
  void integer(Key key, Int& field, Range, Traits traits) override {
    member(key, say(field.value), traits);
  }
  void integers(Key key, Many<Int>& field, Range) override {
    std::vector<std::string> items;
    for (const auto& item : field) items.push_back(say(item.value));
    member(key, list(key, "std::int32_t", items), plain_rules);
  }
  void flag(Key key, Flag& field, Traits traits) override {
    member(key, field.value ? "true" : "false", traits);
  }
  void ref(Key key, Str& field, Space space, Traits traits) override {
    member(key, reference(field, space), traits);
  }
  void refs(Key key, Many<Str>& field, Space space, Traits traits) override {
    if (has(traits, dump_only)) return;
    std::vector<std::string> items;
    for (const auto& item : field) items.push_back(reference(item, space));
    member(key, list(key, index_type(space), items), traits);
  }
  void weights(Key key, Many<WeightRow>& field) override {
    std::vector<std::string> items;
    for (const auto& row : field) {
      items.push_back(say("{.area = ", reference(row.area, Space::area),
                          ", .weight = ", row.weight.value, "}"));
    }
    member(key, list(key, "Weight", items), plain_rules);
  }
  void position(Key key, Str& id, At<knowledge::Support>& place) override {
    member(key, index_literal(names_.find_position(id.value, place.value)), plain_rules);
  }
  void raw_choice(Key key, At<std::uint8_t>& field, const Choices& choices,
                  Traits traits) override {
    member(key, say(choices.type, "::", choices.names[field.value]), traits);
  }
  void group(Key key, const std::function<void(Fields&)>& describe_members) override {
    CppFields inner(names_, arrays_, say(path_, "_", key.member));
    describe_members(inner);
    member(key, inner.braced(), plain_rules);
  }
  void sub_rows(Key key, const SubRows& rows, Traits traits) override {
    std::vector<std::string> items;
    for (std::size_t i = 0; i < rows.count(); ++i) {
      CppFields inner(names_, arrays_, say(path_, "_", key.member, "_", i));
      rows.describe(inner, i);
      items.push_back(inner.braced());
    }
    member(key, list(key, rows.type, items), traits);
  }

  [[nodiscard]] std::string braced() const { return say("{", members_, "}"); }

 private:
  void member(Key key, const std::string& value, Traits traits) {
    if (has(traits, dump_only)) return;
    if (!members_.empty()) members_ += ",\n  ";
    members_ += say(".", key.member, " = ", value);
  }

  [[nodiscard]] std::string reference(const Str& id, Space space) const {
    if (space == Space::position) return cpp_literal(id.value);
    return index_literal(names_.find(space, id.value));
  }

  std::string list(Key key, std::string_view type, const std::vector<std::string>& items) {
    if (items.empty()) return "{}";
    const auto name = say(path_, "_", key.member);
    arrays_ += say("constexpr ", type, " ", name, "[] = {");
    for (std::size_t i = 0; i < items.size(); ++i) arrays_ += say(i == 0 ? "" : ", ", items[i]);
    arrays_ += "};\n";
    return name;
  }

  const Names& names_;
  std::string& arrays_;
  std::string path_;
  std::string members_;
};

/// The arrays of one table, and the table.
template <class Rows>
std::string table(std::string_view name, Rows& rows, const Names& names) {
  std::string arrays;
  std::string body;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CppFields fields(names, arrays, say(name, "_", i));
    describe(fields, rows[i]);
    body += say(fields.braced(), ",\n");
  }
  if (rows.empty()) return {};
  return say(arrays, "constexpr ", Rows::value_type::type, " ", name, "[] = {\n", body, "};\n\n");
}

std::string numbers(const Tables& tables) {
  std::string values;
  for (std::size_t i = 0; i < knowledge::number_count; ++i) {
    const auto value = number_of(tables, static_cast<knowledge::Number>(i));
    values += say(i == 0 ? "" : ", ", value.value_or(0));
  }
  return values;
}

}  // namespace

Tables with_english_alone(Tables tables) {
  for (auto& language : tables.languages) {
    if (language.id.value == knowledge::rows_language) continue;
    language = {.where = language.where,
                .id = language.id,
                .name = language.name,
                .letters_per_second = language.letters_per_second,
                .names_keep_capital = language.names_keep_capital};
  }
  return tables;
}

std::string cpp_literal(std::string_view text) {
  std::string literal = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      literal += {'\\', c};
    } else if (c < ' ' || c > '~' || (c == '?' && literal.back() == '?')) {
      literal += octal(static_cast<unsigned char>(c));  // A second ? could make a trigraph.
    } else {
      literal += c;
    }
  }
  return literal + "\"sv";
}

std::string emit_cpp(Tables& tables, const Names& names, std::string_view hash) {
  std::string out{head};
  std::string members = say(".hash = ", cpp_literal(hash));
  for_each_table(tables, [&](std::string_view name, auto& rows) {
    out += table(name, rows, names);
    members += say(",\n    .", name, " = ", rows.empty() ? "{}" : name);
  });
  out += say("constexpr Pack pack{\n    ", members, ",\n    .numbers = {{", numbers(tables),
             "}},\n};\n\n");
  out += "}  // namespace\n\nconst Pack& embedded_pack() { return pack; }\n\n";
  out += "}  // namespace unknot::knowledge\n";
  return out;
}

}  // namespace unknot::kbc
