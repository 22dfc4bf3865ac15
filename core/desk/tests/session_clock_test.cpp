#include "unknot/desk/session_clock.hpp"

#include <gtest/gtest.h>

namespace unknot::desk {
namespace {

constexpr std::int64_t gap = 2500;

TEST(SessionClock, GivesTimeAsItGoesBy) {
  SessionClock clock(1000, gap, {5000, 100000});
  const Passed passed = clock.advance({5070, 100070});
  EXPECT_FALSE(passed.gap);
  ASSERT_EQ(passed.moments.size(), 1U);
  EXPECT_EQ(passed.moments[0].ms, 70);
  EXPECT_EQ(clock.real_ms_until({100}), 30);
  EXPECT_EQ(clock.real_ms_until({70}), 0);
}

TEST(SessionClock, FasterThanLifeComesInSlicesBelowTheGap) {
  SessionClock clock(60'000, gap, {0, 0});
  const Passed passed = clock.advance({100, 100});
  EXPECT_FALSE(passed.gap);
  std::int64_t before = 0;
  for (const auto moment : passed.moments) {
    EXPECT_LE(moment.ms - before, gap / 2);
    EXPECT_GT(moment.ms, before);
    before = moment.ms;
  }
  EXPECT_EQ(before, 6000);
  EXPECT_EQ(clock.real_ms_until({6060}), 1);
}

TEST(SessionClock, WhatIsPassedOverIsNoTimeOfTheSession) {
  SessionClock clock(1000, gap, {0, 0});
  (void)clock.advance({400, 400});
  clock.pass_over({1400, 1400});
  EXPECT_EQ(clock.now().ms, 400);
  const Passed passed = clock.advance({1500, 1500});
  EXPECT_FALSE(passed.gap);
  EXPECT_EQ(passed.moments.back().ms, 500);
}

TEST(SessionClock, SlowMotionLosesNothing) {
  SessionClock clock(100, gap, {0, 0});
  std::int64_t boot = 0;
  for (int i = 0; i < 1000; ++i) {
    boot += 7;
    (void)clock.advance({boot, boot});
  }
  EXPECT_EQ(clock.now().ms, 700);
}

struct Gap {
  const char* what;
  ClockReading reading;
};

TEST(SessionClock, WhateverCannotBeTrustedIsAGap) {
  for (const Gap& row :
       {Gap{"the machine slept", {3'600'000, 3'600'000}}, Gap{"it was held", {2501, 2501}},
        Gap{"the wall clock was set back a day", {100, -86'400'000}},
        Gap{"the wall clock was set on", {100, 3'600'000}},
        Gap{"the clock since boot stood still", {0, 60'000}},
        Gap{"the clock since boot went back", {-1, 100}}}) {
    SessionClock clock(1000, gap, {0, 0});
    const Passed passed = clock.advance(row.reading);
    EXPECT_TRUE(passed.gap) << row.what;
    EXPECT_EQ(clock.now().ms, 0) << row.what << ": nothing of it counts";
    const Passed after = clock.advance({row.reading.boot_ms + 10, row.reading.wall_ms + 10});
    EXPECT_FALSE(after.gap) << row.what << ": and then it goes on";
    EXPECT_EQ(clock.now().ms, 10);
  }
}

TEST(SessionClock, SummerTimeAndJourneysDoNotMatter) {
  // Both change the offset, never the seconds since 1970.
  SessionClock clock(1000, gap, {0, 1'774'746'000'000});
  EXPECT_FALSE(clock.advance({1000, 1'774'746'001'000}).gap);
}

}  // namespace
}  // namespace unknot::desk
