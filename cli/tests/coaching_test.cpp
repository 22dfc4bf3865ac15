/// A session guided by fake keys and clocks: no terminal, no waiting.
#include "coaching.hpp"

#include <gtest/gtest.h>

#include <random>

#include "unknot/coach/coach.hpp"

namespace unknot::cli {
namespace {

using knowledge::embedded_pack;
using session::EventKind;
using session::Phase;

const coach::Planned& example() {
  static const auto planned = coach::plan(
      coach::example_request(embedded_pack(), *base::parse_instant("2026-11-22T08:00:00Z")),
      embedded_pack(), {});
  return *planned;
}

class Notebook : public Recorder {
 public:
  base::Result<void> keep(const Happening& happening) override {
    if (broken) return base::fail(base::ErrorCode::store_full, "log", "", "room on the disk");
    events.insert(events.end(), happening.events.begin(), happening.events.end());
    rolled.insert(rolled.end(), happening.rolled.begin(), happening.rolled.end());
    ended.insert(ended.end(), happening.ended.begin(), happening.ended.end());
    if (happening.over) over = happening.over;
    return {};
  }
  bool broken = false;
  std::vector<session::TimedEvent> events;
  std::vector<session::Rolled> rolled;
  std::vector<EndedArea> ended;
  std::optional<session::EndReason> over;
};

class Ear : public Voice {
 public:
  void say(const std::string& text, guidance::Weight) override { heard.push_back(text); }
  void hush() override { ++hushed; }
  void turn() override {}
  std::vector<std::string> heard;
  int hushed = 0;
};

std::int32_t seconds_of(const std::vector<session::Rolled>& rolled) {
  std::int32_t sum = 0;
  for (const auto& piece : rolled) {
    for (const auto set : piece.sets) sum += set;
  }
  return sum;
}

/// What the engine asks to be written when these events happen to it.
Happening told_again(session::Engine& engine, const std::vector<session::TimedEvent>& events) {
  Happening out;
  const auto gap = embedded_pack().number(knowledge::Number::clock_gap_ms);
  for (const auto& event : with_ticks(events, gap)) {
    for (const auto& command : engine.on(event.event, event.at)) {
      if (command.rolled) out.rolled.push_back(*command.rolled);
      if (command.kind == session::CommandKind::area_over) {
        out.ended.push_back({command.area, command.reason});
      }
    }
  }
  return out;
}

class CoachingTest : public testing::Test {
 protected:
  Guided guided() const {
    return {*example().answer.plan, example().request, embedded_pack(), "GB", "", {}, 1000, {}, 0};
  }
  void SetUp() override { coaching_.emplace(guided(), notebook_, ear_, now_); }

