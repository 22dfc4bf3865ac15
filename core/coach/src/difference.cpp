#include "difference.hpp"

namespace unknot::coach {

using base::JsonWriter;
using knowledge::name_of;
using knowledge::Pack;
using knowledge::PlaceIndex;
using model::Difference;
using model::DifferenceKind;
using model::Rolled;
using model::Side;
using model::SideIndex;
using model::WhatThen;

namespace {

std::optional<Rolled> rolled_of(const Planned& planned, PlaceIndex area, SideIndex side) {
  if (!planned.answer.plan) return std::nullopt;
  for (const auto& step : planned.answer.plan->steps()) {
    const auto& draft = step.draft;
    if (draft.area != area || !model::counts_for(draft.side, side)) continue;
    return Rolled{model::seconds_of(draft),
                  draft.technique,
                  planned.request.tools[draft.tool].id,
                  draft.variant,
                  step.load.rung,
                  step.load.intensity,
                  draft.level_low,
                  draft.level_high};
  }
  return std::nullopt;
}

std::optional<DifferenceKind> kind_of(const std::optional<Rolled>& before,
                                      const std::optional<Rolled>& after) {
  if (before == after) return std::nullopt;
  if (!before) return DifferenceKind::added;
  if (!after) return DifferenceKind::dropped;
  if (before->seconds < after->seconds) return DifferenceKind::longer;
  if (before->seconds > after->seconds) return DifferenceKind::shorter;
  const bool same_way = before->technique == after->technique && before->tool == after->tool &&
                        before->variant == after->variant;
  return same_way ? DifferenceKind::other_pressure : DifferenceKind::another_way;
}

/// One entry for both sides where they change alike.
void add_area(std::vector<Difference>& out, const Pack& pack, PlaceIndex area,
              const std::array<std::optional<Rolled>, 4>& rolled) {
  const auto& [left_before, right_before, left_after, right_after] = rolled;
  const bool alike = left_before == right_before && left_after == right_after;
  const bool pair = pack[area].sides == knowledge::Sides::pair;
  for (SideIndex s = 0; s < (alike ? 1 : model::side_count); ++s) {
    const auto& before = s == 0 ? left_before : right_before;
    const auto& after = s == 0 ? left_after : right_after;
    const auto kind = kind_of(before, after);
    const Side both = pair ? Side::both : Side::middle;
    if (kind) out.push_back({area, alike ? both : model::side_at(s), *kind, before, after});
  }
}

void write_rolled(JsonWriter& out, const std::optional<Rolled>& rolled, const Pack& pack) {
  if (!rolled) {
    out.null();
    return;
  }
  out.begin_object().key("seconds").number(rolled->seconds);
  out.key("technique").string(pack[rolled->technique].id);
  out.key("tool").string(rolled->tool).key("variant").string(name_of(rolled->variant));
  out.key("rung").number(rolled->rung).key("intensity").number(rolled->intensity);
  out.key("level_target").begin_array().number(rolled->level_low).number(rolled->level_high);
  out.end_array().end_object();
}

}  // namespace

std::vector<Difference> differences_of(const Planned& before, const Planned& after,
                                       const Pack& pack) {
  std::vector<Difference> out;
  for (std::size_t a = 0; a < knowledge::area_count(pack); ++a) {
    const PlaceIndex area{static_cast<std::uint16_t>(a)};
    add_area(out, pack, area,
             {rolled_of(before, area, 0), rolled_of(before, area, 1), rolled_of(after, area, 0),
              rolled_of(after, area, 1)});
  }
  return out;
}

WhatThen then_of(const Planned& before, const Planned& after,
                 const std::vector<Difference>& differences) {
  const bool was = before.answer.plan.has_value();
  const bool is = after.answer.plan.has_value();
  if (!was) return is ? WhatThen::a_plan : WhatThen::still_none;
  if (!is) return WhatThen::no_plan;
  return differences.empty() ? WhatThen::same : WhatThen::other_plan;
}

void write_differences(JsonWriter& out, const std::vector<Difference>& differences,
                       const Pack& pack, const guidance::Speaker& speaker) {
  out.begin_array();
  for (const Difference& difference : differences) {
    out.begin_object().key("area").string(pack[difference.area].id);
    out.key("side").string(name_of(difference.side));
    out.key("kind").string(name_of(difference.kind)).key("before");
    write_rolled(out, difference.before, pack);
    out.key("after");
    write_rolled(out, difference.after, pack);
    out.key("says").string(speaker.difference(difference)).end_object();
  }
  out.end_array();
}

void write_text(JsonWriter& out, std::string_view key, std::string_view text) {
  out.key(key);
  if (text.empty()) {
    out.null();
  } else {
    out.string(text);
  }
}

}  // namespace unknot::coach
