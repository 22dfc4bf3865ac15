#pragma once
/// @file
/// The program as a function: the verbs, the words that choose between them, the exit code.

namespace unknot::cli {

/// Does what the words ask for, as `main` is given them.
/// @return One of the exit codes of host.hpp. Throws nothing for any words.
[[nodiscard]] int run(int argc, const char* const* argv);

}  // namespace unknot::cli
