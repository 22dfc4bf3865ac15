#pragma once
/// @file
/// At most six short questions for somebody who typed `unknot plan` and nothing else.

#include <optional>

#include "terminal.hpp"
#include "unknot/knowledge/pack.hpp"
#include "words.hpp"

namespace unknot::cli {

/// What need not be asked, as the profile holds it. The warning signs are asked each time.
struct Usual {
  bool conditions = false;
  /// Conditions said before, in the words of --condition, when they are asked anew. Enter then
  /// means that they still hold, so that no slip of a key loses one.
  std::vector<std::string> said_before;
  bool tools = false;
  bool where = false;
  std::string line;  ///< What is known, for the person to see; empty: nothing.
};

/// Asks on standard output, reads standard input. Fills what the flags left open. A question whose
/// answer cannot be read is asked again; Enter takes the default in brackets, except for the
/// warning signs, which have none.
/// @return Nothing when the input ended before all was answered.
[[nodiscard]] std::optional<Words> interview(Words words, const knowledge::Pack& pack,
                                             const Style& style, const Usual& usual = {});

}  // namespace unknot::cli
