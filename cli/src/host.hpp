#pragma once
/// @file
/// What the program takes from the machine: time, files, the territory of the locale.

#include <cstdio>
#include <optional>
#include <string>

#include "unknot/coach/coach.hpp"

namespace unknot::cli {

// Exit codes, the same for every verb.
inline constexpr int exit_good = 0;
inline constexpr int exit_broken_rules = 1;  ///< check: the plan breaks rules.
inline constexpr int exit_problem = 1;       ///< doctor: something will not work.
inline constexpr int exit_bad_input = 2;
inline constexpr int exit_refused = 3;  ///< plan: no plan for this person now.

/// Now, in the machine's own time zone.
[[nodiscard]] base::Instant local_now();

/// ISO 3166 territory of LC_ALL, LC_MESSAGES or LANG ("en_GB.UTF-8" -> "GB"); empty when it says
/// none.
[[nodiscard]] std::string locale_territory();

/// All of a file, or of standard input for "-"; at most a little over what any reader accepts.
[[nodiscard]] base::Result<std::string> read_input(const std::string& path);

/// A file to be read from its beginning, or standard input for "-"; null when it is none or a
/// folder. To be closed by the caller, but for standard input.
[[nodiscard]] std::FILE* open_input(const std::string& path);

/// Prints "unknot: SENTENCE" to standard error.
/// @return exit_bad_input
int complain(const base::Error& error);
int complain(std::string_view sentence);

}  // namespace unknot::cli
