#include <iostream>
#include <memory>

#include "host.hpp"
#include "learn_view.hpp"
#include "plan_request.hpp"
#include "unknot/base/text.hpp"
#include "verbs.hpp"

namespace unknot::cli {

namespace {

int run(const std::string& about, const std::string& language) {
  const auto& pack = knowledge::embedded_pack();
  const Style style = Style::for_output();
  if (about.empty()) {
    std::cout << intended_use(pack, style);
    return exit_good;
  }
  const auto text = lesson(about, pack, style, language);
  if (!text) {
    return complain("learn: got " + base::shorten(base::printable(about), 60) +
                    ", expected what | benefits | tools | basics | areas, or the id of a place, "
                    "rule, condition, warning sign or technique.");
  }
  std::cout << *text;
  return exit_good;
}

}  // namespace

void add_learn(CLI::App& app, int& exit_code) {
  auto* verb = app.add_subcommand(
      "learn", "The teaching, each claim with its grade and source; intended use and limits");
  auto about = std::make_shared<std::string>();
  verb->add_option("about", *about,
                   "what, benefits, tools, basics, areas, or any id [intended use]");
  auto language = std::make_shared<std::string>("en");
  verb->add_option("--language", *language, "Language of the texts [en]")
      ->check(language_known(), "");
  refuse_empty_words(*verb);
  verb->callback([about, language, &exit_code] { exit_code = run(*about, *language); });
}

}  // namespace unknot::cli
