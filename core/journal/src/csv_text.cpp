#include "csv_text.hpp"

namespace unknot::journal::csv {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view formula = "=+-@\t\r'";

class Parser {
 public:
  Parser(std::string_view text, char separator) : text_(text), separator_(separator) {
    if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
  }

  base::Result<std::vector<Line>> all() {
    std::vector<Line> out;
    while (at_ < text_.size()) {
      Line line{line_, {}};
      if (!read_line(line)) return std::unexpected(std::move(error_));
      if (line.cells.size() > 1 || !line.cells[0].empty()) out.push_back(std::move(line));
    }
    return out;
  }

 private:
  bool stop(std::string_view value, std::string_view expected) {
    error_ =
        base::fail(base::ErrorCode::out_of_range, "line " + std::to_string(line_), value, expected)
            .error();
    return false;
  }

  bool read_line(Line& line) {
    while (true) {
      if (!read_cell(line.cells.emplace_back())) return false;
      if (at_ < text_.size() && text_[at_] == separator_) {
        ++at_;
        continue;
      }
      if (text_.substr(at_, 2) == "\r\n") ++at_;
      if (at_ < text_.size()) ++at_;
      ++line_;
      return true;
    }
  }

  [[nodiscard]] bool cell_ends() const {
    return at_ >= text_.size() || text_[at_] == separator_ || text_[at_] == '\n' ||
           text_[at_] == '\r';
  }

  bool read_cell(std::string& cell) {
    if (at_ < text_.size() && text_[at_] == '"') return read_quoted(cell);
    while (!cell_ends()) {
      if (text_[at_] == '"') return stop("a quote inside a cell", "quotes around the whole cell");
      cell += text_[at_++];
    }
    return true;
  }

  bool read_quoted(std::string& cell) {
    const std::size_t began = line_;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"') {
        if (text_.substr(at_, 2) != "\"\"") break;
        ++at_;
      }
      if (text_[at_] == '\n') ++line_;
      cell += text_[at_];
    }
    if (at_ >= text_.size()) {
      line_ = began;
      return stop("a quote that does not close", "'\"' at the end of the cell");
    }
    ++at_;
    return cell_ends() || stop("text after a closing quote", "the next cell or line");
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  base::Error error_;
};

}  // namespace

base::Result<std::vector<Line>> parse(std::string_view text, char separator) {
  return Parser(text, separator).all();
}

void append(std::string& out, std::string_view cell) {
  if (cell.find_first_of("\",;\t\r\n") == std::string_view::npos) {
    out += cell;
    return;
  }
  out += '"';
  for (const char c : cell) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

std::string guarded(std::string_view cell) {
  const bool risky = !cell.empty() && formula.contains(cell.front());
  return (risky ? "'" : "") + std::string(cell);
}

std::string_view unguarded(std::string_view cell) {
  const bool was = cell.size() > 1 && cell.front() == '\'' && formula.contains(cell[1]);
  return was ? cell.substr(1) : cell;
}

}  // namespace unknot::journal::csv
