#include <iostream>
#include <memory>

#include "complete.hpp"
#include "completion_scripts.hpp"
#include "host.hpp"
#include "plan_request.hpp"
#include "unknot/base/text.hpp"
#include "verbs.hpp"

namespace unknot::cli {

namespace {

/// One candidate a line; a description goes behind a tab.
void print(const Completion& completion) {
  if (completion.files) std::cout << ":files\n";
  for (const auto& candidate : completion.candidates) {
    std::cout << candidate.text;
    if (!candidate.about.empty()) {
      std::cout << '\t' << base::shorten(base::printable(candidate.about), 60);
    }
    std::cout << '\n';
  }
}

}  // namespace

void add_completion(CLI::App& app, int& exit_code) {
  auto* verb = app.add_subcommand("completion", "Print the script that completes words in a shell");
  auto shell = std::make_shared<std::string>();
  verb->add_option("shell", *shell, "bash, zsh or fish")
      ->required()
      ->check(one_of({"bash", "zsh", "fish"}), "");
  verb->callback([shell, &exit_code] {
    std::cout << (*shell == "bash" ? bash_script : *shell == "zsh" ? zsh_script : fish_script);
    exit_code = exit_good;
  });
}

bool answer_shell(const CLI::App& app, const std::vector<std::string>& words) {
  if (words.empty() || words.front() != "complete") return false;
  const bool dashes = words.size() > 1 && words[1] == "--";
  const std::vector<std::string> line(words.begin() + (dashes ? 2 : 1), words.end());
  print(complete(app, line, knowledge::embedded_pack()));
  return true;
}

}  // namespace unknot::cli
