#pragma once
/// @file
/// The kinds of rule the code can apply. Each has exactly one row in `knowledge/rules`, with the
/// same id, and that row holds its numbers, reason and sources.

#include "unknot/knowledge/enums.hpp"

namespace unknot::knowledge {

/// In the order in which they are applied.
enum class RuleCode : std::uint8_t {
  screening,
  bodies,
  condition,
  around_the_pain,
  after_effects,
  never_zones,
  own_tools,
  wish,
  soft_first,
  spacing,
  dose_range,
  warm_up_cap,
  spot_hold,
  pace,
  equal_sides,
  groups,
  budget,
  refer,
  rolled
};

#define UNKNOT_N(n) {T::n, #n}
UNKNOT_ENUM(RuleCode, UNKNOT_N(screening), UNKNOT_N(bodies), UNKNOT_N(condition),
            UNKNOT_N(around_the_pain), UNKNOT_N(after_effects), UNKNOT_N(never_zones),
            UNKNOT_N(own_tools), UNKNOT_N(wish), UNKNOT_N(soft_first), UNKNOT_N(spacing),
            UNKNOT_N(dose_range), UNKNOT_N(warm_up_cap), UNKNOT_N(spot_hold), UNKNOT_N(pace),
            UNKNOT_N(equal_sides), UNKNOT_N(groups), UNKNOT_N(budget), UNKNOT_N(refer),
            UNKNOT_N(rolled))
#undef UNKNOT_N

inline constexpr std::size_t rule_code_count = EnumNames<RuleCode>::all.size();

}  // namespace unknot::knowledge
