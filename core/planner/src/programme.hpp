#pragma once
/// @file
/// The dynamic programme for one set of tools and one set of open positions.

#include <cstdint>
#include <vector>

#include "search.hpp"

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

/// What a problem could be worth if a second tool cost nothing and areas were not counted.
struct Estimate {
  std::int64_t value = 0;  ///< No solution has more.
  std::int32_t time = 0;   ///< No solution of that value is shorter.
};

/// A far smaller programme than the exact one, over time alone. O(items x time).
[[nodiscard]] Estimate estimate_of(const Problem& problem);

struct Solution {
  std::int64_t value = -1;
  std::int32_t time = 0;
  std::vector<Item> items;  ///< By station, first tool before second, then by area.
};

/// Solves exactly; the least time among equals. O(items x time x tools x flags x areas).
class Programme {
 public:
  [[nodiscard]] Solution solve(const Problem& problem);

 private:
  struct State {
    std::int64_t value = -1;
    std::int32_t from = -1;  ///< Index in the layer before.
    std::int16_t item = -1;  ///< Taken in this layer; -1 none.
  };
  using Layer = std::vector<State>;

  void take_group(const Problem& problem, const Group& group);
  void close_station();
  [[nodiscard]] std::size_t index(std::size_t areas, std::size_t flags, std::size_t mask,
                                  std::size_t time) const {
    return ((areas * flag_states_ + flags) * 4 + mask) * times_ + time;
  }

  std::vector<Layer> layers_;         ///< Kept between calls, so that memory is asked for once.
  std::vector<const Group*> groups_;  ///< Of each layer but the first; null: a station closes.
  std::size_t used_ = 0;
  std::size_t times_ = 0;
  std::size_t flag_states_ = 1;
  std::size_t area_states_ = 1;
  bool counted_ = false;
  std::vector<bool> reached_;  ///< By areas, flags and mask: whether any time is reached.
};

}  // namespace unknot::planner
