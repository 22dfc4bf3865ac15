#pragma once
/// @file
/// What two plans do differently, area by area.

#include "unknot/base/json.hpp"
#include "unknot/coach/coach.hpp"
#include "unknot/guidance/speaker.hpp"
#include "unknot/model/difference.hpp"

namespace unknot::coach {

/// Differences from `before` to `after`, in the order of the catalogue. A refusal counts as a plan
/// without steps.
[[nodiscard]] std::vector<model::Difference> differences_of(const Planned& before,
                                                            const Planned& after,
                                                            const knowledge::Pack& pack);

/// What became of a plan.
[[nodiscard]] model::WhatThen then_of(const Planned& before, const Planned& after,
                                      const std::vector<model::Difference>& differences);

/// As a JSON array.
void write_differences(base::JsonWriter& out, const std::vector<model::Difference>& differences,
                       const knowledge::Pack& pack, const guidance::Speaker& speaker);

/// A text, or null when there is none.
void write_text(base::JsonWriter& out, std::string_view key, std::string_view text);

}  // namespace unknot::coach
