// Bodies, techniques and tools.

#include <map>

#include "dump.hpp"

namespace unknot::fuzz {

namespace {

Words of_kind(const Json& dump, std::string_view kind) {
  Words out;
  for (const Json& place : items(dump, "places")) {
    if (text(place, "kind") == kind) out.push_back(text(place, "id"));
  }
  return out;
}

bool all_in(const Words& some, const Words& all) {
  return std::all_of(some.begin(), some.end(), [&](const auto& word) { return has(all, word); });
}

/// Areas that share a muscle with each area, itself not among them.
std::map<std::string, Words> sharing(const Json& dump) {
  std::map<std::string, Words> muscles;
  for (const Json& place : items(dump, "places")) {
    if (text(place, "kind") == "area") muscles[text(place, "id")] = words(place, "muscles");
  }
  std::map<std::string, Words> out;
  for (const auto& [area, own] : muscles) {
    for (const auto& [other, others] : muscles) {
      const bool shared =
          std::any_of(own.begin(), own.end(), [&](const std::string& m) { return has(others, m); });
      if (area != other && shared) out[area].push_back(other);
    }
  }
  return out;
}

/// A list that names an area names all that share its muscles, but for the row and what it covers.
bool whole(const Json& place, std::string_view list, const std::map<std::string, Words>& shared) {
  const Words named = words(place, list);
  const Words covered = words(place, "covers");
  for (const auto& area : named) {
    const auto others = shared.find(area);
    if (others == shared.end()) continue;
    for (const auto& other : others->second) {
      if (other != text(place, "id") && !has(covered, other) && !has(named, other)) return false;
    }
  }
  return true;
}

void judge_area(const Json& area, const std::map<std::string, Words>& neighbours,
                const std::map<std::string, Words>& shared, Wrong& wrong) {
  const std::string id = text(area, "id");
  for (const auto& other : words(area, "neighbours")) {
    const auto found = neighbours.find(other);
    wrong.unless(other != id, "an area neighbours itself", area);
    wrong.unless(found != neighbours.end() && has(found->second, id), "neighbours not mutual",
                 area);
  }
  Words overlaps = words(area, "overlaps");
  const auto found = shared.find(id);
  Words expected = found == shared.end() ? Words{} : found->second;
  std::sort(overlaps.begin(), overlaps.end());
  std::sort(expected.begin(), expected.end());
  wrong.unless(overlaps == expected, "overlaps are not the areas that share a muscle", area);
  wrong.unless(!words(area, "muscles").empty(), "an area without muscles", area);
}

void judge_names(const Json& dump, std::string_view table, Wrong& wrong) {
  std::map<std::string, std::string> owner;
  for (const Json& row : items(dump, table)) {
    for (const auto& alias : words(row, "aliases")) {
      wrong.unless(owner.emplace(alias, text(row, "id")).second, "an alias of two", row);
      const bool lower =
          std::none_of(alias.begin(), alias.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
      wrong.unless(lower, "an alias in capitals", row);
    }
  }
}

void judge_variants(const Json& technique, Wrong& wrong) {
  Words kinds;
  std::map<std::string, std::int64_t> load;
  for (const Json& variant : items(technique, "variants")) {
    kinds.push_back(text(variant, "kind"));
    load[kinds.back()] = number(variant, "load_permille");
    wrong.unless(load[kinds.back()] >= 10 && load[kinds.back()] <= 700, "a load out of range",
                 technique);
  }
  wrong.unless(unique(kinds), "a kind of variant twice", technique);
  wrong.unless(has(kinds, "lighter") && has(kinds, "standard"), "a variant missing", technique);
  wrong.unless(load["lighter"] < load["standard"], "loads do not rise", technique);
  if (has(kinds, "harder")) {
    wrong.unless(load["standard"] < load["harder"], "loads do not rise", technique);
  }
}

}  // namespace

void judge_places(const Json& dump, Wrong& wrong) {
  const Words areas = of_kind(dump, "area");
  const Words muscles = column(dump, "muscles", "id");
  const auto shared = sharing(dump);
  std::map<std::string, Words> neighbours;
  for (const Json& place : items(dump, "places")) {
    neighbours[text(place, "id")] = words(place, "neighbours");
  }
  for (const Json& place : items(dump, "places")) {
    wrong.unless(all_in(words(place, "muscles"), muscles), "an unknown muscle", place);
    for (const std::string_view list : {"neighbours", "covers", "around"}) {
      wrong.unless(all_in(words(place, list), areas), "a list of areas names none", place);
      wrong.unless(unique(words(place, list)), "an area stands twice in a list", place);
    }
    wrong.unless(whole(place, "neighbours", shared), "neighbours leave a muscle half", place);
    wrong.unless(whole(place, "around", shared), "around leaves a muscle half", place);
    if (text(place, "kind") == "area") judge_area(place, neighbours, shared, wrong);
  }
  for (const std::string_view table : {"places", "presets", "activities"}) {
    judge_names(dump, table, wrong);
  }
}

void judge_techniques(const Json& dump, Wrong& wrong) {
  const Words areas = of_kind(dump, "area");
  const Words zones = of_kind(dump, "zone");
  const Words places = column(dump, "places", "id");
  Words positions;
  for (const Json& row : items(dump, "positions")) {
    positions.push_back(text(row, "place") + '/' + text(row, "id"));
    const auto setup = number(row, "setup_seconds");
    wrong.unless(setup >= 5 && setup <= 60 && setup % 5 == 0, "a position's set-up", row);
  }
  wrong.unless(unique(positions), "a position twice at one place");
  for (const Json& row : items(dump, "techniques")) {
    wrong.unless(has(areas, text(row, "area")), "a technique of no area", row);
    wrong.unless(all_in(words(row, "path"), areas), "a path through what is no area", row);
    wrong.unless(all_in(words(row, "clear_of"), zones), "clear of what is no zone", row);
    wrong.unless(all_in(words(row, "loads"), places), "loads an unknown place", row);
    wrong.unless(has(positions, text(row, "place") + '/' + text(row, "position")),
                 "an unknown position", row);
    const auto setup = number(row, "setup_seconds");
    wrong.unless(setup >= 5 && setup <= 30 && setup % 5 == 0, "a technique's set-up", row);
    const auto pass = number(row, "seconds_per_pass");
    wrong.unless(pass == 0 || (text(row, "motion") == "stroke" && pass >= 2 && pass <= 6),
                 "a pace out of range, or of a hold", row);
    const auto fit = number(row, "fit");
    wrong.unless(fit >= 0 && fit <= 100, "a fit out of range", row);
    wrong.unless(!items(row, "faults").empty(), "a technique without a fault", row);
    judge_variants(row, wrong);
  }
}

void judge_tools(const Json& dump, Wrong& wrong) {
  constexpr std::size_t kinds = 3;
  constexpr std::size_t contacts = kinds * 3 * 2;
  constexpr std::size_t hints = 8;
  Words pairs;
  for (const Json& row : items(dump, "contacts")) {
    pairs.push_back(text(row, "kind") + text(row, "density") + text(row, "surface"));
    wrong.unless(number(row, "area_mm2") > 0, "a contact without area");
  }
  wrong.unless(pairs.size() == contacts && unique(pairs), "contacts incomplete or twice");
  const Words tools = column(dump, "tool_kinds", "kind");
  wrong.unless(tools.size() == kinds && unique(tools), "tool kinds incomplete or twice");
  const Words tests = column(dump, "tool_hints", "id");
  wrong.unless(tests.size() == hints && unique(tests), "tool hints incomplete or twice");
}

}  // namespace unknot::fuzz
