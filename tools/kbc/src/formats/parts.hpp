#pragma once
/// @file
/// Fields that plans, explanations, comparisons, logs and views of logs have alike, said once.

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

/// UUIDv7.
[[nodiscard]] Schema record_id(std::string_view says);
/// A word of some catalogue, perhaps of a newer one.
[[nodiscard]] Schema a_word(std::string_view says);

}  // namespace unknot::kbc::formats
