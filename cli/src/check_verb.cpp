#include <iostream>
#include <memory>

#include "host.hpp"
#include "terminal.hpp"
#include "unknot/base/text.hpp"
#include "unknot/guidance/speaker.hpp"
#include "verbs.hpp"

namespace unknot::cli {

namespace {

struct CheckFlags {
  std::string plan_file;
  std::string request_file;
  bool json = false;
};

std::string breach_text(const safety::Breach& breach, const knowledge::Pack& pack,
                        const guidance::Speaker& speaker) {
  std::string where = breach.step ? "step " + std::to_string(*breach.step + 1) : "the plan";
  if (!breach.at.empty()) {
    where += " (" + base::printable(breach.at) + (breach.side.empty() ? "" : ", ") +
             base::printable(breach.side) + ")";
  }
  return std::string(name_of(breach.rule)) + ", " + where + ": " + speaker.breach(breach) + " [" +
         std::string(guidance::source_of(pack, breach.rule)) + "]";
}

int run(const CheckFlags& flags) {
  const auto& pack = knowledge::embedded_pack();
  const auto plan = read_input(flags.plan_file);
  if (!plan) return complain(plan.error());
  base::Result<std::string> request = std::string();
  if (!flags.request_file.empty()) request = read_input(flags.request_file);
  if (!request) return complain(request.error());
  const auto given =
      flags.request_file.empty() ? std::nullopt : std::optional<std::string_view>(*request);
  const auto checked = coach::check(*plan, given, pack, {local_now(), locale_territory()});
  if (!checked) {
    if (flags.json) std::cout << coach::error_json(checked.error()) << '\n';
    return complain(checked.error());
  }
  if (flags.json) {
    std::cout << checked->json << '\n';
  } else if (checked->breaches.empty()) {
    std::cout << Style::for_output().good("Clean: no rule is broken.") << '\n';
  } else {
    const guidance::Speaker speaker(pack, checked->request.language);
    for (const auto& breach : checked->breaches) {
      std::cout << wrap(breach_text(breach, pack, speaker), 0, 2);
    }
  }
  return checked->breaches.empty() ? exit_good : exit_broken_rules;
}

}  // namespace

void add_check(CLI::App& app, int& exit_code) {
  auto* verb = app.add_subcommand(
      "check", "Judge anybody's plan. Exit 0: clean, 1: rules broken, 2: unreadable.");
  auto flags = std::make_shared<CheckFlags>();
  verb->add_option("plan", flags->plan_file, "A plan in JSON; - for stdin")->required();
  verb->add_option("--request", flags->request_file,
                   "For whom [the request inside the plan]; - for stdin");
  verb->add_flag("--json", flags->json, "Answer as unknot/findings@1");
  verb->callback([flags, &exit_code] {
    if (flags->plan_file == "-" && flags->request_file == "-") {
      exit_code = complain("--request: got -, expected a file, as the plan is read from stdin.");
      return;
    }
    exit_code = run(*flags);
  });
}

}  // namespace unknot::cli
