#pragma once
/// @file
/// Many requests, one a line; one answer a line, in the same order, on all cores.

#include <cstdio>
#include <string>

#include "unknot/coach/coach.hpp"

namespace unknot::cli {

/// Reads `in` to its end and writes the answers to `out`. A bad line is answered by
/// `{"error":{...}}`, a line longer than 1 MiB too. Memory: a few thousand lines at a time.
/// @return false when writing failed.
[[nodiscard]] bool run_batch(std::FILE* in, std::FILE* out, const coach::Context& context);

}  // namespace unknot::cli
