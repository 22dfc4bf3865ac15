// From step to step and from set to set.

#include <algorithm>

#include "machine.hpp"

namespace unknot::session {

using knowledge::Number;

Command& Machine::say(CommandKind kind) {
  Command& command = out_.emplace_back();
  command.kind = kind;
  command.step = step_;
  return command;
}

Command& Machine::say_of_set(CommandKind kind) {
  Command& command = say(kind);
  command.number = static_cast<std::int32_t>(run().set) + 1;
  command.count = static_cast<std::int32_t>(run().sets.size());
  command.way = way();
  return command;
}

void Machine::begin_phase(Phase phase, std::int64_t length_ms) {
  phase_ = phase;
  phase_ms_ = 0;
  phase_length_ms_ = length_ms;
}

/// Takes up a step; what was said of its area since the plan was made counts.
void Machine::enter(std::size_t step) {
  step_ = step;
  told_ = false;
  rolled_here_ = false;
  begin_phase(Phase::get_ready, 0);
  const auto area = planned(step).draft.area;
  const auto& most = areas_[area.value].at_most;
  if (most) {
    const auto easier = softer_way(step, *most, true);
    if (!easier && areas_[area.value].strong) {
      end_areas({step}, EndReason::level);
      return;
    }
    run().way = easier.value_or(run().way);
  }
  begin_ready();
}

/// A rest that is not over yet is not cut short by it.
void Machine::begin_ready() {
  const model::DraftStep& draft = planned(step_).draft;
  const model::Alternative now = way();
  const bool same_way =
      in_place_ && in_place_way_.technique == now.technique && in_place_way_.tool == now.tool;
  const bool other_side = same_way && planned(*in_place_).draft.side != draft.side;
  const std::int32_t seconds =
      std::max(setup_seconds(in_place_ ? &in_place_way_ : nullptr, now), seconds_up(owed_ms()));
  begin_phase(other_side ? Phase::switch_side : Phase::get_ready, seconds * ms_per_second);
  passed_ = true;
  if (paused_) return;
  Command& command = say(other_side ? CommandKind::switch_side : CommandKind::get_ready);
  command.seconds = seconds;
  command.way = now;
  if (phase_length_ms_ == 0) begin_set();
}

/// Rest that must still go by before the next set of this step.
std::int64_t Machine::owed_ms() const {
  std::int64_t owed = run().rest_until_ms - session_ms_;
  if (is_hold()) {
    owed = std::max(owed, stillness_.owed_ms(planned(step_).draft, set_length_ms(), session_ms_));
  }
  return std::max<std::int64_t>(owed, 0);
}

void Machine::begin_rest(std::int64_t length_ms) {
  begin_phase(Phase::rest, length_ms);
  passed_ = true;
  if (!paused_) say_of_set(CommandKind::rest).seconds = seconds_up(length_ms);
}

/// The one way into a set, whatever led here: after the rest that is owed, and cut to what is left,
/// so that nothing that somebody asked for may take more.
void Machine::begin_set() {
  in_place_ = step_;
  in_place_way_ = way();
  if (const std::int64_t owed = owed_ms(); owed > 0) {
    begin_rest(owed);
    return;
  }
  StepRun& run = this->run();
  std::int32_t most = ledger_.left(entry(step_, run.way));
  if (is_hold()) most = std::min(most, plan_.limits().hold_seconds);
  run.sets[run.set] = std::min(run.sets[run.set], most);
  if (run.sets[run.set] <= 0) {
    end_step(EndReason::dose_spent);
    return;
  }
  told_ = false;
  set_ms_ = 0;
  pass_ = 0;
  last_said_ = false;
  half_said_ = breath_said_ = run.folded > 0;
  go_on_with_set();
}

/// After a pause: what was left of the set, or all that is left of one that was cut off.
void Machine::go_on_with_set() {
  if (set_ms_ == 0 && phase_ == Phase::count_in) {
    phase_ = Phase::rest;
    begin_set();
    return;
  }
  phase_ = is_hold() ? Phase::hold : Phase::strokes;
  Command& command = say_of_set(CommandKind::set_begins);
  command.seconds = seconds_up(set_length_ms() - set_ms_);
  begin_pass();
}

void Machine::begin_pass() {
  pass_ms_ = 0;
  if (phase_ != Phase::strokes) return;
  ++pass_;
  Command& command = say(CommandKind::stroke);
  command.number = pass_;
  command.direction = pass_ % 2 == 1 ? Direction::out : Direction::back;
  command.seconds = *planned(step_).draft.seconds_per_pass;
}

void Machine::end_set() {
  set_open_ = false;
  set_ms_ = 0;
  set_done();
  rest_or_end();
}

void Machine::set_done() {
  StepRun& run = this->run();
  ++run.set;
  run.folded = 0;
  run.rest_until_ms = session_ms_ + planned(step_).draft.rest_seconds * ms_per_second;
}

/// What comes when a set is done.
void Machine::rest_or_end() {
  if (run().set == run().sets.size()) {
    end_step(EndReason::finished);
    return;
  }
  if (paused_) {
    begin_rest(owed_ms());
  } else {
    begin_set();
  }
}

/// The step as it stands is left, for good or to come back to it: what was begun of its set is
/// taken off the set, and its piece is closed.
void Machine::leave() {
  StepRun& run = this->run();
  if (run.set < run.sets.size()) {
    const std::int32_t begun = seconds_up(set_ms_);
    run.sets[run.set] -= begun;
    run.folded += begun;
    if (run.sets[run.set] == 0) set_done();
  }
  set_ms_ = 0;
  set_open_ = false;
  piece_open_ = false;
}

void Machine::end_step(EndReason reason) {
  leave();
  run().over = true;
  run().reason = reason;
  say(CommandKind::step_over).reason = reason;
  const bool asks = reason == EndReason::finished || reason == EndReason::skipped ||
                    reason == EndReason::dose_spent;
  if (rolled_here_ && asks && preferences_.ask_levels && !told_) ask_level();
  go_next();
}

void Machine::ask_level() {
  if (question_) nobody_told_level();
  const std::int32_t seconds = number(Number::answer_seconds);
  question_ = Question{pieces_.size() - 1, seconds * ms_per_second};
  say(CommandKind::ask_level).seconds = seconds;
}

std::size_t Machine::next_step() const {
  std::size_t next = step_ + 1;
  while (next < runs_.size() && runs_[next].over) ++next;
  return next;
}

void Machine::go_next() {
  const std::size_t next = next_step();
  if (next < runs_.size()) {
    enter(next);
    return;
  }
  // A pause stays: whoever goes back from here has not said to go on.
  begin_phase(Phase::last_word, question_ ? question_->left_ms : 0);
  finish_if_last_word_said();
}

void Machine::finish(EndReason reason) {
  // Whoever ends it instead of saying how much it hurt has answered with silence.
  if (pain_) close_areas(pain_->steps, EndReason::hurt);
  if (in_step()) leave();
  question_.reset();
  pain_.reset();
  paused_ = false;
  begin_phase(Phase::over, 0);
  reason_ = reason;
  write_settled();
  say(CommandKind::over).reason = reason;
}

/// A piece can change as long as a level may still be told of it: until the next one begins.
void Machine::write_settled() {
  if (pieces_.empty()) return;
  const std::size_t settled = over() ? pieces_.size() : pieces_.size() - 1;
  const std::size_t asked = question_ ? question_->piece : settled;
  while (written_ < std::min(settled, asked)) {
    Command& command = say(CommandKind::write_rolled);
    command.step = pieces_[written_].step;
    command.rolled = pieces_[written_];
    ++written_;
  }
}

void Machine::cut_sets(StepRun& run, std::int32_t most) const {
  for (std::size_t i = run.set; i < run.sets.size(); ++i) {
    run.sets[i] = std::min(run.sets[i], most);
    most -= run.sets[i];
  }
  while (run.sets.size() > run.set && run.sets.back() == 0) run.sets.pop_back();
}

}  // namespace unknot::session
