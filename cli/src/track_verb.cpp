#include <iostream>
#include <memory>

#include "host.hpp"
#include "plan_request.hpp"
#include "terminal.hpp"
#include "track_file.hpp"
#include "unknot/base/text.hpp"
#include "unknot/coach/guidable.hpp"
#include "verbs.hpp"

namespace unknot::cli {

namespace {

struct TrackFlags {
  std::string plan_file;
  std::string output;
  std::string events_file;
  std::string language;
  std::string verbosity = "full";
  std::string clips;
  std::string territory;
  int ready_percent = 100;
  int time_left = 0;
  bool transcript = false;
  bool json = false;
  bool why = false;
  bool no_breathing = false;
};

/// The events of a session as one keeps them: `{"events":[...]}` or the list alone.
std::string events_member(const std::string& text) {
  const std::string_view trimmed = base::trim(text);
  if (trimmed.starts_with('{')) return std::string(trimmed);
  return "{\"events\":" + std::string(trimmed) + '}';
}

base::Result<coach::Telling> telling_of(const TrackFlags& flags, const knowledge::Pack& pack) {
  coach::Telling telling;
  telling.language = flags.language;
  telling.verbosity = *knowledge::parse_enum<guidance::Verbosity>(flags.verbosity);
  telling.why = flags.why;
  telling.preferences = {flags.ready_percent, flags.time_left, !flags.no_breathing, false};
  if (flags.events_file.empty()) return telling;
  const auto text = read_input(flags.events_file);
  if (!text) return std::unexpected(text.error());
  auto events = coach::events_of(events_member(*text), pack);
  if (!events) return std::unexpected(events.error());
  telling.events = std::move(*events);
  return telling;
}

/// The clips of the language that is spoken in the end: that of the plan, if no other was named.
base::Result<ClipShelf> shelf_for(const std::string& plan, const coach::Telling& telling,
                                  const TrackFlags& flags, const coach::Context& context) {
  if (!telling.language.empty()) return ClipShelf::open(telling.language, flags.clips);
  const auto planned = coach::as_guided(plan, knowledge::embedded_pack(), context);
  if (!planned) return std::unexpected(planned.error());
  return ClipShelf::open(planned->request.language, flags.clips);
}

int run(const TrackFlags& flags) {
  const auto& pack = knowledge::embedded_pack();
  const auto plan = read_input(flags.plan_file);
  if (!plan) return complain(plan.error());
  auto telling = telling_of(flags, pack);
  if (!telling) return complain(telling.error());
  const coach::Context context{local_now(),
                               flags.territory.empty() ? locale_territory() : flags.territory};
  const bool sounds = !flags.output.empty();
  std::optional<ClipShelf> shelf;
  if (sounds) {
    auto opened = shelf_for(*plan, *telling, flags, context);
    if (!opened) return complain(opened.error());
    shelf.emplace(std::move(*opened));
    telling->length = shelf->lengths();
  }
  const auto track = coach::laid_out(*plan, *telling, pack, context);
  if (!track) return complain(track.error());
  if (flags.json) {
    std::cout << track->json << '\n';
  } else if (flags.transcript) {
    std::cout << guidance::transcript(track->timeline);
  }
  if (!sounds) return exit_good;
  const auto written = write_track(*track, *shelf, flags.output);
  if (!written) return complain(written.error());
  if (!flags.json && !flags.transcript) std::cout << wrap(*written, 0, 2);
  return exit_good;
}

}  // namespace

void add_track(CLI::App& app, int& exit_code) {
  auto* verb = app.add_subcommand(
      "track", "A whole session as one sound file, for a phone that is locked; or as its words.");
  auto flags = std::make_shared<TrackFlags>();
  verb->add_option("plan", flags->plan_file, "A plan in JSON; - for stdin")->required();
  verb->add_option("-o,--output", flags->output, "Where to: a name ending in .mp3 or .wav");
  verb->add_flag("--transcript", flags->transcript, "Print every sentence with its time");
  verb->add_flag("--json", flags->json, "Print every cue as unknot/timeline@1");
  verb->add_option("--language", flags->language, "Words in another language than the plan's")
      ->check(language_known(), "");
  verb->add_option("--verbosity", flags->verbosity, "full, brief or minimal [full]")
      ->check(one_of({"full", "brief", "minimal"}), "");
  verb->add_flag("--why", flags->why, "Tell of each step why it is in the plan");
  verb->add_option("--events", flags->events_file,
                   "What happened so far, as events of unknot/session@1: the track goes on there");
  verb->add_option("--get-ready", flags->ready_percent,
                   "Time to get into place: 100, 150 or 200 percent [100]")
      ->check(one_of({"100", "150", "200"}), "");
  verb->add_option("--time-left", flags->time_left,
                   "Say the time left every so many seconds, in steps of 15 [0: never]")
      ->check(multiple_of(15, 600), "");
  verb->add_flag("--no-breathing", flags->no_breathing, "No reminders to breathe");
  verb->add_option("--territory", flags->territory,
                   "Country for the emergency number, such as GB [locale]");
  verb->add_option("--clips", flags->clips,
                   "Folder of the spoken clips [where they were installed]");
  refuse_empty_words(*verb);
  verb->callback([flags, &exit_code] {
    if (flags->output.empty() && !flags->transcript && !flags->json) {
      exit_code = complain(
          "track: got no --output, expected one that ends in .mp3 or .wav, or --transcript or "
          "--json.");
      return;
    }
    if (flags->plan_file == "-" && flags->events_file == "-") {
      exit_code = complain("--events: got -, expected a file, as the plan is read from stdin.");
      return;
    }
    exit_code = run(*flags);
  });
}

}  // namespace unknot::cli
