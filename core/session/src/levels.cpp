// How strong it feels, and what follows from it. Silence is unknown, never nothing.

#include <algorithm>

#include "machine.hpp"

namespace unknot::session {

using knowledge::Number;

/// Counts for the step that is asked about, else for what is or was last on the tool.
void Machine::level(std::int32_t value) {
  if (value < model::limits::level.least || value > model::limits::level.most) return;
  if (pain_) {
    answer_pain(value);
    return;
  }
  if (pieces_.empty()) return;
  const std::size_t piece = question_ ? question_->piece : pieces_.size() - 1;
  note_level(piece, value);
  told_ = told_ || !question_;
  question_.reset();
  write_settled();
  const std::size_t step = pieces_[piece].step;
  if (value >= number(Number::end_level_min)) {
    pause(PauseReason::hurt);
    end_areas({step}, EndReason::level);
  } else if (value >= number(Number::ease_level_min)) {
    too_strong(step, piece_ways_[piece]);
  }
  finish_if_last_word_said();
}

/// The strongest that was told of a piece stays.
void Machine::note_level(std::size_t piece, std::int32_t value) {
  const std::size_t step = pieces_[piece].step;
  auto& level = pieces_[piece].level;
  level = std::max(level.value_or(value), value);
  runs_[step].level = std::max(runs_[step].level.value_or(value), value);
  Command& command = say(CommandKind::level_taken);
  command.step = step;
  command.number = value;
}

/// Easier than the way that was felt too strong, and never back up; over when there is no such way.
void Machine::too_strong(std::size_t step, std::size_t way) {
  const auto area = planned(step).draft.area;
  areas_[area.value].strong = true;
  if (const auto easier = softer_way(step, load(step, way))) {
    keep_within(area, load(step, *easier));
  } else {
    end_areas({step}, EndReason::level);
  }
}

/// What may hurt: the step under way; while getting ready for it, also what was rolled just before.
std::vector<std::size_t> Machine::suspects() const {
  std::vector<std::size_t> steps;
  if (in_step()) steps.push_back(step_);
  const bool just_before = getting_ready() || phase_ == Phase::last_word;
  if (just_before && !pieces_.empty() && (steps.empty() || pieces_.back().step != step_)) {
    steps.push_back(pieces_.back().step);
  }
  return steps;
}

void Machine::hurt() {
  if (pain_) return;
  pause(PauseReason::hurt);
  question_.reset();  // The answer to this one is the level.
  const std::int32_t seconds = number(Number::answer_seconds);
  pain_ = Pain{suspects(), seconds * ms_per_second};
  Command& command = say(CommandKind::ask_pain);
  command.step = pain_->steps.front();
  command.seconds = seconds;
}

void Machine::answer_pain(std::int32_t value) {
  const std::vector<std::size_t> steps = std::move(pain_->steps);
  pain_.reset();
  const auto meant = [&](std::size_t step) {
    return std::find(steps.begin(), steps.end(), step) != steps.end();
  };
  if (!pieces_.empty() && meant(pieces_.back().step)) {
    note_level(pieces_.size() - 1, value);
  } else {
    say(CommandKind::level_taken).number = value;
  }
  if (value >= number(Number::end_level_min)) {
    end_areas(steps, EndReason::level);
  } else if (value >= number(Number::ease_level_min)) {
    for (const std::size_t step : steps) {
      if (!over() && !areas_[planned(step).draft.area.value].over) {
        too_strong(step, runs_[step].way);
      }
    }
  } else if (in_step()) {
    softer();
  }
  finish_if_last_word_said();
}

void Machine::nobody_answered_pain() {
  const std::vector<std::size_t> steps = std::move(pain_->steps);
  pain_.reset();
  end_areas(steps, EndReason::hurt);
}

void Machine::nobody_told_level() {
  say(CommandKind::level_unknown).step = pieces_[question_->piece].step;
  question_.reset();
  write_settled();
}

void Machine::finish_if_last_word_said() {
  if (phase_ == Phase::last_word && !question_ && !pain_) finish(EndReason::finished);
}

}  // namespace unknot::session
