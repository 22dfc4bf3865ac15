#include "unknot/session/engine.hpp"

#include <algorithm>

#include "machine.hpp"
#include "unknot/base/check.hpp"

namespace unknot::session {

namespace {

std::int32_t clamped(std::int32_t value, model::Range range) {
  return static_cast<std::int32_t>(std::clamp<std::int64_t>(value, range.least, range.most));
}

Preferences in_range(Preferences preferences) {
  preferences.ready_percent = clamped(preferences.ready_percent, model::limits::ready_percent);
  preferences.time_left_every =
      clamped(preferences.time_left_every, model::limits::time_left_every);
  return preferences;
}

}  // namespace

Machine::Machine(const safety::VettedPlan& plan, const knowledge::Pack& pack,
                 Preferences preferences)
    : plan_(plan),
      pack_(pack),
      preferences_(in_range(preferences)),
      ledger_(plan, pack),
      stillness_(plan.limits(), pack),
      areas_(knowledge::area_count(pack)) {
  UNKNOT_CHECK(!plan.steps().empty());
  for (const safety::VettedStep& step : plan.steps()) {
    StepRun& run = runs_.emplace_back();
    run.sets = step.draft.sets;
  }
}

void Machine::come_back() {
  out_.clear();
  if (phase_ != Phase::waiting) gap(PauseReason::resumed_later);
}

Engine::Engine(const safety::VettedPlan& plan, const knowledge::Pack& pack, Preferences preferences)
    : machine_(std::make_unique<Machine>(plan, pack, preferences)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Commands Engine::on(const Event& event, Moment at) { return machine_->on(event, at); }
std::optional<Moment> Engine::due() const { return machine_->due(); }
bool Engine::over() const { return machine_->over(); }
View Engine::view() const { return machine_->view(); }
Possible Engine::possible() const { return machine_->possible(); }
StepState Engine::state_of(std::size_t step) const { return machine_->state_of(step); }
std::vector<Rolled> Engine::rolled() const { return machine_->rolled(); }
std::string Engine::snapshot() const { return machine_->snapshot(); }

Engine replay(const safety::VettedPlan& plan, const knowledge::Pack& pack, Preferences preferences,
              std::span<const TimedEvent> events) {
  Engine engine(plan, pack, preferences);
  for (const TimedEvent& timed : events) static_cast<void>(engine.on(timed.event, timed.at));
  engine.machine_->come_back();
  return engine;
}

}  // namespace unknot::session
