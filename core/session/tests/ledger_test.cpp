// The account of seconds, and that of still pressure.

#include "../src/ledger.hpp"
#include "../src/stillness.hpp"
#include "small_session.hpp"

namespace unknot::session::small {
namespace {

using enum model::Side;

struct Use {
  Entry entry;
  std::int32_t seconds;
};

struct LedgerRow {
  const char* name;
  std::vector<Use> uses;
  Entry asked;
  std::int32_t left;
};

TEST(Ledger, LeavesWhatNeitherMuscleNorRungHasUsed) {
  const std::vector<LedgerRow> rows{
      {"nothing used", {}, {hamstrings, left, 1, 600}, 90},
      {"no longer than the rung", {}, {hamstrings, left, 2, 60}, 60},
      {"used", {{{hamstrings, left, 1, 600}, 20}}, {hamstrings, left, 1, 600}, 70},
      {"the other side", {{{hamstrings, left, 1, 600}, 20}}, {hamstrings, right, 1, 600}, 90},
      {"both sides, one used", {{{hamstrings, left, 1, 600}, 20}}, {hamstrings, both, 1, 600}, 70},
      {"used on both", {{{hamstrings, both, 1, 600}, 20}}, {hamstrings, right, 1, 600}, 70},
      {"a rung of its own", {{{hamstrings, left, 1, 600}, 20}}, {hamstrings, left, 2, 60}, 60},
      {"of which some is used", {{{hamstrings, left, 2, 60}, 20}}, {hamstrings, left, 2, 60}, 40},
      {"the highest rung", {{{hamstrings, left, 4, 60}, 50}}, {hamstrings, left, 4, 60}, 10},
      {"the muscle alone", {{{hamstrings, left, 1, 600}, 50}}, {hamstrings, left, 2, 60}, 40},
      {"what shares a muscle", {{{glutes, left, 1, 600}, 20}}, {piriformis, left, 1, 600}, 70},
      {"has rungs of its own", {{{glutes, left, 2, 60}, 20}}, {piriformis, left, 2, 60}, 60},
      {"what shares none", {{{glutes, left, 1, 600}, 20}}, {hamstrings, left, 1, 600}, 90},
      {"all", {{{hamstrings, left, 1, 600}, 90}}, {hamstrings, left, 1, 600}, 0},
      {"never less", {{{hamstrings, left, 1, 600}, 95}}, {hamstrings, left, 1, 600}, 0},
  };
  const Pack pack = guided_pack();
  const auto plan = vetted(pack, rolls("lr", "glutes_ball", "ball"), one_sided());
  for (const LedgerRow& row : rows) {
    Ledger ledger(plan, pack);
    for (const Use& use : row.uses) ledger.use(use.entry, use.seconds);
    EXPECT_EQ(ledger.left(row.asked), row.left) << row.name;
  }
}

/// One press after another, ending at these moments, and what is left then.
struct Press {
  PlaceIndex area;
  model::Side side;
  bool still;
  std::int64_t ms;
  std::int64_t now;
};

struct StillRow {
  const char* name;
  std::vector<Press> presses;
  Press asked;  ///< `ms` to be held from `now` on.
  std::int64_t left;
  std::int64_t owed;
};

model::DraftStep at(const Press& press) {
  model::DraftStep step;
  step.area = press.area;
  step.side = press.side;
  return step;
}

TEST(Stillness, RunsOnUntilARest) {
  const auto held = [](PlaceIndex area, model::Side side, std::int64_t ms, std::int64_t now) {
    return Press{area, side, true, ms, now};
  };
  const Press pear30 = held(piriformis, left, 30000, 30000);
  const std::vector<StillRow> rows{
      {"nothing held", {}, held(piriformis, left, 30000, 0), 30000, 0},
      {"half",
       {held(piriformis, left, 15000, 15000)},
       held(piriformis, left, 15000, 15000),
       15000,
       0},
      {"a bit more than half",
       {held(piriformis, left, 15000, 15000)},
       held(piriformis, left, 15001, 15000),
       15000,
       15000},
      {"all", {pear30}, held(piriformis, left, 1, 30000), 0, 15000},
      {"some rest", {pear30}, held(piriformis, left, 30000, 44999), 0, 1},
      {"rest enough", {pear30}, held(piriformis, left, 30000, 45000), 30000, 0},
      {"a hold longer than any", {}, held(piriformis, left, 90000, 0), 30000, 0},
      {"the other side", {pear30}, held(piriformis, right, 30000, 30000), 30000, 0},
      {"both sides", {pear30}, held(piriformis, both, 30000, 30000), 0, 15000},
      {"what shares a muscle", {pear30}, held(glutes, left, 30000, 30000), 0, 15000},
      {"what shares none", {pear30}, held(hamstrings, left, 30000, 30000), 30000, 0},
      {"the worst of two muscles",
       {held(glutes, left, 20000, 20000)},
       held(piriformis, left, 30000, 20000),
       10000,
       15000},
      {"in parts",
       {held(piriformis, left, 10000, 10000), held(piriformis, left, 10000, 34000)},
       held(piriformis, left, 10000, 34000),
       10000,
       0},
      {"in parts with a rest",
       {held(piriformis, left, 20000, 20000), held(piriformis, left, 10000, 45000)},
       held(piriformis, left, 20000, 45000),
       20000,
       0},
      {"strokes are no rest",
       {pear30, {piriformis, left, false, 14000, 44000}},
       held(piriformis, left, 30000, 45000),
       0,
       14000},
      {"nor are they held",
       {{piriformis, left, false, 60000, 60000}},
       held(piriformis, left, 30000, 60000),
       30000,
       0},
  };
  const Pack pack = guided_pack();
  const auto plan = vetted(pack, rolls("lr", "glutes_ball", "ball"), one_sided());
  for (const StillRow& row : rows) {
    Stillness stillness(plan.limits(), pack);
    for (const Press& press : row.presses) {
      stillness.press(at(press), press.still, press.ms, press.now);
    }
    EXPECT_EQ(stillness.left_ms(at(row.asked), row.asked.now), row.left) << row.name;
    EXPECT_EQ(stillness.owed_ms(at(row.asked), row.asked.ms, row.asked.now), row.owed) << row.name;
  }
}

TEST(Stillness, AWholePassEndsIt) {
  const Pack pack = guided_pack();
  const auto plan = vetted(pack, rolls("lr", "glutes_ball", "ball"), one_sided());
  Stillness stillness(plan.limits(), pack);
  const model::DraftStep step = at({glutes, left, true, 0, 0});
  stillness.press(step, true, 20000, 20000);
  EXPECT_EQ(stillness.left_ms(step, 20000), 10000);
  stillness.passed(at({glutes, right, true, 0, 0}));
  EXPECT_EQ(stillness.left_ms(step, 20000), 10000);
  stillness.passed(step);
  EXPECT_EQ(stillness.left_ms(step, 20000), 30000);
}

}  // namespace
}  // namespace unknot::session::small
