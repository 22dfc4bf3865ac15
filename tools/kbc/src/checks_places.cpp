// Areas, zones and regions against each other and against the techniques.

#include <algorithm>
#include <map>

#include "checks.hpp"
#include "unknot/base/text.hpp"

namespace unknot::kbc {

namespace {

bool lists(const Many<Str>& list, std::string_view id) {
  return std::ranges::any_of(list, [id](const Str& item) { return item.value == id; });
}

/// An injury bars what lies around it, and a muscle cannot be both barred and offered: with an
/// area a list holds all that share a muscle with it, save the row itself.
void check_whole(const Review& review, const PlaceRow& row, const Many<Str>& areas,
                 std::string_view name) {
  for (const auto& area : areas) {
    const auto index = review.names.find(Space::area, area.value);
    if (!index || area.value == row.id.value) continue;
    for (const auto& other : review.tables.places[*index].overlaps) {
      const bool is_own = other.value == row.id.value;
      if (!other.given() || is_own || lists(areas, other.value)) continue;
      review.complaints.add(
          area.where, say(ticked(name), " of ", ticked(row.id.value), " holds ", ticked(area.value),
                          " but not ", ticked(other.value), ", which shares a muscle with it"));
    }
  }
}

/// A word people may say and the row it leads to.
struct Word {
  std::string text;
  Where where;
  std::size_t row;
};

/// Complains of aliases that also lead to another row. Names may be shared by two rows only where
/// neither is written as an alias.
void check_words(const Review& review, const std::vector<Word>& names,
                 const std::vector<Word>& aliases) {
  std::map<std::string_view, const Word*> taken;
  for (const auto& name : names) taken.emplace(name.text, &name);
  for (const auto& alias : aliases) {
    const auto [first, is_new] = taken.emplace(alias.text, &alias);
    if (is_new || first->second->row == alias.row) continue;
    review.complaints.add(alias.where, say("alias ", ticked(alias.text), " is already used at ",
                                           review.complaints.shown(first->second->where)));
  }
}

/// Programs that look words up make no difference between "t-spine" and "t spine".
std::string spoken(std::string_view word) {
  std::string out = base::lower_ascii(word);
  std::ranges::replace(out, '-', ' ');
  return out;
}

template <class Rows>
std::vector<Word> aliases_of(const Rows& rows) {
  std::vector<Word> words;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (const auto& alias : rows[i].aliases)
      words.push_back({spoken(alias.value), alias.where, i});
  }
  return words;
}

template <class Rows>
std::vector<Word> names_of(const Rows& rows) {
  std::vector<Word> words;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    words.push_back({spoken(rows[i].name.value), rows[i].name.where, i});
  }
  return words;
}

}  // namespace

void check_neighbours_mutual(const Review& review) {
  for (const auto& area : review.tables.places) {
    for (const auto& neighbour : area.neighbours) {
      const auto other = review.names.find(Space::area, neighbour.value);
      if (!other) continue;
      if (neighbour.value == area.id.value) {
        review.complaints.add(neighbour.where, say(ticked(area.id.value), " neighbours itself"));
      } else if (!lists(review.tables.places[*other].neighbours, area.id.value)) {
        review.complaints.add(neighbour.where,
                              say(ticked(area.id.value), " names the neighbour ",
                                  ticked(neighbour.value), ", which does not name it back"));
      }
    }
  }
}

void check_muscles_whole(const Review& review) {
  for (const auto& place : review.tables.places) {
    check_whole(review, place, place.neighbours, "neighbours");
    check_whole(review, place, place.covers, "covers");
    check_whole(review, place, place.around, "around");
    for (const auto& area : place.around) {
      if (!lists(place.covers, area.value)) continue;
      review.complaints.add(
          area.where, say(ticked(place.id.value), " both covers and offers ", ticked(area.value)));
    }
  }
}

void check_areas_covered(const Review& review) {
  for (const auto& area : review.tables.places) {
    if (area.kind.value != knowledge::PlaceKind::area) continue;
    const auto covers = [&area](const PlaceRow& row) { return lists(row.covers, area.id.value); };
    if (std::ranges::any_of(review.tables.places, covers)) continue;
    review.complaints.add(area.where, say("area ", ticked(area.id.value),
                                          " is covered by no zone and no region, so that a "
                                          "complaint about the part of the body would miss it"));
  }
}

void check_aliases_unique(const Review& review) {
  const auto& tables = review.tables;
  auto names = names_of(tables.places);
  for (std::size_t i = 0; i < tables.places.size(); ++i) {
    const auto& plain = tables.places[i].plain;
    names.push_back({spoken(plain.value), plain.where, i});
  }
  check_words(review, names, aliases_of(tables.places));
  check_words(review, names_of(tables.presets), aliases_of(tables.presets));
  check_words(review, names_of(tables.activities), aliases_of(tables.activities));
}

void check_article_areas_have_floor(const Review& review) {
  for (const auto& area : review.tables.places) {
    if (!area.article.value) continue;
    const auto serves = [&area](const TechniqueRow& technique) {
      return technique.area.value == area.id.value &&
             technique.place.value == knowledge::Support::floor;
    };
    if (std::ranges::any_of(review.tables.techniques, serves)) continue;
    review.complaints.add(area.where, say("area ", ticked(area.id.value),
                                          " of the article has no technique on the floor"));
  }
}

}  // namespace unknot::kbc
