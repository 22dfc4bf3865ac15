#include "terrain.hpp"

#include <algorithm>

namespace unknot::planner {

using knowledge::Pack;
using knowledge::PlaceIndex;
using model::Request;
using safety::Envelope;

namespace {

/// Areas linked by shared muscles get one number; of each number at most one is rolled.
std::vector<std::size_t> components_of(const Pack& pack, std::size_t areas) {
  std::vector<std::size_t> component;
  for (std::size_t a = 0; a < areas; ++a) component.push_back(a);
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t a = 0; a < areas; ++a) {
      for (const PlaceIndex other : pack.places[a].overlaps) {
        const std::size_t least = std::min(component[a], component[other.value]);
        changed = changed || component[a] != least || component[other.value] != least;
        component[a] = component[other.value] = least;
      }
    }
  }
  return component;
}

template <class T>
std::size_t place_in(std::vector<T>& list, const T& item) {
  const auto known = std::find(list.begin(), list.end(), item);
  const auto index = static_cast<std::size_t>(known - list.begin());
  if (known == list.end()) list.push_back(item);
  return index;
}

std::uint8_t flags_of(PlaceIndex area, const Offers& must_offer) {
  std::uint8_t flags = 0;
  for (std::size_t f = 0; f < must_offer.size() && f < most_flags; ++f) {
    const auto& set = must_offer[f];
    if (std::find(set.begin(), set.end(), area) != set.end()) {
      flags = static_cast<std::uint8_t>(flags | 1U << f);
    }
  }
  return flags;
}

/// Tools and positions that some option uses, in the order of the model.
void find_useful(Terrain& terrain, const Menu& menu, const Request& request) {
  for (const Offer& offer : menu.offers) {
    if (!offer.options.empty()) place_in(terrain.positions, offer.position);
    for (const Option& option : offer.options) place_in(terrain.tools, option.choice.tool);
  }
  std::sort(terrain.positions.begin(), terrain.positions.end());
  std::sort(terrain.tools.begin(), terrain.tools.end(), [&](std::size_t a, std::size_t b) {
    const auto rung_a = safety::rung_of(request.tools[a]);
    const auto rung_b = safety::rung_of(request.tools[b]);
    return rung_a != rung_b ? rung_a < rung_b : a < b;
  });
}

/// Pairs, as the model has them: one of a pair may stay unused.
void make_sets(Terrain& terrain, std::int32_t max_tools) {
  const std::size_t count = terrain.tools.size();
  if (count == 1 || max_tools < 2) {
    for (std::size_t i = 0; i < count; ++i) terrain.sets.push_back({i});
    return;
  }
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = i + 1; j < count; ++j) terrain.sets.push_back({i, j});
  }
}

/// Adds the ways of one offer, leaving out what is dearer and no better than another.
void add_ways(Terrain& terrain, const Offer& offer, const Way& like) {
  const std::size_t first = terrain.ways.size();
  for (const Option& option : offer.options) {
    Way way = like;
    way.option = &option;
    way.tool = place_in(terrain.tools, option.choice.tool);
    const auto beats = [&](const Way& other) {
      return other.tool == way.tool && other.option->cost <= option.cost &&
             other.option->value >= option.value;
    };
    const auto begin = terrain.ways.begin() + static_cast<std::ptrdiff_t>(first);
    if (std::none_of(begin, terrain.ways.end(), beats)) terrain.ways.push_back(way);
  }
}

}  // namespace

Terrain terrain_of(const Menu& menu, const Envelope& envelope, const Request& request,
                   const Pack& pack, const Offers& must_offer) {
  Terrain terrain;
  terrain.areas = envelope.areas.size();
  terrain.budget = envelope.budget_seconds;
  terrain.change = pack.number(knowledge::Number::change_tool_seconds) * envelope.setup_factor;
  terrain.max_areas = static_cast<std::size_t>(envelope.max_areas);
  terrain.flag_count = std::min(must_offer.size(), most_flags);
  find_useful(terrain, menu, request);
  make_sets(terrain, envelope.max_tools);
  for (const auto position : terrain.positions) {
    terrain.setups.push_back(pack[position].setup_seconds * envelope.setup_factor + terrain.change);
  }
  const auto component = components_of(pack, terrain.areas);
  std::vector<std::size_t> numbers;
  for (const Offer& offer : menu.offers) {
    Way like{&offer, nullptr, 0, 0, 0, flags_of(offer.area, must_offer)};
    like.position = place_in(terrain.positions, offer.position);
    like.component = place_in(numbers, component[offer.area.value]);
    add_ways(terrain, offer, like);
  }
  terrain.components = numbers.size();
  return terrain;
}

std::int32_t time_after(const Terrain& terrain, std::size_t open) {
  std::int32_t paid = 0;
  for (std::size_t p = 0; p < terrain.positions.size(); ++p) {
    if ((open >> p & 1) != 0) paid += terrain.setups[p];
  }
  return terrain.budget < paid ? -1 : (terrain.budget - paid) / time_unit;
}

}  // namespace unknot::planner
