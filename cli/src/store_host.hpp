#pragma once
/// @file
/// The file of the log: the one part of the program that knows how it is kept. Tests put another
/// one in its place, as with host.hpp.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "unknot/journal/store.hpp"

namespace unknot::cli {

enum class LogUse : std::uint8_t {
  read,   ///< A log that is not there is an empty one, and nothing is created.
  write,  ///< Folder (mode 0700) and file (0600) are made where they are missing.
};

/// Opens a log, or begins one. Errors as store_sqlite::open tells them. For reading alone the whole
/// file is not looked at, only what is read.
[[nodiscard]] base::Result<std::unique_ptr<journal::Store>> open_store(const std::string& path,
                                                                       LogUse use);

/// Copies a log to `to`, verified.
/// @return How many records it holds.
[[nodiscard]] base::Result<std::size_t> backup_store(const std::string& path,
                                                     const std::string& to);

/// How many records a log or backup holds, every byte of it looked at.
[[nodiscard]] base::Result<std::size_t> verify_store(const std::string& path);

struct Restored {
  std::size_t records = 0;
  std::string aside;  ///< Where the file is now that was there and was no log; empty: none was.
};

/// Puts a verified backup in the place of the log.
[[nodiscard]] base::Result<Restored> restore_store(const std::string& from,
                                                   const std::string& path);

/// Whose the file of a log's name is, by its first bytes; no log may be open there.
enum class StoreStanding : std::uint8_t { nothing, log, foreign, unreadable };
[[nodiscard]] StoreStanding standing_of(const std::string& path);

/// Damaged logs that were set aside beside this one and that no backup has replaced, sorted.
[[nodiscard]] std::vector<std::string> set_aside(const std::string& path);

/// Every file that holds or held this log, and none of anybody else.
struct StoreFiles {
  std::vector<std::string> own;    ///< The log with what belongs to it.
  std::vector<std::string> aside;  ///< Damaged ones, and copies that never became whole.
};
[[nodiscard]] StoreFiles files_of_store(const std::string& path);

}  // namespace unknot::cli
