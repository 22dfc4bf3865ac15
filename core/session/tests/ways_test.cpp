// Softer and harder: which of the ways the gate has judged, and what binds the steps to come.

#include "small_session.hpp"

namespace unknot::session::small {
namespace {

using enum VariantKind;

using Step = model::DraftStep;

/// Standard, with lighter and harder beside it.
Draft middling(const char* sides = "l") {
  const Draft draft = with<&Step::variant>(standard, rolls(sides, "hamstrings_stick", "stick"));
  return or_else(or_else(draft, "hamstrings_stick", "stick", lighter), "hamstrings_stick", "stick",
                 harder);
}

TEST(Ways, SofterAndHarder) {
  expect({
      {"softer", middling(), "0 start, 0 ready, 5 softer",
       "eased hamstrings_stick lighter, set_begins 25"},
      {"no softer", middling(), "0 start, 0 ready, 5 softer, 6 softer", "no_softer"},
      {"harder", middling(), "0 start, 0 ready, 5 harder",
       "hardened hamstrings_stick harder, set_begins 25"},
      {"no harder", middling(), "0 start, 0 ready, 5 harder, 6 harder", "no_harder"},
      {"back up", middling(), "0 start, 0 ready, 5 softer, 6 harder",
       "hardened hamstrings_stick standard, set_begins 24"},
      {"never back up after 7", middling(), "0 start, 0 ready, 5 level 7, 6 harder", "no_harder"},
      {"before the set", middling(), "0 start, 5 softer", "eased hamstrings_stick lighter"},
      {"and the clock runs on", middling(), "0 start, 5 softer, 25", "set_begins 30"},
      {"paused", middling(), "0 start, 0 ready, 5 pause, 6 softer",
       "eased hamstrings_stick lighter"},
      {"paused and on again", middling(), "0 start, 0 ready, 5 pause, 6 softer, 7 resume, 12",
       "set_begins 25"},
      {"nothing left of the set", middling(), "0 start, 0 ready, 29.5 softer",
       "eased hamstrings_stick lighter, step_over finished, ask_level 6"},
  });
}

TEST(Ways, ASevenClosesHarderForWhatSharesAMuscle) {
  const Draft glutes_first =
      or_else(with<&Step::variant>(standard, rolls("lr", "glutes_ball", "ball")), "glutes_ball",
              "ball", lighter) +
      or_else(rolls("lr", "piriformis_hold", "ball"), "piriformis_hold", "ball", standard);
  const Row rows[] = {
      {"nothing was told", glutes_first, "0 start, 0 skip, 0 skip, 0 ready, 0 harder",
       "hardened piriformis_hold standard, set_begins 30"},
      {"6 was told", glutes_first, "0 start, 0 ready, 5 level 6, 5 skip, 5 skip, 5 ready, 5 harder",
       "hardened piriformis_hold standard, set_begins 30"},
      {"7 was told", glutes_first, "0 start, 0 ready, 5 level 7, 5 skip, 5 skip, 5 ready, 5 harder",
       "no_harder"},
      {"of something else", middling() + glutes_first,
       "0 start, 0 ready, 5 level 7, 5 skip, 5 skip, 5 skip, 5 ready, 5 harder",
       "hardened piriformis_hold standard, set_begins 30"},
  };
  expect({std::begin(rows), std::end(rows)}, {.ask_levels = false});
}

TEST(Ways, ASevenEndsTheAreaWhereNothingEasierIsLeft) {
  const Draft right = with<&Step::variant>(standard, rolls("r", "hamstrings_stick", "stick"));
  Guided guided(or_else(with<&Step::variant>(standard, rolls("l", "hamstrings_stick", "stick")),
                        "hamstrings_stick", "stick", lighter) +
                    right + rolls("lr", "glutes_ball", "ball"),
                {.ask_levels = false});
  EXPECT_EQ(guided.after("0 start, 0 ready, 5 level 7"),
            "level_taken 7, eased hamstrings_stick lighter, set_begins 25");
  EXPECT_EQ(guided.after("30.5"),
            "step_over finished, area_over hamstrings level, step_over level, get_ready 25");
  EXPECT_EQ(guided.after("31 back, 31 back"), "nothing_before");
}

/// A way may be firmer and yet press less; what is allowed is the least of both.
TEST(Ways, WhatWasTooStrongBindsRungAndPressureEachByItself) {
  const auto at_most = [](const Guided& guided) {
    const std::string all = guided.engine.snapshot();
    const auto from = all.find("\"rung_most\"");
    return all.substr(from, all.find('}', from) - from);
  };
  // Rolled heavily with a soft tool and, while that is still asked about, lightly with a firmer
  // one.
  const Draft soft = or_else(with<&Step::variant>(harder, rolls("r", "hamstrings_roller", "soft")),
                             "hamstrings_roller", "soft", standard);
  const Draft firmer =
      or_else(with<&Step::variant>(standard, rolls("l", "hamstrings_roller", "medium")),
              "hamstrings_roller", "medium", lighter);
  Guided guided(soft + firmer);
  EXPECT_EQ(guided.after("0 start, 0 ready, 5 skip, 5 ready, 5 softer"),
            "eased hamstrings_roller lighter, set_begins 30");
  EXPECT_EQ(at_most(guided), "\"rung_most\":2,\"pascals_most\":10098");
  EXPECT_EQ(guided.after("6 level 7"),
            "level_taken 7, area_over hamstrings level, step_over level, over finished");
  EXPECT_EQ(at_most(guided), "\"rung_most\":1,\"pascals_most\":10098");
}

/// Told while getting ready for a step that has no way as easy as that.
TEST(Ways, ASevenEndsTheNextStepThatIsTooStrong) {
  const Draft soft = or_else(with<&Step::variant>(harder, rolls("r", "hamstrings_roller", "soft")),
                             "hamstrings_roller", "soft", standard);
  const Draft firmer = with<&Step::variant>(standard, rolls("l", "hamstrings_roller", "medium"));
  expect({{"asked", soft + firmer, "0 start, 0 ready, 5 skip, 6 level 7",
           "level_taken 7, area_over hamstrings level, step_over level, over finished"}});
}

TEST(Ways, ARestIsNotCutShortByAnotherWay) {
  const Draft draft = or_else(
      with<&Step::rest_seconds>(
          100, with<&Step::variant>(standard, rolls("l", "hamstrings_stick", "stick", {20, 20}))),
      "hamstrings_roller", "soft", lighter);
  expect({
      {"another way", draft, "0 start, 0 ready, 20, 21 softer",
       "eased hamstrings_roller lighter, get_ready 99"},
      {"ready", draft, "0 start, 0 ready, 20, 21 softer, 22 ready", "rest 98"},
      {"paused", draft, "0 start, 0 ready, 20, 21 softer, 22 pause, 50 resume", "get_ready 98"},
      {"over", draft, "0 start, 0 ready, 20, 21 softer, 22 pause, 50 resume, 51 ready, 148",
       "set_begins 20"},
      {"repeated", draft, "0 start, 0 ready, 20, 21 softer, 22 repeat", ""},
      {"repeated in the rest", draft, "0 start, 0 ready, 20, 21 softer, 22 ready, 23 repeat",
       "again 20"},
  });
}

}  // namespace
}  // namespace unknot::session::small
