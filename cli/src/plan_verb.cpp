#include <cstdio>
#include <iostream>
#include <memory>

#include "batch.hpp"
#include "explain_view.hpp"
#include "host.hpp"
#include "plan_request.hpp"
#include "plan_view.hpp"
#include "terminal.hpp"
#include "verbs.hpp"

namespace unknot::cli {

namespace {

struct PlanFlags {
  Asked asked;
  std::string batch_file;
  std::string format = "text";
  bool json = false;
  bool brief = false;
  bool explain = false;
};

bool wants_json(const PlanFlags& flags) { return flags.json || flags.format == "json"; }

int fail(const base::Error& error, const PlanFlags& flags) {
  if (wants_json(flags)) std::cout << coach::error_json(error) << '\n';
  return complain(error);
}

int batch(const PlanFlags& flags) {
  std::FILE* in = open_input(flags.batch_file);
  if (in == nullptr) {
    return complain("--batch: got " + flags.batch_file + ", expected a file that can be read.");
  }
  const bool written = run_batch(in, stdout, context_of(flags.asked, {}));
  if (in != stdin) std::fclose(in);
  if (!written) return complain("output: could not be written.");
  return exit_good;
}

/// What stands below a plan; beside JSON, on standard error.
void remind(const Someone& who, const PlanFlags& flags) {
  for (const auto& sentence : reminders(who, knowledge::embedded_pack())) {
    if (wants_json(flags)) {
      remark(sentence);
    } else {
      std::cout << '\n' << wrap(sentence, 0, 0);
    }
  }
}

int plan(const std::string& request, const PlanFlags& flags, const coach::Context& context) {
  const auto& pack = knowledge::embedded_pack();
  const auto planned = coach::plan(request, pack, context);
  if (!planned) return fail(planned.error(), flags);
  if (wants_json(flags)) {
    std::cout << planned->json << '\n';
  } else {
    const Style style = Style::for_output();
    const Detail detail = flags.brief ? Detail::brief : Detail::full;
    std::cout << plan_text({*planned, pack, context, detail}, style)
              << closing_words(*planned, knowledge::embedded_pack(), style);
  }
  return planned->answer.refusal ? exit_refused : exit_good;
}

int explain(const std::string& request, const PlanFlags& flags, const coach::Context& context) {
  const auto& pack = knowledge::embedded_pack();
  const auto explained = coach::explain(request, pack, context);
  if (!explained) return fail(explained.error(), flags);
  if (wants_json(flags)) {
    std::cout << explained->json << '\n';
  } else {
    std::cout << explanation_text(*explained, pack, context, Style::for_output());
  }
  return explained->planned.answer.refusal ? exit_refused : exit_good;
}

int run(PlanFlags& flags) {
  if (!flags.batch_file.empty()) return batch(flags);
  auto who = someone(flags.asked);
  if (!who) return fail(who.error(), flags);
  const coach::Context context = context_of(flags.asked, *who);
  const auto text = asked_request(flags.asked, *who, context);
  if (!text) return fail(text.error(), flags);
  if (!wants_json(flags) && !who->only_one) {
    std::cout << wrap(known_line(*who, knowledge::embedded_pack()), 0, 0) << '\n';
  }
  const int exit_code =
      flags.explain ? explain(*text, flags, context) : plan(*text, flags, context);
  if (exit_code != exit_bad_input) remind(*who, flags);
  return exit_code;
}

/// A flag beside a whole request would be lost, and it might be a warning sign.
std::string clash_of(const std::vector<CLI::Option*>& sources,
                     const std::vector<CLI::Option*>& spoken) {
  std::vector<CLI::Option*> given;
  const auto add = [&given](CLI::Option* option) {
    if (option->count() > 0) given.push_back(option);
  };
  for (CLI::Option* option : sources) add(option);
  if (given.empty()) return {};
  for (CLI::Option* option : spoken) add(option);
  if (given.size() < 2) return {};
  return "plan: got " + given[0]->get_name() + " with " + given[1]->get_name() +
         ", expected one of the two, as " + given[0]->get_name() + " is the whole request.";
}

using Pairs = std::vector<std::pair<CLI::Option*, CLI::Option*>>;

/// How the answer is shown. A batch has one form, and JSON has no shorter one.
/// @return  What cannot stand together.
Pairs add_views(CLI::App& verb, PlanFlags& flags, CLI::Option* batch) {
  auto* format = verb.add_option("--format", flags.format, "text or json [text]")
                     ->check(one_of({"text", "json"}), "");
  auto* json = verb.add_flag("--json", flags.json, "The same as --format json");
  auto* brief = verb.add_flag("--brief", flags.brief, "One line a step");
  auto* explain = verb.add_flag("--explain", flags.explain,
                                "Why each area is in it or not; what a minute or a tool would add");
  return {{json, format}, {json, batch},    {brief, format}, {brief, json},
          {brief, batch}, {brief, explain}, {explain, batch}};
}

std::string clash_of(const Pairs& pairs) {
  for (const auto& [one, other] : pairs) {
    if (one->count() == 0 || other->count() == 0) continue;
    return "plan: got " + one->get_name() + " with " + other->get_name() +
           ", expected one of the two.";
  }
  return {};
}

}  // namespace

void add_plan(CLI::App& app, int& exit_code) {
  auto* verb = app.add_subcommand(
      "plan", "Today's session. Without flags, in a terminal: asks six short questions.");
  auto flags = std::make_shared<PlanFlags>();
  Asked& asked = flags->asked;
  auto spoken = add_word_options(*verb, asked.words);
  for (CLI::Option* option : add_log_options(*verb, asked)) spoken.push_back(option);
  verb->add_option("--territory", asked.territory,
                   "Country for the emergency number, such as GB [profile, locale]");
  auto* file = verb->add_option("--request", asked.request_file, "A request in JSON; - for stdin");
  auto* lines = verb->add_option("--batch", flags->batch_file,
                                 "One request a line, one answer a line; - for stdin");
  auto* example = verb->add_flag("--example", asked.example, "Plan for the worked example");
  const Pairs pairs = add_views(*verb, *flags, lines);
  refuse_empty_words(*verb);
  const std::vector<CLI::Option*> sources{file, lines, example};
  verb->callback([flags, spoken, sources, pairs, &exit_code] {
    std::string clash = clash_of(sources, spoken);
    if (clash.empty()) clash = clash_of(pairs);
    exit_code = clash.empty() ? run(*flags) : complain(clash);
  });
}

}  // namespace unknot::cli
