#pragma once
/// @file
/// A plan as text for a person.

#include <string>

#include "terminal.hpp"
#include "unknot/coach/coach.hpp"

namespace unknot::cli {

/// The plan or the refusal, in 80 columns.
[[nodiscard]] std::string plan_text(const coach::Planned& planned, const knowledge::Pack& pack,
                                    const coach::Context& context, const Style& style);

}  // namespace unknot::cli
