#include "terminal.hpp"

#include "host.hpp"
#include "unknot/base/text.hpp"

namespace unknot::cli {

namespace {

/// Bytes of the first `count` code points.
std::size_t bytes_of(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const bool starts = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (starts && count-- == 0) break;
  }
  return at;
}

/// Lines as they fill with words.
class Lines {
 public:
  Lines(std::size_t first, std::size_t rest) : text_(first, ' '), column_(first), rest_(rest) {}

  void add(std::string_view word) {
    const std::size_t width = base::code_points(word);
    if (width > columns - rest_) {
      add_broken(word);
      return;
    }
    if (!fresh_ && width > room()) next();
    put(word);
  }

  std::string take() { return std::move(text_) + '\n'; }

 private:
  /// Code points that still fit, after a space where one is due.
  std::size_t room() const {
    const std::size_t used = column_ + (fresh_ ? 0 : 1);
    return used < columns ? columns - used : 0;
  }

  void next() {
    text_ += '\n' + std::string(rest_, ' ');
    column_ = rest_;
    fresh_ = true;
  }

  void put(std::string_view part) {
    if (!fresh_) text_ += ' ';
    column_ += base::code_points(part) + (fresh_ ? 0 : 1);
    text_ += part;
    fresh_ = false;
  }

  /// An address longer than a line is broken where the line ends.
  void add_broken(std::string_view word) {
    while (!word.empty()) {
      if (room() == 0) next();
      const auto part = word.substr(0, bytes_of(word, room()));
      put(part);
      word.remove_prefix(part.size());
    }
  }

  std::string text_;
  std::size_t column_;
  std::size_t rest_;
  bool fresh_ = true;  ///< No word stands on this line yet.
};

}  // namespace

std::string wrap(std::string_view text, std::size_t first, std::size_t rest) {
  Lines lines(first, rest);
  for (const std::string_view word : base::split(text, ' ')) {
    if (!word.empty()) lines.add(word);
  }
  return lines.take();
}

std::string wrap_after(std::string_view lead, std::string_view text) {
  const std::size_t width = base::code_points(lead);
  return std::string(lead) + wrap(text, width, width).substr(width);
}

std::vector<std::string> wrap_lines(std::string_view text, std::size_t width) {
  std::vector<std::string> lines{""};
  std::size_t column = 0;
  for (std::string_view word : base::split(text, ' ')) {
    if (word.empty()) continue;
    if (column > 0 && column + 1 + base::code_points(word) > width) {
      lines.emplace_back();
      column = 0;
    }
    if (column > 0) lines.back() += ' ';
    while (base::code_points(word) > width) {
      const std::size_t cut = base::bytes_of_code_points(word, width);
      lines.back() += word.substr(0, cut);
      word.remove_prefix(cut);
      lines.emplace_back();
    }
    lines.back() += word;
    column = base::code_points(lines.back());
  }
  return lines;
}

std::size_t terminal_columns() {
  const std::size_t known = output_columns();
  return known > 0 ? known : columns;
}

Style Style::for_output() {
  const std::string term = variable("TERM");
  const bool dumb = term.empty() || term == "dumb";
  return Style(output_is_terminal() && variable("NO_COLOR").empty() && !dumb);
}

std::string Style::paint(std::string_view code, std::string_view text) const {
  if (!colour_) return std::string(text);
  return "\x1b[" + std::string(code) + 'm' + std::string(text) + "\x1b[0m";
}

bool is_terminal() { return input_is_terminal() && output_is_terminal(); }

std::string duration(int seconds) {
  if (seconds < 60) return std::to_string(seconds) + " s";
  std::string out = std::to_string(seconds / 60) + " min";
  if (seconds % 60 != 0) out += ' ' + std::to_string(seconds % 60) + " s";
  return out;
}

std::string capital(std::string_view text) {
  std::string out(text);
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') {
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
  }
  return out;
}

}  // namespace unknot::cli
