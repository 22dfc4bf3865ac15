#pragma once
/// @file
/// How last time felt, asked before the next session: the planner wants to know.

#include "logbook.hpp"
#include "terminal.hpp"

namespace unknot::cli {

/// Asks about each area of the log that nothing was said of yet, and whether what was left is gone.
/// Standard output and input; Enter leaves a question open. Answers are written at once.
/// @param language  Of the questions.
/// @return false when the input ended, or the log could not be written.
bool ask_after_last_time(Logbook& log, const journal::Profile& who, const std::string& language,
                         const Style& style);

}  // namespace unknot::cli
