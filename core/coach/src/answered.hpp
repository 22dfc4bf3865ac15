#pragma once
/// @file
/// The one way from an answer of the planner to bytes that may leave the house.

#include "unknot/coach/coach.hpp"

namespace unknot::coach {

/// Writes the answer and has the audit judge the bytes; a breach stops the program.
[[nodiscard]] Planned answered(model::Request request, planner::Answer answer,
                               const knowledge::Pack& pack, const Context& context);

}  // namespace unknot::coach
