// What must hold whatever the order of events: random storms of them over plans for random people,
// with clocks that freeze, jump and go back, and events that make no sense where they come.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <limits>

#include "requests.hpp"
#include "unknot/model/request_format.hpp"
#include "unknot/planner/planner.hpp"
#include "unknot/safety/audit.hpp"
#include "unknot/session/engine.hpp"
#include "watcher.hpp"

namespace unknot::session {
namespace {

using property::Random;

const knowledge::Pack& pack() { return knowledge::embedded_pack(); }

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int usual = 5000;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr int usual = 5000;
#else
constexpr int usual = 100000;
#endif
#else
constexpr int usual = 100000;
#endif

/// UNKNOT_STORMS asks for another count.
int asked_storms() {
  const char* asked = std::getenv("UNKNOT_STORMS");
  const int count = asked == nullptr ? usual : std::atoi(asked);
  return count >= 100 ? count : usual;
}

struct Planned {
  model::Request request;
  safety::VettedPlan plan;
};

class PlanMaker {
 public:
  explicit PlanMaker(std::uint64_t seed) : maker_(pack(), seed) {}
  Planned next() {
    while (true) {
      auto request = model::read_request(maker_.next(), pack(), {});
      if (!request) continue;
      auto answer = planner::plan(*request, pack());
      if (answer.plan) return {std::move(*request), std::move(*answer.plan)};
    }
  }

 private:
  property::RequestMaker maker_;
};

/// Events at random moments. Calm storms are mostly time going by, so that they get far.
class Storm {
 public:
  Storm(std::uint64_t seed, std::int64_t start)
      : random_(seed), now_{start}, calm_(2 + random_.below(40)), restless_(random_.one_in(4)) {}

  TimedEvent next() {
    now_.ms = next_moment();
    return {now_, next_event()};
  }

 private:
  std::int64_t next_moment() {
    using Limits = std::numeric_limits<std::int64_t>;
    if (!random_.one_in(calm_ * 4)) return later(random_.between(0, 2500));
    switch (random_.below(6)) {
      case 0: return later(random_.between(2400, 2600));
      case 1: return later(random_.between(2501, 100000000));
      case 2: return now_.ms - random_.between(0, 5000) * (now_.ms > 0 ? 1 : 0);
      case 3: return Limits::max() - random_.between(0, 3);
      case 4: return Limits::min() + random_.between(0, 3);
      default: return random_.between(-10000, 10000);
    }
  }
  std::int64_t later(std::int64_t ms) const {
    return now_.ms > std::numeric_limits<std::int64_t>::max() - ms ? now_.ms : now_.ms + ms;
  }
  Event next_event() {
    if (moved_ < to_and_fro.size()) return {.kind = to_and_fro[moved_++]};
    if (!random_.one_in(calm_)) return {};
    if (restless_ && !random_.one_in(4)) {
      moved_ = random_.below(to_and_fro.size());
      return {};
    }
    const auto& kinds = knowledge::EnumNames<EventKind>::all;
    Event event{.kind = kinds[random_.below(kinds.size())].value};
    const bool fatal = event.kind == EventKind::stop || event.kind == EventKind::dizzy ||
                       event.kind == EventKind::urgent;
    // Most storms go on for long: what ends a session comes seldom, and so does a hostile host.
    if (fatal && !random_.one_in(8)) event.kind = EventKind::resume;
    if (random_.one_in(50)) event.kind = static_cast<EventKind>(random_.below(256));
    event.level = static_cast<std::int32_t>(random_.between(0, 7));
    if (random_.one_in(6)) event.level = static_cast<std::int32_t>(random_.between(-2, 12));
    if (random_.one_in(40)) event.level = std::numeric_limits<std::int32_t>::min();
    event.red_flag.value = static_cast<std::uint16_t>(random_.below(65536));
    return event;
  }

  static constexpr std::array to_and_fro{EventKind::skip,  EventKind::back,  EventKind::resume,
                                         EventKind::ready, EventKind::ready, EventKind::hold_spot};
  Random random_;
  Moment now_;
  std::size_t calm_;
  bool restless_;                          ///< Somebody who moves to and fro,
  std::size_t moved_ = to_and_fro.size();  ///< and how far on the way.
};

std::int64_t counted_seconds(const Engine& engine, const safety::VettedPlan& plan) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < plan.steps().size(); ++i) sum += engine.state_of(i).rolled_seconds;
  return sum;
}

