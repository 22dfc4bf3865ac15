#include "arrange.hpp"

#include <algorithm>
#include <tuple>

namespace unknot::kbc {

namespace {

bool share_a_muscle(const PlaceRow& a, const PlaceRow& b) {
  return std::ranges::any_of(a.muscles, [&b](const Str& muscle) {
    return std::ranges::find(b.muscles, muscle.value, &Str::value) != b.muscles.end();
  });
}

void derive_overlaps(std::vector<PlaceRow>& places) {
  for (auto& place : places) {
    for (const auto& other : places) {
      if (&place != &other && share_a_muscle(place, other))
        place.overlaps.items.push_back(other.id);
    }
  }
}

std::string_view by_id(const auto& row) { return row.id.value; }
std::string_view by_kind_name(const auto& row) { return knowledge::name_of(row.kind.value); }

/// By the key, then by place in the files; accepted rows never share a key, so the latter only
/// keeps complaints steady.
void sort_by(auto& rows, auto key) {
  std::ranges::sort(rows, {}, [&key](const auto& row) { return std::tuple{key(row), row.where}; });
}

void sort_by_id(auto& rows) {
  sort_by(rows, [](const auto& row) { return by_id(row); });
}

}  // namespace

void arrange(Tables& tables) {
  sort_by_id(tables.sources);
  sort_by_id(tables.muscles);
  sort_by(tables.places,
          [](const PlaceRow& row) { return std::tuple{row.kind.value, by_id(row)}; });
  derive_overlaps(tables.places);
  sort_by(tables.positions,
          [](const PositionRow& row) { return std::tuple{row.place.value, by_id(row)}; });
  sort_by_id(tables.techniques);
  for (auto& technique : tables.techniques) {
    sort_by(technique.variants.items, [](const VariantRow& row) { return row.kind.value; });
  }
  sort_by(tables.tool_kinds, [](const auto& row) { return by_kind_name(row); });
  sort_by(tables.contacts, [](const ContactRow& row) {
    return std::tuple{row.kind.value, row.density.value, row.surface.value};
  });
  sort_by_id(tables.tool_hints);
  sort_by_id(tables.presets);
  sort_by(tables.rules, [](const RuleRow& row) { return row.order.value; });
  sort_by_id(tables.settings);
  sort_by_id(tables.conditions);
  sort_by_id(tables.red_flags);
  sort_by_id(tables.claims);
  sort_by_id(tables.sentences);
  sort_by_id(tables.activities);
  sort_by(tables.goals, [](const auto& row) { return by_kind_name(row); });
  sort_by(tables.doses, [](const DoseRow& row) { return row.seconds.value; });
  sort_by(tables.emergency_numbers, [](const EmergencyNumberRow& row) {
    return std::tuple{std::string_view{row.number.value}, std::string_view{row.name.value}};
  });
  sort_by_id(tables.languages);
  for (auto& language : tables.languages) {
    for (auto* phrases : {&language.phrases, &language.texts, &language.set_ups, &language.sides}) {
      sort_by(phrases->items, [](const PhraseRow& row) { return std::string_view{row.key.value}; });
    }
    sort_by(language.aliases.items,
            [](const AliasesRow& row) { return std::string_view{row.place.value}; });
  }
}

}  // namespace unknot::kbc
