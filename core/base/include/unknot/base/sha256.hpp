#pragma once
/// @file
/// SHA-256 (FIPS 180-4), for the hash of the knowledge pack and the ids of plans. Ours because the
/// core must give the same bytes in WebAssembly, where no library can be linked; not used to keep
/// secrets.

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace unknot::base {

using Digest = std::array<std::uint8_t, 32>;

/// Digest of all bytes of `text`. O(n).
[[nodiscard]] Digest sha256(std::string_view text);

/// Two lower-case hex digits a byte.
[[nodiscard]] std::string to_hex(std::span<const std::uint8_t> bytes);

}  // namespace unknot::base
