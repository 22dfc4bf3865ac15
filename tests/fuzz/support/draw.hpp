#pragma once
/// @file
/// A request drawn from bytes: whatever the bytes, it is one that read_request would accept.

#include "bytes.hpp"
#include "unknot/model/request.hpp"

namespace unknot::fuzz {

/// No bytes: an ordinary adult with a soft roller, just screened, ten minutes. Lists stay short
/// (at most seven entries), numbers keep to the ranges of docs/formats/request.md.
[[nodiscard]] model::Request draw_request(Bytes& bytes, const knowledge::Pack& pack);

}  // namespace unknot::fuzz
