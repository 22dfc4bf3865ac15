#pragma once
/// @file
/// `log after`: how an area felt afterwards, or that something is gone.

#include "logbook.hpp"

namespace unknot::cli {

struct AfterWords {
  LogFlags log;
  std::string area;    ///< AREA[/SIDE]
  std::string effect;  ///< An after-effect, or `gone`.
  std::string at;      ///< Since when; empty: now.
};

/// Writes it down and says what follows. `gone` names what goes, and is refused when the log knows
/// of nothing to go; `none` takes nothing back, and says what is still there.
/// @return  An exit code of host.hpp.
[[nodiscard]] int log_after(const AfterWords& words);

}  // namespace unknot::cli
