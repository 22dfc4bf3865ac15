#pragma once
/// @file
/// Everything the rules leave open for one person, now: which sides of which areas, for how long,
/// at which rung and pressure, where and with what. Planner and gate read the same envelope; the
/// audit does not.

#include <array>
#include <optional>
#include <vector>

#include "unknot/model/limits.hpp"
#include "unknot/model/plan.hpp"

namespace unknot::safety {

inline constexpr auto rung_count = static_cast<std::size_t>(model::limits::rung.most);

/// One reason why something is out of bounds.
struct Bar {
  knowledge::RuleCode rule = knowledge::RuleCode::around_the_pain;
  knowledge::PlaceIndex cause;          ///< The place that was named, when one was.
  knowledge::ConditionIndex condition;  ///< The condition that asks for it, when one does.
  model::Quantity asked;
  model::Quantity limit;
  bool by_load = false;  ///< The ladder objects to this load; a lighter one may do.
};

/// What a rung of the ladder may be used for. An intensity of 0 closes the rung.
struct RungLimit {
  std::int32_t intensity = 0;   ///< Highest pressure index, 0..10.
  std::int32_t seconds = 0;     ///< Longest dose of a step, s.
  std::int32_t level_high = 0;  ///< Highest target level, 0..10.
  bool lighter_only = false;
  knowledge::RuleCode rule = knowledge::RuleCode::soft_first;  ///< Who drew the limit.
};
using Ladder = std::array<RungLimit, rung_count>;

/// One area on one side.
struct SideLimits {
  std::vector<Bar> bars;     ///< Empty: it may be rolled.
  std::int32_t seconds = 0;  ///< At most, over all its muscles, s.
  Ladder ladder{};
  [[nodiscard]] bool open() const { return bars.empty(); }
};

/// A technique with a tool in a variant: what pressure it means for this person.
struct Load {
  std::int32_t rung = 1;       ///< 1 soft smooth, 2 medium smooth, 3 firm smooth, 4 textured.
  std::int32_t intensity = 1;  ///< Pressure index, 1..10.
  std::int64_t pascals = 0;    ///< The estimate that the index is made of: tells close ways apart.
};

/// Seconds by muscle and side.
using MuscleSeconds = std::vector<std::array<std::int32_t, model::side_count>>;

struct Envelope {
  std::vector<model::Refusal> stops;  ///< Why there can be no plan at all, in the order of telling.
  std::vector<std::array<SideLimits, model::side_count>> areas;  ///< By area index.
  /// Seconds left today, by muscle and side; the caps of goal and gentleness included.
  MuscleSeconds muscle_seconds;
  std::vector<std::vector<Bar>> techniques;  ///< By technique: why it cannot be used at all.
  std::vector<std::vector<Bar>> tools;       ///< By tool of the request: why it cannot be used.
  std::vector<model::Advice> advice;
  bool gentle = false;
  knowledge::RuleCode gentle_rule = knowledge::RuleCode::condition;  ///< Who asked for it.
  knowledge::ConditionIndex gentle_condition;                        ///< The first that did.
  bool lighter_only = false;
  std::int32_t setup_factor = 1;
  std::int32_t budget_seconds = 0;
  std::int32_t dose_min = 0;   ///< s per area and side.
  std::int32_t hold_max = 0;   ///< s per set of a hold.
  std::int32_t hold_rest = 0;  ///< s between two sets of a hold, or they are one long hold.
  std::int32_t pace_min = 0;   ///< s per one-way pass.
  std::int32_t pace_max = 0;
  std::int32_t level_low = 0;
  std::int32_t max_areas = 0;
  std::int32_t max_tools = 0;
  bool sides_may_differ = false;  ///< Somebody gave a reason for unequal sides.
  /// Complaints whose surroundings must be offered if any of them can stand; each a list of areas.
  std::vector<std::vector<knowledge::PlaceIndex>> offers;
};

/// Draws the envelope. Pure. O(rows of the pack x entries of the request).
[[nodiscard]] Envelope draw_envelope(const model::Request& request, const knowledge::Pack& pack);

/// Rung of a tool on the ladder, 1..4.
[[nodiscard]] std::int32_t rung_of(const model::Tool& tool);

/// Rung and pressure index: body mass x share on the tool / contact area, in steps of 15 kPa.
/// Integers only; 75 kg when the mass is unknown. Source: pressure model of the evidence.
[[nodiscard]] Load load_of(const model::Request& request, const knowledge::Pack& pack,
                           const model::Alternative& choice);

/// Why this technique, tool and variant cannot be used on this side of its area, or nothing. The
/// first objection in the order of the rules.
[[nodiscard]] std::optional<Bar> objection(const Envelope& envelope, const model::Request& request,
                                           const knowledge::Pack& pack,
                                           const model::Alternative& choice, model::SideIndex side);

/// Sides a step on `side` counts for, as indices.
[[nodiscard]] std::vector<model::SideIndex> sides_of(model::Side side);

}  // namespace unknot::safety
