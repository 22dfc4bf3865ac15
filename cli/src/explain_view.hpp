#pragma once
/// @file
/// Why a plan is as it is, as text for a person.

#include <string>

#include "terminal.hpp"
#include "unknot/coach/explain.hpp"

namespace unknot::cli {

/// The plan in brief, then the reasons and what would change it, in 80 columns.
[[nodiscard]] std::string explanation_text(const coach::Explained& explained,
                                           const knowledge::Pack& pack,
                                           const coach::Context& context, const Style& style);

}  // namespace unknot::cli
