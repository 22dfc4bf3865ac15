#include "watcher.hpp"

#include <algorithm>
#include <utility>

namespace unknot::session {

using knowledge::Number;

namespace {

constexpr std::int64_t second = 1000;

bool in_set(const View& view) {
  return view.phase == Phase::strokes || view.phase == Phase::hold || view.phase == Phase::spot;
}

bool under_way(const View& view) {
  return view.phase != Phase::waiting && view.phase != Phase::over;
}

bool sound_level(const Event& event) {
  return event.kind == EventKind::level && event.level >= 0 && event.level <= 10;
}

}  // namespace

Bounds bounds_of(const safety::VettedPlan& plan) {
  return {plan.limits().hold_seconds * second, plan.limits().hold_rest_seconds * second};
}

Watcher::Watcher(const safety::VettedPlan& plan, const knowledge::Pack& pack,
                 Preferences preferences, Bounds bounds)
    : plan_(plan),
      pack_(pack),
      bounds_(bounds),
      engine_(plan, pack, preferences),
      muscles_(pack.muscles.size()),
      closed_(pack.places.size()) {}

bool Watcher::counts(const TimedEvent& timed) const {
  if (!known_ || timed.event.kind == EventKind::clock_jump || timed.at < last_) return false;
  const auto ms = static_cast<std::uint64_t>(timed.at.ms) - static_cast<std::uint64_t>(last_.ms);
  return ms <= static_cast<std::uint64_t>(pack_.number(Number::clock_gap_ms));
}

void Watcher::take(const TimedEvent& timed) {
  if (counts(timed)) {
    for (auto due = engine_.due(); due && *due < timed.at; due = engine_.due()) happen({}, *due);
    happen({}, timed.at);
  }
  happen(timed.event, timed.at);
}

void Watcher::happen(const Event& event, Moment at) {
  const View before = engine_.view();
  const bool counted = counts({at, event});
  if (counted && !before.paused && under_way(before)) roll(before, at.ms - last_.ms);
  const Commands commands = engine_.on(event, at);
  last_ = at;
  known_ = true;
  judge_closed(commands);
  judge_pause(before, event, !counted);
  judge_level(before, event);
  judge_hurt(before, event, !counted);
}

/// Nothing changes its phase within this time: the engine said when it would.
void Watcher::roll(const View& view, std::int64_t ms) {
  const model::DraftStep& draft = plan_.steps()[view.step].draft;
  demand(!in_set(view) || !closed_[draft.area.value], "an area is rolled that was closed");
  for (model::SideIndex side = 0; side < model::side_count; ++side) {
    if (!in_set(view) || !model::counts_for(draft.side, side)) continue;
    for (const auto muscle : pack_[draft.area].muscles) {
      press(view, muscles_[muscle.value][side], ms);
    }
  }
  for (auto& sides : muscles_) {
    for (Press& press : sides) {
      press.off_ms += ms;
      if (press.off_ms >= bounds_.rest_ms) press.held_ms = 0;
    }
  }
}

void Watcher::press(const View& view, Press& press, std::int64_t ms) {
  press.off_ms = -ms;  // Which the count for all makes 0.
  if (view.phase == Phase::strokes) {
    press.moved_ms += ms;
    const std::int64_t pass = *plan_.steps()[view.step].draft.seconds_per_pass * second;
    if (press.moved_ms >= pass) press.held_ms = 0;
    return;
  }
  press.moved_ms = 0;
  press.held_ms += ms;
  demand(press.held_ms <= bounds_.hold_ms, "one muscle and side is held too long in one go");
}

void Watcher::judge_pause(const View& before, const Event& event, bool gap) {
  const View after = engine_.view();
  if (!under_way(before) || engine_.over()) return;
  const bool resumed = event.kind == EventKind::resume;
  demand(!before.paused || after.paused || resumed, "it goes on without anybody having said so");
  const bool must = event.kind == EventKind::pause || event.kind == EventKind::it_hurt ||
                    event.kind == EventKind::tingling || event.kind == EventKind::coldness ||
                    (sound_level(event) && event.level >= pack_.number(Number::end_level_min)) ||
                    (gap && !resumed);
  demand(!must || after.paused, "it does not pause");
}

bool Watcher::over_in(knowledge::PlaceIndex area) const {
  const auto& overlaps = pack_[area].overlaps;
  for (std::size_t i = 0; i < plan_.steps().size(); ++i) {
    const auto there = plan_.steps()[i].draft.area;
    const bool shares = std::find(overlaps.begin(), overlaps.end(), there) != overlaps.end();
    if ((there == area || shares) && !engine_.state_of(i).over) return false;
  }
  return true;
}

void Watcher::judge_level(const View& before, const Event& event) {
  const std::vector<Rolled> rolled = engine_.rolled();
  if (!under_way(before) || rolled.empty()) return;
  const bool symptom = event.kind == EventKind::tingling || event.kind == EventKind::coldness;
  if (symptom) demand(over_in(rolled.back().area), "a symptom closes nothing");
  if (!sound_level(event)) return;
  if (event.level >= pack_.number(Number::ease_level_min)) {
    demand(rolled.back().level.value_or(-1) >= event.level, "what was too strong leaves no mark");
  }
  if (event.level >= pack_.number(Number::end_level_min)) {
    demand(over_in(rolled.back().area), "pain closes nothing");
  }
}

/// After a gap nobody knows what an answer is about: it counts as none.
void Watcher::judge_hurt(const View& before, const Event& event, bool gap) {
  const std::vector<Rolled> rolled = engine_.rolled();
  if (event.kind == EventKind::it_hurt && under_way(before) && !before.asks_pain) {
    demand(engine_.view().asks_pain || engine_.over(), "nobody asks how much it hurts");
    if (!rolled.empty()) hurting_ = rolled.size() - 1;
  }
  if (!hurting_ || engine_.view().asks_pain) return;
  const Rolled& piece = rolled[*std::exchange(hurting_, std::nullopt)];
  const EndReason reason = engine_.view().reason;
  if (engine_.over() && reason != EndReason::finished) return;
  if (sound_level(event) && !gap) {
    demand(piece.level.value_or(-1) >= event.level, "a level of pain leaves no mark");
  } else {
    demand(over_in(piece.area), "unanswered pain closes nothing");
  }
}

void Watcher::judge_closed(const Commands& commands) {
  for (const Command& command : commands) {
    if (command.kind != CommandKind::area_over) continue;
    closed_[command.area.value] = true;
    for (const auto other : pack_[command.area].overlaps) closed_[other.value] = true;
  }
}

}  // namespace unknot::session
