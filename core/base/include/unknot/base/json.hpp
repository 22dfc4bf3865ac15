#pragma once
/// @file
/// JSON (RFC 8259) in and out. Strict: valid UTF-8, no repeated keys, no trailing text, bounded
/// depth and size. Numbers keep their digits, so no reading ever rounds. Ours because the core
/// ships to WebAssembly without exceptions and every byte of it counts there.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "unknot/base/result.hpp"

namespace unknot::base {

struct JsonLimits {
  std::size_t max_bytes = 1 << 20;
  std::size_t max_depth = 64;
};

/// One JSON value. A value owns what is below it.
struct Json {
  enum class Kind : std::uint8_t { null, boolean, number, string, array, object };

  Kind kind = Kind::null;
  bool flag = false;              ///< boolean
  std::string text;               ///< string: its characters; number: its digits as written
  std::vector<std::string> keys;  ///< object: names, in order; parallel to `items`
  std::vector<Json> items;        ///< array or object

  /// Member called `key`, or null pointer. O(members).
  [[nodiscard]] const Json* find(std::string_view key) const;
};

/// The value's type as a person would call it: "a number", "text", ...
[[nodiscard]] std::string_view kind_name(Json::Kind kind);

/// A short rendering for messages: numbers and text as written, else what kind of thing it is.
[[nodiscard]] std::string shown(const Json& value);

/// Parses all of `text`. O(n).
/// @error json_malformed  Says line and column, and what is wrong there.
[[nodiscard]] Result<Json> parse_json(std::string_view text, JsonLimits limits = {});

/// The value as a whole number (1, 1.0 and 1e0 are the same); nothing when it is not one or does
/// not fit 53 bits, the range every JSON reader agrees on.
[[nodiscard]] std::optional<std::int64_t> whole_number(const Json& value);

/// The value times ten, when it has at most one decimal: 17.5 -> 175.
[[nodiscard]] std::optional<std::int64_t> tenths(const Json& value);

/// Writes compact JSON piece by piece; commas and escapes are its business, nesting the caller's.
class JsonWriter {
 public:
  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);
  JsonWriter& string(std::string_view value);
  JsonWriter& number(std::int64_t value);
  /// A number given in tenths: 175 -> 17.5, 170 -> 17.
  JsonWriter& tenths(std::int64_t value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  /// Already valid JSON, copied as it is.
  JsonWriter& raw(std::string_view json);
  /// The value as it was read.
  JsonWriter& value(const Json& value);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  void separate();
  std::string text_;
  bool fresh_ = true;  ///< No comma is due before the next value.
};

}  // namespace unknot::base
