#pragma once
/// @file
/// A coarse grid over the requests there can be: some products of dimensions, each of them whole.
/// Ids, ages and limits come from the knowledge, so that a new area or condition enters by itself.

#include <functional>
#include <string>
#include <vector>

#include "unknot/model/request.hpp"

namespace unknot::scope {

/// One value of a dimension: what it is called and what it does to a request.
struct Choice {
  std::string name;
  std::function<void(model::Request&)> apply;
};

struct Dimension {
  std::string name;
  std::vector<Choice> choices;
};

/// Every choice of each dimension with every choice of the others.
struct Product {
  std::string name;
  std::vector<Dimension> dimensions;

  [[nodiscard]] std::size_t size() const;
  /// Request number `index`, 0..size()-1; the first dimension turns slowest.
  [[nodiscard]] model::Request request(std::size_t index) const;
  /// "name: goal recover, minutes 3, ..."
  [[nodiscard]] std::string told(std::size_t index) const;
};

/// The grid. What each product is for stands beside it.
[[nodiscard]] std::vector<Product> grid_of(const knowledge::Pack& pack);

// dimensions.cpp: each dimension of the grid; the first choice is the most ordinary one.

[[nodiscard]] Dimension experiences();
[[nodiscard]] Dimension goals();
/// 1, 3, 5, 10 and 25 minutes, and warm-ups shortly before an effort.
[[nodiscard]] Dimension times();
/// 10 minutes and 3.
[[nodiscard]] Dimension few_times();
[[nodiscard]] Dimension supports();
[[nodiscard]] Dimension transfers();
/// Where one can be together with how one gets there, coarsely.
[[nodiscard]] Dimension reach();
/// Each class of age that the rule `bodies` knows, by its own limits.
[[nodiscard]] Dimension ages(const knowledge::Pack& pack);
/// None of use, each kind at its softest and hardest, pairs, and all at once.
[[nodiscard]] Dimension tool_sets();
[[nodiscard]] Dimension few_tool_sets();
/// Each place of the knowledge.
[[nodiscard]] Dimension complaint_places(const knowledge::Pack& pack);
[[nodiscard]] Dimension complaint_kinds();
/// Unknown, and on both sides of each limit: 0, 3, 4, 6, 7, 8, 10.
[[nodiscard]] Dimension complaint_levels();
[[nodiscard]] Dimension complaint_sides();
/// Nothing; one complaint of each sort: at an area, a zone, a region; mild and bad; and pain in
/// every area.
[[nodiscard]] Dimension few_complaints(const knowledge::Pack& pack);
/// None, and each condition alone.
[[nodiscard]] Dimension conditions(const knowledge::Pack& pack);
/// Nowhere, at an area, at a zone, at a region.
[[nodiscard]] Dimension condition_places(const knowledge::Pack& pack);
/// Not cleared, cleared, cleared only tomorrow.
[[nodiscard]] Dimension clearances();
[[nodiscard]] Dimension weeks();
/// None, and the first condition of each sort of effect.
[[nodiscard]] Dimension few_conditions(const knowledge::Pack& pack);
/// Each area, and all of them.
[[nodiscard]] Dimension history_areas(const knowledge::Pack& pack);
/// What was rolled there before and how it ended.
[[nodiscard]] Dimension histories(const knowledge::Pack& pack);
[[nodiscard]] Dimension few_histories(const knowledge::Pack& pack);
[[nodiscard]] Dimension rungs();
/// Fresh, missing, without a time, too old, of a clock that is ahead.
[[nodiscard]] Dimension screenings(const knowledge::Pack& pack);
/// None, and each warning sign.
[[nodiscard]] Dimension signs(const knowledge::Pack& pack);
/// Nothing; each place wished for; each place to be left alone; everything to be left alone.
[[nodiscard]] Dimension wishes(const knowledge::Pack& pack);
[[nodiscard]] Dimension activities(const knowledge::Pack& pack);

}  // namespace unknot::scope
