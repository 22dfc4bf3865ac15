#include "tool_set.hpp"

#include <algorithm>

namespace unknot::planner {

namespace {

/// Compared by cross products, as fractions would round.
bool steeper(const Slope& a, const Slope& b) { return a.value * b.cost > b.value * a.cost; }

Slope between(const Slope& from, const Slope& to) {
  return {to.value - from.value, to.cost - from.cost, to.choice};
}

}  // namespace

void add_hull(const Group& items, std::size_t choice, std::vector<Slope>& slopes) {
  std::vector<Slope> points;
  for (const Item& item : items) points.push_back({item.option->value, item.option->cost, choice});
  std::sort(points.begin(), points.end(), [](const Slope& a, const Slope& b) {
    return a.cost != b.cost ? a.cost < b.cost : a.value > b.value;
  });
  std::vector<Slope> hull{{0, 0, choice}};
  for (const Slope& point : points) {
    if (point.value <= hull.back().value) continue;
    while (hull.size() > 1 &&
           !steeper(between(hull[hull.size() - 2], hull.back()), between(hull.back(), point))) {
      hull.pop_back();
    }
    hull.push_back(point);
  }
  for (std::size_t i = 1; i < hull.size(); ++i) slopes.push_back(between(hull[i - 1], hull[i]));
}

void sort_slopes(std::vector<Slope>& slopes) {
  std::stable_sort(slopes.begin(), slopes.end(), steeper);
}

Assignment assign(const ToolSet& set, std::size_t open) {
  Assignment assignment(set.preferences.size(), no_choice);
  std::size_t used = 0;
  for (std::size_t area = 0; area < set.preferences.size(); ++area) {
    for (const std::size_t choice : set.preferences[area]) {
      const std::size_t bit = std::size_t{1} << set.choices[choice].position;
      if ((open & bit) == 0) continue;
      assignment[area] = choice;
      used |= bit;
      break;
    }
  }
  if (used != open) assignment.clear();
  return assignment;
}

std::int64_t bound_of(const ToolSet& set, const Assignment& assignment, std::int32_t time) {
  std::int64_t value = 0;
  std::uint8_t flags = 0;
  for (const std::size_t choice : assignment) {
    if (choice != no_choice) flags = static_cast<std::uint8_t>(flags | set.choices[choice].flags);
  }
  for (; flags != 0; flags = static_cast<std::uint8_t>(flags & (flags - 1))) value += offer_bonus;
  std::int64_t left = time;
  for (const Slope& slope : set.slopes) {
    const auto area = set.choices[slope.choice].offer->area.value;
    if (assignment[area] != slope.choice) continue;
    if (slope.cost > left)
      return value + slope.value * std::max<std::int64_t>(left, 0) / slope.cost;
    value += slope.value;
    left -= slope.cost;
  }
  return value;
}

}  // namespace unknot::planner
