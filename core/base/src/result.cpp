#include "unknot/base/result.hpp"

#include <array>

#include "unknot/base/check.hpp"
#include "unknot/base/text.hpp"

namespace unknot::base {

namespace {

constexpr std::array rows{
    ErrorRow{ErrorCode::json_malformed, "json_malformed", "error.json_malformed", 400},
    ErrorRow{ErrorCode::field_missing, "field_missing", "error.field_missing", 422},
    ErrorRow{ErrorCode::field_unknown, "field_unknown", "error.field_unknown", 422},
    ErrorRow{ErrorCode::field_type, "field_type", "error.field_type", 422},
    ErrorRow{ErrorCode::out_of_range, "out_of_range", "error.out_of_range", 422},
    ErrorRow{ErrorCode::id_unknown, "id_unknown", "error.id_unknown", 422},
    ErrorRow{ErrorCode::contradiction, "contradiction", "error.contradiction", 422},
    ErrorRow{ErrorCode::format_unknown, "format_unknown", "error.format_unknown", 415},
    ErrorRow{ErrorCode::draft_malformed, "draft_malformed", "error.draft_malformed", 422},
    ErrorRow{ErrorCode::verb_unknown, "verb_unknown", "error.verb_unknown", 404},
    ErrorRow{ErrorCode::store_busy, "store_busy", "error.store_busy", 503},
    ErrorRow{ErrorCode::store_full, "store_full", "error.store_full", 507},
    ErrorRow{ErrorCode::store_readonly, "store_readonly", "error.store_readonly", 503},
    ErrorRow{ErrorCode::store_broken, "store_broken", "error.store_broken", 500},
    ErrorRow{ErrorCode::store_newer, "store_newer", "error.store_newer", 503},
};

bool is_of_store(ErrorCode code) {
  return code >= ErrorCode::store_busy && code <= ErrorCode::store_newer;
}

}  // namespace

const ErrorRow& row_of(ErrorCode code) {
  for (const ErrorRow& row : rows) {
    if (row.code == code) return row;
  }
  check_failed("every error code has a row", __FILE_NAME__, __LINE__);
}

std::unexpected<Error> fail(ErrorCode code, std::string_view field, std::string_view value,
                            std::string_view expected) {
  return std::unexpected(Error{code, std::string(field),
                               shorten(printable(value), shown_value_length),
                               std::string(expected)});
}

std::string sentence(const Error& error) {
  std::string out = error.field.empty() ? std::string("input") : error.field;
  if (is_of_store(error.code)) {
    // Nobody typed it: what happened, then what it means.
    out += ": " + error.value;
    if (!error.expected.empty()) out += "; " + error.expected;
    return out + '.';
  }
  if (error.code == ErrorCode::field_missing) {
    out += ": missing";
  } else if (error.code == ErrorCode::field_unknown) {
    out += ": unknown field";
  } else {
    out += ": got ";
    out += error.value.empty() ? "nothing" : error.value;
  }
  if (!error.expected.empty()) {
    out += ", expected ";
    out += error.expected;
  }
  out += '.';
  return out;
}

}  // namespace unknot::base
