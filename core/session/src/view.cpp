// What a screen shows, and how long it will still take.

#include "machine.hpp"
#include "unknot/base/check.hpp"

namespace unknot::session {

namespace {

std::int64_t rolling_ms(const StepRun& run, std::size_t from, std::int32_t rest_seconds) {
  std::int64_t seconds = 0;
  for (std::size_t i = from; i < run.sets.size(); ++i) {
    seconds += run.sets[i];
    if (i > run.set) seconds += rest_seconds;
  }
  return seconds * ms_per_second;
}

}  // namespace

std::int64_t Machine::left_ms() const {
  if (!in_step() && phase_ != Phase::waiting) return 0;
  std::int64_t left = 0;
  model::Alternative before;
  const bool waiting = phase_ == Phase::waiting;
  if (!waiting) {
    if (!in_set()) left += phase_length_ms_ - phase_ms_;
    left += rolling_ms(run(), run().set, planned(step_).draft.rest_seconds) - set_ms_;
    before = way();
  }
  for (std::size_t i = waiting ? 0 : next_step(); i < runs_.size(); ++i) {
    if (runs_[i].over) continue;
    const model::Alternative now = choice(i, runs_[i].way);
    left += setup_seconds(waiting && i == 0 ? nullptr : &before, now) * ms_per_second;
    left += rolling_ms(runs_[i], runs_[i].set, planned(i).draft.rest_seconds);
    before = now;
  }
  return left;
}

View Machine::view() const {
  View view{.phase = phase_, .paused = paused_, .pause = pause_};
  view.asks_level = question_.has_value();
  view.asks_pain = pain_.has_value();
  if (question_) view.answer_seconds = seconds_up(question_->left_ms);
  if (pain_) view.answer_seconds = seconds_up(pain_->left_ms);
  view.step = step_;
  view.way = way();
  view.set = run().set;
  view.sets = run().sets.size();
  view.phase_ms = phase_ms_;
  view.phase_length_ms = phase_length_ms_;
  if (phase_ == Phase::strokes || phase_ == Phase::hold) {
    view.phase_ms = set_ms_;
    view.phase_length_ms = set_length_ms();
  }
  if (in_set() && !is_hold()) {
    constexpr std::int64_t whole = 1000;
    view.pass = pass_;
    view.direction = pass_ % 2 == 1 ? Direction::out : Direction::back;
    const auto gone = static_cast<std::int32_t>(pass_ms_ * whole / pace_ms());
    view.path_permille = view.direction == Direction::out ? gone : whole - gone;
  }
  view.session_ms = session_ms_;
  view.session_left_ms = left_ms();
  const std::size_t next = phase_ == Phase::waiting ? 0 : next_step();
  if (!over() && next < runs_.size()) view.next = next;
  view.reason = reason_;
  return view;
}

Possible Machine::possible() const {
  Possible out;
  const bool guiding = !over() && phase_ != Phase::waiting && !pain_;
  if (!guiding) return out;
  if (in_step()) {
    out.softer = softer_way(step_, load(step_, run().way), false).has_value();
    out.harder = !felt_strong() && harder_way().has_value();
    out.more_time = more_seconds() > 0;
    out.hold_spot = spot_ms() > 0;
  }
  if (const auto before = step_before()) {
    const StepRun again = once_more(*before);
    out.back = again.set < again.sets.size();
  }
  return out;
}

StepState Machine::state_of(std::size_t step) const {
  UNKNOT_CHECK(step < runs_.size());
  const StepRun& run = runs_[step];
  return {run.over, run.reason, run.rolled_seconds, run.level};
}

}  // namespace unknot::session
