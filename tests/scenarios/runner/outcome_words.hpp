#pragma once
/// @file
/// What a step became, as the third column of a draft table tells it.

#include "unknot/safety/gate.hpp"
#include "words.hpp"

namespace unknot::scenarios {

/// The steps of a draft after the gate, by their index in the draft; null: it was dropped.
using Kept = std::vector<const safety::VettedStep*>;

/// Which step of the plan each step of the draft became.
[[nodiscard]] Read<Kept> kept_steps(const model::DraftPlan& draft, const safety::Ruling& ruling);

/// Nothing when every step became what `cell` says. One piece speaks for all steps; otherwise
/// there is one for each, with ` + ` between:
///   dropped | [60 s | 30+30 s] [VARIANT] [TOOL] [pace N | pace none] [level LOW-HIGH]
///   [setup N s] [rung N] [pressure N]
[[nodiscard]] std::string judge_becomes(std::string_view cell, const Kept& kept,
                                        const model::Request& request);

}  // namespace unknot::scenarios
