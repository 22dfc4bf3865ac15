#include "help.hpp"

#include "terminal.hpp"
#include "unknot/base/text.hpp"

namespace unknot::cli {

namespace {

constexpr std::size_t names_width = 28;

std::string narrow(std::string_view line) {
  if (base::code_points(line) <= columns) return std::string(line) + '\n';
  // Names stand at the left, their descriptions from one column on.
  if (line.size() <= names_width || line[names_width - 1] != ' ') return wrap(line, 0, 2);
  return wrap_after(line.substr(0, names_width), line.substr(names_width));
}

}  // namespace

Help::Help() { column_width(names_width); }

std::string Help::make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const {
  const std::string text = CLI::Formatter::make_help(app, std::move(name), mode);
  std::string out;
  for (const auto line : base::split(text, '\n')) out += narrow(line);
  out.erase(out.find_last_not_of('\n') + 1);
  return out + '\n';
}

}  // namespace unknot::cli
