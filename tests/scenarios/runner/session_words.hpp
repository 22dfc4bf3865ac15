#pragma once
/// @file
/// Commands as a session table writes them: the name of the kind and what matters of it.

#include <string>
#include <string_view>

#include "unknot/session/engine.hpp"

namespace unknot::scenarios {

/// "set_begins 1 of 2, 30 s", "area_over hamstrings level", "over finished".
[[nodiscard]] std::string words_of(const session::Command& command, const knowledge::Pack& pack);

/// Nothing when exactly what `cell` says was said, in that order. The beat, the calls and what is
/// written down are only looked at where the cell names that kind.
[[nodiscard]] std::string judge_commands(std::string_view cell, const session::Commands& commands,
                                         const knowledge::Pack& pack);

}  // namespace unknot::scenarios