std::int64_t sets_counted(const std::vector<Rolled>& rolled) {
  std::int64_t sum = 0;
  for (const Rolled& piece : rolled) sum += static_cast<std::int64_t>(piece.sets.size());
  return sum;
}

/// A second, coarse account: time that may have been rolled, from moments and views alone.
class Witness {
 public:
  void before(const View& view, const TimedEvent& timed) {
    const std::int64_t gap = pack().number(knowledge::Number::clock_gap_ms);
    const bool close =
        known_ && timed.at.ms >= last_ &&
        static_cast<std::uint64_t>(timed.at.ms) - static_cast<std::uint64_t>(last_) <=
            static_cast<std::uint64_t>(gap);
    if (close && !view.paused && timed.event.kind != EventKind::clock_jump) {
      could_ms_ += timed.at.ms - last_;
    }
    last_ = timed.at.ms;
    known_ = true;
  }
  [[nodiscard]] std::int64_t could_ms() const { return could_ms_; }

 private:
  bool known_ = false;
  std::int64_t last_ = 0;
  std::int64_t could_ms_ = 0;
};

/// Whatever a screen reads must make sense.
void expect_sane(const View& view, const safety::VettedPlan& plan) {
  ASSERT_LT(view.step, plan.steps().size());
  ASSERT_LE(view.set, view.sets);
  ASSERT_GE(view.phase_ms, 0);
  ASSERT_LE(view.phase_ms, std::max<std::int64_t>(view.phase_length_ms, 0) + 6000);
  ASSERT_GE(view.path_permille, 0);
  ASSERT_LE(view.path_permille, 1000);
  ASSERT_GE(view.session_left_ms, 0);
  ASSERT_LE(view.answer_seconds, pack().number(knowledge::Number::answer_seconds));
  if (view.asks_pain) {
    ASSERT_TRUE(view.paused || view.phase == Phase::last_word);
  }
}

struct Outcome {
  std::vector<TimedEvent> events;
  std::vector<Rolled> written;
  std::vector<CommandKind> said;
};

Preferences preferences_of(Random& random) {
  return {static_cast<std::int32_t>(random.between(-1, 3) * 50 + 100),
          random.one_in(3) ? static_cast<std::int32_t>(random.between(-5, 700)) : 0,
          random.one_in(2), !random.one_in(4)};
}

/// Lets a storm loose on an engine and watches.
Outcome weather(Engine& engine, const Planned& planned, std::uint64_t seed) {
  Outcome outcome;
  Random random(seed ^ 0x5eed);
  const std::int64_t start = random.one_in(20) ? std::numeric_limits<std::int64_t>::min() : 1000;
  Storm storm(seed, start);
  Witness witness;
  const auto length = random.between(20, 300);
  std::int64_t counted = 0;
  View before = engine.view();
  for (std::int64_t i = 0; i < length && !engine.over(); ++i) {
    TimedEvent timed = storm.next();
    if (i == 0) timed.event = {.kind = EventKind::start};
    if (random.one_in(6) && before.paused) timed.event = {.kind = EventKind::resume};
    witness.before(before, timed);
    const Commands commands = engine.on(timed.event, timed.at);
    outcome.events.push_back(timed);
    for (const Command& command : commands) {
      outcome.said.push_back(command.kind);
      if (command.rolled) outcome.written.push_back(*command.rolled);
    }
    const std::int64_t now = counted_seconds(engine, planned.plan);
    const View after = engine.view();
    EXPECT_GE(now, counted);
    // Paused means that nothing counts, whatever the clock says.
    if (before.paused && after.paused) {
      EXPECT_EQ(now, counted);
    }
    counted = now;
    expect_sane(after, planned.plan);
    before = after;
    if (testing::Test::HasFatalFailure()) return outcome;
  }
  EXPECT_LE(counted * 1000, witness.could_ms() + 1000 * sets_counted(engine.rolled()));
  return outcome;
}

void expect_lawful(const Planned& planned, const std::vector<Rolled>& rolled) {
  const auto document = rolled_document(planned.plan, planned.request, pack(), rolled);
  const auto breaches = safety::audit(document, planned.request, pack(), safety::AuditMode::rolled);
  for (const auto& breach : breaches) {
    ADD_FAILURE() << knowledge::name_of(breach.rule) << " at " << breach.at << ' ' << breach.side
                  << " asked " << breach.asked.value << ", limit " << breach.limit.value;
  }
}

