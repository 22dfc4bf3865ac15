#include <cstdio>
#include <iostream>
#include <memory>

#include "batch.hpp"
#include "explain_view.hpp"
#include "host.hpp"
#include "interview.hpp"
#include "plan_view.hpp"
#include "verbs.hpp"

namespace unknot::cli {

namespace {

struct PlanFlags {
  Words words;
  std::string request_file;
  std::string batch_file;
  std::string format = "text";
  std::string territory;
  bool example = false;
  bool json = false;
  bool brief = false;
  bool explain = false;
};

bool wants_json(const PlanFlags& flags) { return flags.json || flags.format == "json"; }

/// An empty word is a slip of a script, not "nothing said".
const CLI::Validator something(
    [](std::string& word) {
      return word.empty() ? std::string("got nothing, expected a value") : std::string();
    },
    "");

coach::Context context_of(const PlanFlags& flags) {
  return {local_now(), flags.territory.empty() ? locale_territory() : flags.territory};
}

int fail(const base::Error& error, const PlanFlags& flags) {
  if (wants_json(flags)) std::cout << coach::error_json(error) << '\n';
  return complain(error);
}

int batch(const PlanFlags& flags) {
  std::FILE* in = open_input(flags.batch_file);
  if (in == nullptr) {
    return complain("--batch: got " + flags.batch_file + ", expected a file that can be read.");
  }
  const bool written = run_batch(in, stdout, context_of(flags));
  if (in != stdin) std::fclose(in);
  if (!written) return complain("output: could not be written.");
  return exit_good;
}

/// Whether nothing was said that a plan could be made from.
bool nothing_said(const Words& w) {
  return w.minutes.empty() && w.feel.empty() && w.tools.empty() && w.at.empty() && w.want.empty() &&
         w.conditions.empty() && !w.none_of_these && w.red_flags.empty();
}

base::Result<std::string> request_text(PlanFlags& flags, const knowledge::Pack& pack,
                                       const coach::Context& context) {
  if (flags.example) return coach::example_request(pack, context.clock);
  if (!flags.request_file.empty()) return read_input(flags.request_file);
  if (nothing_said(flags.words) && is_terminal()) {
    auto answered = interview(flags.words, pack, Style::for_output());
    if (!answered) {
      return base::fail(base::ErrorCode::field_missing, "answers", "",
                        "an answer to each question");
    }
    flags.words = std::move(*answered);
  }
  return request_json(flags.words, pack, format_instant(context.clock));
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
  const auto& pack = knowledge::embedded_pack();
  const coach::Context context = context_of(flags);
  const auto text = request_text(flags, pack, context);
  if (!text) return fail(text.error(), flags);
  return flags.explain ? explain(*text, flags, context) : plan(*text, flags, context);
}

std::vector<CLI::Option*> add_flags(CLI::App& verb, PlanFlags& flags) {
  Words& w = flags.words;
  verb.add_flag("--none-of-these", w.none_of_these, "None of the warning signs (unknot red_flags)");
  verb.add_option("--red-flag", w.red_flags, "A warning sign that is present");
  verb.add_option("--minutes,-m", w.minutes, "Minutes you have, 1 to 600 [10]");
  verb.add_option("--tool,-t", w.tools,
                  "[NAME=]PRESET or [NAME=]KIND:DENSITY:SURFACE[:cold|warm][:vibration]");
  verb.add_option("--at", w.at, "Where you can be: floor, wall, chair, bed [floor]")
      ->delimiter(',');
  verb.add_option("--feel,-f", w.feel, "PLACE[/SIDE]:tight|sore|pain|injury[:LEVEL]");
  verb.add_option("--want", w.want, "PLACE[/SIDE] you would like rolled");
  verb.add_option("--avoid", w.avoid, "PLACE[/SIDE] to leave alone");
  verb.add_option("--condition,-c", w.conditions,
                  "ID[:PLACE[/SIDE]][:weeks=N][:cleared=YYYY-MM-DD] (unknot conditions)");
  verb.add_option("--goal", w.goal, "recover, warm_up, mobility or unwind [recover]");
  verb.add_option("--activity", w.activity, "Such as running (unknot activities)");
  verb.add_option("--starts-in", w.starts_in, "Minutes until the effort you warm up for");
  verb.add_option("--experience", w.experience, "new, regular or seasoned [new]");
  verb.add_option("--age", w.age, "Years");
  verb.add_option("--height", w.height, "cm");
  verb.add_option("--mass", w.mass, "kg");
  verb.add_option("--floor-transfer", w.floor_transfer,
                  "Getting down and up: easy, slow or no [easy]");
  verb.add_option("--language", w.language, "Language of the texts [en]");
  verb.add_option("--now", w.now, "Plan as of this time (RFC 3339)");
  std::vector<CLI::Option*> spoken;
  for (CLI::Option* option : verb.get_options()) {
    if (option->get_name() != "--help") spoken.push_back(option);
  }
  return spoken;
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
                     ->check(CLI::IsMember({"text", "json"}));
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
  const auto spoken = add_flags(*verb, *flags);
  verb->add_option("--territory", flags->territory,
                   "Country for the emergency number, such as GB [from the locale]");
  auto* file = verb->add_option("--request", flags->request_file, "A request in JSON; - for stdin");
  auto* lines = verb->add_option("--batch", flags->batch_file,
                                 "One request a line, one answer a line; - for stdin");
  auto* example = verb->add_flag("--example", flags->example, "Plan for the worked example");
  const Pairs pairs = add_views(*verb, *flags, lines);
  for (CLI::Option* option : verb->get_options()) {
    if (option->get_items_expected_max() > 0) option->check(something, "");
  }
  const std::vector<CLI::Option*> sources{file, lines, example};
  verb->callback([flags, spoken, sources, pairs, &exit_code] {
    std::string clash = clash_of(sources, spoken);
    if (clash.empty()) clash = clash_of(pairs);
    exit_code = clash.empty() ? run(*flags) : complain(clash);
  });
}

}  // namespace unknot::cli
