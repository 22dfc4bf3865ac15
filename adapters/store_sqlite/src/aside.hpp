#pragma once
/// @file
/// Whose a file is, and giving it another name: nothing is ever deleted to make room for a log.

#include <string>

#include "failure.hpp"

namespace unknot::store_sqlite {

/// The file behind a name that may be a link; the name itself where there is none.
[[nodiscard]] std::string real_name(const std::string& file);

/// Gives a damaged log and what is written ahead of it (`-wal`) a name of its own, unless another
/// connection has it open.
/// @return The failure that the caller of the store sees: `found` with where the log is now.
[[nodiscard]] Failure set_aside(const std::string& file, const std::string& moment,
                                const Failure& found, const char* vfs);

/// The same for a file of somebody else that stands where a log is to be.
/// @return Its name now.
[[nodiscard]] Outcome<std::string> move_away(const std::string& file, const std::string& moment);

/// A backup has taken the place of damaged logs that were set aside: they get names that say so.
void mark_replaced(const std::string& file);

}  // namespace unknot::store_sqlite
