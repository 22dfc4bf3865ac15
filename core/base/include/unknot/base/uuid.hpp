#pragma once
/// @file
/// UUIDs of RFC 9562 in their text form.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "unknot/base/sha256.hpp"

namespace unknot::base {

/// A UUIDv8 whose free bits are the first bytes of `digest`: the same content, the same id.
[[nodiscard]] std::string uuid_v8(const Digest& digest);

/// A UUIDv7: 48 bits of Unix time in ms, then what `chance` gives. Ids made later sort later;
/// within one millisecond the first two bytes of `chance` decide, so a caller who counts there
/// keeps order.
/// @param unix_ms  0..2^48-1; what lies outside is brought to the nearest end.
[[nodiscard]] std::string uuid_v7(std::int64_t unix_ms, const std::array<std::uint8_t, 10>& chance);

/// Milliseconds since 1970 that a UUIDv7 holds; nothing for anything else.
[[nodiscard]] std::optional<std::int64_t> uuid_v7_time(std::string_view text);

/// 8-4-4-4-12 lower- or upper-case hex digits, any version.
[[nodiscard]] bool is_uuid(std::string_view text);

}  // namespace unknot::base
