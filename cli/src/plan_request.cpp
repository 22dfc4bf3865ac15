#include "plan_request.hpp"

#include "host.hpp"
#include "interview.hpp"
#include "profile.hpp"
#include "unknot/base/text.hpp"
#include "unknot/guidance/log_words.hpp"
#include "unknot/model/limits.hpp"

namespace unknot::cli {

namespace {

const CLI::Validator something(
    [](std::string& word) {
      return word.empty() ? std::string("got nothing, expected a value") : std::string();
    },
    "");

std::string plain_number(double number) {
  std::string out = std::to_string(number);
  out.erase(out.find_last_not_of('0') + 1);
  if (out.ends_with('.')) out.pop_back();
  return out;
}

/// Whether nothing was said that a plan could be made from.
bool nothing_said(const Words& w) {
  return w.minutes.empty() && w.feel.empty() && w.tools.empty() && w.at.empty() && w.want.empty() &&
         w.conditions.empty() && !w.none_of_these && w.red_flags.empty();
}

/// The time a plan is for: what was before it counts, what comes after does not.
base::Instant time_of(const Asked& asked) {
  return base::parse_instant(asked.words.now).value_or(local_now());
}

/// Without history a plan is less careful, so nobody goes on without it unawares.
base::Error with_way_on(base::Error error) {
  error.expected += (error.expected.empty() ? "" : ". ");
  error.expected += "To plan without what is known of you, which is less careful: --no-log";
  return error;
}

/// What was answered about conditions goes into the profile.
base::Result<void> keep_conditions(const Asked& asked, const Someone& who) {
  SelfWords said;
  said.words.conditions = asked.words.conditions;
  said.no_conditions = asked.words.conditions.empty();
  const auto data = profile_of_words(said, knowledge::embedded_pack());
  if (!data) return {};  // The reader of the request tells what is wrong with them.
  auto log = Logbook::open(asked.log, LogUse::write);
  if (!log) return std::unexpected(log.error());
  const auto added = log->append({make_profile(log->stamp(who.profile->id), *data)});
  if (!added) return std::unexpected(added.error());
  return {};
}

std::string list_of(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

}  // namespace

std::vector<CLI::Option*> add_word_options(CLI::App& verb, Words& w) {
  std::vector<CLI::Option*> all;
  const auto add = [&](CLI::Option* option) {
    all.push_back(option);
    return option;
  };
  add(verb.add_flag("--none-of-these", w.none_of_these,
                    "None of the warning signs (unknot red_flags)"));
  add(verb.add_option("--red-flag", w.red_flags, "A warning sign that is present"));
  add(verb.add_option("--minutes,-m", w.minutes, "Minutes you have, 1 to 600 [10]"));
  add(verb.add_option("--tool,-t", w.tools,
                      "NAME of your own, [NAME=]PRESET or [NAME=]KIND:DENSITY:SURFACE[:cold|warm]"
                      "[:vibration]"));
  add(verb.add_option("--at", w.at, "Where you can be: floor, wall, chair, bed [floor]"))
      ->delimiter(',');
  add(verb.add_option("--feel,-f", w.feel, "PLACE[/SIDE]:tight|sore|pain|injury[:LEVEL]"));
  add(verb.add_option("--want", w.want, "PLACE[/SIDE] you would like rolled"));
  add(verb.add_option("--avoid", w.avoid, "PLACE[/SIDE] to leave alone"));
  add(verb.add_option("--use", w.use,
                      "PLACE:TOOL: you would like it rolled with that one of your tools"));
  add(verb.add_option("--condition,-c", w.conditions,
                      "ID[:PLACE[/SIDE]][:weeks=N][:cleared=YYYY-MM-DD] (unknot conditions)"));
  add(verb.add_option("--goal", w.goal, "recover, warm_up, mobility or unwind [recover]"));
  add(verb.add_option("--activity", w.activity, "Such as running (unknot activities)"));
  add(verb.add_option("--starts-in", w.starts_in, "Minutes until the effort you warm up for"));
  add(verb.add_option("--experience", w.experience, "new, regular or seasoned [new]"));
  add(verb.add_option("--age", w.age, "Years"));
  add(verb.add_option("--height", w.height, "cm"));
  add(verb.add_option("--mass", w.mass, "kg"));
  add(verb.add_option("--floor-transfer", w.floor_transfer,
                      "Getting down and up: easy, slow or no [easy]"));
  add(verb.add_option("--language", w.language, "Language of the texts [en]"));
  add(verb.add_option("--now", w.now, "Plan as of this time (RFC 3339)"));
  return all;
}

std::vector<CLI::Option*> add_log_options(CLI::App& verb, Asked& asked) {
  add_log_flags(verb, asked.log);
  verb.add_flag("--no-log", asked.no_log,
                "Leave out your profile and what you did before (unknot me, log)");
  return {verb.get_option("--data"), verb.get_option("--as")};
}

CLI::Validator number_within(double least, double most) {
  return {[least, most](std::string& word) -> std::string {
            double number = 0;
            const bool read = CLI::detail::lexical_cast(word, number);
            if (read && number >= least && number <= most) return {};
            return "got " + word + ", expected a number from " + plain_number(least) + " to " +
                   plain_number(most);
          },
          ""};
}

CLI::Validator one_of(std::vector<std::string> words) {
  return {[words = std::move(words)](std::string& word) -> std::string {
            std::string all;
            for (const auto& one : words) {
              if (one == word) return {};
              all += (all.empty() ? "" : " | ") + one;
            }
            return "got " + word + ", expected " + all;
          },
          ""};
}

CLI::Validator language_known() {
  std::vector<std::string> ids;
  for (const auto& language : knowledge::embedded_pack().languages) ids.emplace_back(language.id);
  return one_of(std::move(ids));
}

CLI::Validator multiple_of(int step, int most) {
  return {[step, most](std::string& word) -> std::string {
            const auto n = base::parse_integer(word);
            if (n && *n >= 0 && *n <= most && *n % step == 0) return {};
            return "got " + word + ", expected 0 or a multiple of " + std::to_string(step) +
                   " up to " + std::to_string(most);
          },
          ""};
}

void refuse_empty_words(CLI::App& verb) {
  for (CLI::Option* option : verb.get_options()) {
    if (option->get_items_expected_max() > 0) option->check(something, "");
  }
}

void refuse_words_before_below(CLI::App& verb) {
  verb.parse_complete_callback([&verb] {
    if (verb.get_subcommands().empty()) return;
    for (const CLI::Option* option : verb.get_options()) {
      if (option->count() == 0) continue;
      const std::string below = verb.get_subcommands().front()->get_name();
      throw CLI::ValidationError("got " + option->get_name() + " before " + below +
                                 ", where it would be lost");
    }
  });
}

bool whole_request(const Asked& asked) { return asked.example || !asked.request_file.empty(); }

base::Result<Someone> someone(const Asked& asked) {
  return whole_request(asked) ? Someone{} : someone_of(asked);
}

base::Result<Someone> someone_of(const Asked& asked) {
  Someone out;
  if (asked.no_log) {
    const auto path = log_path(asked.log);
    if (path && kind_of(*path) != PathKind::absent) {
      remark("--no-log: what " + *path + " knows of you is left out, so nothing is spared by it.");
    }
    return out;
  }
  // Nowhere to look is an empty log: nothing was ever kept.
  if (!log_path(asked.log) && asked.log.as.empty()) return out;
  auto log = Logbook::open(asked.log, LogUse::read);
  if (!log) return std::unexpected(with_way_on(log.error()));
  auto profile = whose(*log, asked.log);
  if (!profile) return std::unexpected(profile.error());
  if (!*profile) return out;
  const auto& pack = knowledge::embedded_pack();
  out.only_one = everybody(*log).size() == 1;
  out.known = desk::known_of(**profile, time_of(asked));
  out.facts = std::move(*log).facts_of((*profile)->id);
  out.known.history = journal::history(out.facts, pack, time_of(asked));
  out.known.avoid = journal::as_avoided(journal::left_alone(out.facts, pack, time_of(asked)));
  out.profile = std::move(*profile);
  return out;
}

coach::Context context_of(const Asked& asked, const Someone& who) {
  std::string territory = asked.territory;
  if (territory.empty() && who.profile) territory = who.profile->territory;
  if (territory.empty()) territory = locale_territory();
  return {local_now(), territory};
}

base::Result<std::string> asked_request(Asked& asked, Someone& who, const coach::Context& context) {
  const auto& pack = knowledge::embedded_pack();
  const std::string now = format_instant(context.clock);
  if (asked.example) return coach::example_request(pack, context.clock);
  if (!asked.request_file.empty()) return read_input(asked.request_file);
  if (!nothing_said(asked.words) || !is_terminal()) {
    return request_json(asked.words, pack, now, who.known);
  }
  Usual usual;
  if (who.profile) {
    usual.conditions = !who.profile->conditions_due;
    usual.said_before = condition_flags(who.known.conditions, pack);
    usual.tools = !who.profile->tools.empty();
    usual.where = !who.known.at.empty();
    usual.line = known_line(who, pack);
  }
  auto answered = interview(asked.words, pack, Style::for_output(), usual);
  if (!answered) {
    return base::fail(base::ErrorCode::field_missing, "answers", "", "an answer to each question");
  }
  asked.words = std::move(*answered);
  Known known = who.known;
  const bool asked_anew = !usual.conditions && asked.words.red_flags.empty();
  if (asked_anew) known.conditions.clear();
  auto request = request_json(asked.words, pack, now, known);
  if (request && who.profile && asked_anew) {
    if (auto kept = keep_conditions(asked, who); !kept) {
      return std::unexpected(kept.error());
    }
    who.profile->conditions_due = false;
  }
  return request;
}

std::string conditions_reminder(const Someone& who, const knowledge::Pack& pack) {
  if (!who.profile || !who.profile->conditions_due) return {};
  return guidance::LogWords(pack, who.known.language).conditions_due() +
         " (unknot me --condition ID, or --no-conditions)";
}

std::string regular_offer(const journal::Profile& profile, const std::string& language,
                          const knowledge::Pack& pack) {
  if (!profile.may_be_regular) return {};
  return guidance::LogWords(pack, language).may_be_regular() +
         " (unknot me --experience regular; --experience new declines)";
}

std::vector<std::string> reminders(const Someone& who, const knowledge::Pack& pack) {
  if (!who.profile) return {};
  std::vector<std::string> out{conditions_reminder(who, pack),
                               regular_offer(*who.profile, who.known.language, pack)};
  std::erase(out, "");
  return out;
}

std::string known_line(const Someone& who, const knowledge::Pack& pack) {
  if (!who.profile) return {};
  const journal::Profile& profile = *who.profile;
  std::vector<std::string> known{std::string(knowledge::name_of(profile.person.experience))};
  for (const auto& tool : profile.tools) known.push_back(tool.id);
  for (const auto support : who.known.at) known.emplace_back(knowledge::name_of(support));
  for (const auto& condition : profile.conditions) {
    known.emplace_back(pack[condition.id].name);
  }
  if (!who.known.history.empty()) known.emplace_back("what you did before");
  return "For " + shown_name(profile.name) + ": " + list_of(known) + " (unknot me).";
}

}  // namespace unknot::cli
