#include "coaching.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "unknot/base/text.hpp"
#include "unknot/model/limits.hpp"

namespace unknot::cli {

using guidance::Utterance;
using guidance::Weight;
using session::Command;
using session::CommandKind;
using session::Event;
using session::EventKind;
using session::Moment;
using session::TimedEvent;

namespace {

/// How long a 1 waits for the 0 of a 10.
constexpr std::int64_t second_digit_ms = 700;
/// A sign of life in the log at least so often, in session time.
constexpr std::int64_t heartbeat_ms = 5000;
constexpr std::int64_t never_ms = std::numeric_limits<std::int64_t>::max();

std::int64_t gap_of(const knowledge::Pack& pack) {
  return pack.number(knowledge::Number::clock_gap_ms);
}

/// Whatever was going on when the program was lost went on until the next sign of life would have
/// come: what was begun counts.
std::vector<TimedEvent> until_lost(const Guided& g) {
  std::vector<TimedEvent> events = g.before;
  if (!events.empty()) events.push_back({{events.back().at.ms + heartbeat_ms}, {}});
  return with_ticks(events, gap_of(g.pack));
}

session::Engine engine_of(const Guided& g) {
  if (g.before.empty()) return session::Engine(g.plan, g.pack, g.preferences);
  return session::replay(g.plan, g.pack, g.preferences, until_lost(g));
}

/// What a command asks to be written down.
void take(const Command& command, Happening& happening) {
  if (command.rolled) happening.rolled.push_back(*command.rolled);
  if (command.kind == CommandKind::over) happening.over = command.reason;
  if (command.kind == CommandKind::area_over) {
    happening.ended.push_back({command.area, command.reason});
  }
}

template <class T>
void drop_first(std::vector<T>& all, std::size_t count) {
  all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), count)));
}

/// What had happened when the program was lost, and is not in the log.
Happening not_written(const Guided& g) {
  session::Engine again(g.plan, g.pack, g.preferences);
  Happening lost;
  std::vector<TimedEvent> events = until_lost(g);
  // Coming back leaves open questions unanswered, which settles what they were about.
  events.push_back({events.back().at, {EventKind::clock_jump, 0, {}}});
  for (const TimedEvent& event : events) {
    for (const Command& command : again.on(event.event, event.at)) take(command, lost);
  }
  drop_first(lost.rolled, g.rolled_before);
  drop_first(lost.ended, g.ended_before);
  return lost;
}

/// What is worth keeping: all that somebody did, ticks at which something happened, and a sign of
/// life now and then.
bool worth_keeping(const Event& event, bool something, bool long_ago) {
  return event.kind != EventKind::tick || something || long_ago;
}

}  // namespace

std::vector<TimedEvent> with_ticks(const std::vector<TimedEvent>& events, std::int64_t gap_ms) {
  std::vector<TimedEvent> out;
  const std::int64_t step = std::max<std::int64_t>(1, gap_ms / 2);
  for (const TimedEvent& event : events) {
    while (!out.empty() && event.at.ms - out.back().at.ms > step) {
      out.push_back({{out.back().at.ms + step}, {}});
    }
    // A jump says nothing of the time before it, which the last tick had counted.
    if (event.event.kind == EventKind::clock_jump) out.push_back({event.at, {}});
    out.push_back(event);
  }
  return out;
}

Coaching::Coaching(const Guided& guided, Recorder& recorder, Voice& voice, ClockReading now)
    : guided_(guided),
      recorder_(recorder),
      voice_(voice),
      engine_(engine_of(guided_)),
      view_(engine_.view()),
      narrator_(
          {guided_.plan, guided_.request, guided_.territory, guided_.verbosity, guided_.familiar},
          guided_.pack),
      clock_(guided_.speed_permille, gap_of(guided_.pack), now) {
  if (guided_.before.empty()) {
    say({narrator_.hello(guided_.name)});
  } else {
    take_up_again();
  }
}

void Coaching::take_up_again() {
  clock_.set({guided_.before.back().at.ms + heartbeat_ms});
  kept_ = clock_.now();
  // Kept as events, so that another replay goes the same way.
  Happening lost = not_written(guided_);
  lost.events = {{kept_, {}}};
  keep(lost);
  if (engine_.over()) return;
  send({EventKind::clock_jump, 0, {}}, clock_.now());
  const auto here = narrator_.say({.kind = CommandKind::paused,
                                   .step = view_.step,
                                   .pause = session::PauseReason::resumed_later});
  if (here) say({*here});
}

void Coaching::held(ClockReading now) {
  clock_.pass_over(now);
  if (engine_.over() || view_.phase == session::Phase::waiting) return;
  send({EventKind::clock_jump, 0, {}}, clock_.now());
}

void Coaching::turn(ClockReading now) {
  voice_.turn();
  const Passed passed = clock_.advance(now);
  if (passed.gap && !engine_.over() && view_.phase != session::Phase::waiting) {
    send({EventKind::clock_jump, 0, {}}, clock_.now());
  } else {
    for (const Moment moment : passed.moments) send({}, moment);
  }
  settle_one(now.boot_ms);
}

void Coaching::press(Key pressed, ClockReading now) {
  turn(now);
  const Meaning meaning = meaning_of(pressed, panel_, view_, guided_.pack);
  if (meaning.kind != Meaning::Kind::digit) {
    settle_one(never_ms);
    mean(meaning);
    return;
  }
  if (one_until_ && meaning.event.level == 0) {
    one_until_.reset();
    send({EventKind::level, model::limits::level.most, {}}, clock_.now());
    return;
  }
  settle_one(never_ms);
  if (meaning.event.level == 1) {
    one_until_ = now.boot_ms + second_digit_ms;
  } else {
    send(meaning.event, clock_.now());
  }
}

