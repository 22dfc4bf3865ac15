#pragma once
/// @file
/// In which order the chosen areas are rolled.

#include <vector>

#include "need.hpp"
#include "search.hpp"

namespace unknot::planner {

/// What is needed most comes first, so that a session cut short has done what mattered - but no
/// support, position or tool is taken up twice: first the support with the greatest need, in it
/// the position, in that the tool, with that the area. Of equals, the softer tool and what comes
/// first in the catalogue. The order changes no time: each position is paid once, wherever it
/// stands. Cost: O(n^2) for n areas, of which there are at most the `max_areas` of the rules.
[[nodiscard]] std::vector<Chosen> in_order_of_need(std::vector<Chosen> chosen,
                                                   const std::vector<Need>& needs,
                                                   const knowledge::Pack& pack);

}  // namespace unknot::planner
