#pragma once
/// @file
/// Numbers of a planned session that a scenario can compare:
///   total, areas, tools, steps         one number each
///   muscle                             s of each muscle and side that is rolled
///   area                               s of each area and side that is rolled
///   hold                               s of each set of a hold
///   pace, pressure, rung, level, setup one number a step (level: the highest wanted)
///   hamstrings/left                    s of that area and side, 0 when it is not in the plan

#include "facts.hpp"

namespace unknot::scenarios {

/// All numbers that `measure` stands for; nothing when it is no measure.
[[nodiscard]] std::optional<std::vector<std::int32_t>> measured(std::string_view measure,
                                                                const Answered& answered);

/// Seconds of an area on a side, over all steps.
[[nodiscard]] std::int32_t seconds_on(const Answered& answered, knowledge::PlaceIndex area,
                                      model::SideIndex side);

}  // namespace unknot::scenarios
