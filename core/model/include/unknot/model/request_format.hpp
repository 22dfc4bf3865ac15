#pragma once
/// @file
/// `unknot/request@1` in and out (docs/formats/request.md).

#include <string>
#include <string_view>

#include "unknot/base/json.hpp"
#include "unknot/base/result.hpp"
#include "unknot/model/request.hpp"

namespace unknot::model {

inline constexpr std::string_view request_format = "unknot/request@1";

/// Reads a request. Unknown fields, ids and words are refused by name; `format`, `minutes`,
/// `tools` and `red_flags` are required, the rest has defaults; limits.hpp bounds numbers, texts
/// and lists. O(n).
/// @param clock  Used when the request does not say `now`.
/// @error  Any of the error table but verb_unknown, naming the field, the value and what was
///         expected; the first one found, in the order of the format document.
[[nodiscard]] base::Result<Request> read_request(const base::Json& json,
                                                 const knowledge::Pack& pack, base::Instant clock);

/// The same from text.
[[nodiscard]] base::Result<Request> read_request(std::string_view text, const knowledge::Pack& pack,
                                                 base::Instant clock);

/// One tool as a request has it.
void write_tool(base::JsonWriter& out, const Tool& tool);

/// Writes the request as understood, every default filled in. Reading it back gives the same.
void write_request(base::JsonWriter& out, const Request& request, const knowledge::Pack& pack);

}  // namespace unknot::model
