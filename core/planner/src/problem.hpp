#pragma once
/// @file
/// What is to be solved once tools and positions are fixed: a multiple-choice knapsack.

#include <cstdint>
#include <vector>

#include "options.hpp"

namespace unknot::planner {

/// Worth more than any plan: a plan that makes an owed offer beats every plan that does not.
inline constexpr std::int64_t offer_bonus = std::int64_t{1} << 42;

/// An option as the programme sees it.
struct Item {
  const Offer* offer = nullptr;
  const Option* option = nullptr;
  std::uint8_t tool_bit = 1;  ///< 1 first, 2 second tool of the set.
  std::uint8_t flags = 0;     ///< Owed offers it makes.
};

/// Of a group at most one item is taken: one area, or areas that share a muscle.
using Group = std::vector<Item>;

/// The groups of one position; its set-up is already paid.
using Station = std::vector<Group>;

struct Problem {
  std::vector<Station> stations;
  std::int32_t time = 0;         ///< Units left after paying for the positions.
  std::int32_t second_tool = 0;  ///< Units for taking up the other tool within a position.
  std::size_t flag_count = 0;
  std::size_t max_areas = 0;
};

[[nodiscard]] std::size_t group_count(const Problem& problem);

/// Owed offers that some item makes, as bits.
[[nodiscard]] std::uint8_t flags_within(const Problem& problem);

/// Value of making the owed offers in `flags`.
[[nodiscard]] std::int64_t bonus_of(std::size_t flags);

}  // namespace unknot::planner
