#include "terminal.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "unknot/base/text.hpp"

namespace unknot::cli {

std::string wrap(std::string_view text, std::size_t first, std::size_t rest) {
  std::string out(first, ' ');
  std::size_t column = first;
  bool fresh = true;
  for (const std::string_view word : base::split(text, ' ')) {
    if (word.empty()) continue;
    if (base::code_points(word) > columns - rest) {
      // An address longer than a line is broken where the line ends.
      const std::size_t room = columns - column - (fresh ? 0 : 1);
      out += fresh ? "" : " ";
      out += std::string(word.substr(0, room)) + '\n' + std::string(rest, ' ');
      out += word.substr(room, columns - rest);
      column = rest + std::min(word.size() - room, columns - rest);
      fresh = false;
      continue;
    }
    const std::size_t width = base::code_points(word);
    if (!fresh && column + 1 + width > columns) {
      out += '\n' + std::string(rest, ' ');
      column = rest;
      fresh = true;
    }
    if (!fresh) {
      out += ' ';
      ++column;
    }
    out += word;
    column += width;
    fresh = false;
  }
  return out + '\n';
}

Style Style::for_output() {
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  const bool unwanted = no_color != nullptr && *no_color != '\0';
  const bool dumb = term == nullptr || std::string_view(term) == "dumb";
  return Style(isatty(STDOUT_FILENO) == 1 && !unwanted && !dumb);
}

std::string Style::paint(std::string_view code, std::string_view text) const {
  if (!colour_) return std::string(text);
  return "\x1b[" + std::string(code) + 'm' + std::string(text) + "\x1b[0m";
}

bool is_terminal() { return isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1; }

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
