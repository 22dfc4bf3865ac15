#include <algorithm>

#include "unknot/knowledge/pack.hpp"

namespace unknot::knowledge {

namespace {

/// Linear on purpose: tables hold tens of rows, and tests replace tables by unsorted ones.
template <class Row>
Index<Row> find_by_id(List<Row> rows, Text id) {
  const auto row = std::ranges::find(rows, id, &Row::id);
  if (row == rows.end()) return {};
  return {static_cast<std::uint16_t>(row - rows.begin())};
}

}  // namespace

PlaceIndex find_place(const Pack& pack, Text id) { return find_by_id(pack.places, id); }

TechniqueIndex find_technique(const Pack& pack, Text id) { return find_by_id(pack.techniques, id); }

RuleIndex find_rule(const Pack& pack, Text id) { return find_by_id(pack.rules, id); }

ConditionIndex find_condition(const Pack& pack, Text id) { return find_by_id(pack.conditions, id); }

RedFlagIndex find_red_flag(const Pack& pack, Text id) { return find_by_id(pack.red_flags, id); }

ActivityIndex find_activity(const Pack& pack, Text id) { return find_by_id(pack.activities, id); }

PresetIndex find_preset(const Pack& pack, Text id) { return find_by_id(pack.presets, id); }

const Language& language_of(const Pack& pack, Text id) {
  for (const Text wanted : {id, rows_language}) {
    const auto language = std::ranges::find(pack.languages, wanted, &Language::id);
    if (language != pack.languages.end() && !language->phrases.empty()) return *language;
  }
  return pack.languages.front();
}

Text find_phrase(List<Phrase> phrases, Text key) {
  const auto phrase = std::ranges::lower_bound(phrases, key, {}, &Phrase::key);
  return phrase != phrases.end() && phrase->key == key ? phrase->text : Text{};
}

const Goal* find_goal(const Pack& pack, GoalKind kind) {
  const auto goal = std::ranges::find(pack.goals, kind, &Goal::kind);
  return goal == pack.goals.end() ? nullptr : &*goal;
}

const Variant* find_variant(const Technique& technique, VariantKind kind) {
  const auto variant = std::ranges::find(technique.variants, kind, &Variant::kind);
  return variant == technique.variants.end() ? nullptr : &*variant;
}

std::size_t area_count(const Pack& pack) {
  const auto is_area = [](const Place& place) { return place.kind == PlaceKind::area; };
  return static_cast<std::size_t>(std::ranges::count_if(pack.places, is_area));
}

std::int32_t contact_area_mm2(const Pack& pack, ToolKind kind, Density density, Surface surface) {
  // Less area means more pressure, so the smallest is the careful answer where none is known.
  std::int32_t smallest = 0;
  for (const auto& contact : pack.contacts) {
    if (contact.kind != kind) continue;
    if (contact.density == density && contact.surface == surface) return contact.area_mm2;
    if (smallest == 0 || contact.area_mm2 < smallest) smallest = contact.area_mm2;
  }
  return smallest == 0 ? 1 : smallest;
}

}  // namespace unknot::knowledge
