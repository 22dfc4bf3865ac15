#include <algorithm>
#include <limits>
#include <string>

#include "audit_internal.hpp"

namespace unknot::safety::auditing {

namespace {

std::int32_t clamped(std::int64_t value) {
  using Limits = std::numeric_limits<std::int32_t>;
  return static_cast<std::int32_t>(std::clamp<std::int64_t>(value, Limits::min(), Limits::max()));
}

PlaceIndex area_called(const knowledge::Pack& pack, std::string_view word) {
  const PlaceIndex found = knowledge::find_place(pack, word);
  const bool is_area = found.valid() && pack[found].kind == knowledge::PlaceKind::area;
  return is_area ? found : PlaceIndex{};
}

const model::Tool* tool_called(const model::Request& request, std::string_view word) {
  for (const model::Tool& tool : request.tools) {
    if (tool.id == word) return &tool;
  }
  return nullptr;
}

Way way_called(const Case& c, std::string_view technique, std::string_view tool,
               std::string_view variant) {
  Way way;
  way.tool = tool_called(c.request, tool);
  const auto found = knowledge::find_technique(c.pack, technique);
  if (!found.valid()) return way;
  way.technique = &c.pack[found];
  if (const auto kind = knowledge::parse_enum<knowledge::VariantKind>(variant)) {
    way.variant = knowledge::find_variant(*way.technique, *kind);
  }
  return way;
}

/// The most the document can be read to give, so that a sum that lies hides nothing.
std::int64_t most_seconds(const model::StepDocument& words) {
  std::int64_t sum = 0;
  for (const std::int32_t set : words.sets) sum += std::max(set, 0);
  return std::max<std::int64_t>(sum, words.seconds);
}

}  // namespace

Measure measure(std::int64_t asked, std::int64_t limit, Unit unit) {
  return {model::quantity(clamped(asked), unit), model::quantity(clamped(limit), unit)};
}

Breach about_plan(RuleCode rule, std::string_view at, Measure m) {
  return {rule, std::nullopt, std::string(at), {}, m.asked, m.limit};
}

Breach about_step(RuleCode rule, const Candidate& c, std::string_view at, Measure m) {
  return {rule, c.step, std::string(at), std::string(knowledge::name_of(c.side)), m.asked, m.limit};
}

bool touches(const knowledge::Pack& pack, PlaceIndex at, Side side, SideIndex index) {
  return pack[at].sides == knowledge::Sides::middle || model::counts_for(side, index);
}

std::vector<PlaceIndex> named_areas(const knowledge::Pack& pack, PlaceIndex at) {
  const knowledge::Place& place = pack[at];
  if (place.kind == knowledge::PlaceKind::area) return {at};
  return {place.covers.begin(), place.covers.end()};
}

knowledge::List<PlaceIndex> areas_around(const knowledge::Pack& pack, PlaceIndex at) {
  const knowledge::Place& place = pack[at];
  return place.kind == knowledge::PlaceKind::area ? place.neighbours : place.around;
}

// From the muscles themselves: the table of overlaps is derived, and might be derived wrongly.
bool overlapping(const knowledge::Pack& pack, PlaceIndex a, PlaceIndex b) {
  if (a == b) return false;
  const auto& others = pack[b].muscles;
  const bool share = std::any_of(pack[a].muscles.begin(), pack[a].muscles.end(), [&](auto muscle) {
    return std::find(others.begin(), others.end(), muscle) != others.end();
  });
  return share || listed(pack[a].overlaps, b) || listed(pack[b].overlaps, a);
}

bool listed(knowledge::List<PlaceIndex> places, PlaceIndex place) {
  return std::find(places.begin(), places.end(), place) != places.end();
}

knowledge::List<PlaceIndex> places_of(const knowledge::Pack& pack, RuleCode rule) {
  const auto found = knowledge::find_rule(pack, knowledge::name_of(rule));
  return found.valid() ? pack[found].places : knowledge::List<PlaceIndex>{};
}

const knowledge::Effects* effects_of(const knowledge::Pack& pack,
                                     const model::ConditionEntry& entry) {
  return entry.id.valid() ? &pack[entry.id].effects : nullptr;
}

std::vector<Step> steps_of(const Case& c) {
  std::vector<Step> steps;
  for (std::size_t i = 0; i < c.plan.steps.size(); ++i) {
    const model::StepDocument& words = c.plan.steps[i];
    Candidate own;
    own.step = i;
    own.area = area_called(c.pack, words.area);
    own.side = knowledge::parse_enum<Side>(words.side).value_or(Side::both);  // The strictest.
    own.way = way_called(c, words.technique, words.tool, words.variant);
    own.seconds = most_seconds(words);
    own.level_high = words.level_high;
    if (c.planned() || own.seconds > 0) steps.push_back({&words, own});
  }
  return steps;
}

Candidate alternative_of(const Case& c, const Step& step, const model::AlternativeDocument& words) {
  Candidate candidate = step.own;
  candidate.way = way_called(c, words.technique, words.tool, words.variant);
  return candidate;
}

std::int32_t rung_of(const model::Tool& tool) {
  if (tool.surface == knowledge::Surface::textured) return 4;
  if (tool.density == knowledge::Density::firm) return 3;
  return tool.density == knowledge::Density::medium ? 2 : 1;
}

// P = m g f / A; hectograms, permille and mm2 leave a factor of 981. Whole numbers only, so that
// every platform gives the same index.
std::int32_t intensity_of(const Case& c, const Way& way) {
  constexpr std::int64_t gravity = 981;
  constexpr std::int64_t least = 1;
  constexpr std::int64_t most = 10;
  const model::Tool& tool = *way.tool;
  const std::int64_t area =
      knowledge::contact_area_mm2(c.pack, tool.kind, tool.density, tool.surface);
  const std::int64_t step = c.number(Number::pascals_per_index);
  const std::int64_t mass =
      c.request.person.mass_hectograms.value_or(c.number(Number::default_mass_hectograms));
  const std::int64_t pascals = mass * way.variant->load_permille * gravity / area;
  return static_cast<std::int32_t>(std::clamp((pascals + step / 2) / step, least, most));
}

}  // namespace unknot::safety::auditing
