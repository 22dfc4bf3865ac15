#pragma once
/// @file
/// Everything a screen shows of a session, as JSON.

#include "unknot/base/json.hpp"
#include "unknot/desk/guiding.hpp"

namespace unknot::desk {

void write_scene(base::JsonWriter& out, const Guiding& guiding);

/// Seconds left of what is going on, rounded up.
[[nodiscard]] std::int64_t seconds_left(const session::View& view);

}  // namespace unknot::desk
