#include "order.hpp"

#include <algorithm>
#include <tuple>

namespace unknot::planner {

namespace {

/// Of the side that needs it most, among those that are rolled.
std::int32_t need_of(const Chosen& chosen, const std::vector<Need>& needs) {
  std::int32_t most = 0;
  for (const auto side : safety::sides_of(chosen.option->side)) {
    most = std::max(most, needs[chosen.offer->area.value].value[side]);
  }
  return most;
}

}  // namespace

std::vector<Chosen> in_order_of_need(std::vector<Chosen> chosen, const std::vector<Need>& needs,
                                     const knowledge::Pack& pack) {
  using Key = std::tuple<std::int32_t, knowledge::Support, std::int32_t, std::size_t, std::int32_t,
                         std::size_t, std::int32_t>;
  struct Ranked {
    Chosen chosen;
    Key key;
  };
  const auto support = [&](const Chosen& c) { return pack[c.offer->position].place; };
  std::vector<Ranked> ranked;
  for (const Chosen& one : chosen) {
    std::int32_t there = 0;
    std::int32_t so = 0;
    std::int32_t with = 0;
    std::size_t tool = 0;  // Where its tool first turns up in the position: the softer one first.
    for (std::size_t i = chosen.size(); i-- > 0;) {
      const Chosen& other = chosen[i];
      if (support(other) != support(one)) continue;
      there = std::max(there, need_of(other, needs));
      if (other.offer->position != one.offer->position) continue;
      so = std::max(so, need_of(other, needs));
      if (other.option->choice.tool != one.option->choice.tool) continue;
      with = std::max(with, need_of(other, needs));
      tool = i;
    }
    ranked.push_back({one,
                      {-there, support(one), -so, one.offer->position.value, -with, tool,
                       -need_of(one, needs)}});
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const Ranked& a, const Ranked& b) { return a.key < b.key; });
  for (std::size_t i = 0; i < chosen.size(); ++i) chosen[i] = ranked[i].chosen;
  return chosen;
}

}  // namespace unknot::planner
