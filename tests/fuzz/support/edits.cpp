#include "edits.hpp"

#include <algorithm>

#include "unknot/base/text.hpp"

namespace unknot::fuzz {

namespace {

using Lines = std::vector<std::string>;

constexpr int most_edits = 8;

/// Values that belong nowhere.
constexpr std::string_view odd_values[] = {
    "0",     "1",    "-1",     "5",       "90",     "120",  "2147483648", "9223372036854775807",
    "1.5",   "true", "\"\"",   "[]",      "[\"\"]", "{}",   "\"heals\"",  "\"{number}\"",
    "\"x\"", "nan",  "\"{n\"", "[1, 30]", "[60]",   "[30]", "1979-05-27", "\"\\u0000\""};

Lines lines_of(const std::string& text) {
  Lines out;
  for (const auto line : base::split(text, '\n')) out.emplace_back(line);
  return out;
}

std::string text_of(const Lines& lines) {
  std::string out;
  for (const auto& line : lines) out += line + '\n';
  return out;
}

/// Where the value begins in "key = value"; npos when the line has none.
std::size_t value_at(const std::string& line) {
  const auto equals = line.find(" = ");
  return equals == std::string::npos ? equals : equals + 3;
}

/// Every value that stands in the files: a reference put where another belongs is still one.
Lines values_of(const std::vector<kbc::SourceFile>& files) {
  Lines out(std::begin(odd_values), std::end(odd_values));
  for (const auto& file : files) {
    for (const auto& line : lines_of(file.text)) {
      const auto at = value_at(line);
      if (at != std::string::npos) out.push_back(line.substr(at));
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

bool starts_row(const std::string& line) {
  return line.starts_with("[[") && line.find('.') == std::string::npos;
}

/// The lines of the row that `at` stands in, its sub-rows included.
std::pair<std::size_t, std::size_t> row_around(const Lines& lines, std::size_t at) {
  std::size_t first = at;
  while (first > 0 && !starts_row(lines[first])) --first;
  std::size_t last = at + 1;
  while (last < lines.size() && !starts_row(lines[last])) ++last;
  return {first, last};
}

void move_number(std::string& line, std::int32_t by) {
  const auto at = value_at(line);
  if (at == std::string::npos) return;
  const auto value = base::parse_integer(std::string_view(line).substr(at));
  if (value) line = line.substr(0, at) + std::to_string(*value + by);
}

void put_value(std::string& line, const std::string& value) {
  const auto at = value_at(line);
  if (at != std::string::npos) line = line.substr(0, at) + value;
}

std::string some_bytes(Bytes& bytes) {
  std::string out;
  for (std::size_t left = bytes.below(40); left > 0; --left) {
    out.push_back(static_cast<char>(bytes.byte()));
  }
  return out;
}

void edit_lines(Lines& lines, Bytes& bytes, const Lines& values) {
  const std::size_t at = bytes.below(std::max<std::size_t>(lines.size(), 257)) % lines.size();
  const auto [first, last] = row_around(lines, at);
  const auto begin = lines.begin();
  const auto from = begin + static_cast<std::ptrdiff_t>(first);
  const auto to = begin + static_cast<std::ptrdiff_t>(last);
  const Lines row(from, to);
  switch (bytes.below(8)) {
    case 0:
    case 1: put_value(lines[at], values[bytes.below(values.size())]); break;
    case 2: move_number(lines[at], bytes.between(-128, 127)); break;
    case 3: put_value(lines[at], some_bytes(bytes)); break;
    case 4: lines.erase(begin + static_cast<std::ptrdiff_t>(at)); break;
    case 5: lines.insert(begin + static_cast<std::ptrdiff_t>(at), lines[at]); break;
    case 6: lines.erase(from, to); break;
    default: lines.insert(to, row.begin(), row.end()); break;
  }
}

}  // namespace

void edit(std::vector<kbc::SourceFile>& files, Bytes& bytes) {
  static const Lines values = values_of(files);
  for (int left = most_edits; left > 0 && !bytes.empty(); --left) {
    auto& file = files[bytes.below(files.size())];
    Lines lines = lines_of(file.text);
    if (lines.empty()) continue;
    edit_lines(lines, bytes, values);
    file.text = text_of(lines);
  }
}

}  // namespace unknot::fuzz
