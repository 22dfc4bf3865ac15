#pragma once
/// @file
/// What the program takes from the machine: time, files, environment, locale, terminal. Nothing
/// else of the program touches it, so that tests can put another machine in its place.

#include <array>
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

/// ms since 1970 by the machine's clock.
[[nodiscard]] std::int64_t wall_ms();

/// A time of day as somebody here says it, without an offset: `YYYY-MM-DDTHH:MM[:SS]`, `T` or one
/// space. Nothing when it is no such time, or one that the clocks left out.
[[nodiscard]] std::optional<base::Instant> local_instant(std::string_view text);

/// Bytes that nobody can guess.
[[nodiscard]] std::array<std::uint8_t, 10> chance();

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
/// Which file has this name: another text as soon as another one has it; empty when there is none.
[[nodiscard]] std::string file_identity(const std::string& path);
/// Of the program that runs; empty when the system does not tell.
[[nodiscard]] std::string own_path();
/// Whether it is a file that may be run.
[[nodiscard]] bool is_program(const std::string& path);
/// Whether a file may be made in a folder, by its permissions.
[[nodiscard]] bool may_write_in(const std::string& folder);
/// Whether a file can be: makes one of a few bytes there and removes it.
[[nodiscard]] bool can_write_in(const std::string& folder);
/// Bytes left on the disk of a path, for this person; 0 when nobody says.
[[nodiscard]] std::uint64_t free_bytes(const std::string& path);

/// Makes a folder and those above it that are missing, for this person alone (mode 0700).
/// @error store_readonly  Not to be made there.
[[nodiscard]] base::Result<void> make_folders(const std::string& path);

/// Whether a file that is there already may go.
enum class Replace : std::uint8_t { no, yes };

/// Writes a file for this person alone (mode 0600), whole or not at all: what stood there stays
/// until all of the new one is on disk.
/// @error contradiction   It is there already and must not be replaced.
/// @error store_readonly, store_full  It cannot be written; what stood there stays.
[[nodiscard]] base::Result<void> write_file(const std::string& path, std::string_view text,
                                            Replace replace);

/// Removes a file; good as well when there is none.
[[nodiscard]] bool remove_file(const std::string& path);

/// A little over what the readers of requests and plans accept.
inline constexpr std::size_t document_bytes = std::size_t{1} << 24;

/// All of a file, or of standard input for "-"; at most about `most` bytes, so that a reader who
/// takes fewer can say that it was too much.
[[nodiscard]] base::Result<std::string> read_input(const std::string& path,
                                                   std::size_t most = document_bytes);

/// A file to be read from its beginning, or standard input for "-"; null when it is none or a
/// folder. To be closed by the caller, but for standard input.
[[nodiscard]] std::FILE* open_input(const std::string& path);

/// Prints "unknot: SENTENCE" to standard error; nothing is wrong enough to stop.
void remark(std::string_view sentence);

/// Prints "unknot: SENTENCE" to standard error.
/// @return exit_bad_input
int complain(const base::Error& error);
int complain(std::string_view sentence);

}  // namespace unknot::cli
