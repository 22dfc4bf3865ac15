#pragma once
/// @file
/// RFC 4180: lines of cells, quoted where they must be.

#include <string>
#include <string_view>
#include <vector>

#include "unknot/base/result.hpp"

namespace unknot::journal::csv {

struct Line {
  std::size_t number = 0;  ///< Of its first character, from 1; a quoted cell may span several.
  std::vector<std::string> cells;
};

/// Cells as they were meant, quotes undone; lines that are empty are left out. A byte order mark in
/// front is no part of the first cell.
/// @error out_of_range  A quote that does not close or stands inside; the field says the line.
[[nodiscard]] base::Result<std::vector<Line>> parse(std::string_view text, char separator);

/// Appends a cell, quoted when it must be.
void append(std::string& out, std::string_view cell);

/// A cell that no spreadsheet takes for a formula, and back.
[[nodiscard]] std::string guarded(std::string_view cell);
[[nodiscard]] std::string_view unguarded(std::string_view cell);

}  // namespace unknot::journal::csv
