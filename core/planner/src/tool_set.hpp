#pragma once
/// @file
/// Everything about one set of tools that does not depend on which positions are open: worked out
/// once, and only for sets that have prospects.

#include "problem.hpp"
#include "terrain.hpp"

namespace unknot::planner {

/// One area in one position, with the options these tools leave.
struct Choice {
  const Offer* offer = nullptr;
  std::int32_t fit = 0;       ///< Best fit among its options: chooses the position.
  Group items;                ///< None dearer and no better than another with the same tool.
  std::size_t position = 0;   ///< Index among the positions of the search.
  std::size_t component = 0;  ///< Areas linked by shared muscles carry one number.
};

struct ToolSet {
  std::vector<Choice> choices;                        ///< By area, then position.
  std::vector<std::vector<std::size_t>> preferences;  ///< By area: its choices, best fit first.
};

/// The set with this index among Terrain::sets.
[[nodiscard]] ToolSet tool_set_of(const Terrain& terrain, std::size_t index);

/// Which choice each area takes when the positions in `open` (bits) are open; unset areas have
/// none there.
using Assignment = std::vector<std::size_t>;

inline constexpr std::size_t no_choice = static_cast<std::size_t>(-1);

/// Each area goes to the open position that suits it best; of equals, to the first.
[[nodiscard]] Assignment assign(const ToolSet& set, std::size_t open);

/// Whether some area is rolled in each open position. If not, the set without it is better.
[[nodiscard]] bool uses_all(const ToolSet& set, const Assignment& assignment, std::size_t open);

}  // namespace unknot::planner
