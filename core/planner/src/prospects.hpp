#pragma once
/// @file
/// Which tools and positions are worth a closer look: bounds for all of them at once, so cheap that
/// thousands are judged in a fraction of a millisecond.

#include "prices.hpp"
#include "terrain.hpp"

namespace unknot::planner {

/// One set of tools with one set of open positions.
struct Prospect {
  std::int64_t bound = 0;
  std::size_t set = 0;   ///< Index among Terrain::sets.
  std::size_t open = 0;  ///< Positions, as bits: index among Terrain::positions.
};

/// The prospect with the highest bound at these prices; of equals the first. None: bound below 0.
[[nodiscard]] Prospect best_prospect(const Terrain& terrain, const Prices& prices);

/// All prospects whose bound at these prices is at least `target`, the highest first.
/// O(sets of tools x sets of positions x components).
[[nodiscard]] std::vector<Prospect> prospects_of(const Terrain& terrain, const Prices& prices,
                                                 std::int64_t target);

}  // namespace unknot::planner
