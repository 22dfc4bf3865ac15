#include "unknot/guidance/timeline.hpp"

#include <algorithm>

#include "speech_parts.hpp"
#include "unknot/knowledge/speech.hpp"

namespace unknot::guidance {

using session::Command;
using session::CommandKind;

namespace {

constexpr std::int64_t counted_seconds = 3;
/// A change of sides is heard before it is told.
constexpr std::int64_t chime_ms = 600;
/// Quiet between greeting and session, and after the goodbye.
constexpr std::int64_t pause_ms = 800;

/// Something to say with the moment it belongs to.
struct Said {
  std::int64_t at_ms = 0;
  std::size_t step = 0;
  std::string text;
};

class Layout {
 public:
  Layout(const Session& session, const knowledge::Pack& pack, const TimelineOptions& options)
      : session_(session),
        options_(options),
        narrator_(session, pack),
        wording_(pack, session.request.language, session.length),
        pack_(pack) {}

  Timeline run() {
    greet();
    guide();
    lay_sentences();
    std::stable_sort(out_.cues.begin(), out_.cues.end(),
                     [](const Cue& a, const Cue& b) { return a.at_ms < b.at_ms; });
    return std::move(out_);
  }

 private:
  void greet() {
    if (options_.breaks_off) return;
    const std::string hello = narrator_.hello({}).spoken;
    said_.push_back({0, 0, hello});
    out_.start_ms = (wording_.length_ms(hello) + pause_ms + 999) / ms_per_second * ms_per_second;
  }

  void guide() {
    session::Preferences preferences = options_.preferences;
    preferences.ask_levels = false;
    std::int64_t zero = 0;
    session::Engine engine(session_.plan, pack_, preferences);
    if (options_.breaks_off) {
      engine = session::replay(session_.plan, pack_, preferences, options_.so_far);
      zero = options_.so_far.empty() ? 0 : options_.so_far.back().at.ms;
      take(engine.on({.kind = session::EventKind::clock_jump}, {zero}), 0);
      take(engine.on({.kind = session::EventKind::resume}, {zero}), 0);
    } else {
      take(engine.on({.kind = session::EventKind::start}, {zero}), 0);
    }
    while (const auto due = engine.due()) {
      take(engine.on({}, *due), due->ms - zero);
      if (due->ms - zero > longest_ms) break;  // A session has an end; this is a second one.
    }
  }

  void take(const session::Commands& commands, std::int64_t session_ms) {
    for (const Command& command : commands) take(command, out_.start_ms + session_ms);
  }

  void take(const Command& command, std::int64_t at) {
    switch (command.kind) {
      case CommandKind::stroke:
        signal(
            command.direction == session::Direction::out ? CueKind::pass_out : CueKind::pass_back,
            at, command.step);
        return;
      case CommandKind::get_ready:
      case CommandKind::switch_side:
        out_.chapters.push_back({at, command.step, narrator_.what(command.step)});
        if (command.kind == CommandKind::switch_side) signal(CueKind::switches, at, command.step);
        count_down(at + command.seconds * ms_per_second, command.step);
        break;
      case CommandKind::set_begins:
        signal(CueKind::begins, at, command.step);
        count_down(at + command.seconds * ms_per_second, command.step);
        signal(CueKind::ends, at + command.seconds * ms_per_second, command.step);
        break;
      case CommandKind::rest:
      case CommandKind::resumes: count_down(at + command.seconds * ms_per_second, command.step);
      default: break;
    }
    const auto words = narrator_.say(command);
    if (!words || words->spoken.empty()) return;
    // Between two steps nothing is to be heard but what comes next.
    if (command.kind == CommandKind::step_over) return;
    const bool chimes = command.kind == CommandKind::switch_side;
    std::string text = words->spoken;
    if (options_.why && command.kind == CommandKind::get_ready) {
      text += ' ' + narrator_.why(command.step).spoken;
    }
    said_.push_back({at + (chimes ? chime_ms : 0), command.step, std::move(text)});
  }

  void signal(CueKind kind, std::int64_t at, std::size_t step) {
    out_.cues.push_back({at, 0, kind, step, {}});
  }

  void count_down(std::int64_t to, std::size_t step) {
    for (std::int64_t left = counted_seconds; left > 0; --left) {
      signal(CueKind::count, to - left * ms_per_second, step);
    }
  }

  /// Sentences follow one another; one that would run into what is said next is left out.
  void lay_sentences() {
    std::int64_t end = 0;
    for (std::size_t i = 0; i < said_.size(); ++i) {
      std::int64_t at = std::max(said_[i].at_ms, end);
      const std::int64_t limit = i + 1 < said_.size() ? said_[i + 1].at_ms : longest_ms;
      for (const auto sentence : knowledge::sentences_of(said_[i].text)) {
        const std::int64_t length = wording_.sentence_ms(sentence);
        if (at + length > limit) {
          out_.left_out.emplace_back(sentence);
          continue;
        }
        out_.cues.push_back({at, length, CueKind::sentence, said_[i].step, std::string(sentence)});
        end = at + length;
        at = end + knowledge::sentence_gap_ms;
      }
    }
    std::int64_t last = end;
    for (const Cue& cue : out_.cues) last = std::max(last, cue.at_ms);
    out_.length_ms = last + pause_ms;
  }

  static constexpr std::int64_t longest_ms = 24LL * 3600 * ms_per_second;

  const Session& session_;
  const TimelineOptions& options_;
  Narrator narrator_;
  Wording wording_;
  const knowledge::Pack& pack_;
  std::vector<Said> said_;
  Timeline out_;
};

std::string two_digits(std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); }

}  // namespace

Timeline timeline(const Session& session, const knowledge::Pack& pack,
                  const TimelineOptions& options) {
  return Layout(session, pack, options).run();
}

std::string transcript(const Timeline& timeline) {
  std::string out;
  std::int64_t told = -1;
  for (const Cue& cue : timeline.cues) {
    if (cue.kind != CueKind::sentence) continue;
    const std::int64_t second = cue.at_ms / ms_per_second;
    // Sentences of one breath stand on one line.
    const bool goes_on = told >= 0 && cue.at_ms - told <= knowledge::sentence_gap_ms;
    if (goes_on) {
      out += ' ' + cue.text;
    } else {
      if (!out.empty()) out += '\n';
      out += two_digits(second / 60) + ':' + two_digits(second % 60) + "  " + cue.text;
    }
    told = cue.at_ms + cue.length_ms;
  }
  return out.empty() ? out : out + '\n';
}

}  // namespace unknot::guidance
