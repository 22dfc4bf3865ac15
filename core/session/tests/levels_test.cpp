// Levels and pain: what they reach, and what is asked afterwards.

#include "small_session.hpp"

namespace unknot::session::small {
namespace {

const Draft alone = rolls("l", "hamstrings_stick", "stick");

TEST(Levels, NobodyIsAskedTwice) {
  expect({
      {"asked", alone, "0 start, 0 ready, 30", "step_over finished, ask_level 6"},
      {"told while rolling", alone, "0 start, 0 ready, 5 level 4, 30",
       "step_over finished, over finished"},
      {"told as the pain", alone, "0 start, 0 ready, 5 it_hurt, 6 level 4, 7 resume, 12, 37",
       "step_over finished, over finished"},
  });
}

/// Two steps with an easier way each.
Draft two() {
  const auto middling = [](const char* side, const char* technique, const char* tool) {
    return or_else(
        with<&model::DraftStep::variant>(VariantKind::standard, rolls(side, technique, tool)),
        technique, tool, VariantKind::lighter);
  };
  return middling("l", "hamstrings_stick", "stick") + middling("lr", "glutes_ball", "ball");
}

TEST(Levels, WhatTheyReach) {
  expect({
      {"6", two(), "0 start, 0 ready, 5 level 6", "level_taken 6"},
      {"7", two(), "0 start, 0 ready, 5 level 7",
       "level_taken 7, eased hamstrings_stick lighter, set_begins 25"},
      {"8", two(), "0 start, 0 ready, 5 level 8",
       "level_taken 8, paused hurt, area_over hamstrings level, step_over level"},
      {"11", two(), "0 start, 0 ready, 5 level 11", ""},
      {"-1", two(), "0 start, 0 ready, 5 level -1", ""},
      {"7 twice", two(), "0 start, 0 ready, 5 level 7, 6 level 7",
       "level_taken 7, area_over hamstrings level, step_over level, get_ready 25"},
      {"asked, and rolling on", two(), "0 start, 0 ready, 5 skip, 5 ready, 6 level 7",
       "level_taken 7, eased glutes_ball lighter, set_begins 29"},
      {"asked, at the first moment", two(), "0 start, 0 ready, 5 skip, 5 ready, 5 level 7",
       "level_taken 7, eased glutes_ball lighter, set_begins 30"},
      {"asked, getting ready", two(), "0 start, 0 ready, 5 skip, 6 level 7", "level_taken 7"},
      {"no longer asked", two(), "0 start, 0 ready, 5 skip, 5 ready, 11, 12 level 7",
       "level_taken 7, eased glutes_ball lighter, set_begins 23"},
      {"pain of 6", two(), "0 start, 0 ready, 5 it_hurt, 6 level 6",
       "level_taken 6, eased hamstrings_stick lighter"},
      {"pain of 7", two(), "0 start, 0 ready, 5 it_hurt, 6 level 7",
       "level_taken 7, eased hamstrings_stick lighter"},
      {"pain of 8", two(), "0 start, 0 ready, 5 it_hurt, 6 level 8",
       "level_taken 8, area_over hamstrings level, step_over level"},
      {"pain told twice", two(), "0 start, 0 ready, 5 it_hurt, 6 it_hurt", ""},
      {"pain, nothing rolled yet", two(), "0 start, 5 it_hurt, 6 level 7",
       "level_taken 7, eased hamstrings_stick lighter"},
  });
}

TEST(Levels, TheMarkStandsOnBoth) {
  Guided guided(two());
  static_cast<void>(guided.after("0 start, 0 ready, 5 skip, 5 ready, 6 level 7"));
  ASSERT_EQ(guided.engine.rolled().size(), 2U);
  EXPECT_EQ(guided.engine.rolled()[0].level, 7);
  EXPECT_EQ(guided.engine.rolled()[1].level, 7);
  EXPECT_EQ(guided.engine.state_of(0).level, 7);
  EXPECT_EQ(guided.engine.state_of(1).level, 7);
  static_cast<void>(guided.after("7 level 3"));
  EXPECT_EQ(guided.engine.state_of(1).level, 7);
}

}  // namespace
}  // namespace unknot::session::small
