#pragma once
/// @file
/// What the program takes from the machine: time, files, environment, locale, terminal. Nothing
/// else of the program touches it, so that tests can put another machine in its place.

#include <cstdint>
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

/// A variable of the environment; empty when it is not set.
[[nodiscard]] std::string variable(const char* name);

/// ISO 3166 territory of LC_ALL, LC_MESSAGES or LANG ("en_GB.UTF-8" -> "GB"); empty when it says
/// none.
[[nodiscard]] std::string locale_territory();

/// Character set of the locale, such as UTF-8; nothing when that locale is not on this machine.
[[nodiscard]] std::optional<std::string> locale_codeset();

[[nodiscard]] bool input_is_terminal();
[[nodiscard]] bool output_is_terminal();
/// Columns of the terminal at standard output; 0 when there is none.
[[nodiscard]] std::size_t output_columns();

enum class PathKind : std::uint8_t {
  absent,
  folder,
  other,
  hidden,  ///< Nobody may say what it is.
};

[[nodiscard]] PathKind kind_of(const std::string& path);
/// Whether it is a file that may be run.
[[nodiscard]] bool is_program(const std::string& path);
/// Whether a file may be made in a folder, by its permissions.
[[nodiscard]] bool may_write_in(const std::string& folder);
/// Whether a file can be: makes one of a few bytes there and removes it.
[[nodiscard]] bool can_write_in(const std::string& folder);
/// Bytes left on the disk of a path, for this person; 0 when nobody says.
[[nodiscard]] std::uint64_t free_bytes(const std::string& path);

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
