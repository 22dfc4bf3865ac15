#pragma once
/// @file
/// The canonical dump: all tables as one compact JSON object.

#include <string>

#include "schema.hpp"

namespace unknot::kbc {

/// Tables and members under their names in the pack, in the order of the pack; references by id;
/// members left out in TOML with their defaults. The same knowledge gives the same bytes, so the
/// SHA-256 of this text is the identity of the pack.
/// @param tables  Arranged.
[[nodiscard]] std::string dump_json(Tables& tables);

}  // namespace unknot::kbc
