#pragma once
/// @file
/// Bounds by prices. Time and places in the plan are scarce; give each a price, let every group
/// take what gains most after paying, and no plan can be worth more than what was gained plus the
/// price of all there is (Lagrange's relaxation). Any prices give a bound; good ones a tight one.

#include "problem.hpp"

namespace unknot::planner {

/// What one unit of time and one place among the areas of a session cost, in value. Never below 0.
struct Prices {
  std::int64_t unit = 0;
  std::int64_t place = 0;
};

/// What an option is worth after paying; below 0 it is better left.
[[nodiscard]] inline std::int64_t gain_of(const Option& option, const Prices& prices) {
  return option.value - option.cost * prices.unit - prices.place;
}

/// A problem seen through prices.
struct Bound {
  Prices prices;
  std::int64_t value = 0;           ///< No solution has more: owed offers included.
  std::int64_t slack = 0;           ///< Of `value`: how much making all owed offers costs at least.
  std::vector<std::int64_t> gains;  ///< Of each group, at least 0; by station, then group.
};

/// The tightest bound that a search over prices finds, unless `known` prices already show that
/// nothing is worth `target`. O(rounds x items), some ten thousand steps.
[[nodiscard]] Bound bound_of(const Problem& problem, const Prices& known, std::int64_t target);

/// Leaves in `problem` only the items that some solution worth at least `target` can hold.
void drop_hopeless(Problem& problem, Bound& bound, std::int64_t target);

}  // namespace unknot::planner
