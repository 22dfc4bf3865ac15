#include "unknot/desk/chart.hpp"

#include <algorithm>
#include <map>

namespace unknot::desk {

namespace {

constexpr std::int32_t week_days = 7;

base::Day monday_of(base::Day day) {
  constexpr std::int32_t monday = 4;  // 1970-01-05
  const std::int32_t since = ((day.number - monday) % week_days + week_days) % week_days;
  return {day.number - since};
}

}  // namespace

Chart chart_of(const std::vector<journal::Load>& loads, int weeks, base::Day today) {
  Chart chart;
  const base::Day last = monday_of(today);
  for (int i = weeks - 1; i >= 0; --i) chart.weeks.push_back({last.number - week_days * i});
  std::map<std::size_t, AreaLoad> areas;
  for (const journal::Load& load : loads) {
    const auto found = std::find(chart.weeks.begin(), chart.weeks.end(), load.week);
    if (found == chart.weeks.end()) continue;
    AreaLoad& area = areas[load.area.value];
    area.area = load.area;
    area.weeks.resize(chart.weeks.size());
    Sides& sides = area.weeks[static_cast<std::size_t>(found - chart.weeks.begin())];
    for (std::size_t side = 0; side < model::side_count; ++side) {
      sides[side] += load.seconds[side];
      chart.most = std::max(chart.most, sides[side]);
    }
  }
  for (auto& [index, area] : areas) chart.areas.push_back(std::move(area));
  return chart;
}

int weeks_of(const std::vector<journal::Load>& loads, base::Day today) {
  const std::int32_t last = monday_of(today).number;
  std::int32_t first = last + week_days;
  for (const journal::Load& load : loads) first = std::min(first, load.week.number);
  return std::clamp((last - first) / week_days + 1, 0, most_weeks);
}

}  // namespace unknot::desk
