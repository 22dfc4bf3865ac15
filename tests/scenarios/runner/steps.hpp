#pragma once
/// @file
/// Steps as a scenario writes them:
///   TECHNIQUE [on PLACE] SIDE SECONDS s [VARIANT] [TOOL] [pace N | pace none] [level LOW-HIGH]
///   [rest N]
/// and ` + ` between two steps. SIDE `each` is left and right in turn: two steps.

#include "unknot/model/plan.hpp"
#include "words.hpp"

namespace unknot::scenarios {

/// The pieces between ` + `.
[[nodiscard]] std::vector<std::string_view> steps_in(std::string_view cell);

/// "30+30" -> 30, 30.
[[nodiscard]] Read<std::vector<std::int32_t>> read_sets(std::string_view word);

/// "2-4" -> 2, 4.
struct LevelRange {
  std::int32_t low = 0;
  std::int32_t high = 0;
};
[[nodiscard]] Read<LevelRange> read_levels(std::string_view word);

/// Index of the request's tool called `word`; nothing when there is none.
[[nodiscard]] std::optional<std::size_t> tool_called(const model::Request& request,
                                                     std::string_view word);

/// What is not said is lawful for anybody: the standard variant, a pace of 4 s for strokes, a
/// feeling of 3 to 4, 15 s between sets, and the first tool of the kind that the technique needs.
[[nodiscard]] Read<model::DraftPlan> read_draft(std::string_view cell,
                                                const model::Request& request,
                                                const knowledge::Pack& pack);

}  // namespace unknot::scenarios
