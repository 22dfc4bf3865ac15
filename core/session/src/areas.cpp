// What ends an area for today, and what is left of the day for each step.

#include <algorithm>

#include "machine.hpp"

namespace unknot::session {

/// Tingling, numbness, coldness: not asked about, over at once.
void Machine::symptom(EndReason reason) {
  const std::vector<std::size_t> steps = suspects();
  pain_.reset();
  if (question_) nobody_told_level();
  pause(PauseReason::hurt);
  end_areas(steps, reason);
  finish_if_last_word_said();
}

void Machine::close(knowledge::PlaceIndex area, EndReason reason) {
  auto& over = areas_[area.value].over;
  if (!over) over = reason;
}

/// The areas of these steps and all that share a muscle with one of them, on both sides.
void Machine::close_areas(const std::vector<std::size_t>& steps, EndReason reason) {
  for (const std::size_t step : steps) {
    const auto area = planned(step).draft.area;
    const bool known = areas_[area.value].over.has_value();
    close(area, reason);
    for (const auto other : pack_[area].overlaps) close(other, reason);
    if (known) continue;
    Command& command = say(CommandKind::area_over);
    command.step = step;
    command.area = area;
    command.reason = reason;
  }
}

/// They are closed, and so is every step that was still to come there.
void Machine::end_areas(const std::vector<std::size_t>& steps, EndReason reason) {
  close_areas(steps, reason);
  bool current = false;
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    if (runs_[i].over || !areas_[planned(i).draft.area.value].over) continue;
    if (i == step_ && in_step()) {
      current = true;
    } else {
      runs_[i].over = true;
      runs_[i].reason = reason;
    }
  }
  if (current) end_step(reason);
}

/// Seconds that a step still wants.
std::int32_t Machine::remaining(std::size_t step) const {
  const StepRun& run = runs_[step];
  if (run.over) return 0;
  std::int32_t sum = step == step_ ? -seconds_up(set_ms_) : 0;
  for (std::size_t i = run.set; i < run.sets.size(); ++i) sum += run.sets[i];
  return sum;
}

/// Seconds that a step could have beyond what it and all that is still to come want.
std::int32_t Machine::free_seconds(std::size_t step) const {
  Ledger ledger = ledger_;
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    ledger.use(entry(i, runs_[i].way), remaining(i));
  }
  return ledger.left(entry(step, runs_[step].way));
}

}  // namespace unknot::session
