#include "frame.hpp"

#include <algorithm>

#include "unknot/base/text.hpp"

namespace unknot::cli {

namespace {

struct Range {
  char32_t first;
  char32_t last;
};

/// Marks that stand upon the letter before, and joiners (Unicode 15, main blocks).
constexpr Range marks[] = {{0x0300, 0x036F}, {0x0483, 0x0489},  {0x0591, 0x05BD}, {0x0610, 0x061A},
                           {0x064B, 0x065F}, {0x093C, 0x093C},  {0x0E34, 0x0E3A}, {0x1AB0, 0x1AFF},
                           {0x1DC0, 0x1DFF}, {0x200B, 0x200F},  {0x20D0, 0x20FF}, {0xFE00, 0xFE0F},
                           {0xFE20, 0xFE2F}, {0xE0100, 0xE01EF}};

/// East Asian Wide and Fullwidth, and the emoji that terminals draw wide.
constexpr Range wide[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x23E9, 0x23EC},   {0x2614, 0x2615},
    {0x26A1, 0x26A1},   {0x26BD, 0x26BE},   {0x2E80, 0x303E},   {0x3041, 0x33FF},
    {0x3400, 0x4DBF},   {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},   {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},   {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF},
    {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD}};

template <std::size_t n>
bool among(const Range (&ranges)[n], char32_t point) {
  return std::any_of(std::begin(ranges), std::end(ranges),
                     [&](const Range& r) { return point >= r.first && point <= r.last; });
}

/// The first code point of valid UTF-8, taken off.
char32_t take_point(std::string_view& text) {
  const std::size_t size = base::bytes_of_code_points(text, 1);
  auto point = static_cast<char32_t>(static_cast<unsigned char>(text[0]));
  if (size > 1) point &= (0x7FU >> size);
  for (std::size_t i = 1; i < size; ++i) {
    point = (point << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
  }
  text.remove_prefix(size);
  return point;
}

std::string_view code_of(Ink ink) {
  switch (ink) {
    case Ink::plain: return "0";
    case Ink::strong: return "0;1";
    case Ink::left: return "0;1;36";
    case Ink::right: return "0;1;33";
    case Ink::quiet: return "0;2";
    case Ink::warning: return "0;1;31";
    case Ink::good: return "0;32";
    case Ink::bar: return "0;34";
  }
  return "0";
}

}  // namespace

std::size_t cells_of(char32_t point) {
  if (among(marks, point)) return 0;
  return among(wide, point) ? 2 : 1;
}

std::size_t cells_of(std::string_view text) {
  const std::string clean = base::printable(text);
  std::string_view rest = clean;
  std::size_t cells = 0;
  while (!rest.empty()) cells += cells_of(take_point(rest));
  return cells;
}

std::vector<std::string> wrap_cells(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  if (width < 2) return lines;
  std::string line;
  for (std::string_view word : base::split(text, ' ')) {
    if (word.empty()) continue;
    if (!line.empty() && cells_of(line) + 1 + cells_of(word) > width) {
      lines.push_back(std::move(line));
      line.clear();
    }
    if (!line.empty()) line += ' ';
    while (cells_of(word) > width) {
      std::size_t points = 1;
      while (cells_of(word.substr(0, base::bytes_of_code_points(word, points + 1))) <= width) {
        ++points;
      }
      const std::size_t cut = base::bytes_of_code_points(word, points);
      lines.emplace_back(word.substr(0, cut));
      word.remove_prefix(cut);
    }
    line += word;
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

Frame::Frame(std::size_t rows, std::size_t columns, Charset charset)
    : rows_(rows), columns_(columns), charset_(charset), cells_(rows * columns) {}

/// A wide character that loses one of its cells leaves a space in the other.
void Frame::clear_cell(std::size_t row, std::size_t column) {
  Cell& cell = at(row, column);
  if (cell.text.empty() && column > 0) at(row, column - 1) = {};
  if (column + 1 < columns_ && at(row, column + 1).text.empty()) at(row, column + 1) = {};
  cell = {};
}

std::size_t Frame::put(std::size_t row, std::size_t column, std::string_view text, Ink ink) {
  if (row >= rows_) return column;
  const std::string clean = base::printable(text);
  std::string_view rest = clean;
  while (!rest.empty()) {
    const std::string_view before = rest;
    const char32_t point = take_point(rest);
    const std::string_view bytes = before.substr(0, before.size() - rest.size());
    const std::size_t width = cells_of(point);
    const bool shown = charset_ == Charset::utf8 || point < 0x80;
    if (width == 0) {
      if (shown && column > 0 && column <= columns_) at(row, column - 1).text += bytes;
      continue;
    }
    if (column + width > columns_) break;
    for (std::size_t i = 0; i < width; ++i) clear_cell(row, column + i);
    at(row, column) = {shown ? std::string(bytes) : std::string("?"), ink};
    if (width == 2) at(row, column + 1) = {shown ? std::string() : std::string(" "), ink};
    column += width;
  }
  return column;
}

std::vector<std::string> Frame::lines() const {
  std::vector<std::string> out;
  for (std::size_t row = 0; row < rows_; ++row) {
    std::string line;
    for (std::size_t column = 0; column < columns_; ++column) {
      line += cells_[row * columns_ + column].text;
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out.push_back(std::move(line));
  }
  return out;
}

std::string Frame::ansi(bool colour) const {
  std::string out = "\x1b[H";
  Ink now = Ink::plain;
  out += "\x1b[0m";
  for (std::size_t row = 0; row < rows_; ++row) {
    if (row > 0) out += "\r\n";
    std::size_t last = columns_;
    while (last > 0 && cells_[row * columns_ + last - 1].text == " ") --last;
    for (std::size_t column = 0; column < last; ++column) {
      const Cell& cell = cells_[row * columns_ + column];
      if (colour && cell.ink != now) {
        out += "\x1b[" + std::string(code_of(cell.ink)) + 'm';
        now = cell.ink;
      }
      out += cell.text;
    }
    if (colour && now != Ink::plain) {
      out += "\x1b[0m";
      now = Ink::plain;
    }
    if (last < columns_) out += "\x1b[K";
  }
  return out;
}

}  // namespace unknot::cli
