#pragma once
/// @file
/// The meeting point of rows and what is done with them. Each kind of row is described once
/// (schema.hpp), member by member in the order of the compiled struct; reading, resolving,
/// checking words, dumping and emitting are visitors of that one description, so a new member is
/// one new line and can be forgotten nowhere.

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "complaints.hpp"
#include "unknot/knowledge/enums.hpp"

namespace unknot::kbc {

/// A value and where it was written; `where` unknown: it was not.
template <class T>
struct At {
  T value{};
  Where where;
  [[nodiscard]] bool given() const { return where.known(); }
};
using Str = At<std::string>;
using Int = At<std::int32_t>;
using Flag = At<bool>;

/// A list and where it was written.
template <class T>
struct Many {
  std::vector<T> items;
  Where where;
  [[nodiscard]] bool given() const { return where.known(); }
  [[nodiscard]] bool empty() const { return items.empty(); }
  [[nodiscard]] std::size_t size() const { return items.size(); }
  [[nodiscard]] auto begin() { return items.begin(); }
  [[nodiscard]] auto end() { return items.end(); }
  [[nodiscard]] auto begin() const { return items.begin(); }
  [[nodiscard]] auto end() const { return items.end(); }
};

/// Share of one area in an activity or goal.
struct WeightRow {
  Str area;
  Int weight;
};

/// What a member is called in TOML and in the compiled struct, mostly the same.
struct Key {
  std::string_view toml;
  std::string_view member;
  constexpr Key(const char* both) : toml(both), member(both) {}  // NOLINT: meant to convert
  constexpr Key(std::string_view in_toml, std::string_view in_struct)
      : toml(in_toml), member(in_struct) {}
};

/// Traits of a member, to be or-ed; by default required, not empty, prose.
enum Trait : std::uint32_t {
  plain_rules = 0,
  optional = 1U << 0U,
  may_be_empty = 1U << 1U,
  exempt = 1U << 2U,    ///< Not our words, or no prose: banned words are let through.
  slotted = 1U << 3U,   ///< Holds {slots}, judged elsewhere.
  id_form = 1U << 4U,   ///< `[a-z][a-z0-9_]*`
  tag_form = 1U << 5U,  ///< A language tag (BCP 47): letters, digits, hyphens.
  lower_case = 1U << 6U,
  derived = 1U << 7U,    ///< No TOML key; in the pack all the same.
  dump_only = 1U << 8U,  ///< In TOML and in the dump, not in the compiled struct.
  shown = 1U << 9U,      ///< People read or hear it: every language must have words for it.
};
using Traits = std::uint32_t;
[[nodiscard]] constexpr bool has(Traits traits, Trait trait) { return (traits & trait) != 0; }

struct Range {
  std::int32_t least = 0;
  std::int32_t most = 0;
};

/// What a reference may name.
enum class Space : std::uint8_t {
  source,
  muscle,
  area,
  zone,
  region,
  place,
  position,
  rule,
  claim
};

/// An enumeration with its type forgotten: names in the order of their values from 0.
struct Choices {
  std::string_view type;
  std::vector<std::string_view> names;
};

template <class E>
[[nodiscard]] Choices choices_of() {
  Choices choices{knowledge::EnumNames<E>::type, {}};
  for (const auto& row : knowledge::EnumNames<E>::all) choices.names.push_back(row.name);
  return choices;
}

class Fields;

/// Rows inside a row, with their type forgotten.
struct SubRows {
  std::string_view type;  ///< Of the compiled struct.
  std::function<std::size_t()> count;
  std::function<void(Where)> add;
  std::function<void(Fields&, std::size_t)> describe;
};

/// What visits the members of a row. Every method does nothing by default, so that a visitor names
/// only what it cares for; a visitor may change the values (the reader does). Virtual, so that the
/// descriptions are compiled once and not once per visitor.
class Fields {
 public:
  Fields() = default;
  Fields(const Fields&) = delete;
  Fields& operator=(const Fields&) = delete;
  virtual ~Fields() = default;

  virtual void text(Key, Str&, Traits = plain_rules) {}
  virtual void texts(Key, Many<Str>&, Traits = plain_rules) {}
  virtual void integer(Key, Int&, Range, Traits = plain_rules) {}
  virtual void integers(Key, Many<Int>&, Range) {}
  virtual void flag(Key, Flag&, Traits = optional) {}
  virtual void ref(Key, Str&, Space, Traits = plain_rules) {}
  virtual void refs(Key, Many<Str>&, Space, Traits = plain_rules) {}
  virtual void weights(Key, Many<WeightRow>&) {}
  /// The id of a position; together with the support it names one row.
  virtual void position(Key, Str& /*id*/, At<knowledge::Support>&) {}
  virtual void raw_choice(Key, At<std::uint8_t>&, const Choices&, Traits) {}
  /// Members of a sub-table.
  virtual void group(Key, const std::function<void(Fields&)>& describe_members) {
    describe_members(*this);
  }
  virtual void sub_rows(Key, const SubRows& rows, Traits) {
    for (std::size_t i = 0; i < rows.count(); ++i) rows.describe(*this, i);
  }

  template <class E>
  void choice(Key key, At<E>& field, Traits traits = plain_rules) {
    At<std::uint8_t> raw{static_cast<std::uint8_t>(field.value), field.where};
    raw_choice(key, raw, choices_of<E>(), traits);
    field = {static_cast<E>(raw.value), raw.where};
  }

  template <class Row>
  void rows(Key key, Many<Row>& rows, Traits traits = plain_rules) {
    const SubRows erased{
        Row::type,
        [&rows] { return rows.size(); },
        [&rows](Where where) { rows.items.emplace_back().where = where; },
        [&rows](Fields& fields, std::size_t i) { describe(fields, rows.items[i]); },
    };
    sub_rows(key, erased, traits);
  }
};

}  // namespace unknot::kbc
