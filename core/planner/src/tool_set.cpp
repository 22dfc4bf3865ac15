#include "tool_set.hpp"

#include <algorithm>

namespace unknot::planner {

namespace {

void add_choice(ToolSet& set, Choice choice) {
  auto& preference = set.preferences[choice.offer->area.value];
  // Behind all that fit as well or better: of equals the first position comes first.
  const auto place = std::find_if(preference.begin(), preference.end(), [&](std::size_t other) {
    return set.choices[other].fit < choice.fit;
  });
  preference.insert(place, set.choices.size());
  set.choices.push_back(std::move(choice));
}

}  // namespace

ToolSet tool_set_of(const Terrain& terrain, std::size_t index) {
  const auto& tools = terrain.sets[index];
  ToolSet set;
  set.preferences.resize(terrain.areas);
  Choice choice;
  for (const Way& way : terrain.ways) {
    const auto tool = std::find(tools.begin(), tools.end(), way.tool);
    if (tool == tools.end()) continue;
    if (choice.offer != way.offer) {
      if (choice.offer != nullptr) add_choice(set, std::move(choice));
      choice = {way.offer, 0, {}, way.position, way.component};
    }
    const auto bit = static_cast<std::uint8_t>(1U << (tool - tools.begin()));
    choice.fit = std::max(choice.fit, way.option->fit);
    choice.items.push_back({way.offer, way.option, bit, way.flags});
  }
  if (choice.offer != nullptr) add_choice(set, std::move(choice));
  return set;
}

Assignment assign(const ToolSet& set, std::size_t open) {
  Assignment assignment(set.preferences.size(), no_choice);
  for (std::size_t area = 0; area < set.preferences.size(); ++area) {
    for (const std::size_t choice : set.preferences[area]) {
      if ((open >> set.choices[choice].position & 1) == 0) continue;
      assignment[area] = choice;
      break;
    }
  }
  return assignment;
}

bool uses_all(const ToolSet& set, const Assignment& assignment, std::size_t open) {
  std::size_t used = 0;
  for (const std::size_t choice : assignment) {
    if (choice != no_choice) used |= std::size_t{1} << set.choices[choice].position;
  }
  return used == open;
}

}  // namespace unknot::planner
