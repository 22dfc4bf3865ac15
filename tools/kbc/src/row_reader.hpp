#pragma once
/// @file
/// Fills one row from one TOML table and complains about every key that is missing, unknown, of
/// the wrong type, out of range or no enumerator. What could be read is kept all the same, so that
/// one slip does not hide the next.

#include <string>
#include <vector>

#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include "fields.hpp"

namespace unknot::kbc {

class RowReader final : public Fields {
 public:
  /// @param title  What the table is called in messages, such as `[[area]]`.
  RowReader(const toml::table& table, std::uint32_t file, std::string title, Complaints& complaints)
      : table_(table), file_(file), title_(std::move(title)), complaints_(complaints) {}

  void text(Key key, Str& field, Traits traits) override;
  void texts(Key key, Many<Str>& field, Traits traits) override;
  void integer(Key key, Int& field, Range range, Traits traits) override;
  void integers(Key key, Many<Int>& field, Range range) override;
  void flag(Key key, Flag& field, Traits traits) override;
  void ref(Key key, Str& field, Space space, Traits traits) override;
  void refs(Key key, Many<Str>& field, Space space, Traits traits) override;
  void weights(Key key, Many<WeightRow>& field) override;
  void position(Key key, Str& id, At<knowledge::Support>& place) override;
  void raw_choice(Key key, At<std::uint8_t>& field, const Choices& choices, Traits traits) override;
  void group(Key key, const std::function<void(Fields&)>& describe_members) override;
  void sub_rows(Key key, const SubRows& rows, Traits traits) override;

  /// To be called after the row was described: complains of keys nobody asked for.
  void finish();

 private:
  const toml::node* find(Key key, Traits traits);
  bool read_text(Key key, const toml::node& node, Str& out, Traits traits);
  bool read_integer(Key key, const toml::node& node, Int& out, Range range);
  const toml::array* array_at(Key key, const toml::node& node, Traits traits);
  void judge_form(Key key, const Str& text, Traits traits);
  void wrong_type(Key key, const toml::node& node, std::string_view expected);
  [[nodiscard]] Where where(const toml::source_region& region) const;

  const toml::table& table_;
  std::uint32_t file_;
  std::string title_;
  Complaints& complaints_;
  std::vector<std::string_view> known_keys_;
};

/// The place of a TOML node in file number `file`.
[[nodiscard]] Where where_of(std::uint32_t file, const toml::source_region& region);

/// What a TOML value is, in words: "text", "a whole number", ...
[[nodiscard]] std::string_view type_in_words(const toml::node& node);

}  // namespace unknot::kbc
