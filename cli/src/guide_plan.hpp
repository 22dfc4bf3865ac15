#pragma once
/// @file
/// What is going to be guided: a plan made now, or one from a file by way of the gate.

#include <optional>
#include <string>

#include "terminal.hpp"
#include "unknot/coach/guidable.hpp"

namespace unknot::cli {

/// Asks the warning signs on standard output and reads standard input until the answer can be
/// understood. There is no default: an empty line is no answer.
/// @return Nothing when the input ended first.
[[nodiscard]] std::optional<model::RedFlags> ask_signs(const knowledge::Pack& pack,
                                                       base::Instant now, const Style& style);

/// A plan in JSON as it may be guided now. Warning signs that were answered too long ago are asked
/// when `may_ask`. Says on standard output what is different from the JSON.
/// @param today  With history and conditions of the log, where there is one.
/// @error Those of coach::guidable.
[[nodiscard]] base::Result<coach::Planned> plan_as_of_now(const std::string& plan_json,
                                                          const knowledge::Pack& pack,
                                                          coach::Today today, bool may_ask);

}  // namespace unknot::cli
