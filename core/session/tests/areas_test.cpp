// What ends an area, and what of it reaches others.

#include "small_session.hpp"

namespace unknot::session::small {
namespace {

/// Three areas in a row, each sharing a muscle with the next alone.
Pack chained() {
  static constexpr std::array pear_and_ham{glutes, hamstrings};
  static const auto rows = [] {
    auto changed = safety::small::places;
    changed[piriformis.value].overlaps = pear_and_ham;
    changed[hamstrings.value].overlaps = only_piriformis;
    return changed;
  }();
  Pack pack = guided_pack();
  pack.places = rows;
  return pack;
}

const Draft chain = rolls("lr", "piriformis_hold", "ball") + rolls("lr", "glutes_ball", "ball") +
                    rolls("lr", "hamstrings_roller", "soft");

TEST(Areas, OneThatIsOverBecauseOfAnotherStillClosesItsOwnOverlaps) {
  Guided guided(chain, {.ask_levels = false}, chained());
  EXPECT_EQ(guided.after("0 start, 0 ready, 5 skip, 5 skip, 5 ready, 5 it_hurt, 11"),
            "area_over glutes hurt, step_over hurt, over finished");
  for (std::size_t step = 0; step < chain.size(); ++step) {
    EXPECT_TRUE(guided.engine.state_of(step).over) << step;
  }
}

TEST(Areas, AnOverlapAloneClosesNothingBeyondIt) {
  Guided guided(chain, {.ask_levels = false}, chained());
  EXPECT_EQ(guided.after("0 start, 0 skip, 0 skip, 0 ready, 5 level 8"),
            "level_taken 8, paused hurt, area_over glutes level, step_over level");
  EXPECT_EQ(guided.engine.view().step, 4U);
}

}  // namespace
}  // namespace unknot::session::small
