#include "names.hpp"

namespace unknot::kbc {

Space space_of(knowledge::PlaceKind kind) {
  switch (kind) {
    case knowledge::PlaceKind::area: return Space::area;
    case knowledge::PlaceKind::zone: return Space::zone;
    case knowledge::PlaceKind::region: return Space::region;
  }
  return Space::place;
}

std::string_view in_words(Space space) {
  switch (space) {
    case Space::source: return "a source";
    case Space::muscle: return "a muscle";
    case Space::area: return "an area";
    case Space::zone: return "a zone";
    case Space::region: return "a region";
    case Space::place: return "a place";
    case Space::position: return "a position";
    case Space::rule: return "a rule";
    case Space::claim: return "a claim";
  }
  return "";
}

Names::Names(const Tables& tables) {
  const auto add_all = [this](Space space, const auto& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) spaces_[space].emplace(rows[i].id.value, i);
  };
  add_all(Space::source, tables.sources);
  add_all(Space::muscle, tables.muscles);
  add_all(Space::place, tables.places);
  add_all(Space::position, tables.positions);
  add_all(Space::rule, tables.rules);
  add_all(Space::claim, tables.claims);
  for (std::size_t i = 0; i < tables.places.size(); ++i) {
    const auto& place = tables.places[i];
    spaces_[space_of(place.kind.value)].emplace(place.id.value, i);
  }
  for (std::size_t i = 0; i < tables.positions.size(); ++i) {
    const auto& position = tables.positions[i];
    positions_.emplace(std::pair{position.id.value, position.place.value}, i);
  }
}

const Names::Ids* Names::ids(Space space) const {
  const auto found = spaces_.find(space);
  return found == spaces_.end() ? nullptr : &found->second;
}

std::optional<std::size_t> Names::find(Space space, std::string_view id) const {
  const auto* known = ids(space);
  if (known == nullptr) return std::nullopt;
  const auto found = known->find(id);
  return found == known->end() ? std::nullopt : std::optional{found->second};
}

std::vector<std::string_view> Names::all(Space space) const {
  std::vector<std::string_view> names;
  if (const auto* known = ids(space)) {
    for (const auto& [id, index] : *known) names.push_back(id);
  }
  return names;
}

std::optional<std::size_t> Names::find_position(std::string_view id,
                                                knowledge::Support place) const {
  const auto found = positions_.find({std::string{id}, place});
  return found == positions_.end() ? std::nullopt : std::optional{found->second};
}

}  // namespace unknot::kbc
