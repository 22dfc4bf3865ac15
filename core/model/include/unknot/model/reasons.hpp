#pragma once
/// @file
/// Why each area is in a plan or not, in the planner's own numbers: what its need is made of, how
/// it would be rolled, what that is worth, and the rule or the shortage that keeps it out. The
/// numbers rank what is lawful already; they measure nobody's health. Plain data, as all of model.

#include <optional>
#include <vector>

#include "unknot/model/plan.hpp"

namespace unknot::model {

/// Where a part of a need comes from (docs/planner.md, 2).
enum class NeedFrom : std::uint8_t { base, goal, activity, wish, complaint, around };

struct NeedShare {
  NeedFrom from = NeedFrom::base;
  knowledge::PlaceIndex at;  ///< The place that was named: of wish, complaint and around.
  std::int32_t points = 0;   ///< Above 0.
};

/// One way of rolling one side of an area.
struct Manner {
  Alternative choice;
  std::int32_t seconds = 0;            ///< Of rolling, on this side.
  std::int32_t fit_percent = 0;        ///< How well the technique suits, for this person.
  std::int32_t response_permille = 0;  ///< Share of the full benefit that this dose gives.
  std::int32_t points = 0;             ///< Need x fit x response, rounded down.
};

enum class Standing : std::uint8_t {
  planned,
  left_out,    ///< `left_out` says by which rule.
  other_side,  ///< Open, but something was said of the other side alone.
  refused,     ///< Nothing bars it by itself; there is no plan at all.
};

struct SideReason {
  Side side = Side::both;             ///< left, right, or middle for an area without sides.
  std::vector<NeedShare> need;        ///< In the order of NeedFrom.
  std::int32_t recent_percent = 100;  ///< What is left of the sum after recent rolling.
  std::int32_t points = 0;            ///< The need as it was used, at least 1.
  Standing standing = Standing::refused;
  std::optional<Manner> way;  ///< As planned; or how it would come in, where only room is missing.
  std::optional<LeftOut> left_out;
};

struct AreaReason {
  knowledge::PlaceIndex area;
  std::vector<SideReason> sides;  ///< Left and right, or the middle alone.
};

}  // namespace unknot::model

namespace unknot::knowledge {

#define UNKNOT_N(n) {T::n, #n}
UNKNOT_ENUM(model::NeedFrom, UNKNOT_N(base), UNKNOT_N(goal), UNKNOT_N(activity), UNKNOT_N(wish),
            UNKNOT_N(complaint), UNKNOT_N(around))
UNKNOT_ENUM(model::Standing, UNKNOT_N(planned), UNKNOT_N(left_out), UNKNOT_N(other_side),
            UNKNOT_N(refused))
#undef UNKNOT_N

}  // namespace unknot::knowledge
