#pragma once
/// @file
/// Everything about one set of tools that does not depend on which positions are open: worked out
/// once, so that each set of positions costs next to nothing to judge.

#include "programme.hpp"

namespace unknot::planner {

/// One area in one position, with the options these tools leave.
struct Choice {
  const Offer* offer = nullptr;
  std::int32_t fit = 0;       ///< Best fit among its options: chooses the position.
  Group items;                ///< None dearer and no better than another with the same tool.
  std::size_t position = 0;   ///< Index in ToolSet::positions.
  std::size_t component = 0;  ///< Areas linked by shared muscles carry one number.
  std::uint8_t flags = 0;     ///< Owed offers it makes.
};

/// A piece of the upper hull of a choice: so much value for so much time.
struct Slope {
  std::int64_t value = 0;
  std::int64_t cost = 0;
  std::size_t choice = 0;
};

struct ToolSet {
  std::vector<std::size_t> tools;  ///< One or two, as indices of the request; softer first.
  std::vector<knowledge::PositionIndex> positions;
  std::vector<Choice> choices;                        ///< By area, then position.
  std::vector<std::vector<std::size_t>> preferences;  ///< By area: its choices, best fit first.
  std::vector<Slope> slopes;                          ///< Of all choices, steepest first.
};

/// Which choice each area takes when the positions in `open` (bits) are open; unset areas have
/// none there.
using Assignment = std::vector<std::size_t>;

inline constexpr std::size_t no_choice = static_cast<std::size_t>(-1);

/// Each area goes to the open position that suits it best.
/// @return  Empty when some open position is used by no area: the set without it is tried anyway.
[[nodiscard]] Assignment assign(const ToolSet& set, std::size_t open);

/// A value that no plan with this assignment and so much time for rolling can exceed: fractions
/// of options are allowed, a second tool costs nothing, areas with shared muscles may both come.
[[nodiscard]] std::int64_t bound_of(const ToolSet& set, const Assignment& assignment,
                                    std::int32_t time);

/// Appends the upper concave hull of the items, from nothing upwards.
void add_hull(const Group& items, std::size_t choice, std::vector<Slope>& slopes);

/// Steepest first; of equals the earlier choice.
void sort_slopes(std::vector<Slope>& slopes);

}  // namespace unknot::planner
