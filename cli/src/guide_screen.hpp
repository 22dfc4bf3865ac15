#pragma once
/// @file
/// The two ways to be guided in a terminal: on the whole screen, and line by line.

#include "coaching.hpp"

namespace unknot::cli {

/// Draws and takes keys until the session is over and seen, or the program is told to end.
/// @return false when the terminal cannot be set; nothing was begun then.
[[nodiscard]] bool guide_on_screen(Coaching& coaching, Charset charset, bool colour);

/// One line for each thing said, with the time in the session; reads words, a line each, from
/// standard input while there is any. Begins at once, but for a person at a terminal, who says
/// when.
void guide_in_lines(Coaching& coaching);

}  // namespace unknot::cli
