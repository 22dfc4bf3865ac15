#include "problem.hpp"

#include <bit>

namespace unknot::planner {

std::size_t group_count(const Problem& problem) {
  std::size_t count = 0;
  for (const Station& station : problem.stations) count += station.size();
  return count;
}

std::uint8_t flags_within(const Problem& problem) {
  std::uint8_t flags = 0;
  for (const Station& station : problem.stations) {
    for (const Group& group : station) {
      for (const Item& item : group) flags = static_cast<std::uint8_t>(flags | item.flags);
    }
  }
  return flags;
}

std::int64_t bonus_of(std::size_t flags) { return std::popcount(flags) * offer_bonus; }

}  // namespace unknot::planner