  void pass(std::int64_t ms, std::int64_t frame = 60) {
    for (std::int64_t gone = 0; gone < ms; gone += frame) {
      now_.boot_ms += frame;
      now_.wall_ms += frame;
      coaching_->turn(now_);
    }
  }
  void press(char c) { coaching_->press(key(c), now_); }
  bool until(Phase phase) {
    for (int i = 0; i < 20'000 && coaching_->view().phase != phase; ++i) pass(60);
    return coaching_->view().phase == phase;
  }
  std::string caption() const { return coaching_->scene().caption; }

  Notebook notebook_;
  Ear ear_;
  ClockReading now_{1000, 1'795'334'400'000};
  std::optional<Coaching> coaching_;
};

TEST_F(CoachingTest, NothingHappensBeforeItBegins) {
  pass(60'000);
  EXPECT_EQ(coaching_->view().phase, Phase::waiting);
  EXPECT_TRUE(notebook_.events.empty());
  ASSERT_EQ(ear_.heard.size(), 1U);
  EXPECT_NE(ear_.heard[0].find("pause at any time"), std::string::npos);
}

TEST_F(CoachingTest, AWholeSessionWithoutAKey) {
  press('\r');
  EXPECT_TRUE(until(Phase::over));
  EXPECT_EQ(notebook_.over, session::EndReason::finished);
  std::int32_t planned = 0;
  for (const auto& step : example().answer.plan->steps()) planned += model::seconds_of(step.draft);
  EXPECT_EQ(seconds_of(notebook_.rolled), planned) << "hands-free, to the second";
  for (const auto& piece : notebook_.rolled) EXPECT_FALSE(piece.level) << "silence is unknown";
  EXPECT_FALSE(coaching_->left());
  press('z');
  EXPECT_TRUE(coaching_->left());
}

TEST_F(CoachingTest, AnyKeyPausesAndTheVoiceFallsSilent) {
  press(' ');
  ASSERT_TRUE(until(Phase::strokes));
  const int before = ear_.hushed;
  coaching_->press(Key::other, now_);
  EXPECT_TRUE(coaching_->view().paused);
  EXPECT_GT(ear_.hushed, before);
  const auto gone = coaching_->view().phase_ms;
  pass(30'000);
  EXPECT_EQ(coaching_->view().phase_ms, gone) << "nothing counts";
  press(' ');
  pass(10'000);
  EXPECT_FALSE(coaching_->view().paused);
}

TEST_F(CoachingTest, TenIsTypedAsOneAndZero) {
  press(' ');
  ASSERT_TRUE(until(Phase::strokes));
  press('1');
  pass(200);
  press('0');
  ASSERT_EQ(notebook_.events.back().event.kind, EventKind::level);
  EXPECT_EQ(notebook_.events.back().event.level, 10);
  EXPECT_NE(caption().find("over"), std::string::npos) << caption();
}

TEST_F(CoachingTest, OneIsOneAfterAWhile) {
  press(' ');
  ASSERT_TRUE(until(Phase::strokes));
  press('1');
  pass(1200);
  int ones = 0;
  for (const auto& event : notebook_.events) {
    if (event.event.kind == EventKind::level) ones += event.event.level == 1 ? 1 : 100;
  }
  EXPECT_EQ(ones, 1);
}

TEST_F(CoachingTest, AClockThatJumpsPauses) {
  press(' ');
  ASSERT_TRUE(until(Phase::strokes));
  const auto gone = coaching_->view().phase_ms;
  now_.boot_ms += 3'600'000;  // It slept an hour.
  now_.wall_ms += 3'600'000;
  coaching_->turn(now_);
  EXPECT_TRUE(coaching_->view().paused);
  EXPECT_EQ(coaching_->view().pause, session::PauseReason::clock);
  EXPECT_EQ(coaching_->view().phase_ms, gone);
  EXPECT_EQ(notebook_.events.back().event.kind, EventKind::clock_jump);
}

// Too short for the clocks to tell: only the signal says that the program stood still.
TEST_F(CoachingTest, AShortStopFromOutsidePauses) {
  press(' ');
  ASSERT_TRUE(until(Phase::strokes));
  const auto gone = coaching_->view().phase_ms;
  now_.boot_ms += 800;
  now_.wall_ms += 800;
  coaching_->held(now_);
  coaching_->turn(now_);
  EXPECT_TRUE(coaching_->view().paused);
  EXPECT_EQ(coaching_->view().phase_ms, gone);
  EXPECT_EQ(notebook_.events.back().event.kind, EventKind::clock_jump);
}

TEST_F(CoachingTest, EndingIsAskedAndThenKept) {
  press(' ');
  ASSERT_TRUE(until(Phase::strokes));
  pass(5000);
  press('q');
  EXPECT_TRUE(coaching_->view().paused);
  EXPECT_EQ(coaching_->scene().panel, Panel::quitting);
  press('x');
  EXPECT_FALSE(coaching_->over());
  press('q');
  press('q');
  EXPECT_TRUE(coaching_->over());
  EXPECT_EQ(notebook_.over, session::EndReason::stopped);
  EXPECT_GE(seconds_of(notebook_.rolled), 5) << "what was rolled is kept";
}

TEST_F(CoachingTest, EndingBeforeTheBeginningWritesNothing) {
  press('q');
  press('q');
  EXPECT_TRUE(coaching_->left());
  EXPECT_TRUE(notebook_.events.empty());
}

TEST_F(CoachingTest, AWarningSignEndsWithItsText) {
  press(' ');
  ASSERT_TRUE(until(Phase::strokes));
  press('!');
  EXPECT_EQ(coaching_->scene().panel, Panel::signs);
  press('a');
  EXPECT_TRUE(coaching_->over());
  EXPECT_EQ(notebook_.over, session::EndReason::urgent);
  EXPECT_TRUE(coaching_->scene().caption_urgent);
}

TEST_F(CoachingTest, AFailingLogIsSaidOnceAndNeverStopsTheGuiding) {
  notebook_.broken = true;
  press(' ');
  EXPECT_NE(coaching_->notice().find("cannot be written"), std::string::npos);
  EXPECT_TRUE(until(Phase::over));
  EXPECT_EQ(coaching_->view().reason, session::EndReason::finished);
}

TEST_F(CoachingTest, WordsSayTheSameAndAnUnknownOnePauses) {
  coaching_->words("go", now_);
  ASSERT_TRUE(until(Phase::strokes));
  EXPECT_EQ(coaching_->words("softer", now_), "");
  EXPECT_NE(coaching_->words("fast\x1b[2J", now_).find("got fast?[2J"), std::string::npos);
  EXPECT_TRUE(coaching_->view().paused);
}

/// Events somebody could cause, at random.
void storm(Coaching& coaching, ClockReading& now, std::mt19937& chance, int count) {
  // Trouble ends areas, so there is little of it.
  static constexpr char common[] = " \r0123456shprt+z";
  static constexpr char rare[] = "789ngxcd";
  for (int i = 0; i < count && !coaching.over(); ++i) {
    const auto ms = static_cast<std::int64_t>(chance() % 900);
    const bool jump = chance() % 40 == 0;
    now.boot_ms += ms;
    now.wall_ms += jump ? 90'000 : ms;
    if (chance() % 12 == 0) {
      const bool trouble = chance() % 30 == 0;
      coaching.press(key(trouble ? rare[chance() % (sizeof rare - 1)]
                                 : common[chance() % (sizeof common - 1)]),
                     now);
    } else {
      coaching.turn(now);
    }
  }
}

/// What is kept is enough: from it the session comes out the same, to the byte.
TEST_F(CoachingTest, TheLogReplaysToTheSameState) {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    Notebook notebook;
    Ear ear;
    ClockReading now{0, 0};
    Coaching coaching(guided(), notebook, ear, now);
    coaching.press(key(' '), now);
    std::mt19937 chance(seed);
    storm(coaching, now, chance, 1500);
    // To the moment of the last event that is kept.
    while (!coaching.over() &&
           (notebook.events.empty() || notebook.events.back().at.ms != coaching.moment().ms)) {
      now.boot_ms += 100;
      now.wall_ms += 100;
      coaching.turn(now);
      if (coaching.view().paused) coaching.press(Key::other, now);
    }
    session::Engine again(*example().answer.plan, embedded_pack());
    const Happening told = told_again(again, notebook.events);
    EXPECT_EQ(again.snapshot(), coaching.snapshot()) << seed;
    EXPECT_EQ(seconds_of(told.rolled), seconds_of(notebook.rolled)) << seed;
    EXPECT_EQ(told.ended.size(), notebook.ended.size()) << seed;
  }
}

/// Killed at any moment and taken up again: paused, nothing lost, and together never more than the
/// rules leave.
TEST_F(CoachingTest, TakenUpAgainAfterAKill) {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    Notebook notebook;
    Ear ear;
    ClockReading now{0, 0};
    std::mt19937 chance(seed);
    {
      Coaching coaching(guided(), notebook, ear, now);
      coaching.press(key(' '), now);
      storm(coaching, now, chance, 200 + static_cast<int>(chance() % 600));
      if (coaching.over()) continue;
    }
    Guided again = guided();
    again.before = notebook.events;
    again.rolled_before = notebook.rolled.size();
    again.ended_before = notebook.ended.size();
    now = {5'000'000, 5'000'000};
    Coaching coaching(again, notebook, ear, now);
    if (coaching.over()) continue;
    EXPECT_TRUE(coaching.view().paused) << seed;
    for (int i = 0; i < 30'000 && !coaching.over(); ++i) {
      now.boot_ms += 100;
      now.wall_ms += 100;
      coaching.turn(now);
      if (coaching.view().paused) coaching.press(key(' '), now);
    }
    ASSERT_TRUE(coaching.over()) << seed;
    const auto document = session::rolled_document(*example().answer.plan, example().request,
                                                   embedded_pack(), notebook.rolled);
    EXPECT_TRUE(
        safety::audit(document, example().request, embedded_pack(), safety::AuditMode::rolled)
            .empty())
        << seed;
    session::Engine whole(*example().answer.plan, embedded_pack());
    const Happening told = told_again(whole, notebook.events);
    EXPECT_EQ(seconds_of(told.rolled), seconds_of(notebook.rolled)) << seed;
    EXPECT_EQ(told.ended.size(), notebook.ended.size()) << seed;
  }
}

/// Killed while it asks: silence, and what that settles is written down.
TEST_F(CoachingTest, KilledWhileItAsks) {
  for (const bool hurts : {true, false}) {
    SetUp();
    press(' ');
    ASSERT_TRUE(until(Phase::strokes));
    pass(10'000);
    press(hurts ? 'x' : 'n');
    ASSERT_EQ(coaching_->view().asks_pain, hurts);
    Guided again = guided();
    again.before = notebook_.events;
    again.rolled_before = notebook_.rolled.size();
    again.ended_before = notebook_.ended.size();
    ASSERT_TRUE(notebook_.rolled.empty() && notebook_.ended.empty());
    Coaching coaching(again, notebook_, ear_, now_);
    EXPECT_EQ(notebook_.ended.size(), hurts ? 1 : 0);
    coaching.happen(EventKind::stop, now_);
    EXPECT_EQ(notebook_.rolled.size(), 1U);
    notebook_.events.clear();
    notebook_.rolled.clear();
    notebook_.ended.clear();
  }
}

}  // namespace
}  // namespace unknot::cli
