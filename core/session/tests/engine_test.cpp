// What a host sees of a session: preferences, calls, which step a command is about, what was
// rolled.

#include "small_session.hpp"
#include "unknot/safety/audit.hpp"

namespace unknot::session::small {
namespace {

const Draft two_steps =
    rolls("l", "hamstrings_stick", "stick", {34}) + rolls("lr", "glutes_ball", "ball");

TEST(Engine, BringsPreferencesIntoTheirRanges) {
  const std::pair<std::int32_t, const char*> rows[] = {{99, "get_ready 25"},
                                                       {100, "get_ready 25"},
                                                       {150, "get_ready 38"},
                                                       {200, "get_ready 50"},
                                                       {201, "get_ready 50"}};
  for (const auto& [percent, said] : rows) {
    EXPECT_EQ(Guided(two_steps, {.ready_percent = percent}).after("0 start"), said) << percent;
  }
}

/// Every call of a set at its own moment, however late the ticks: "half_way@17000".
std::string calls(Preferences preferences) {
  Guided guided(two_steps, preferences);
  static_cast<void>(guided.after("0 start, 0 ready"));
  std::string said;
  for (std::int64_t ms = 100; ms <= 34000; ms += 100) {
    for (const Command& c : guided.engine.on({}, {ms})) {
      if (c.kind == CommandKind::stroke) continue;
      said += std::string(name_of(c.kind)) + '@' + std::to_string(ms) + ' ';
    }
  }
  return said;
}

TEST(Engine, CallsOnce) {
  EXPECT_EQ(calls({}),
            "breathe@10000 half_way@17000 last_seconds@29000 step_over@34000 ask_level@34000 "
            "get_ready@34000 ");
  EXPECT_EQ(calls({.time_left_every = 13, .breathing = false, .ask_levels = false}),
            "time_left@13000 half_way@17000 time_left@26000 last_seconds@29000 step_over@34000 "
            "get_ready@34000 ");
}

/// A host that ticks no more often than it is asked to misses none of them.
TEST(Engine, IsDueWhenSomethingHappens) {
  Guided guided(two_steps, {.time_left_every = 7});
  static_cast<void>(guided.after("0 start, 0 ready"));
  std::string said;
  for (auto due = guided.engine.due(); due && due->ms <= 34000; due = guided.engine.due()) {
    for (const Command& c : guided.engine.on({}, *due)) {
      if (c.kind == CommandKind::stroke) continue;
      said += std::string(name_of(c.kind)) + '@' + std::to_string(due->ms) + ' ';
    }
  }
  EXPECT_EQ(said,
            "time_left@7000 breathe@10000 time_left@14000 half_way@17000 time_left@21000 "
            "time_left@28000 last_seconds@29000 step_over@34000 ask_level@34000 get_ready@34000 ");
}

TEST(Engine, SaysWhichStepItIsAbout) {
  Guided guided(two_steps);
  static_cast<void>(guided.after("0 start, 0 ready, 5 skip, 6"));
  const Commands taken = guided.engine.on({.kind = EventKind::level, .level = 3}, {6000});
  ASSERT_EQ(taken.size(), 1U);
  EXPECT_EQ(taken[0].step, 0U);
  const Commands paused = guided.engine.on({.kind = EventKind::pause}, {6000});
  ASSERT_EQ(paused.size(), 1U);
  EXPECT_EQ(paused[0].step, 1U);
}

TEST(Engine, ComesBackToWhatIsLeftOfTheDose) {
  Guided guided(rolls("l", "hamstrings_stick", "stick", {35, 25}) +
                rolls("lr", "glutes_ball", "ball"));
  EXPECT_EQ(guided.after("0 start, 0 ready, 36, 76, 77 back"), "get_ready 13");
  EXPECT_EQ(guided.engine.view().set, 2U);
  EXPECT_EQ(guided.engine.view().sets, 3U);
}

TEST(Engine, TellsWhatWasRolledAsADocument) {
  Guided guided(two_steps);
  static_cast<void>(guided.after("0 start, 0 ready, 5 skip, 5 ready, 8 stop"));
  const model::Request who = one_sided();
  const auto document = rolled_document(guided.plan, who, guided.pack, guided.engine.rolled());
  ASSERT_EQ(document.steps.size(), 2U);
  EXPECT_EQ(document.total_seconds, 8);
  const model::StepDocument& step = document.steps[0];
  EXPECT_EQ(step.area + ' ' + step.side + ' ' + step.technique + ' ' + step.tool,
            "hamstrings left hamstrings_stick stick");
  EXPECT_EQ(step.motion + ' ' + step.place + ' ' + step.position + ' ' + step.variant,
            "stroke chair seated lighter");
  EXPECT_EQ(step.seconds, 5);
  EXPECT_EQ(step.sets, (Seconds{5}));
  EXPECT_EQ(step.rung, 1);
  EXPECT_TRUE(safety::audit(document, who, guided.pack, safety::AuditMode::rolled).empty());
}

}  // namespace
}  // namespace unknot::session::small
