#pragma once
/// @file
/// UUIDs of RFC 9562 in their text form.

#include <string>
#include <string_view>

#include "unknot/base/sha256.hpp"

namespace unknot::base {

/// A UUIDv8 whose free bits are the first bytes of `digest`: the same content, the same id.
[[nodiscard]] std::string uuid_v8(const Digest& digest);

/// 8-4-4-4-12 lower- or upper-case hex digits, any version.
[[nodiscard]] bool is_uuid(std::string_view text);

}  // namespace unknot::base
