#pragma once
/// @file
/// From files to tables: finds the TOML files of a folder and reads every row of every file.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema.hpp"

namespace unknot::kbc {

/// One file, as named in messages, with its text.
struct SourceFile {
  std::string path;
  std::string text;
};

/// All `*.toml` below `folder`, sorted by path so that no file system decides the bytes of the
/// pack. Complains of a folder or file that cannot be read.
[[nodiscard]] std::vector<SourceFile> read_folder(const std::string& folder,
                                                  Complaints& complaints);

/// Reads the rows of all files. A file that is no TOML gives one complaint and no rows.
/// @return false when some file could not be parsed, so that rows are missing.
[[nodiscard]] bool load(std::span<const SourceFile> files, Tables& tables, Complaints& complaints);

}  // namespace unknot::kbc
