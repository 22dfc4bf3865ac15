#pragma once
/// @file
/// From rows in the order of files to rows in the order of the pack.

#include "schema.hpp"

namespace unknot::kbc {

/// Derives `overlaps` from shared muscles and sorts every table, so that neither file names nor
/// the place of a row in its file reach the pack: places as areas, zones, regions, each by id;
/// positions by support, then id; contacts by kind, density, surface; rules by `order`; doses by
/// seconds; phrases by key; all else by id.
void arrange(Tables& tables);

}  // namespace unknot::kbc
