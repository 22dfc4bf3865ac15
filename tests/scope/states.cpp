// How one feels, what one has, what was rolled before, what one wants.

#include <algorithm>

#include "grid.hpp"

namespace unknot::scope {

using namespace knowledge;
using model::AfterEffect;
using model::ConditionEntry;
using model::FeelKind;
using model::History;
using model::Request;
using model::Side;

namespace {

Choice nothing(std::string name = "none") {
  return {std::move(name), [](Request&) {}};
}

std::string id_of(const Pack& pack, PlaceIndex place) { return std::string(pack[place].id); }

/// The first place of this kind that leads on to areas, whose words the rules read; else the first.
PlaceIndex sample(const Pack& pack, PlaceKind kind) {
  const auto fits = [kind](const Place& p) { return p.kind == kind; };
  const auto leads = [&](const Place& p) { return fits(p) && !p.around.empty(); };
  auto found = std::find_if(pack.places.begin(), pack.places.end(), leads);
  if (found == pack.places.end()) {
    found = std::find_if(pack.places.begin(), pack.places.end(), fits);
  }
  return {static_cast<std::uint16_t>(found - pack.places.begin())};
}

Choice feeling(const Pack& pack, PlaceIndex at, FeelKind kind, std::int32_t level) {
  return {id_of(pack, at) + ' ' + std::string(name_of(kind)) + ' ' + std::to_string(level),
          [=](Request& r) { r.feel.push_back({at, Side::both, kind, level}); }};
}

/// The complaint that the dimensions of complaints shape together: the last one.
model::Feel& last_complaint(Request& r) {
  if (r.feel.empty()) r.feel.emplace_back();
  return r.feel.back();
}

Choice level(std::int32_t value) {
  return {std::to_string(value), [value](Request& r) { last_complaint(r).level = value; }};
}

ConditionEntry& last_condition(Request& r) { return r.conditions.back(); }

Choice condition(const Pack& pack, std::size_t i) {
  return {std::string(pack.conditions[i].id), [i](Request& r) {
            r.conditions.push_back({{static_cast<std::uint16_t>(i)}, {}, Side::both, {}, {}});
          }};
}

/// Ready for the dimensions of conditions, which shape the last entry; without one, they do
/// nothing.
Choice shaped(std::string name, std::function<void(ConditionEntry&, const Request&)> shape) {
  return {std::move(name), [shape = std::move(shape)](Request& r) {
            if (!r.conditions.empty()) shape(last_condition(r), r);
          }};
}

Choice past(std::string name, std::function<void(History&)> shape) {
  return {std::move(name), [shape = std::move(shape)](Request& r) {
            for (History& h : r.history) shape(h);
          }};
}

History rolled_yesterday(std::size_t area, const Request& r) {
  History out;
  out.area = {static_cast<std::uint16_t>(area)};
  out.last = base::Instant{r.now.seconds - 12 * 3600, 0};
  out.last_levels = {4, 4, 4};
  return out;
}

Choice everywhere(std::string name, std::size_t areas, std::function<void(History&)> shape) {
  return {std::move(name), [areas, shape = std::move(shape)](Request& r) {
            for (std::size_t a = 0; a < areas; ++a) {
              r.history.push_back(rolled_yesterday(a, r));
              shape(r.history.back());
            }
          }};
}

Choice pain_everywhere(std::size_t areas) {
  return {"pain everywhere", [areas](Request& r) {
            for (std::size_t a = 0; a < areas; ++a) {
              r.feel.push_back({{static_cast<std::uint16_t>(a)}, Side::both, FeelKind::pain, 8});
            }
          }};
}

void strong(History& h) { h.last_levels = {7, 4, 4}; }
void bruised(History& h) { h.after_effect = AfterEffect::bruise; }

}  // namespace

Dimension complaint_places(const Pack& pack) {
  Dimension out{"at", {}};
  for (std::size_t i = 0; i < pack.places.size(); ++i) {
    out.choices.push_back({std::string(pack.places[i].id), [i](Request& r) {
                             last_complaint(r).at = {static_cast<std::uint16_t>(i)};
                           }});
  }
  return out;
}

Dimension complaint_kinds() {
  Dimension out{"kind", {}};
  for (const auto& row : EnumNames<FeelKind>::all) {
    out.choices.push_back(
        {std::string(row.name), [kind = row.value](Request& r) { last_complaint(r).kind = kind; }});
  }
  return out;
}

Dimension complaint_levels() {
  return {
      "level",
      {nothing("unknown"), level(0), level(3), level(4), level(6), level(7), level(8), level(10)}};
}

/// The side of the last complaint and of all history and wishes there are.
Dimension complaint_sides() {
  Dimension out{"side", {}};
  for (const Side side : {Side::both, Side::left}) {
    out.choices.push_back({std::string(name_of(side)), [side](Request& r) {
                             if (!r.feel.empty()) r.feel.back().side = side;
                             for (auto& wish : r.want) wish.side = side;
                             for (auto& wish : r.avoid) wish.side = side;
                             for (auto& h : r.history) h.side = side;
                           }});
  }
  return out;
}

Dimension few_complaints(const Pack& pack) {
  const auto area = sample(pack, PlaceKind::area);
  const auto zone = sample(pack, PlaceKind::zone);
  const auto region = sample(pack, PlaceKind::region);
  return {
      "complaint",
      {nothing(), feeling(pack, area, FeelKind::tight, 3), feeling(pack, area, FeelKind::pain, 7),
       feeling(pack, zone, FeelKind::pain, 5), feeling(pack, region, FeelKind::sore, 4),
       feeling(pack, region, FeelKind::injury, 6), pain_everywhere(area_count(pack))}};
}

Dimension conditions(const Pack& pack) {
  Dimension out{"condition", {nothing()}};
  for (std::size_t i = 0; i < pack.conditions.size(); ++i) {
    out.choices.push_back(condition(pack, i));
  }
  return out;
}

Dimension few_conditions(const Pack& pack) {
  Dimension out{"condition", {nothing()}};
  const auto first = [&](const auto& has) {
    const auto found = std::find_if(pack.conditions.begin(), pack.conditions.end(), has);
    if (found == pack.conditions.end()) return;
    out.choices.push_back(
        condition(pack, static_cast<std::size_t>(found - pack.conditions.begin())));
  };
  first([](const Condition& c) { return c.effects.ask; });
  first([](const Condition& c) { return c.effects.gentle && !c.effects.ask && !c.needs_at; });
  first([](const Condition& c) { return !c.effects.bar_places.empty() && !c.effects.ask; });
  return out;
}

Dimension condition_places(const Pack& pack) {
  Dimension out{"where", {shaped("unsaid", [](ConditionEntry&, const Request&) {})}};
  for (const PlaceKind kind : {PlaceKind::area, PlaceKind::zone, PlaceKind::region}) {
    const PlaceIndex at = sample(pack, kind);
    out.choices.push_back(
        shaped(id_of(pack, at), [at](ConditionEntry& c, const Request&) { c.at = at; }));
  }
  return out;
}

Dimension clearances() {
  const auto on_day = [](std::int32_t days) {
    return [days](ConditionEntry& c, const Request& r) {
      c.cleared_on = base::Day{base::day_of(r.now).number + days};
    };
  };
  return {"cleared",
          {shaped("no", [](ConditionEntry&, const Request&) {}), shaped("today", on_day(0)),
           shaped("tomorrow", on_day(1))}};
}

Dimension weeks() {
  const auto week = [](std::int32_t count) {
    return [count](ConditionEntry& c, const Request&) { c.weeks = count; };
  };
  return {"weeks",
          {shaped("unknown", [](ConditionEntry&, const Request&) {}), shaped("12", week(12)),
           shaped("30", week(30))}};
}

Dimension history_areas(const Pack& pack) {
  const std::size_t areas = area_count(pack);
  Dimension out{"rolled", {everywhere("everywhere", areas, [](History&) {})}};
  for (std::size_t a = 0; a < areas; ++a) {
    out.choices.push_back({std::string(pack.places[a].id),
                           [a](Request& r) { r.history.push_back(rolled_yesterday(a, r)); }});
  }
  return out;
}

Dimension histories(const Pack& pack) {
  const auto clean = pack.number(Number::up_clean_sessions);
  const auto times = pack.number(Number::spacing_max_times);
  const auto dose = pack.number(Number::dose_max_seconds);
  Dimension out{"ended",
                {past("well", [clean](History& h) { h.clean_sessions = clean; }),
                 past("well, once too few", [clean](History& h) { h.clean_sessions = clean - 1; }),
                 past("strong", strong), past("unknown", [](History& h) { h.last_levels = {{}}; }),
                 past("half a dose in 6 h", [dose](History& h) { h.seconds_6h = dose / 2; }),
                 past("a dose in 6 h", [dose](History& h) { h.seconds_6h = dose; }),
                 past("as often as may be", [times](History& h) { h.times_24h = times; })}};
  for (const auto& row : EnumNames<AfterEffect>::all) {
    const auto effect = row.value;
    if (effect == AfterEffect::none) continue;
    out.choices.push_back(
        past(std::string(row.name), [effect](History& h) { h.after_effect = effect; }));
    out.choices.push_back(past(std::string(row.name) + ", gone", [effect](History& h) {
      h.after_effect = effect;
      h.after_effect_gone = true;
    }));
  }
  return out;
}

Dimension few_histories(const Pack& pack) {
  const std::size_t areas = area_count(pack);
  const auto clean = pack.number(Number::up_clean_sessions);
  const auto dose = pack.number(Number::dose_max_seconds);
  const auto used_to = [clean, dose](History& h) {
    h.rung = 3;
    h.clean_sessions = clean;
    h.seconds_6h = dose / 2;
  };
  return {"history",
          {nothing(), everywhere("used to firm ones, half a dose", areas, used_to),
           everywhere("strong", areas, strong), everywhere("bruised", 1, bruised)}};
}

Dimension rungs() {
  Dimension out{"rung", {}};
  for (std::int32_t rung = 1; rung <= 4; ++rung) {
    out.choices.push_back(past(std::to_string(rung), [rung](History& h) { h.rung = rung; }));
  }
  return out;
}

Dimension screenings(const Pack& pack) {
  const std::int64_t valid = std::int64_t{pack.number(Number::screening_valid_hours)} * 3600;
  const auto ago = [](std::int64_t seconds) {
    return [seconds](Request& r) { r.red_flags.at = base::Instant{r.now.seconds - seconds, 0}; };
  };
  return {"screened",
          {{"just now", ago(60)},
           {"never", [](Request& r) { r.red_flags = {}; }},
           {"at no time", [](Request& r) { r.red_flags.at.reset(); }},
           {"at the last moment", ago(valid)},
           {"a second too long ago", ago(valid + 1)},
           {"tomorrow", ago(-valid - 1)}}};
}

Dimension signs(const Pack& pack) {
  Dimension out{"sign", {nothing()}};
  for (std::size_t i = 0; i < pack.red_flags.size(); ++i) {
    out.choices.push_back({std::string(pack.red_flags[i].id), [i](Request& r) {
                             r.red_flags.screened = true;
                             r.red_flags.present.push_back({static_cast<std::uint16_t>(i)});
                           }});
  }
  return out;
}

Dimension wishes(const Pack& pack) {
  Dimension out{"wish", {nothing()}};
  const auto places = pack.places.size();
  for (std::size_t i = 0; i < places; ++i) {
    const PlaceIndex at{static_cast<std::uint16_t>(i)};
    out.choices.push_back(
        {"for " + id_of(pack, at), [at](Request& r) { r.want.push_back({at, Side::both, {}}); }});
    out.choices.push_back({"against " + id_of(pack, at),
                           [at](Request& r) { r.avoid.push_back({at, Side::both, {}}); }});
  }
  out.choices.push_back({"against everything", [places](Request& r) {
                           for (std::size_t i = 0; i < places; ++i) {
                             r.avoid.push_back({{static_cast<std::uint16_t>(i)}, Side::both, {}});
                           }
                         }});
  return out;
}

}  // namespace unknot::scope
