#pragma once
/// @file
/// Fields that plans, explanations and comparisons have alike, said once.

#include "formats/schema_builder.hpp"

namespace unknot::kbc::formats {

/// Bounds of what our own documents hold: any number of seconds that a plan could have.
inline constexpr model::Range any_seconds{0, 1'000'000};
inline constexpr model::Range at_least_a_second{1, 1'000'000};

[[nodiscard]] Schema says();
[[nodiscard]] Schema variant();
[[nodiscard]] Schema rung();
[[nodiscard]] Schema intensity();
[[nodiscard]] Schema tool();
[[nodiscard]] Schema level_target();

}  // namespace unknot::kbc::formats
