// Time going by: what is counted, and what falls due at which moment. Phases that end within one
// tick follow each other exactly, so that a late tick moves nothing.

#include <algorithm>

#include "machine.hpp"

namespace unknot::session {

using knowledge::Number;

namespace {

constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

/// From `from` to `to`; unset when the clock went back. A difference of two signed numbers may need
/// one bit more than they have.
std::optional<std::uint64_t> between(Moment from, Moment to) {
  if (to < from) return std::nullopt;
  return static_cast<std::uint64_t>(to.ms) - static_cast<std::uint64_t>(from.ms);
}

}  // namespace

void Machine::pass_until(Moment at) {
  const auto ms = between(last_, at);
  last_ = at;
  if (phase_ == Phase::waiting) return;
  if (!ms || *ms > static_cast<std::uint64_t>(number(Number::clock_gap_ms))) {
    gap(PauseReason::clock);
  } else {
    advance(static_cast<std::int64_t>(*ms));
  }
}

/// Nobody knows what happened meanwhile: questions stay unanswered, nothing counts, come off.
void Machine::gap(PauseReason reason) {
  if (question_) nobody_told_level();
  if (pain_) nobody_answered_pain();
  finish_if_last_word_said();
  if (in_step() && !paused_) pause(reason);
}

void Machine::advance(std::int64_t ms) {
  while (ms > 0 && !over()) {
    const std::int64_t step = std::min(ms, until_next());
    count(step);
    ms -= step;
    fire();
  }
}

void Machine::count(std::int64_t ms) {
  if (question_) question_->left_ms -= ms;
  if (pain_) pain_->left_ms -= ms;
  if (paused_) return;
  session_ms_ += ms;
  if (in_set()) {
    roll(ms);
    stillness_.press(planned(step_).draft, phase_ != Phase::strokes, ms, session_ms_);
  }
  if (phase_ == Phase::strokes) pass_ms_ += ms;
  if (!in_set() || phase_ == Phase::spot) phase_ms_ += ms;
}

void Machine::roll(std::int64_t ms) {
  const model::DraftStep& draft = planned(step_).draft;
  if (!piece_open_) {
    pieces_.push_back({step_, draft.area, draft.side, way(), {}, std::nullopt});
    piece_ways_.push_back(run().way);
    set_open_ = false;
    write_settled();
  }
  piece_open_ = true;
  rolled_here_ = true;
  if (!set_open_) pieces_.back().sets.push_back(0);
  set_open_ = true;
  const std::int32_t begun = seconds_up(set_ms_ + ms) - seconds_up(set_ms_);
  set_ms_ += ms;
  pieces_.back().sets.back() += begun;
  run().rolled_seconds += begun;
  ledger_.use(entry(step_, run().way), begun);
}

/// All that is due at exactly this moment.
void Machine::fire() {
  if (question_ && question_->left_ms <= 0) nobody_told_level();
  if (pain_ && pain_->left_ms <= 0) nobody_answered_pain();
  finish_if_last_word_said();
  if (paused_ || !in_step()) return;
  const std::int64_t every = preferences_.time_left_every * ms_per_second;
  if (every > 0 && session_ms_ % every == 0) {
    say(CommandKind::time_left).seconds = seconds_up(left_ms());
  }
  if (in_set()) {
    fire_in_set();
  } else if (phase_ms_ >= phase_length_ms_) {
    if (phase_ == Phase::count_in) {
      go_on_with_set();
    } else {
      begin_set();
    }
  }
}

void Machine::fire_in_set() {
  if (set_ms_ >= set_length_ms()) {
    end_set();
    return;
  }
  call_out();
  if (phase_ == Phase::spot && phase_ms_ >= phase_length_ms_) {
    say(CommandKind::spot_ends);
    phase_ = Phase::strokes;
    begin_pass();
  } else if (phase_ == Phase::strokes && pass_ms_ >= pace_ms()) {
    passed_ = true;
    stillness_.passed(planned(step_).draft);
    begin_pass();
  }
}

/// Short sets, and what is left of one that was cut off, are too short to talk through.
void Machine::call_out() {
  const std::int64_t length = set_length_ms();
  if (length < number(Number::call_set_min_seconds) * ms_per_second) return;
  const std::int32_t call = number(Number::call_seconds);
  if (!half_said_ && set_ms_ * 2 == length) {
    half_said_ = true;
    say_of_set(CommandKind::half_way);
  }
  if (!last_said_ && set_ms_ == length - call * ms_per_second) {
    last_said_ = true;
    say_of_set(CommandKind::last_seconds).seconds = call;
  }
  const std::int64_t breath = number(Number::breathe_after_seconds) * ms_per_second;
  if (preferences_.breathing && !breath_said_ && set_ms_ == breath) {
    breath_said_ = true;
    say_of_set(CommandKind::breathe);
  }
}

std::int64_t Machine::until_next() const {
  std::int64_t next = never;
  if (question_) next = std::min(next, question_->left_ms);
  if (pain_) next = std::min(next, pain_->left_ms);
  if (paused_ || !in_step()) return next;
  const std::int64_t every = preferences_.time_left_every * ms_per_second;
  if (every > 0) next = std::min(next, every - session_ms_ % every);
  if (in_set()) return std::min(next, until_next_in_set());
  return std::min(next, phase_length_ms_ - phase_ms_);
}

std::int64_t Machine::until_next_in_set() const {
  const std::int64_t length = set_length_ms();
  std::int64_t next = length - set_ms_;
  if (phase_ == Phase::spot) next = std::min(next, phase_length_ms_ - phase_ms_);
  if (phase_ == Phase::strokes) next = std::min(next, pace_ms() - pass_ms_);
  next = std::min(next, until_call(length / 2, half_said_));
  next =
      std::min(next, until_call(length - number(Number::call_seconds) * ms_per_second, last_said_));
  return std::min(next,
                  until_call(number(Number::breathe_after_seconds) * ms_per_second, breath_said_));
}

std::int64_t Machine::until_call(std::int64_t at, bool said) const {
  return said || at <= set_ms_ ? never : at - set_ms_;
}

/// Half a gap, so that one tick may be late without its clock counting as frozen.
std::optional<Moment> Machine::due() const {
  const std::int64_t next = until_next();
  if (over() || next == never) return std::nullopt;
  const std::int64_t wait = std::min<std::int64_t>(next, number(Number::clock_gap_ms) / 2);
  return Moment{last_.ms > never - wait ? never : last_.ms + wait};
}

}  // namespace unknot::session
