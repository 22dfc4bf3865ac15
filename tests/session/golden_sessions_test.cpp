// The golden people guided from start to end: undisturbed, a session is exactly its plan.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "unknot/model/request_format.hpp"
#include "unknot/planner/planner.hpp"
#include "unknot/safety/audit.hpp"
#include "unknot/session/engine.hpp"

namespace unknot::session {
namespace {

const knowledge::Pack& pack() { return knowledge::embedded_pack(); }

struct Person {
  std::string name;
  model::Request request;
  safety::VettedPlan plan;
};

/// Every golden person who gets a plan.
std::vector<Person> people() {
  std::vector<Person> out;
  for (const auto& file : std::filesystem::directory_iterator("tests/golden/people")) {
    std::ifstream in(file.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    auto request = model::read_request(text, pack(), {});
    if (!request) continue;
    auto answer = planner::plan(*request, pack());
    if (!answer.plan) continue;
    out.push_back({file.path().stem().string(), std::move(*request), std::move(*answer.plan)});
  }
  return out;
}

std::int64_t seconds_of(const safety::VettedPlan& plan) {
  std::int64_t sum = 0;
  for (const auto& step : plan.steps()) sum += model::seconds_of(step.draft);
  return sum;
}

std::int64_t seconds_of(const std::vector<Rolled>& rolled) {
  std::int64_t sum = 0;
  for (const Rolled& piece : rolled) {
    for (const std::int32_t set : piece.sets) sum += set;
  }
  return sum;
}

/// Ticks an engine at `due` until it is over or nothing is due; answers every question at once.
Moment run_on(Engine& engine, Moment at, std::optional<std::int32_t> answer) {
  while (const auto due = engine.due()) {
    at = *due;
    static_cast<void>(engine.on({EventKind::tick, 0, {}}, at));
    const bool tell = answer && engine.view().asks_level;
    if (tell) static_cast<void>(engine.on({EventKind::level, *answer, {}}, at));
  }
  return at;
}

TEST(GoldenSessions, UndisturbedTakeExactlyThePlan) {
  ASSERT_GT(people().size(), 5U);
  for (const Person& person : people()) {
    Engine engine(person.plan, pack());
    EXPECT_EQ(engine.view().session_left_ms, person.plan.total_seconds() * 1000) << person.name;
    static_cast<void>(engine.on({EventKind::start, 0, {}}, {5}));
    const Moment end = run_on(engine, {5}, 4);
    EXPECT_TRUE(engine.over()) << person.name;
    EXPECT_EQ(engine.view().reason, EndReason::finished) << person.name;
    EXPECT_EQ(engine.view().session_ms, person.plan.total_seconds() * 1000) << person.name;
    EXPECT_EQ(end.ms - 5, person.plan.total_seconds() * 1000) << person.name;
    EXPECT_EQ(seconds_of(engine.rolled()), seconds_of(person.plan)) << person.name;
  }
}

TEST(GoldenSessions, SilenceAddsTheLastQuestionAlone) {
  const std::int64_t answer = pack().number(knowledge::Number::answer_seconds) * 1000;
  for (const Person& person : people()) {
    Engine engine(person.plan, pack());
    static_cast<void>(engine.on({EventKind::start, 0, {}}, {0}));
    run_on(engine, {0}, std::nullopt);
    EXPECT_TRUE(engine.over()) << person.name;
    EXPECT_EQ(engine.view().session_ms, person.plan.total_seconds() * 1000 + answer) << person.name;
    for (const Rolled& piece : engine.rolled()) EXPECT_FALSE(piece.level) << person.name;
  }
}

TEST(GoldenSessions, WhatIsGoneAndWhatIsLeftAreThePlanAtEveryMoment) {
  for (const Person& person : people()) {
    Engine engine(person.plan, pack());
    static_cast<void>(engine.on({EventKind::start, 0, {}}, {0}));
    Moment at{0};
    while (engine.view().phase != Phase::last_word && !engine.over()) {
      at.ms += 730;
      static_cast<void>(engine.on({EventKind::tick, 0, {}}, at));
      const View view = engine.view();
      if (view.phase == Phase::last_word || engine.over()) break;
      ASSERT_EQ(view.session_ms + view.session_left_ms, person.plan.total_seconds() * 1000)
          << person.name << " at " << at.ms;
    }
  }
}

TEST(GoldenSessions, HoldUpBeforeTheAudit) {
  for (const Person& person : people()) {
    Engine engine(person.plan, pack());
    static_cast<void>(engine.on({EventKind::start, 0, {}}, {0}));
    run_on(engine, {0}, 4);
    auto document = rolled_document(person.plan, person.request, pack(), engine.rolled());
    EXPECT_TRUE(safety::audit(document, person.request, pack(), safety::AuditMode::rolled).empty())
        << person.name;
    // The audit is able to object: one piece stretched past any dose.
    document.steps.front().sets.front() += 91;
    EXPECT_FALSE(safety::audit(document, person.request, pack(), safety::AuditMode::rolled).empty())
        << person.name;
  }
}

}  // namespace
}  // namespace unknot::session
