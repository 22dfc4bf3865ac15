#pragma once
/// @file
/// What a session table can say of the moment after a row, in the column `shows`:
///   step 2 | PHASE | paused | running | asks_level | asks_pain | asks_nothing | VARIANT |
///   TECHNIQUE left 20 s            of this phase          rolled AREA[/SIDE] 30 s session 55 s
///   guided so far          to_come 30 s path 500             of 1000, where the tool should be
///   over REASON

#include "unknot/session/engine.hpp"
#include "words.hpp"

namespace unknot::scenarios {

/// Nothing when every fact of `cell` holds.
[[nodiscard]] std::string judge_moment(std::string_view cell, const session::Engine& engine,
                                       const knowledge::Pack& pack);

}  // namespace unknot::scenarios
