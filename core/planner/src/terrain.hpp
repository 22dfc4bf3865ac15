#pragma once
/// @file
/// What the request leaves to choose from, numbered from 0 so that the search can use plain tables.

#include <cstdint>
#include <vector>

#include "options.hpp"

namespace unknot::planner {

/// Nobody wants to get up and down more often than this in one session.
inline constexpr std::size_t most_positions = 4;

/// More owed offers than these are not looked after; one place in the knowledge owes any.
inline constexpr std::size_t most_flags = 3;

/// Sets of areas of which at least one must be in the plan.
using Offers = std::vector<std::vector<knowledge::PlaceIndex>>;

/// An option and all that the search needs to know of where it belongs.
struct Way {
  const Offer* offer = nullptr;
  const Option* option = nullptr;
  std::size_t tool = 0;       ///< Index among Terrain::tools.
  std::size_t position = 0;   ///< Index among Terrain::positions.
  std::size_t component = 0;  ///< Areas linked by shared muscles carry one number.
  std::uint8_t flags = 0;     ///< Owed offers its area makes.
};

struct Terrain {
  std::vector<std::size_t> tools;                   ///< Of the request: useful ones, softer first.
  std::vector<std::vector<std::size_t>> sets;       ///< Pairs of `tools`; or each alone.
  std::vector<knowledge::PositionIndex> positions;  ///< In the order of the catalogue.
  std::vector<std::int32_t> setups;                 ///< Of each position, all it costs; seconds.
  std::vector<Way> ways;  ///< By area, then position; none dearer and no better than another.
  std::size_t areas = 0;  ///< Rolled or not.
  std::size_t components = 0;
  std::size_t flag_count = 0;
  std::size_t max_areas = 0;
  std::int32_t budget = 0;  ///< Seconds.
  std::int32_t change = 0;  ///< Taking up another tool; seconds.
};

[[nodiscard]] Terrain terrain_of(const Menu& menu, const safety::Envelope& envelope,
                                 const model::Request& request, const knowledge::Pack& pack,
                                 const Offers& must_offer);

/// Time units left for rolling once the positions in `open` (bits) are paid for; below 0: none.
[[nodiscard]] std::int32_t time_after(const Terrain& terrain, std::size_t open);

}  // namespace unknot::planner
