#pragma once
/// @file
/// Reads one JSON object field by field, remembers the first complaint, and at the end refuses
/// fields that nobody asked for.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "unknot/base/instant.hpp"
#include "unknot/base/json.hpp"
#include "unknot/base/result.hpp"
#include "unknot/knowledge/enums.hpp"
#include "unknot/model/limits.hpp"

namespace unknot::model {

/// The first complaint of a whole document.
struct Complaint {
  std::optional<base::Error> error;
  void say(base::ErrorCode code, std::string_view field, std::string_view value,
           std::string_view expected) {
    if (!error) error = base::fail(code, field, value, expected).error();
  }
};

/// "left | right | both"
template <class E>
std::string choices() {
  std::string out;
  for (const auto& row : knowledge::EnumNames<E>::all) {
    if (!out.empty()) out += " | ";
    out += row.name;
  }
  return out;
}

class Fields {
 public:
  /// @param path  Of this object, such as `feel[2]`; empty for the document.
  Fields(const base::Json& json, std::string path, Complaint& complaint);

  /// The member, or null pointer when absent or null; marks it as known.
  const base::Json* get(std::string_view name);
  /// The same, complaining when absent.
  const base::Json* need(std::string_view name, std::string_view expected);

  std::optional<std::int32_t> integer(std::string_view name, Range range);
  std::optional<std::int32_t> tenths(std::string_view name, Range range_in_tenths);
  std::optional<bool> boolean(std::string_view name);
  /// Text of 1..most characters.
  std::optional<std::string> text(std::string_view name, std::size_t most);
  std::optional<base::Instant> instant(std::string_view name);
  std::optional<base::Day> day(std::string_view name);
  /// The list, at most `most` long; null pointer when absent or not a list.
  const base::Json* list(std::string_view name, std::size_t most);

  template <class E>
  std::optional<E> choice(std::string_view name) {
    const base::Json* json = get(name);
    if (json == nullptr) return std::nullopt;
    if (json->kind == base::Json::Kind::string) {
      if (const auto value = knowledge::parse_enum<E>(json->text)) return value;
    }
    complain(base::ErrorCode::id_unknown, name, *json, choices<E>());
    return std::nullopt;
  }

  /// Refuses members that were never asked for.
  void finish();

  [[nodiscard]] std::string path_of(std::string_view name) const;
  void complain(base::ErrorCode code, std::string_view name, const base::Json& found,
                std::string_view expected);
  [[nodiscard]] Complaint& complaint() { return complaint_; }
  [[nodiscard]] bool is_object() const { return json_.kind == base::Json::Kind::object; }

 private:
  const base::Json& json_;
  std::string path_;
  Complaint& complaint_;
  std::vector<std::string_view> known_;
};

}  // namespace unknot::model
