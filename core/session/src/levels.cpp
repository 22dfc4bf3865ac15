// How strong it feels, and what follows from it. Silence is unknown, never nothing.

#include <algorithm>

#include "machine.hpp"

namespace unknot::session {

using knowledge::Number;

namespace {

std::vector<std::size_t> steps_of(const std::vector<Felt>& about) {
  std::vector<std::size_t> steps;
  for (const Felt& one : about) steps.push_back(one.step);
  return steps;
}

}  // namespace

/// What a level may be about: a piece, or a set of which nothing is rolled yet.
std::vector<Felt> Machine::felt(std::int32_t value) const {
  std::vector<Felt> about;
  if (!pieces_.empty()) about.push_back(felt_of(question_ ? question_->piece : pieces_.size() - 1));
  if (value < number(Number::ease_level_min)) return about;
  const bool rolling_on = question_ && question_->piece + 1 < pieces_.size();
  if (rolling_on) about.push_back(felt_of(pieces_.size() - 1));
  const bool first = pieces_.empty() && in_step();
  if (first || (in_set() && pieces_.back().step != step_)) {
    about.push_back({step_, run().way, std::nullopt});
  }
  return about;
}

Felt Machine::felt_of(std::size_t piece) const {
  return {pieces_[piece].step, piece_ways_[piece], piece};
}

/// Counts for the step that is asked about, else for what is or was last on the tool. What is too
/// strong counts for all that it may be about.
void Machine::level(std::int32_t value) {
  if (value < model::limits::level.least || value > model::limits::level.most) return;
  if (pain_) {
    answer_pain(value);
    return;
  }
  const std::vector<Felt> about = felt(value);
  if (about.empty()) return;
  for (const Felt& one : about) note_level(one, value);
  say_level(about.front().step, value);
  told_ = told_ || !question_;
  question_.reset();
  write_settled();
  if (value >= number(Number::end_level_min)) {
    pause(PauseReason::hurt);
    end_areas(steps_of(about), EndReason::level);
  } else if (value >= number(Number::ease_level_min)) {
    for (const Felt& one : about) {
      if (!over() && !areas_[planned(one.step).draft.area.value].over) {
        too_strong(one.step, one.way);
      }
    }
  }
  finish_if_last_word_said();
}

/// The strongest that was told of a piece stays.
void Machine::note_level(const Felt& felt, std::int32_t value) {
  const auto raise = [&](std::optional<std::int32_t>& level) {
    level = std::max(level.value_or(value), value);
  };
  if (felt.piece) raise(pieces_[*felt.piece].level);
  raise(runs_[felt.step].level);
}

void Machine::say_level(std::size_t step, std::int32_t value) {
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

/// What may hurt: the step under way; as long as nothing of it is rolled, also what was rolled just
/// before.
std::vector<std::size_t> Machine::suspects() const {
  std::vector<std::size_t> steps;
  if (in_step()) steps.push_back(step_);
  if (!pieces_.empty() && (steps.empty() || pieces_.back().step != step_)) {
    steps.push_back(pieces_.back().step);
  }
  return steps;
}

void Machine::hurt() {
  if (pain_) return;
  if (question_) nobody_told_level();
  pause(PauseReason::hurt);
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
    note_level(felt_of(pieces_.size() - 1), value);
    told_ = true;
    say_level(pieces_.back().step, value);
  } else {
    say_level(steps.front(), value);
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
