// Softer and harder: only by the ways the gate has judged for the step.

#include <algorithm>
#include <tuple>

#include "machine.hpp"

namespace unknot::session {

using safety::Load;

namespace {

/// No firmer tool and no more pressure.
bool within(const Load& a, const Load& most) {
  return a.rung <= most.rung && a.pascals <= most.pascals;
}

bool less(const Load& a, const Load& b) {
  return within(a, b) && (a.rung < b.rung || a.pascals < b.pascals);
}

/// Rung and pressure each by itself: what is firmer may press less.
Load least_of(Load a, const Load& b) {
  a.rung = std::min(a.rung, b.rung);
  a.pascals = std::min(a.pascals, b.pascals);
  return a;
}

bool same_motion(const model::Alternative& a, const model::Alternative& b) {
  return a.technique == b.technique && a.tool == b.tool;
}

}  // namespace

const Load& Machine::load(std::size_t step, std::size_t way) const {
  return way == 0 ? planned(step).load : planned(step).alternatives[way - 1].load;
}

model::Alternative Machine::choice(std::size_t step, std::size_t way) const {
  if (way == 0) return safety::way_of(planned(step).draft);
  return planned(step).alternatives[way - 1].choice;
}

Entry Machine::entry(std::size_t step, std::size_t way) const {
  const safety::VettedStep& s = planned(step);
  const std::int32_t most = way == 0 ? s.most_seconds : s.alternatives[way - 1].most_seconds;
  return {s.draft.area, s.draft.side, load(step, way).rung, most};
}

std::int32_t Machine::setup_seconds(const model::Alternative* before,
                                    const model::Alternative& now) const {
  constexpr std::int32_t whole = 100;
  const std::int32_t planned_seconds =
      safety::setup_seconds_of(pack_, plan_.limits().setup_factor, before, now);
  return (planned_seconds * preferences_.ready_percent + whole - 1) / whole;
}

/// The nearest way that is easier than `than`: the technique in hand first, then the same position,
/// then the smallest step down, then the order of the plan. With `or_like` one that is as easy will
/// do, the way as it is before all others.
std::optional<std::size_t> Machine::softer_way(std::size_t step, const Load& than,
                                               bool or_like) const {
  const std::size_t now = runs_[step].way;
  if (or_like && within(load(step, now), than)) return now;
  const model::Alternative in_hand = choice(step, now);
  const auto rank = [&](std::size_t way) {
    const model::Alternative other = choice(step, way);
    const bool moves = pack_[other.technique].position != pack_[in_hand.technique].position;
    return std::tuple(!same_motion(other, in_hand), moves, -load(step, way).pascals, way);
  };
  std::optional<std::size_t> best;
  for (std::size_t way = 0; way <= planned(step).alternatives.size(); ++way) {
    const bool fits = or_like ? within(load(step, way), than) : less(load(step, way), than);
    if (!fits || ledger_.left(entry(step, way)) == 0) continue;
    if (!best || rank(way) < rank(*best)) best = way;
  }
  return best;
}

/// The technique in hand first, then the smallest step up, then the order of the plan.
std::optional<std::size_t> Machine::harder_way() const {
  const Load& now = load(step_, run().way);
  const auto rank = [&](std::size_t way) {
    return std::tuple(!same_motion(choice(step_, way), this->way()), load(step_, way).pascals, way);
  };
  std::optional<std::size_t> best;
  for (std::size_t way = 0; way <= planned(step_).alternatives.size(); ++way) {
    if (!less(now, load(step_, way)) || ledger_.left(entry(step_, way)) == 0) continue;
    if (!best || rank(way) < rank(*best)) best = way;
  }
  return best;
}

void Machine::softer() {
  if (!in_step()) return;
  if (const auto way = softer_way(step_, load(step_, run().way))) {
    change_way(*way, CommandKind::eased);
  } else {
    say(CommandKind::no_softer);
  }
}

/// There, or in what shares a muscle with it.
bool Machine::felt_strong() const {
  const auto area = planned(step_).draft.area;
  const auto& overlaps = pack_[area].overlaps;
  return areas_[area.value].strong ||
         std::any_of(overlaps.begin(), overlaps.end(),
                     [&](const auto other) { return areas_[other.value].strong; });
}

void Machine::harder() {
  if (!in_step()) return;
  const auto way = felt_strong() ? std::nullopt : harder_way();
  if (way) {
    change_way(*way, CommandKind::hardened);
  } else {
    say(CommandKind::no_harder);
  }
}

/// The step goes on by another way: at once, or after getting ready when technique or tool differ.
void Machine::change_way(std::size_t way, CommandKind kind) {
  const model::Alternative before = this->way();
  auto& most = areas_[planned(step_).draft.area.value].at_most;
  if (kind == CommandKind::eased) {
    most = most ? least_of(*most, load(step_, way)) : load(step_, way);
  } else if (most) {
    most = load(step_, way);
  }
  const std::size_t set = run().set;
  leave();
  run().way = way;
  say(kind).way = this->way();
  if (run().set != set) {  // Less than a second was left of it.
    rest_or_end();
  } else if (!same_motion(before, this->way())) {
    begin_ready();
  } else if (in_set() && paused_) {
    begin_phase(Phase::count_in, 0);
  } else if (in_set()) {
    begin_set();
  }
}

/// From now on nothing stronger than `most` in this area: the step under way at once, those to
/// come, such as the other side, when they are entered.
void Machine::keep_within(knowledge::PlaceIndex area, const Load& most) {
  auto& limit = areas_[area.value].at_most;
  limit = limit ? least_of(*limit, most) : most;
  if (!in_step() || planned(step_).draft.area != area) return;
  const auto way = softer_way(step_, *limit, true);
  if (!way) {
    end_areas({step_}, EndReason::level);
  } else if (*way != run().way) {
    change_way(*way, CommandKind::eased);
  }
}

}  // namespace unknot::session
