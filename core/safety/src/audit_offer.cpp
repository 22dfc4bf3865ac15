// A complaint at a place that is never rolled must be answered with the muscles around it, if any
// of them could lawfully be rolled. Only what clearly could is demanded.

#include <algorithm>

#include "audit_internal.hpp"

namespace unknot::safety::auditing {

namespace {

/// The smallest lawful dose of one area alone.
struct Offer {
  PlaceIndex area;
  Way way;
  BothSides sides;  ///< Those that can be rolled at all.
};

BothSides open_sides(const Case& c, PlaceIndex area) {
  BothSides open{};
  for (SideIndex s = 0; s < model::side_count; ++s) {
    open[s] = !c.bars.any(area, s) && !exhausted(c, area, s);
  }
  return open;
}

/// All sides that are open, as far as the technique can roll them.
std::vector<Side> sides_to_roll(const Case& c, const Offer& offer) {
  const bool together = offer.way.technique->laterality == knowledge::Laterality::both ||
                        c.pack[offer.area].sides == knowledge::Sides::middle;
  if (together) {
    if (!offer.sides[0] || !offer.sides[1]) return {};
    return {Side::both};
  }
  std::vector<Side> sides;
  for (SideIndex s = 0; s < model::side_count; ++s) {
    if (offer.sides[s]) sides.push_back(model::side_at(s));
  }
  return sides;
}

/// Whether every ceiling leaves room for the smallest dose.
bool dose_fits(const Case& c) {
  std::int32_t most = c.number(Number::dose_max_seconds);
  if (c.request.goal == knowledge::GoalKind::warm_up) {
    most = std::min(most, c.number(Number::warm_up_max_seconds));
  }
  if (c.gentle) most = std::min(most, c.number(Number::gentle_seconds_max));
  return c.number(Number::dose_min_seconds) <= most;
}

/// Sets and the rests between them; a hold may need to be broken up.
std::int64_t rolling_seconds(const Case& c, const knowledge::Technique& technique) {
  const std::int64_t dose = c.number(Number::dose_min_seconds);
  const std::int64_t hold = c.number(Number::hold_max_seconds);
  if (technique.motion != knowledge::Motion::hold || dose <= hold) return dose;
  const std::int64_t sets = (dose + hold - 1) / hold;
  return dose + (sets - 1) * c.number(Number::rest_seconds);
}

/// Everything at its longest, so that a plan is blamed only when the offer surely fits.
bool time_fits(const Case& c, const knowledge::Technique& technique, std::size_t sides) {
  const auto count = static_cast<std::int64_t>(sides);
  const std::int64_t setups = std::int64_t{c.pack[technique.position].setup_seconds} +
                              c.number(Number::change_tool_seconds) +
                              count * technique.setup_seconds;
  const std::int64_t factor = slow_body(c) ? c.number(Number::slow_setup_factor) : 1;
  const std::int64_t rolled = count * rolling_seconds(c, technique);
  return setups * factor + rolled <= time_limit(c);
}

bool stands(const Case& c, const Offer& offer) {
  const std::vector<Side> sides = sides_to_roll(c, offer);
  if (sides.empty() || !time_fits(c, *offer.way.technique, sides.size())) return false;
  Breaches found;
  for (const Side side : sides) {
    Candidate candidate;
    candidate.area = offer.area;
    candidate.side = side;
    candidate.way = offer.way;
    candidate.seconds = c.number(Number::dose_min_seconds);
    judge_way(c, candidate, found);
    judge_ladder(c, candidate, found);
  }
  return found.empty();
}

/// Left and right may differ when anything was said of one side alone.
bool one_side_stands(const Case& c, const Offer& offer) {
  const bool together = offer.way.technique->laterality == knowledge::Laterality::both;
  if (together || !said_of_one_side(c)) return false;
  for (SideIndex s = 0; s < model::side_count; ++s) {
    Offer alone = offer;
    alone.sides[1 - s] = false;
    if (alone.sides[s] && stands(c, alone)) return true;
  }
  return false;
}

bool technique_can_stand(const Case& c, const knowledge::Technique& technique) {
  Offer offer{technique.area, {&technique, nullptr, nullptr}, open_sides(c, technique.area)};
  for (const model::Tool& tool : c.request.tools) {
    for (const knowledge::Variant& variant : technique.variants) {
      offer.way.tool = &tool;
      offer.way.variant = &variant;
      if (stands(c, offer) || one_side_stands(c, offer)) return true;
    }
  }
  return false;
}

bool any_can_stand(const Case& c, knowledge::List<PlaceIndex> areas) {
  if (!dose_fits(c)) return false;
  const auto& all = c.pack.techniques;
  return std::any_of(all.begin(), all.end(), [&](const knowledge::Technique& technique) {
    return listed(areas, technique.area) && technique_can_stand(c, technique);
  });
}

bool any_offered(const Case& c, knowledge::List<PlaceIndex> areas) {
  return std::any_of(c.steps.begin(), c.steps.end(), [&](const Step& step) {
    return step.own.area.valid() && listed(areas, step.own.area);
  });
}

}  // namespace

void judge_offers(const Case& c, Breaches& out) {
  const auto places = places_of(c.pack, RuleCode::around_the_pain);
  for (const auto& feel : c.request.feel) {
    if (feel.kind == model::FeelKind::injury || !listed(places, feel.at)) continue;
    const auto areas = areas_around(c.pack, feel.at);
    if (any_offered(c, areas) || !any_can_stand(c, areas)) continue;
    out.push_back(about_plan(RuleCode::never_zones, c.pack[feel.at].id));
  }
}

}  // namespace unknot::safety::auditing
