// What the person's words alone decide: which areas are barred on which side and why, whether
// everything is gentle, how long there is, and what is already used up.

#include <algorithm>

#include "audit_internal.hpp"

namespace unknot::safety::auditing {

namespace {

using model::AfterEffect;
using model::FeelKind;

std::uint32_t bit_of(RuleCode rule) { return std::uint32_t{1} << static_cast<unsigned>(rule); }

/// Bars areas for one reason, on the sides that it concerns.
class Barring {
 public:
  Barring(const knowledge::Pack& pack, Bars& bars, RuleCode rule)
      : pack_(pack), bars_(bars), rule_(rule) {}

  void on_sides_of(PlaceIndex at, Side side) {
    for (SideIndex s = 0; s < model::side_count; ++s) sides_[s] = touches(pack_, at, side, s);
  }

  void area(PlaceIndex area) {
    for (SideIndex s = 0; s < model::side_count; ++s) {
      if (sides_[s]) bars_.add(area, s, rule_);
    }
  }

  void with_overlaps(knowledge::List<PlaceIndex> areas) {
    for (const PlaceIndex barred : areas) {
      area(barred);
      for (std::size_t i = 0; i < knowledge::area_count(pack_); ++i) {
        const PlaceIndex other{static_cast<std::uint16_t>(i)};
        if (overlapping(pack_, barred, other)) area(other);
      }
    }
  }

 private:
  const knowledge::Pack& pack_;
  Bars& bars_;
  RuleCode rule_;
  BothSides sides_{true, true};
};

bool hurts(const model::Feel& feel) {
  return feel.kind == FeelKind::pain || feel.kind == FeelKind::injury;
}

void bar_for_feel(const knowledge::Pack& pack, const model::Feel& feel, Bars& bars) {
  if (!feel.at.valid()) return;
  const bool strong = feel.level && *feel.level >= pack.number(Number::bar_level_min);
  if (!hurts(feel) && !strong) return;
  Barring barring(pack, bars, RuleCode::around_the_pain);
  barring.on_sides_of(feel.at, feel.side);
  barring.with_overlaps(named_areas(pack, feel.at));
  if (feel.kind == FeelKind::injury) barring.with_overlaps(areas_around(pack, feel.at));
}

/// Whether a complaint at a place that must offer its surroundings keeps `area` open.
bool kept_for_an_offer(const model::Request& request, const knowledge::Pack& pack,
                       PlaceIndex area) {
  return std::any_of(request.feel.begin(), request.feel.end(), [&](const model::Feel& feel) {
    if (!feel.at.valid() || feel.kind == FeelKind::injury) return false;
    return listed(places_of(pack, RuleCode::around_the_pain), feel.at) &&
           listed(areas_around(pack, feel.at), area);
  });
}

/// Pain that should be seen leaves out what lies around it too, save where a rule keeps that.
void bar_for_strong_pain(const model::Request& request, const knowledge::Pack& pack,
                         const model::Feel& feel, Bars& bars) {
  if (!feel.at.valid() || feel.kind != FeelKind::pain) return;
  if (!feel.level || *feel.level < pack.number(Number::refer_level_min)) return;
  Barring barring(pack, bars, RuleCode::refer);
  barring.on_sides_of(feel.at, feel.side);
  for (const PlaceIndex area : areas_around(pack, feel.at)) {
    if (!kept_for_an_offer(request, pack, area)) barring.area(area);
  }
}

bool pain_named_at(const model::Request& request, PlaceIndex place) {
  return std::any_of(request.feel.begin(), request.feel.end(),
                     [&](const model::Feel& feel) { return feel.at == place && hurts(feel); });
}

void bar_for_condition(const model::Request& request, const knowledge::Pack& pack,
                       const model::ConditionEntry& entry, Bars& bars) {
  const knowledge::Effects* effects = effects_of(pack, entry);
  if (effects == nullptr) return;
  Barring everywhere(pack, bars, RuleCode::condition);
  if (!effects->with_pain_at.valid() || pain_named_at(request, effects->with_pain_at)) {
    everywhere.with_overlaps(effects->bar_places);
  }
  if (!effects->bar_at || !entry.at.valid()) return;
  Barring there(pack, bars, RuleCode::condition);
  there.on_sides_of(entry.at, entry.side);
  there.with_overlaps(named_areas(pack, entry.at));
  there.with_overlaps(areas_around(pack, entry.at));
}

void bar_for_after_effect(const knowledge::Pack& pack, const model::History& entry, Bars& bars) {
  const bool serious = entry.after_effect == AfterEffect::bruise ||
                       entry.after_effect == AfterEffect::tingling ||
                       entry.after_effect == AfterEffect::swelling;
  if (!serious || entry.after_effect_gone || !entry.area.valid()) return;
  Barring barring(pack, bars, RuleCode::after_effects);
  barring.on_sides_of(entry.area, entry.side);
  barring.with_overlaps({&entry.area, 1});
}

void bar_for_wish(const knowledge::Pack& pack, const model::Wish& wish, Bars& bars) {
  if (!wish.at.valid()) return;
  Barring barring(pack, bars, RuleCode::wish);
  barring.on_sides_of(wish.at, wish.side);
  for (const PlaceIndex area : named_areas(pack, wish.at)) barring.area(area);
}

}  // namespace

void Bars::add(PlaceIndex area, SideIndex side, RuleCode rule) {
  rules_[area.value][side] |= bit_of(rule);
}

bool Bars::has(PlaceIndex area, SideIndex side, RuleCode rule) const {
  return (rules_[area.value][side] & bit_of(rule)) != 0;
}

bool Bars::any(PlaceIndex area, SideIndex side) const { return rules_[area.value][side] != 0; }

Bars bars_of(const model::Request& request, const knowledge::Pack& pack) {
  Bars bars(pack.places.size());
  for (const auto& feel : request.feel) bar_for_feel(pack, feel, bars);
  for (const auto& feel : request.feel) bar_for_strong_pain(request, pack, feel, bars);
  for (const auto& entry : request.conditions) bar_for_condition(request, pack, entry, bars);
  for (const auto& entry : request.history) bar_for_after_effect(pack, entry, bars);
  for (const auto& wish : request.avoid) bar_for_wish(pack, wish, bars);
  return bars;
}

std::optional<RuleCode> gentle_by(const model::Request& request, const knowledge::Pack& pack) {
  for (const auto& entry : request.conditions) {
    const knowledge::Effects* effects = effects_of(pack, entry);
    if (effects != nullptr && effects->gentle) return RuleCode::condition;
  }
  const auto& age = request.person.age;
  if (age && *age < pack.number(Number::adult_age)) return RuleCode::bodies;
  return std::nullopt;
}

bool slow_body(const Case& c) {
  const model::Person& person = c.request.person;
  const bool old = person.age && *person.age > c.number(Number::old_age_above);
  return old || person.floor_transfer == model::FloorTransfer::slow;
}

std::int64_t time_limit(const Case& c) {
  constexpr std::int64_t minute = 60;
  std::int64_t limit = std::min(c.request.minutes, c.number(Number::budget_max_minutes));
  if (c.request.starts_in_minutes) {
    const std::int64_t before =
        std::int64_t{*c.request.starts_in_minutes} - c.number(Number::warm_up_gap_minutes);
    limit = std::min(limit, before);
  }
  return limit * minute;
}

}  // namespace unknot::safety::auditing
