// What the person does.

#include <algorithm>

#include "machine.hpp"

namespace unknot::session {

using knowledge::Number;

Commands Machine::on(const Event& event, Moment at) {
  out_.clear();
  if (over()) return {};
  if (event.kind == EventKind::clock_jump) {
    last_ = at;
    if (phase_ != Phase::waiting) gap(PauseReason::clock);
  } else {
    pass_until(at);
    if (!over()) take(event);
  }
  return std::move(out_);
}

/// What is possible at any time comes first; the rest waits until a question about pain is settled.
void Machine::take(const Event& event) {
  switch (event.kind) {
    case EventKind::start:
      if (phase_ == Phase::waiting) enter(0);
      return;
    case EventKind::urgent:
      say(CommandKind::emergency).red_flag = event.red_flag.value < pack_.red_flags.size()
                                                 ? event.red_flag
                                                 : knowledge::RedFlagIndex{};
      finish(EndReason::urgent);
      return;
    case EventKind::dizzy: finish(EndReason::dizzy); return;
    case EventKind::stop: finish(EndReason::stopped); return;
    default: break;
  }
  if (phase_ == Phase::waiting) return;
  switch (event.kind) {
    case EventKind::pause: pause(PauseReason::asked); return;
    case EventKind::level: level(event.level); return;
    case EventKind::it_hurt: hurt(); return;
    case EventKind::tingling: symptom(EndReason::tingling); return;
    case EventKind::coldness: symptom(EndReason::coldness); return;
    default: break;
  }
  if (!pain_) take_guiding(event);
}

void Machine::take_guiding(const Event& event) {
  switch (event.kind) {
    case EventKind::ready: ready(); break;
    case EventKind::resume: resume(); break;
    case EventKind::skip: skip(); break;
    case EventKind::back: back(); break;
    case EventKind::repeat: repeat(); break;
    case EventKind::more_time: more_time(); break;
    case EventKind::softer: softer(); break;
    case EventKind::harder: harder(); break;
    case EventKind::hold_spot: hold_spot(); break;
    default: break;
  }
}

void Machine::pause(PauseReason reason) {
  if (phase_ == Phase::waiting || over()) return;
  const bool news = !paused_ || (reason == PauseReason::hurt && pause_ != reason);
  if (!news) return;
  paused_ = true;
  pause_ = reason;
  if (!in_step()) return;  // Nothing is left to come off from.
  if (phase_ == Phase::spot) phase_ = Phase::strokes;
  say(CommandKind::paused).pause = reason;
}

/// Back onto the tool takes a few seconds; getting into place begins anew.
void Machine::resume() {
  if (!paused_) return;
  paused_ = false;
  if (!in_step()) return;
  if (getting_ready()) {
    begin_ready();
    return;
  }
  std::int64_t length = number(Number::count_in_seconds) * ms_per_second;
  if (phase_ == Phase::rest) {
    length = std::max(length, phase_length_ms_ - phase_ms_);
    begin_phase(Phase::rest, length);
  } else {
    begin_phase(Phase::count_in, length);
  }
  say(CommandKind::resumes).seconds = seconds_up(length);
}

void Machine::ready() {
  if (paused_) return;
  if (getting_ready()) {
    begin_set();
  } else if (phase_ == Phase::count_in) {
    go_on_with_set();
  }
}

void Machine::skip() {
  if (phase_ == Phase::last_word) {
    if (question_) nobody_told_level();
    finish_if_last_word_said();
    return;
  }
  end_step(EndReason::skipped);
}

/// The nearest step before that may still be rolled.
std::optional<std::size_t> Machine::step_before() const {
  std::size_t to = phase_ == Phase::last_word ? runs_.size() : step_;
  while (to > 0 && areas_[planned(to - 1).draft.area.value].over) --to;
  if (to == 0) return std::nullopt;
  return to - 1;
}

/// What is left of a step when it was skipped, else all of it once more, as far as the dose goes.
StepRun Machine::once_more(std::size_t step) const {
  StepRun target = runs_[step];
  if (target.set == target.sets.size()) {
    const auto& sets = planned(step).draft.sets;
    target.sets.insert(target.sets.end(), sets.begin(), sets.end());
  }
  cut_sets(target, free_seconds(step));
  return target;
}

void Machine::back() {
  const auto to = step_before();
  if (!to) {
    say(CommandKind::nothing_before);
    return;
  }
  StepRun target = once_more(*to);
  if (target.set == target.sets.size()) {
    say(CommandKind::no_more_time);
    return;
  }
  leave();
  if (run().set == run().sets.size() && !run().over) {  // Less than a second was left of it.
    run().over = true;
    say(CommandKind::step_over).reason = EndReason::finished;
  }
  target.over = false;
  runs_[*to] = std::move(target);
  enter(*to);
}

void Machine::repeat() {
  const bool within = in_set() || phase_ == Phase::count_in;
  if (!within && phase_ != Phase::rest) return;
  StepRun& run = this->run();
  const std::size_t done = within || run.set == 0 ? run.set : run.set - 1;
  std::int32_t seconds = std::min(run.sets[done], free_seconds(step_));
  if (is_hold()) seconds = std::min(seconds, plan_.limits().hold_seconds);
  if (seconds <= 0) {
    say(CommandKind::no_more_time);
    return;
  }
  run.sets.insert(run.sets.begin() + static_cast<std::ptrdiff_t>(done + 1), seconds);
  Command& command = say(CommandKind::again);
  command.number = static_cast<std::int32_t>(done) + 2;
  command.count = static_cast<std::int32_t>(run.sets.size());
  command.seconds = seconds;
}

/// Neither the set nor all that is held without a rest may grow beyond one hold.
std::int32_t Machine::more_hold_seconds() const {
  const std::int64_t to_come = set_length_ms() - set_ms_;
  const std::int64_t left = stillness_.left_ms(planned(step_).draft, session_ms_) - to_come;
  return std::min(plan_.limits().hold_seconds - run().sets[run().set],
                  static_cast<std::int32_t>(left / ms_per_second));
}

/// How much longer the set may become at once.
std::int32_t Machine::more_seconds() const {
  if (!in_set() && phase_ != Phase::count_in) return 0;
  const std::int32_t seconds = std::min(number(Number::more_time_seconds), free_seconds(step_));
  return is_hold() ? std::min(seconds, more_hold_seconds()) : seconds;
}

void Machine::more_time() {
  if (!in_set() && phase_ != Phase::count_in) return;
  const std::int32_t seconds = more_seconds();
  if (seconds <= 0) {
    say(CommandKind::no_more_time);
    return;
  }
  run().sets[run().set] += seconds;
  last_said_ = false;
  say(CommandKind::longer).seconds = seconds;
}

/// How long a spot may be held now; 0: not at all.
std::int64_t Machine::spot_ms() const {
  if (paused_ || phase_ != Phase::strokes || !passed_) return 0;
  const std::int64_t left = stillness_.left_ms(planned(step_).draft, session_ms_);
  return left < ms_per_second ? 0 : std::min(left, set_length_ms() - set_ms_);
}

/// Inside the set and its dose. After one spot at least a whole pass comes before the next, or a
/// spot could be held without end.
void Machine::hold_spot() {
  const std::int64_t length = spot_ms();
  if (length == 0) return;
  passed_ = false;
  begin_phase(Phase::spot, length);
  say(CommandKind::spot_begins).seconds = seconds_up(length);
}

}  // namespace unknot::session
