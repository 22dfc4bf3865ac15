#pragma once
/// @file
/// The invariant "no plan breaks the audit", and all that must hold beside it for one answer. Used
/// by the fuzz targets and by the exhaustive small scope.

#include <string>

#include "unknot/coach/coach.hpp"

namespace unknot::property {

/// What is wrong with an answer of the coach, in a few words; empty: nothing. Demands that
/// - it is a plan, or a refusal with something that would change it, and its bytes say the same;
/// - `check` finds its bytes clean, for the request inside them;
/// - its bytes are JSON as our writer writes it, and the request inside, read and written again,
///   gives the bytes it has;
/// - the gate, given the steps as read from the bytes, changes nothing: same steps, same seconds.
[[nodiscard]] std::string what_is_unlawful(const coach::Planned& planned,
                                           const knowledge::Pack& pack);

/// The same, and that planning for the request inside the plan gives the plan, byte by byte.
/// Twice the cost.
[[nodiscard]] std::string what_is_unlawful_or_drifts(const coach::Planned& planned,
                                                     const knowledge::Pack& pack,
                                                     const coach::Context& context);

}  // namespace unknot::property
