#pragma once
/// @file
/// Letters and digits made of blocks, to be read from across a room.

#include "frame.hpp"

namespace unknot::cli {

/// Rows of a letter at scale 1.
inline constexpr std::size_t big_rows = 7;

struct BigSize {
  std::size_t scale = 1;          ///< Rows a dot is high.
  std::size_t columns_a_dot = 1;  ///< Columns a dot is wide at scale 1.
};

/// Whether there are blocks for every letter: digits, A to Z, ':' and '-'. Lower case counts as
/// upper.
[[nodiscard]] bool is_big(std::string_view text);

/// Columns the text takes.
[[nodiscard]] std::size_t big_columns(std::string_view text, BigSize size);

/// Draws with the upper left corner at (row, column). Letters without blocks leave a gap.
void put_big(Frame& frame, std::size_t row, std::size_t column, std::string_view text, BigSize size,
             Ink ink);

}  // namespace unknot::cli
