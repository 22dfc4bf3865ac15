#pragma once
/// @file
/// A screenful of cells: what a full-screen view draws on before anything reaches a terminal, so
/// that a view is a pure function and a test compares text.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace unknot::cli {

/// What the terminal can show. ascii: letters and signs of US-ASCII alone.
enum class Charset : std::uint8_t { ascii, utf8 };

/// How a cell looks; colours only where a terminal wants them.
enum class Ink : std::uint8_t { plain, strong, left, right, quiet, warning, good, bar };

/// Cells of one code point: 0 for what stands upon another, 2 for wide ones (East Asian, emoji).
[[nodiscard]] std::size_t cells_of(char32_t point);
/// The same for a whole text in UTF-8.
[[nodiscard]] std::size_t cells_of(std::string_view text);

/// The words of `text` in lines of at most `width` cells; a longer word is broken.
[[nodiscard]] std::vector<std::string> wrap_cells(std::string_view text, std::size_t width);

class Frame {
 public:
  Frame(std::size_t rows, std::size_t columns, Charset charset);

  [[nodiscard]] std::size_t rows() const { return rows_; }
  [[nodiscard]] std::size_t columns() const { return columns_; }
  [[nodiscard]] Charset charset() const { return charset_; }

  /// Writes from (row, column) to the right; what lies outside is cut off. Control characters and
  /// what the charset does not have become '?'.
  /// @return  The column after the last cell written.
  std::size_t put(std::size_t row, std::size_t column, std::string_view text, Ink ink = Ink::plain);

  /// As lines of text without trailing spaces: what a person would read.
  [[nodiscard]] std::vector<std::string> lines() const;

  /// As what a terminal is sent: every row written whole from the home position on, so that
  /// nothing of an earlier screen stays.
  [[nodiscard]] std::string ansi(bool colour) const;

 private:
  struct Cell {
    std::string text = " ";  ///< Empty: covered by the wide one before.
    Ink ink = Ink::plain;
  };
  void clear_cell(std::size_t row, std::size_t column);
  [[nodiscard]] Cell& at(std::size_t row, std::size_t column) {
    return cells_[row * columns_ + column];
  }

  std::size_t rows_;
  std::size_t columns_;
  Charset charset_;
  std::vector<Cell> cells_;
};

}  // namespace unknot::cli
