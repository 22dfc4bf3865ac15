#pragma once
/// @file
/// Small text helpers without locale: UTF-8 checks, splitting, near misses, whole numbers.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace unknot::base {

/// Offset of the first byte that is not valid UTF-8 (RFC 3629: no surrogates, no overlong forms),
/// or nothing. O(n).
[[nodiscard]] std::optional<std::size_t> invalid_utf8_at(std::string_view text);

/// Number of code points in valid UTF-8. O(n).
[[nodiscard]] std::size_t code_points(std::string_view text);

/// Bytes of the first `count` code points of valid UTF-8; all of it when there are fewer. O(n).
[[nodiscard]] std::size_t bytes_of_code_points(std::string_view text, std::size_t count);

/// At most `most` code points, with "..." when something was cut.
[[nodiscard]] std::string shorten(std::string_view text, std::size_t most);

/// Control characters and invalid bytes replaced by '?', so that a message stays one clean line.
[[nodiscard]] std::string printable(std::string_view text);

[[nodiscard]] std::string_view trim(std::string_view text);
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);
[[nodiscard]] std::string lower_ascii(std::string_view text);

/// Whole number in decimal, optional minus, nothing else; nothing on overflow.
[[nodiscard]] std::optional<std::int64_t> parse_integer(std::string_view text);

/// `[a-z][a-z0-9_]*`, the form of every id of the catalogue.
[[nodiscard]] bool is_id(std::string_view text);

/// The candidate nearest to `wanted` when it is near enough to be a slip of the keyboard (at most
/// a third of its letters differ); else empty. O(candidates x length^2).
[[nodiscard]] std::string_view nearest(std::string_view wanted,
                                       std::span<const std::string_view> candidates);

}  // namespace unknot::base
