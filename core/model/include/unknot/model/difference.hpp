#pragma once
/// @file
/// What two plans do differently, and which question the second one answers. Plain data; coach
/// works it out, guidance says it.

#include <optional>
#include <string>
#include <vector>

#include "unknot/model/plan.hpp"

namespace unknot::model {

/// How one side of an area is rolled in one plan.
struct Rolled {
  std::int32_t seconds = 0;
  knowledge::TechniqueIndex technique;
  std::string tool;  ///< The person's own name for it: two requests count their tools apart.
  knowledge::VariantKind variant = knowledge::VariantKind::lighter;
  std::int32_t rung = 0;
  std::int32_t intensity = 0;
  std::int32_t level_low = 0;
  std::int32_t level_high = 0;
  friend bool operator==(const Rolled&, const Rolled&) = default;
};

/// The first of these that holds, in this order.
enum class DifferenceKind : std::uint8_t {
  added,           ///< Only in the second plan.
  dropped,         ///< Only in the first plan.
  longer,          ///< More seconds in the second; the way may differ too.
  shorter,         ///< Fewer.
  another_way,     ///< As long, by another technique, tool or variant.
  other_pressure,  ///< As long and the same way, but it presses or should feel differently.
};

struct Difference {
  knowledge::PlaceIndex area;
  Side side = Side::both;  ///< `both` where left and right change alike.
  DifferenceKind kind = DifferenceKind::added;
  std::optional<Rolled> before;
  std::optional<Rolled> after;
};

/// What is asked of a plan besides.
enum class WhatIf : std::uint8_t { minute_more, minute_less, one_more_tool };

/// What comes of it.
enum class WhatThen : std::uint8_t {
  same,        ///< The plan stays as it is.
  other_plan,  ///< The differences say how.
  a_plan,      ///< There was none before.
  no_plan,     ///< There is none any more.
  still_none,
};

}  // namespace unknot::model

namespace unknot::knowledge {

#define UNKNOT_N(n) {T::n, #n}
UNKNOT_ENUM(model::DifferenceKind, UNKNOT_N(added), UNKNOT_N(dropped), UNKNOT_N(longer),
            UNKNOT_N(shorter), UNKNOT_N(another_way), UNKNOT_N(other_pressure))
UNKNOT_ENUM(model::WhatIf, UNKNOT_N(minute_more), UNKNOT_N(minute_less), UNKNOT_N(one_more_tool))
UNKNOT_ENUM(model::WhatThen, UNKNOT_N(same), UNKNOT_N(other_plan), UNKNOT_N(a_plan),
            UNKNOT_N(no_plan), UNKNOT_N(still_none))
#undef UNKNOT_N

}  // namespace unknot::knowledge
