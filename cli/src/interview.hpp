#pragma once
/// @file
/// Six short questions for somebody who typed `unknot plan` and nothing else.

#include <optional>

#include "terminal.hpp"
#include "unknot/knowledge/pack.hpp"
#include "words.hpp"

namespace unknot::cli {

/// Asks on standard output, reads standard input. Fills what the flags left open. A question whose
/// answer cannot be read is asked again; Enter takes the default in brackets, except for the
/// warning signs, which have none.
/// @return Nothing when the input ended before all was answered.
[[nodiscard]] std::optional<Words> interview(Words words, const knowledge::Pack& pack,
                                             const Style& style);

}  // namespace unknot::cli
