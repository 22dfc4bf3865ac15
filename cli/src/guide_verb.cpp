#include <iostream>
#include <memory>

#include "after_questions.hpp"
#include "file_lock.hpp"
#include "guide_plan.hpp"
#include "guide_run.hpp"
#include "host.hpp"
#include "plan_request.hpp"
#include "plan_view.hpp"
#include "session_log.hpp"
#include "unknot/base/text.hpp"
#include "unknot/guidance/narrator.hpp"
#include "unknot/model/request_format.hpp"
#include "verbs.hpp"

namespace unknot::cli {

namespace {

constexpr double life = 1000;  ///< Speed in thousandths.

struct GuideFlags {
  Asked asked;
  std::string plan_file;
  std::string voice = "auto";
  std::string verbosity = "full";
  double speed = 1;
  int ready_percent = 100;
  int time_left = 0;
  bool plain = false;
  bool no_breathing = false;
  bool no_levels = false;
};

class Nowhere : public Recorder {
 public:
  base::Result<void> keep(const Happening&) override { return {}; }
};

/// Where a session is written, and for whom. Nothing of it is set when nothing is written.
struct Log {
  Keeping keeping = Keeping::kept;
  std::optional<Logbook> book;
  std::optional<journal::Profile> who;
  std::unique_ptr<FileLock> lock;
};

/// What is only tried out, or an example, is no rolling: it is written where somebody asked for it
/// by name and nowhere else.
Keeping keeping_of(const GuideFlags& flags) {
  if (flags.asked.no_log) return Keeping::unasked;
  const bool lived = flags.speed == 1 && !flags.asked.example;
  return lived || !flags.asked.log.data.empty() ? Keeping::kept : Keeping::trial;
}

session::Preferences preferences_of(const GuideFlags& flags) {
  return {flags.ready_percent, flags.time_left, !flags.no_breathing, !flags.no_levels};
}

bool is_of_the_store(const base::Error& error) {
  return error.code == base::ErrorCode::store_readonly ||
         error.code == base::ErrorCode::store_full || error.code == base::ErrorCode::store_busy ||
         error.code == base::ErrorCode::store_broken || error.code == base::ErrorCode::store_newer;
}

Log without(const base::Error& error) {
  remark(base::sentence(error));
  Log log;
  log.keeping = Keeping::closed;
  return log;
}

/// A log that cannot be written is said once, and the guiding goes on without.
/// @error contradiction  Somebody is being guided for this log already.
base::Result<Log> open_log(const GuideFlags& flags) {
  Log log;
  log.keeping = keeping_of(flags);
  if (log.keeping != Keeping::kept) return log;
  auto book = Logbook::open(flags.asked.log, LogUse::write);
  if (!book) return without(book.error());
  auto who = whose_to_write(*book, flags.asked.log);
  if (!who && is_of_the_store(who.error())) return without(who.error());
  if (!who) return std::unexpected(who.error());
  log.lock = std::make_unique<FileLock>(guide_lock(book->path(), who->id));
  if (log.lock->taken()) {
    return base::fail(base::ErrorCode::contradiction, "guide", "a session in another window",
                      "one at a time for one person; --no-log guides without the log");
  }
  log.book.emplace(std::move(*book));
  log.who = std::move(*who);
  return log;
}

/// Something to be guided: a plan, and what there was of it before.
struct Chosen {
  coach::Planned planned;
  std::optional<BrokenOff> before;
};

bool wants_to_carry_on(const BrokenOff& before, const coach::Planned& planned,
                       const knowledge::Pack& pack) {
  const session::Engine engine =
      session::replay(*planned.answer.plan, pack, before.preferences,
                      with_ticks(before.events, pack.number(knowledge::Number::clock_gap_ms)));
  if (engine.over()) return false;
  const guidance::Speaker speaker(pack, planned.request.language);
  const guidance::Narrator narrator({*planned.answer.plan, planned.request, {}}, pack);
  std::cout << '\n'
            << wrap(speaker.phrase("ask.carry_on", {{"what", narrator.what(engine.view().step)}}),
                    2, 2);
  std::string line;
  while (std::cout << "> " << std::flush && std::getline(std::cin, line)) {
    const std::string answer = base::lower_ascii(base::trim(line));
    if (answer.empty() || answer == "y") return true;
    if (answer == "n") return false;
    std::cout << wrap(speaker.phrase("ask.carry_on_keys"), 2, 2);
  }
  return false;
}

/// What the log knows and what is said now hold whatever a plan of another time says.
base::Result<coach::Today> today_of(const GuideFlags& flags, const Someone& who,
                                    const knowledge::Pack& pack, const coach::Context& context) {
  Words words = flags.asked.words;
  words.tools.clear();  // Tools are those of the plan.
  words.use.clear();
  const auto text = request_json(words, pack, format_instant(context.clock));
  if (!text) return std::unexpected(text.error());
  auto said = model::read_request(*text, pack, context.clock);
  if (!said) return std::unexpected(std::move(said.error()));
  coach::Today today{.context = context};
  today.feel = std::move(said->feel);
  today.conditions = std::move(said->conditions);
  if (who.profile) {
    today.avoid = who.known.avoid;
    today.history = who.known.history;
    today.conditions.insert(today.conditions.end(), who.known.conditions.begin(),
                            who.known.conditions.end());
  }
  if (said->red_flags.screened) today.red_flags = std::move(said->red_flags);
  return today;
}

/// A session that was broken off is taken up again, or closed: what was rolled counts either way.
base::Result<std::optional<Chosen>> taken_up(const GuideFlags& flags, Log& log,
                                             const knowledge::Pack& pack) {
  if (!log.book) return std::nullopt;
  auto before = broken_off(*log.book, log.who->id);
  if (!before) return std::unexpected(before.error());
  if (!*before) return std::nullopt;
  const auto who = someone_of(flags.asked);
  if (!who) return std::unexpected(who.error());
  const auto today = today_of(flags, *who, pack, context_of(flags.asked, *who));
  if (!today) return std::unexpected(today.error());
  auto planned = coach::resumable((*before)->plan_json, pack, *today);
  if (planned && is_terminal() && wants_to_carry_on(**before, *planned, pack)) {
    return Chosen{std::move(*planned), std::move(**before)};
  }
  if (auto closed = close_session(*log.book, log.who->id, **before, pack); !closed) {
    remark(base::sentence(closed.error()));
  }
  return std::nullopt;
}

base::Result<coach::Planned> planned_now(GuideFlags& flags, Someone& who,
                                         const knowledge::Pack& pack,
                                         const coach::Context& context) {
  const bool asks = is_terminal();
  if (!flags.plan_file.empty()) {
    const auto file = read_input(flags.plan_file);
    if (!file) return std::unexpected(file.error());
    auto today = today_of(flags, who, pack, context);
    if (!today) return std::unexpected(std::move(today.error()));
    return plan_as_of_now(*file, pack, std::move(*today), asks && flags.plan_file != "-");
  }
  const auto text = asked_request(flags.asked, who, context);
  if (!text) return std::unexpected(text.error());
  auto planned = coach::plan(*text, pack, context);
  if (!planned) return planned;
  // A request in a file may speak of another time and knows nothing of the log; what is guided is
  // judged by this time, and by what the log knows.
  const bool of_now = planned->request.now == context.clock;
  if (of_now && !(whole_request(flags.asked) && who.profile)) return planned;
  auto today = today_of(flags, who, pack, context);
  if (!today) return std::unexpected(std::move(today.error()));
  return plan_as_of_now(planned->json, pack, std::move(*today), asks);
}

/// This session may have been the one that makes it due.
void offer_to_be_regular(const Log& log, const std::string& language) {
  for (const journal::Profile& one : everybody(*log.book)) {
    const bool is_who = one.id == log.who->id;
    const auto offer =
        is_who ? regular_offer(one, language, knowledge::embedded_pack()) : std::string();
    if (!offer.empty()) std::cout << '\n' << wrap(offer, 2, 2);
  }
}

std::vector<knowledge::TechniqueIndex> familiar_to(const Log& log, const knowledge::Pack& pack) {
  if (!log.book) return {};
  std::vector<journal::Record> own;
  for (const journal::Record& record : log.book->facts()) {
    if (record.person == log.who->id) own.push_back(record);
  }
  return journal::familiar(own, pack);
}

int run_chosen(const GuideFlags& flags, const Chosen& chosen, Log& log, const std::string& name,
               const std::string& territory) {
  const auto& pack = knowledge::embedded_pack();
  const auto preferences = chosen.before ? chosen.before->preferences : preferences_of(flags);
  Guided guided{*chosen.planned.answer.plan,
                chosen.planned.request,
                pack,
                territory,
                name,
                preferences,
                static_cast<std::int64_t>(flags.speed * life),
                {},
                0,
                0,
                log.keeping,
                *knowledge::parse_enum<guidance::Verbosity>(flags.verbosity),
                familiar_to(log, pack)};
  SessionOf of{log.who ? log.who->id : "", chosen.planned.json, preferences, {}, {}};
  if (chosen.before) {
    guided.before = chosen.before->events;
    guided.rolled_before = chosen.before->rolled;
    guided.ended_before = chosen.before->ended;
    of.session = chosen.before->session;
  }
  const Running running{guided, flags.plain, flags.voice};
  if (!log.book) {
    Nowhere nowhere;
    return run_session(running, nowhere);
  }
  LogRecorder recorder(*log.book, of, chosen.planned.request, pack);
  const int exit_code = run_session(running, recorder);
  offer_to_be_regular(log, chosen.planned.request.language);
  return exit_code;
}

void show_plan(const coach::Planned& planned, const knowledge::Pack& pack,
               const coach::Context& context) {
  const Style style = Style::for_output();
  std::cout << plan_text({planned, pack, context, Detail::brief}, style)
            << closing_words(planned, pack, style) << std::flush;
}

int guide(GuideFlags& flags) {
  const auto& pack = knowledge::embedded_pack();
  auto log = open_log(flags);
  if (!log) return complain(log.error());
  const bool several = log->book && everybody(*log->book).size() > 1;
  const std::string name = several && log->who->name != unnamed ? log->who->name : "";
  auto again = taken_up(flags, *log, pack);
  if (!again) return complain(again.error());
  if (*again) {
    return run_chosen(flags, **again, *log, name, context_of(flags.asked, {}).territory);
  }
  if (log->book && is_terminal()) {
    ask_after_last_time(*log->book, *log->who, log->who->language, Style::for_output());
  }
  auto who = log->book ? someone_of(flags.asked) : someone(flags.asked);
  if (!who) return complain(who.error());
  const coach::Context context = context_of(flags.asked, *who);
  auto planned = planned_now(flags, *who, pack, context);
  if (!planned) return complain(planned.error());
  show_plan(*planned, pack, context);
  const std::string reminder = conditions_reminder(*who, pack);
  if (!reminder.empty()) std::cout << '\n' << wrap(reminder, 2, 2) << std::flush;
  if (!planned->answer.plan) return exit_refused;
  return run_chosen(flags, {std::move(*planned), {}}, *log, name, context.territory);
}

/// A whole request or plan stands alone, as with `plan`; only the warning signs of today may be
/// said beside a plan.
std::string clash_of(const std::vector<CLI::Option*>& sources,
                     const std::vector<CLI::Option*>& spoken) {
  std::vector<CLI::Option*> given;
  for (CLI::Option* option : sources) {
    if (option->count() > 0) given.push_back(option);
  }
  if (given.empty()) return {};
  const bool plan = given[0]->get_name() == "--plan";
  for (CLI::Option* option : spoken) {
    const bool beside = plan && option->get_name() == "--none-of-these";
    if (option->count() > 0 && !beside) given.push_back(option);
  }
  if (given.size() < 2) return {};
  return "guide: got " + given[0]->get_name() + " with " + given[1]->get_name() +
         ", expected one of the two, as " + given[0]->get_name() + " says it all.";
}

void add_manner(CLI::App& verb, GuideFlags& flags) {
  verb.add_flag("--plain", flags.plain, "Line by line, for screen readers and logs");
  verb.add_option("--voice", flags.voice,
                  "auto, off, clips, or a program that speaks what it reads [auto]");
  verb.add_option("--verbosity", flags.verbosity,
                  "How much is spoken: full, brief or minimal [full; brief of what you know]")
      ->check(one_of({"full", "brief", "minimal"}), "");
  verb.add_option("--speed", flags.speed,
                  "Times as fast as life, for trying it out: 0.1 to 1000 [1]")
      ->check(number_within(0.1, 1000), "");
  verb.add_option("--get-ready", flags.ready_percent,
                  "Time to get into place: 100, 150 or 200 percent [100]")
      ->check(one_of({"100", "150", "200"}), "");
  verb.add_option("--time-left", flags.time_left,
                  "Say the time left every so many seconds [0: never]")
      ->check(number_within(0, 600), "");
  verb.add_flag("--no-breathing", flags.no_breathing, "No reminders to breathe");
  verb.add_flag("--no-levels", flags.no_levels, "Do not ask how strong each step was");
}

}  // namespace

void add_guide(CLI::App& app, int& exit_code) {
  auto* verb = app.add_subcommand(
      "guide", "Guides a session, step by step; asks as plan does when nothing is said.");
  auto flags = std::make_shared<GuideFlags>();
  Asked& asked = flags->asked;
  const auto spoken = add_word_options(*verb, asked.words);
  add_log_options(*verb, asked);
  verb->add_option("--territory", asked.territory,
                   "Country for the emergency number, such as GB [profile, locale]");
  auto* request =
      verb->add_option("--request", asked.request_file, "A request in JSON; - for stdin");
  auto* plan = verb->add_option("--plan", flags->plan_file,
                                "A plan in JSON; made anew when it is not of today or not lawful");
  auto* example = verb->add_flag("--example", asked.example, "Guide the worked example");
  add_manner(*verb, *flags);
  refuse_empty_words(*verb);
  const std::vector<CLI::Option*> sources{request, plan, example};
  verb->callback([flags, spoken, sources, &exit_code] {
    const std::string clash = clash_of(sources, spoken);
    exit_code = clash.empty() ? guide(*flags) : complain(clash);
  });
}

}  // namespace unknot::cli
