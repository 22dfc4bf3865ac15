#include "places.hpp"

#include <algorithm>

namespace unknot::safety {

using knowledge::Pack;
using knowledge::PlaceIndex;
using knowledge::PlaceKind;

namespace {

void add_new(Areas& areas, PlaceIndex area) {
  if (std::find(areas.begin(), areas.end(), area) == areas.end()) areas.push_back(area);
}

}  // namespace

Areas named_areas(const Pack& pack, PlaceIndex place) {
  if (pack[place].kind == PlaceKind::area) return {place};
  return {pack[place].covers.begin(), pack[place].covers.end()};
}

Areas surrounding_areas(const Pack& pack, PlaceIndex place) {
  const auto list =
      pack[place].kind == PlaceKind::area ? pack[place].neighbours : pack[place].around;
  return {list.begin(), list.end()};
}

Areas with_overlaps(const Pack& pack, const Areas& areas) {
  Areas out;
  for (const PlaceIndex area : areas) {
    add_new(out, area);
    for (const PlaceIndex other : pack[area].overlaps) add_new(out, other);
  }
  return out;
}

model::Side meant_side(const Pack& pack, PlaceIndex place, model::Side side) {
  return pack[place].sides == knowledge::Sides::middle ? model::Side::middle : side;
}

bool listed(const Pack& pack, std::string_view rule, PlaceIndex place) {
  const auto index = knowledge::find_rule(pack, rule);
  if (!index.valid()) return false;
  const auto places = pack[index].places;
  return std::find(places.begin(), places.end(), place) != places.end();
}

}  // namespace unknot::safety
