#include <iostream>
#include <memory>

#include "host.hpp"
#include "terminal.hpp"
#include "unknot/base/json.hpp"
#include "verbs.hpp"

namespace unknot::cli {

namespace {

/// The list as a table, from the same rows as its JSON.
std::string table(const base::Json& rows, const Style& style) {
  std::size_t width = 0;
  for (const auto& row : rows.items) width = std::max(width, row.find("id")->text.size());
  width = std::min<std::size_t>(width, 30);
  std::string out;
  for (const auto& row : rows.items) {
    const std::string& id = row.find("id")->text;
    const std::string name = wrap(row.find("name")->text, width + 2, width + 2);
    if (id.size() > width) {
      out += style.heading(id) + '\n' + name;
    } else {
      out += style.heading(id) + name.substr(id.size());
    }
  }
  return out;
}

int run(std::string_view name, bool json) {
  const auto rows = coach::list(name, knowledge::embedded_pack());
  if (!rows) return complain(rows.error());
  if (json) {
    std::cout << *rows << '\n';
    return exit_good;
  }
  constexpr base::JsonLimits any_size{std::size_t{1} << 24, 64};
  const auto parsed = base::parse_json(*rows, any_size);
  if (!parsed) return complain(parsed.error());
  std::cout << table(*parsed, Style::for_output());
  return exit_good;
}

}  // namespace

void add_lists(CLI::App& app, int& exit_code) {
  for (const auto name : coach::list_names()) {
    auto* verb = app.add_subcommand(std::string(name), "List the " + std::string(name));
    auto json = std::make_shared<bool>(false);
    verb->add_flag("--json", *json, "As a JSON array");
    verb->group("Lists");
    verb->callback([name, json, &exit_code] { exit_code = run(name, *json); });
  }
}

void add_example(CLI::App& app, int& exit_code) {
  auto* verb = app.add_subcommand("example", "Print a valid request, to change and plan from");
  verb->callback([&exit_code] {
    std::cout << coach::example_request(knowledge::embedded_pack(), local_now()) << '\n';
    exit_code = exit_good;
  });
}

void add_version(CLI::App& app, int& exit_code) {
  auto* verb = app.add_subcommand("version", "Version of the program and hash of its knowledge");
  auto json = std::make_shared<bool>(false);
  verb->add_flag("--json", *json, "As a JSON object");
  verb->callback([json, &exit_code] {
    const auto& hash = knowledge::embedded_pack().hash;
    if (*json) {
      std::cout << base::JsonWriter()
                       .begin_object()
                       .key("version")
                       .string(UNKNOT_VERSION)
                       .key("knowledge")
                       .string(hash)
                       .end_object()
                       .take()
                << '\n';
    } else {
      std::cout << "unknot " << UNKNOT_VERSION << "\nknowledge " << hash << '\n';
    }
    exit_code = exit_good;
  });
}

}  // namespace unknot::cli
