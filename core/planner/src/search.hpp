#pragma once
/// @file
/// The exact search: for every permitted set of tools and of positions a bound, and for those
/// that pass it a dynamic programme over areas and time. docs/planner.md says why the best over all
/// of them is the optimum of the model.

#include "terrain.hpp"

namespace unknot::planner {

/// One area in the plan.
struct Chosen {
  const Offer* offer = nullptr;
  const Option* option = nullptr;
};

struct Best {
  std::int64_t value = -1;     ///< Below 0: nothing lawful fits.
  std::int32_t time = 0;       ///< In time units, everything included.
  std::vector<Chosen> chosen;  ///< By position, then tool (softer first), then area.
};

/// @param must_offer  Sets of areas of which at least one must be in the plan; each can stand.
[[nodiscard]] Best search(const Menu& menu, const safety::Envelope& envelope,
                          const model::Request& request, const knowledge::Pack& pack,
                          const Offers& must_offer);

}  // namespace unknot::planner
