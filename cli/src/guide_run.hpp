#pragma once
/// @file
/// Guides a plan to its end, on the screen or in lines, and says what was rolled.

#include "coaching.hpp"

namespace unknot::cli {

struct Running {
  Guided guided;
  bool plain = false;          ///< Lines, even where there is a terminal.
  std::string voice = "auto";  ///< As of voice_for().
};

/// @return  An exit code of host.hpp.
[[nodiscard]] int run_session(const Running& running, Recorder& recorder);

}  // namespace unknot::cli