/// One piece made just too long must be objected to, or the audit proves nothing.
void expect_objection(const Planned& planned, const std::vector<Rolled>& rolled) {
  auto document = rolled_document(planned.plan, planned.request, pack(), rolled);
  auto& step = document.steps.front();
  std::int32_t there = 0;
  for (const auto& other : document.steps) {
    const bool same = other.area == step.area && other.side == step.side;
    if (same) there += other.seconds;
  }
  const std::int32_t more = pack().number(knowledge::Number::dose_max_seconds) + 1 - there;
  step.sets.push_back(more);
  step.seconds += more;
  EXPECT_FALSE(safety::audit(document, planned.request, pack(), safety::AuditMode::rolled).empty());
}

/// A stopwatch that allows a second less must object now and then, or it sees nothing.
bool objects_to_less(const Planned& planned, Preferences preferences, const Outcome& outcome) {
  Bounds less = bounds_of(planned.plan);
  less.hold_ms -= 1000;
  Watcher watcher(planned.plan, pack(), preferences, less);
  for (const TimedEvent& timed : outcome.events) watcher.take(timed);
  return !watcher.faults().empty();
}

/// Carries on after a break as a host does whose program was gone, on a clock that begins
/// elsewhere.
std::string carried_on(Engine engine, std::int64_t clock) {
  static_cast<void>(engine.on({.kind = EventKind::clock_jump}, {clock}));
  static_cast<void>(engine.on({.kind = EventKind::resume}, {clock + 10}));
  static_cast<void>(engine.on({}, {clock + 2000}));
  return engine.snapshot();
}

void expect_replay(const Planned& planned, Preferences preferences, const Outcome& outcome,
                   Engine engine) {
  Watcher watcher(planned.plan, pack(), preferences, bounds_of(planned.plan));
  for (const TimedEvent& timed : outcome.events) watcher.take(timed);
  for (const std::string& fault : watcher.faults()) ADD_FAILURE() << fault;
  EXPECT_EQ(watcher.snapshot(), engine.snapshot());
  Engine again = replay(planned.plan, pack(), preferences, outcome.events);
  EXPECT_EQ(carried_on(std::move(again), -77), carried_on(std::move(engine), 123456));
}

TEST(Storm, NothingThatHappensRollsMoreThanTheRulesLeave) {
  constexpr int storms_a_plan = 40;
  const int plans = asked_storms() / storms_a_plan;
  PlanMaker maker(20261122);
  std::array<int, 64> said{};
  int rolled_something = 0;
  int held_long = 0;
  for (int p = 0; p < plans; ++p) {
    const Planned planned = maker.next();
    for (int s = 0; s < storms_a_plan; ++s) {
      const std::uint64_t seed =
          static_cast<std::uint64_t>(p) * 1000 + static_cast<std::uint64_t>(s);
      SCOPED_TRACE("storm " + std::to_string(seed));
      Random random(seed);
      const Preferences preferences = preferences_of(random);
      Engine engine(planned.plan, pack(), preferences);
      const Outcome outcome = weather(engine, planned, seed);
      const auto rolled = engine.rolled();
      expect_lawful(planned, rolled);
      if (engine.over()) {
        EXPECT_EQ(outcome.written.size(), rolled.size());
      }
      if (!rolled.empty()) {
        ++rolled_something;
        if (s == 0) expect_objection(planned, rolled);
        if (s % 8 == 0) held_long += objects_to_less(planned, preferences, outcome) ? 1 : 0;
      }
      for (const CommandKind kind : outcome.said) ++said[static_cast<std::size_t>(kind)];
      expect_replay(planned, preferences, outcome, std::move(engine));
      if (testing::Test::HasFailure()) return;
    }
  }
  // Storms that reach nothing show nothing: every command there is was given.
  EXPECT_GT(rolled_something, plans * storms_a_plan / 2);
  EXPECT_GT(held_long, plans / 100);
  for (const auto& kind : knowledge::EnumNames<CommandKind>::all) {
    EXPECT_GT(said[static_cast<std::size_t>(kind.value)], 0) << kind.name;
  }
}

}  // namespace
}  // namespace unknot::session
