#include "unknot/desk/guiding.hpp"

#include <algorithm>
#include <utility>

namespace unknot::desk {

using guidance::Utterance;
using guidance::Weight;
using session::Command;
using session::CommandKind;
using session::Event;
using session::EventKind;
using session::Moment;
using session::TimedEvent;

namespace {

/// A sign of life in the log at least so often, in session time.
constexpr std::int64_t heartbeat_ms = 5000;

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

Guiding::Guiding(const Guided& guided, Recorder& recorder, Voice& voice, ClockReading now)
    : guided_(guided),
      recorder_(recorder),
      voice_(voice),
      engine_(engine_of(guided_)),
      view_(engine_.view()),
      narrator_(
          {guided_.plan, guided_.request, guided_.territory, guided_.verbosity, guided_.familiar},
          guided_.pack),
      clock_(guided_.speed_permille, gap_of(guided_.pack), now),
      happened_(guided_.before) {
  if (guided_.before.empty()) {
    say({narrator_.hello(guided_.name, guided_.hand)});
  } else {
    take_up_again();
  }
}

void Guiding::take_up_again() {
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

void Guiding::held(ClockReading now) {
  clock_.pass_over(now);
  if (engine_.over() || view_.phase == session::Phase::waiting) return;
  send({EventKind::clock_jump, 0, {}}, clock_.now());
}

void Guiding::turn(ClockReading now) {
  voice_.turn();
  const Passed passed = clock_.advance(now);
  if (passed.gap && !engine_.over() && view_.phase != session::Phase::waiting) {
    send({EventKind::clock_jump, 0, {}}, clock_.now());
  } else {
    for (const Moment moment : passed.moments) send({}, moment);
  }
}

void Guiding::send(const Event& event, Moment at) {
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
void Guiding::say(const std::vector<Utterance>& utterances) {
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
void Guiding::show(const Utterance& utterance) {
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
void Guiding::keep(const Happening& happening) {
  if (!happening.events.empty()) kept_ = happening.events.back().at;
  happened_.insert(happened_.end(), happening.events.begin(), happening.events.end());
  const auto kept = recorder_.keep(happening);
  if (!kept && !log_error_) log_error_ = kept.error();
}

std::vector<Said> Guiding::take_said() { return std::exchange(said_, {}); }

std::optional<std::int64_t> Guiding::due_ms() const {
  const auto due = engine_.due();
  if (!due) return std::nullopt;
  return clock_.real_ms_until(*due);
}

std::vector<TimedEvent> Guiding::events() const {
  std::vector<TimedEvent> all = happened_;
  const bool counting = !all.empty() && all.back().at < clock_.now() && !view_.paused;
  if (counting && !engine_.over()) all.push_back({clock_.now(), {}});
  return with_ticks(all, gap_of(guided_.pack));
}

}  // namespace unknot::desk
