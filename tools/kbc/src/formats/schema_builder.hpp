#pragma once
/// @file
/// JSON Schema (draft 2020-12) piece by piece. Ranges, words and ids are always given from the
/// tables that the readers use; nothing here knows the domain.

#include <string>
#include <string_view>
#include <vector>

#include "documents.hpp"
#include "unknot/base/json.hpp"
#include "unknot/model/limits.hpp"

namespace unknot::kbc::formats {

using base::Json;

[[nodiscard]] Json json_text(std::string_view text);
[[nodiscard]] Json json_number(std::int64_t value);
[[nodiscard]] Json json_tenths(std::int64_t tenths);
[[nodiscard]] Json json_flag(bool value);
[[nodiscard]] Json json_list(std::vector<Json> items = {});
[[nodiscard]] Json json_object();

/// One schema. Each method adds keywords and gives the schema back.
class Schema {
 public:
  Schema() : json_(json_object()) {}
  /// An object already made.
  explicit Schema(Json json) : json_(std::move(json)) {}

  Schema& set(std::string_view keyword, Json value) &;
  Schema&& set(std::string_view keyword, Json value) && {
    return std::move(set(keyword, std::move(value)));
  }
  Schema&& title(std::string_view text) && {
    return std::move(*this).set("title", json_text(text));
  }
  Schema&& says(std::string_view text) && {
    return std::move(*this).set("description", json_text(text));
  }
  Schema&& fallback(Json value) && { return std::move(*this).set("default", std::move(value)); }
  /// Nothing said: the field may be null too, which is as if it were absent.
  Schema&& or_null() &&;

  [[nodiscard]] Json take() && { return std::move(json_); }
  [[nodiscard]] const Json& json() const { return json_; }

 private:
  Json json_;
};

[[nodiscard]] Schema integer(model::Range range);
[[nodiscard]] Schema integer();
/// A number with at most one decimal; the range in tenths. The decimals are said in words: no
/// reader of floats can tell 70.4 from a multiple of 0.1.
[[nodiscard]] Schema tenths(model::Range range_in_tenths);
[[nodiscard]] Schema boolean();
[[nodiscard]] Schema text(std::size_t most);
[[nodiscard]] Schema any_text();
[[nodiscard]] Schema sentence();
[[nodiscard]] Schema instant();
[[nodiscard]] Schema day();
[[nodiscard]] Schema exactly(std::string_view text);
[[nodiscard]] Schema one_of(const std::vector<std::string_view>& words);
[[nodiscard]] Schema list_of(Schema items);
[[nodiscard]] Schema list_of(Schema items, std::size_t most);
/// Any list with so many entries at least or at most.
[[nodiscard]] Schema list_with(std::string_view bound, std::int64_t entries);
[[nodiscard]] Schema reference(std::string_view to);
/// The hash of the knowledge.
[[nodiscard]] Schema pack_hash();
/// An id of the catalogue, from ids.schema.json.
[[nodiscard]] Schema id_of(std::string_view kind);

template <class E>
[[nodiscard]] Schema choice() {
  std::vector<std::string_view> words;
  for (const auto& row : knowledge::EnumNames<E>::all) words.push_back(row.name);
  return one_of(words);
}
template <class E>
[[nodiscard]] Json word(E value) {
  return json_text(knowledge::name_of(value));
}

/// What readers do with fields that they do not know.
enum class Others : std::uint8_t { refused, ignored };

/// An object, field by field.
class Members {
 public:
  Members& required(std::string_view name, Schema schema) &;
  Members& optional(std::string_view name, Schema schema) &;
  Members&& required(std::string_view name, Schema schema) && {
    return std::move(required(name, std::move(schema)));
  }
  Members&& optional(std::string_view name, Schema schema) && {
    return std::move(optional(name, std::move(schema)));
  }
  [[nodiscard]] Schema object(Others others) &&;

 private:
  std::vector<Json> required_;
  Json properties_ = json_object();
};

/// `{"if": when, "then": then, "else": otherwise}` added to `schema`.
[[nodiscard]] Schema with_condition(Schema schema, Json when, Json then, Json otherwise);
/// `{"properties": {name: schema}}`
[[nodiscard]] Json property(std::string_view name, Schema schema);
/// Both.
[[nodiscard]] Json merged(Json first, const Json& second);

/// A whole file of `formats_folder`, with `$schema` and `$id` before all else.
[[nodiscard]] Document document(std::string_view folder, std::string_view name, Schema schema);

/// JSON as a person would write it: short values on one line, at most 100 columns where it can be.
[[nodiscard]] std::string pretty(const Json& json);

Document ids_schema(const Tables& tables);  // ids.cpp
Document request_schema();                  // request.cpp
Document plan_schema();                     // plan.cpp
Document findings_schema();                 // findings.cpp
Document error_schema();                    // findings.cpp
Document lists_schema();                    // lists.cpp
Document explanation_schema();              // explanation.cpp
Document comparison_schema();               // comparison.cpp
Document doctor_schema();                   // doctor.cpp
Document session_schema();                  // session.cpp
Document shared_schema();                   // shared.cpp
Document snapshot_schema();                 // snapshot.cpp
Document timeline_schema();                 // sound.cpp
Document clips_schema();                    // sound.cpp
Document journal_schema();                  // journal.cpp
Document log_schema();                      // log_views.cpp
Document history_schema();                  // log_views.cpp
Document load_schema();                     // log_views.cpp
Document person_schema();                   // log_views.cpp

}  // namespace unknot::kbc::formats