std::string Coaching::words(std::string_view line, ClockReading now) {
  turn(now);
  const auto meaning = meaning_of_words(line, guided_.pack);
  if (meaning && meaning->kind == Meaning::Kind::open_panel) return words_known() + '.';
  if (meaning) {
    mean(*meaning);
    return {};
  }
  send({EventKind::pause, 0, {}}, clock_.now());
  return "got " + base::shorten(base::printable(line), base::shown_value_length) +
         ", expected one of: " + words_known() + '.';
}

void Coaching::happen(EventKind kind, ClockReading now) {
  turn(now);
  send({kind, 0, {}}, clock_.now());
}

/// A lone 1, once no 0 can follow any more.
void Coaching::settle_one(std::int64_t boot_ms) {
  if (!one_until_ || boot_ms < *one_until_) return;
  one_until_.reset();
  send({EventKind::level, 1, {}}, clock_.now());
}

/// Enter where it means nothing else is somebody looking for a key.
void Coaching::go() {
  const bool settling =
      view_.phase == session::Phase::get_ready || view_.phase == session::Phase::switch_side;
  const EventKind kind = view_.phase == session::Phase::waiting ? EventKind::start
                         : view_.paused                         ? EventKind::resume
                         : settling                             ? EventKind::ready
                                                                : EventKind::pause;
  send({kind, 0, {}}, clock_.now());
}

void Coaching::mean(const Meaning& meaning) {
  using Kind = Meaning::Kind;
  const bool waiting = view_.phase == session::Phase::waiting;
  switch (meaning.kind) {
    case Kind::open_panel:
      if (!waiting) send({EventKind::pause, 0, {}}, clock_.now());
      panel_ = meaning.panel;
      return;
    case Kind::close_panel: panel_ = Panel::none; return;
    case Kind::go: return go();
    case Kind::toggle:
      if (waiting || view_.paused) return go();
      return send({EventKind::pause, 0, {}}, clock_.now());
    case Kind::leave: left_ = true; return;
    case Kind::why: return say({narrator_.why(view_.step)});
    case Kind::event:
    case Kind::digit:
    case Kind::sign:
      panel_ = Panel::none;
      // Nothing was begun, so there is nothing to end or to see.
      if (waiting && meaning.event.kind == EventKind::stop) {
        left_ = true;
        return;
      }
      return send(meaning.event, clock_.now());
  }
}

void Coaching::send(const Event& event, Moment at) {
  if (engine_.over()) return;
  const session::Commands commands = engine_.on(event, at);
  view_ = engine_.view();
  Happening happening;
  const bool long_ago = !view_.paused && at.ms - kept_.ms >= heartbeat_ms;
  if (worth_keeping(event, !commands.empty(), long_ago)) {
    happening.events.push_back({at, event});
  }
  std::vector<Utterance> said;
  for (const Command& command : commands) {
    if (command.kind == CommandKind::paused) voice_.hush();
    take(command, happening);
    if (auto words = narrator_.say(command)) said.push_back(std::move(*words));
  }
  if (event.kind == EventKind::level && commands.empty()) {
    said.push_back(narrator_.level_unused(event.level));
  }
  say(said);
  const bool begun = view_.phase != session::Phase::waiting;
  if (!happening.events.empty() && begun) keep(happening);
}

/// What is said at one moment is spoken in one breath, so that none of it overtakes the other.
void Coaching::say(const std::vector<Utterance>& utterances) {
  std::string spoken;
  Weight weight = Weight::aside;
  for (const Utterance& one : utterances) {
    if (!one.spoken.empty()) {
      spoken += (spoken.empty() ? "" : " ") + one.spoken;
      weight = std::max(weight, one.weight);
    }
    show(one);
    said_.push_back({view_.session_ms, one});
  }
  if (!spoken.empty()) voice_.say(spoken, weight);
}

/// A remark in passing does not wipe out what is to be done.
void Coaching::show(const Utterance& utterance) {
  if (utterance.written.empty()) return;
  if (utterance.passing) {
    remark_ = utterance.written;
    return;
  }
  remark_.clear();
  caption_ = utterance.written;
  caption_urgent_ = utterance.weight == Weight::urgent && (view_.paused || engine_.over());
}

/// A log that fails never stops the guiding; it is said once.
void Coaching::keep(const Happening& happening) {
  if (!happening.events.empty()) kept_ = happening.events.back().at;
  const auto kept = recorder_.keep(happening);
  if (kept || log_failed_) return;
  log_failed_ = true;
  notice_ = "The log cannot be written: " + base::sentence(kept.error());
}

Scene Coaching::scene() const {
  return {view_,           guided_.plan, guided_.request, guided_.pack, caption_,
          caption_urgent_, remark_,      notice_,         panel_,       keeping()};
}

std::vector<Said> Coaching::take_said() { return std::exchange(said_, {}); }

std::int64_t Coaching::wait_ms(std::int64_t most) const {
  const auto due = engine_.due();
  const std::int64_t until = due ? clock_.real_ms_until(*due) : most;
  return std::clamp<std::int64_t>(until, 1, most);
}

}  // namespace unknot::cli
