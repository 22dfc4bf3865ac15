#pragma once
/// @file
/// What stands behind the question mark of an address.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace unknot::server {

/// `%41` is `A`. Nothing when it is malformed or says a control character.
[[nodiscard]] std::optional<std::string> decoded(std::string_view text);

/// Names and values, in order. Nothing when something of it is malformed.
[[nodiscard]] std::optional<std::vector<std::pair<std::string, std::string>>> fields_of(
    std::string_view query);

}  // namespace unknot::server
