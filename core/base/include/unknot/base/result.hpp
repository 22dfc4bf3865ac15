#pragma once
/// @file
/// How the core says that input or the world failed: a value, never an exception.
/// What the product refuses for safety is no error; it is a Refusal or a Finding.

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace unknot::base {

/// Every error there is. Numbers are stable and never reused.
enum class ErrorCode : std::uint16_t {
  json_malformed = 1,   ///< Not JSON, too deep, too long, or broken UTF-8.
  field_missing = 2,    ///< A required field is absent.
  field_unknown = 3,    ///< A field this format does not have.
  field_type = 4,       ///< A value of the wrong JSON type.
  out_of_range = 5,     ///< A number, length or date outside what is accepted.
  id_unknown = 6,       ///< An id or enumerator that is not in the catalogue.
  contradiction = 7,    ///< Two statements that cannot both hold.
  format_unknown = 8,   ///< A format name or version this program does not read.
  draft_malformed = 9,  ///< A draft plan that cannot be judged at all.
  verb_unknown = 10,    ///< A call this program does not have.
  store_busy = 11,      ///< Another program holds the log.
  store_full = 12,      ///< No room left where the log is kept.
  store_readonly = 13,  ///< The log may be read but not written.
  store_broken = 14,    ///< The log cannot be read or written; nothing was changed.
  store_newer = 15,     ///< The log was written by a newer program.
};

struct ErrorRow {
  ErrorCode code;
  std::string_view name;
  std::string_view text_key;  ///< Key of its sentence in a language file.
  std::uint16_t http_status;
};

/// The error table: number, name, text key, HTTP status.
[[nodiscard]] const ErrorRow& row_of(ErrorCode code);

/// Most characters of a value that are shown; "..." after them says that more was there.
inline constexpr std::size_t shown_value_length = 60;

/// One failure, with enough to say it in any language.
struct Error {
  ErrorCode code = ErrorCode::json_malformed;
  std::string field;     ///< Path such as `feel[2].level`; empty: the whole input.
  std::string value;     ///< What was found, shortened.
  std::string expected;  ///< What would have been accepted.
};
// Of a store: `field` is where the log is, `value` what happened, `expected` what it means and what
// to do.

template <class T>
using Result = std::expected<T, Error>;

/// Shorthand for returning a failure.
[[nodiscard]] std::unexpected<Error> fail(ErrorCode code, std::string_view field,
                                          std::string_view value, std::string_view expected);

/// "minutes: got 0, expected a whole number from 1 to 600." One sentence, one line. Of a store:
/// "log.db: no room left on the disk; nothing was written."
[[nodiscard]] std::string sentence(const Error& error);

}  // namespace unknot::base
