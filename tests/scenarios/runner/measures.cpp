#include "measures.hpp"

#include <algorithm>
#include <array>

namespace unknot::scenarios {

namespace {

using safety::VettedStep;
using Numbers = std::vector<std::int32_t>;

/// One number of each step that has it.
template <class Number>
Numbers of_steps(const Answered& a, Number number) {
  Numbers out;
  for (const VettedStep& step : a.steps()) {
    if (const std::optional<std::int32_t> value = number(step)) out.push_back(*value);
  }
  return out;
}

Numbers total(const Answered& a) { return {a.answer.plan ? a.answer.plan->total_seconds() : 0}; }

Numbers how_many(const Answered& a) { return {static_cast<std::int32_t>(a.steps().size())}; }

template <class Key>
Numbers different(const Answered& a, Key key) {
  Numbers seen = of_steps(a, [&](const VettedStep& step) {
    return std::optional(static_cast<std::int32_t>(key(step)));
  });
  std::sort(seen.begin(), seen.end());
  seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
  return {static_cast<std::int32_t>(seen.size())};
}

Numbers areas(const Answered& a) {
  return different(a, [](const VettedStep& step) { return step.draft.area.value; });
}

Numbers tools(const Answered& a) {
  return different(a, [](const VettedStep& step) { return step.draft.tool; });
}

Numbers area_seconds(const Answered& a) {
  Numbers out;
  for (std::size_t area = 0; area < knowledge::area_count(a.pack); ++area) {
    for (model::SideIndex side = 0; side < model::side_count; ++side) {
      const auto seconds = seconds_on(a, {static_cast<std::uint16_t>(area)}, side);
      if (seconds > 0) out.push_back(seconds);
    }
  }
  return out;
}

std::int32_t muscle_seconds(const Answered& a, std::size_t muscle, model::SideIndex side) {
  std::int32_t sum = 0;
  for (const VettedStep& step : a.steps()) {
    const auto& muscles = a.pack[step.draft.area].muscles;
    const knowledge::MuscleIndex index{static_cast<std::uint16_t>(muscle)};
    const bool reached = std::find(muscles.begin(), muscles.end(), index) != muscles.end();
    if (reached && model::counts_for(step.draft.side, side)) sum += model::seconds_of(step.draft);
  }
  return sum;
}

Numbers each_muscle(const Answered& a) {
  Numbers out;
  for (std::size_t muscle = 0; muscle < a.pack.muscles.size(); ++muscle) {
    for (model::SideIndex side = 0; side < model::side_count; ++side) {
      const auto seconds = muscle_seconds(a, muscle, side);
      if (seconds > 0) out.push_back(seconds);
    }
  }
  return out;
}

Numbers hold_sets(const Answered& a) {
  Numbers out;
  for (const VettedStep& step : a.steps()) {
    if (a.pack[step.draft.technique].motion != knowledge::Motion::hold) continue;
    out.insert(out.end(), step.draft.sets.begin(), step.draft.sets.end());
  }
  return out;
}

Numbers paces(const Answered& a) {
  return of_steps(a, [](const VettedStep& step) { return step.draft.seconds_per_pass; });
}

template <auto Member>
Numbers loads(const Answered& a) {
  return of_steps(a, [](const VettedStep& step) { return std::optional(step.load.*Member); });
}

Numbers levels(const Answered& a) {
  return of_steps(a, [](const VettedStep& step) { return std::optional(step.draft.level_high); });
}

Numbers setups(const Answered& a) {
  return of_steps(a, [](const VettedStep& step) { return std::optional(step.setup_seconds); });
}

struct Measure {
  std::string_view word;
  Numbers (*numbers)(const Answered&);
};

constexpr std::array measures{Measure{"total", total},
                              Measure{"steps", how_many},
                              Measure{"areas", areas},
                              Measure{"tools", tools},
                              Measure{"area", area_seconds},
                              Measure{"muscle", each_muscle},
                              Measure{"hold", hold_sets},
                              Measure{"pace", paces},
                              Measure{"pressure", loads<&safety::Load::intensity>},
                              Measure{"rung", loads<&safety::Load::rung>},
                              Measure{"level", levels},
                              Measure{"setup", setups}};

}  // namespace

std::int32_t seconds_on(const Answered& answered, knowledge::PlaceIndex area,
                        model::SideIndex side) {
  std::int32_t sum = 0;
  for (const VettedStep& step : answered.steps()) {
    const bool here = step.draft.area == area && model::counts_for(step.draft.side, side);
    if (here) sum += model::seconds_of(step.draft);
  }
  return sum;
}

std::optional<Numbers> measured(std::string_view measure, const Answered& answered) {
  for (const Measure& row : measures) {
    if (row.word == measure) return row.numbers(answered);
  }
  const auto where = read_located(measure, answered.pack);
  if (!where) return std::nullopt;
  Numbers out;
  for (const auto side : safety::sides_of(where->side)) {
    out.push_back(seconds_on(answered, where->at, side));
  }
  return out;
}

}  // namespace unknot::scenarios
