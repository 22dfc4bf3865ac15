#pragma once
/// @file
/// Walks over the texts of rows.

#include "schema.hpp"
#include "unknot/knowledge/pack.hpp"

namespace unknot::kbc {

using knowledge::rows_language;

/// Shows every text with its traits to a function.
class EachText final : public Fields {
 public:
  using See = std::function<void(const Str&, Traits)>;
  explicit EachText(See see) : see_(std::move(see)) {}
  void text(Key, Str& field, Traits traits) override { see_(field, traits); }
  void texts(Key, Many<Str>& field, Traits traits) override {
    for (const auto& item : field) see_(item, traits);
  }

 private:
  See see_;
};

/// Every row save those of languages, which have texts of their own kind.
inline void each_row_but_languages(Fields& fields, Tables& tables) {
  for_each_table(tables, [&fields](std::string_view name, auto& rows) {
    if (name == "languages") return;
    for (auto& row : rows) describe(fields, row);
  });
}

}  // namespace unknot::kbc
