// Rules about the session as a whole: equal sides, groups, time budget.

#include <algorithm>
#include <set>

#include "../bench.hpp"

namespace unknot::safety {

using knowledge::PlaceIndex;
using knowledge::RuleCode;
using knowledge::Unit;
using model::SideIndex;

namespace {

std::vector<PlaceIndex> areas_in_order(const Bench& bench) {
  std::vector<PlaceIndex> out;
  for (const Work& work : bench.steps) {
    if (std::find(out.begin(), out.end(), work.step.area) == out.end()) {
      out.push_back(work.step.area);
    }
  }
  return out;
}

/// Shortens the one-sided steps of the longer side, the last first.
void even_out(Bench& bench, PlaceIndex area, SideIndex longer, std::int32_t over) {
  for (auto work = bench.steps.rbegin(); work != bench.steps.rend() && over > 0; ++work) {
    const bool here = work->step.area == area && work->step.side == model::side_at(longer);
    if (!here) continue;
    const std::int32_t seconds = model::seconds_of(work->step);
    const std::int32_t cut = std::min(over, seconds);
    shorten_to(work->step, seconds - cut);
    over -= cut;
  }
}

void drop_area(Bench& bench, PlaceIndex area, const Finding& because) {
  bench.drop_if([&](const Work& work) -> std::optional<Finding> {
    if (work.step.area != area) return std::nullopt;
    return because;
  });
}

}  // namespace

void rule_equal_sides(Bench& bench) {
  if (bench.envelope.sides_may_differ) return;
  for (const PlaceIndex area : areas_in_order(bench)) {
    const std::int32_t left = bench.planned_on(area, 0);
    const std::int32_t right = bench.planned_on(area, 1);
    if (left == right) continue;
    const Finding finding{.rule = RuleCode::equal_sides,
                          .verdict = Verdict::adjust,
                          .at = area,
                          .asked = model::quantity(std::max(left, right), Unit::second),
                          .limit = model::quantity(std::min(left, right), Unit::second)};
    if (std::min(left, right) == 0) {
      drop_area(bench, area, finding);
      continue;
    }
    even_out(bench, area, left > right ? 0 : 1, std::max(left, right) - std::min(left, right));
    std::erase_if(bench.steps, [](const Work& work) { return work.step.sets.empty(); });
    bench.note(finding);
  }
}

void rule_groups(Bench& bench) {
  const auto areas = areas_in_order(bench);
  const auto most = static_cast<std::size_t>(bench.envelope.max_areas);
  for (std::size_t i = most; i < areas.size(); ++i) {
    drop_area(bench, areas[i],
              {.rule = RuleCode::groups,
               .at = areas[i],
               .asked = model::quantity(static_cast<std::int32_t>(areas.size()), Unit::count),
               .limit = model::quantity(bench.envelope.max_areas, Unit::count)});
  }
  std::set<std::size_t> tools;
  std::vector<PlaceIndex> over;
  for (const Work& work : bench.steps) {
    tools.insert(work.step.tool);
    if (tools.size() <= static_cast<std::size_t>(bench.envelope.max_tools)) continue;
    tools.erase(work.step.tool);
    over.push_back(work.step.area);
  }
  // The whole area goes, so that its sides stay equal.
  for (const PlaceIndex area : over) {
    drop_area(bench, area,
              {.rule = RuleCode::groups,
               .at = area,
               .asked = model::quantity(bench.envelope.max_tools + 1, Unit::count),
               .limit = model::quantity(bench.envelope.max_tools, Unit::count)});
  }
}

void rule_budget(Bench& bench) {
  while (!bench.steps.empty() && bench.total_seconds() > bench.envelope.budget_seconds) {
    const PlaceIndex last = bench.steps.back().step.area;
    drop_area(bench, last,
              {.rule = RuleCode::budget,
               .at = last,
               .asked = model::quantity(bench.total_seconds(), Unit::second),
               .limit = model::quantity(bench.envelope.budget_seconds, Unit::second)});
  }
}

}  // namespace unknot::safety
