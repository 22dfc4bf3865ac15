#pragma once
/// @file
/// The nouns of an answer: a draft, why each step is in it, what was left out, advice, refusal.
/// All plain data; the sentences are made from it by guidance.

#include <optional>
#include <vector>

#include "unknot/knowledge/rule_code.hpp"
#include "unknot/model/request.hpp"

namespace unknot::model {

/// A number with its unit, as asked for or as allowed. Unset: nothing to say.
struct Quantity {
  std::int32_t value = 0;
  knowledge::Unit unit = knowledge::Unit::none;
  bool set = false;
  friend constexpr bool operator==(Quantity, Quantity) = default;
};

[[nodiscard]] constexpr Quantity quantity(std::int32_t value, knowledge::Unit unit) {
  return {value, unit, true};
}

/// Why a step is in the plan.
enum class Reason : std::uint8_t {
  offered,    ///< Rolled instead of a place that hurts or must not be rolled.
  complaint,  ///< The area itself was named as tight or sore.
  wish,       ///< Asked for.
  activity,   ///< Used by the activity.
  goal,       ///< Part of the goal.
};

struct Why {
  Reason reason = Reason::goal;
  knowledge::PlaceIndex at;  ///< The place that was named; unset for activity and goal.
  Side side = Side::both;    ///< The side it speaks of.
};

/// A way to carry on with a step: easier or harder, already judged.
struct Alternative {
  knowledge::TechniqueIndex technique;
  std::size_t tool = 0;  ///< Index in Request::tools.
  knowledge::VariantKind variant = knowledge::VariantKind::lighter;
  friend bool operator==(const Alternative&, const Alternative&) = default;
};

/// One step as proposed. A side of `both` or `middle` counts in full for left and for right.
struct DraftStep {
  knowledge::PlaceIndex area;
  Side side = Side::both;
  knowledge::TechniqueIndex technique;
  std::size_t tool = 0;  ///< Index in Request::tools.
  knowledge::VariantKind variant = knowledge::VariantKind::lighter;
  std::vector<std::int32_t> sets;                ///< s each; 1..600 before the rules.
  std::int32_t rest_seconds = 0;                 ///< Between sets.
  std::optional<std::int32_t> seconds_per_pass;  ///< One way; none for a hold.
  std::int32_t level_low = 0;
  std::int32_t level_high = 10;
  std::vector<Alternative> alternatives;
  std::vector<Why> why;
};

struct DraftPlan {
  std::vector<DraftStep> steps;
};

/// Sum of the sets, s.
[[nodiscard]] std::int32_t seconds_of(const DraftStep& step);

/// A place somebody would expect in the plan and does not find there.
struct LeftOut {
  knowledge::PlaceIndex at;
  Side side = Side::both;
  knowledge::RuleCode rule = knowledge::RuleCode::budget;
  knowledge::PlaceIndex cause;          ///< The place whose complaint barred it, when another.
  knowledge::ConditionIndex condition;  ///< The condition that barred it.
  std::vector<knowledge::PlaceIndex> instead;  ///< What is in the plan, or could be, in its stead.
  Quantity asked;                              ///< For budget: seconds more that would be needed.
  Quantity limit;
};

enum class AdviceKind : std::uint8_t {
  check_for_clot,         ///< One-sided soreness of calf or thigh.
  see_a_clinician,        ///< Pain at or above the level of the rule.
  condition_refer,        ///< A condition that should be seen.
  move_after_rolling,     ///< Two minutes of moving warm-up.
  shorter_is_enough,      ///< More time than a session may last.
  adult_present,          ///< For minors.
  lighter_setup,          ///< Everything lighter, with twice the time to get into position.
  condition_limits,       ///< What a condition changes in the plan.
  tell_next_time,         ///< An after-effect of last time is not known.
  softer_after_soreness,  ///< Sore for long after last time, so a rung lower than then.
  softer_after_strong,    ///< It felt too strong lately, so a rung lower than then.
  softer_after_harm,  ///< A bruise, tingling or swelling that is gone, so a rung lower than then.
};

struct Advice {
  AdviceKind kind = AdviceKind::see_a_clinician;
  knowledge::RuleCode rule = knowledge::RuleCode::refer;
  knowledge::PlaceIndex at;
  Side side = Side::both;
  knowledge::ConditionIndex condition;
  Quantity amount;
};

/// Why there is no plan at all; the order is the order of telling.
enum class StopReason : std::uint8_t {
  screening,
  bodies,
  condition,
  pain,
  after_effects,
  own_tools,
  ladder,
  spacing,
  budget
};

/// What a person could change to get a plan.
enum class Change : std::uint8_t {
  answer_screening,
  see_urgent_help,
  be_older,
  clear_with_clinician,
  until_it_is_over,
  say_where,
  name_less_pain,
  wait_until_gone,
  add_a_tool,
  add_a_place,
  softer_tool,
  gain_sessions,
  wait_hours,
  more_minutes,
  start_earlier,
  drop_avoid
};

struct Refusal {
  StopReason reason = StopReason::screening;
  knowledge::RuleCode rule = knowledge::RuleCode::screening;
  Quantity asked;
  Quantity limit;
  knowledge::RedFlagIndex red_flag;
  knowledge::ConditionIndex condition;
  std::vector<Change> would_change;  ///< Never empty.
};

}  // namespace unknot::model

namespace unknot::knowledge {

#define UNKNOT_N(n) {T::n, #n}
UNKNOT_ENUM(model::Reason, UNKNOT_N(offered), UNKNOT_N(complaint), UNKNOT_N(wish),
            UNKNOT_N(activity), UNKNOT_N(goal))
UNKNOT_ENUM(model::AdviceKind, UNKNOT_N(check_for_clot), UNKNOT_N(see_a_clinician),
            UNKNOT_N(condition_refer), UNKNOT_N(move_after_rolling), UNKNOT_N(shorter_is_enough),
            UNKNOT_N(adult_present), UNKNOT_N(lighter_setup), UNKNOT_N(condition_limits),
            UNKNOT_N(tell_next_time), UNKNOT_N(softer_after_soreness),
            UNKNOT_N(softer_after_strong), UNKNOT_N(softer_after_harm))
UNKNOT_ENUM(model::StopReason, UNKNOT_N(screening), UNKNOT_N(bodies), UNKNOT_N(condition),
            UNKNOT_N(pain), UNKNOT_N(after_effects), UNKNOT_N(own_tools), UNKNOT_N(ladder),
            UNKNOT_N(spacing), UNKNOT_N(budget))
UNKNOT_ENUM(model::Change, UNKNOT_N(answer_screening), UNKNOT_N(see_urgent_help),
            UNKNOT_N(be_older), UNKNOT_N(clear_with_clinician), UNKNOT_N(until_it_is_over),
            UNKNOT_N(say_where), UNKNOT_N(name_less_pain), UNKNOT_N(wait_until_gone),
            UNKNOT_N(add_a_tool), UNKNOT_N(add_a_place), UNKNOT_N(softer_tool),
            UNKNOT_N(gain_sessions), UNKNOT_N(wait_hours), UNKNOT_N(more_minutes),
            UNKNOT_N(start_earlier), UNKNOT_N(drop_avoid))
#undef UNKNOT_N

}  // namespace unknot::knowledge
