// The ladder: what experience opens, what history earns, what takes it back; and what pressure a
// tool means.

#include <gtest/gtest.h>

#include "envelope_words.hpp"

namespace unknot::safety::ladder_test {
namespace {

using namespace small;
using enum model::Side;
using enum model::Experience;
using model::AfterEffect;

// clang-format off

TEST(Ladder, IsEarned) {
  expect({
      {"again", past(hamstrings, 3, 1), "hamstrings ladder: 6/600/6 6/600/6 6/600/6 -"},
      {"again, not clean", past(hamstrings, 3, 0), ""},
      {"again, one side", past(hamstrings, 3, 1) & on_side(right),
       "hamstrings/right ladder: 6/600/6 6/600/6 6/600/6 -\n"
       "sides may differ: yes"},
      {"one up", past(hamstrings, 3, 3, {{6, 5, 5}}),
       "hamstrings ladder: 6/600/6 6/600/6 6/600/6 6/600/6"},
      {"one up, too early", past(hamstrings, 3, 2), "hamstrings ladder: 6/600/6 6/600/6 6/600/6 -"},
      {"one up, a level too high", past(hamstrings, 3, 3, {{3, 3, 7}}),
       "advice: softer_after_strong by soft_first at hamstrings/both 7 level\n"
       "hamstrings ladder: 6/600/6 6/600/6 - -"},
      {"one up, the median too high", past(hamstrings, 3, 3, {{6, 6, 3}}),
       "hamstrings ladder: 6/600/6 6/600/6 6/600/6 -"},
      {"one up, too few levels", past(hamstrings, 3, 3, {{3, 3}}),
       "hamstrings ladder: 6/600/6 6/600/6 6/600/6 -"},
      {"one up, a level unknown", past(hamstrings, 3, 3, {{3, {}, 3}}),
       "hamstrings ladder: 6/600/6 6/600/6 6/600/6 -"},
      {"from the top there is none", past(hamstrings, 4, 3),
       "hamstrings ladder: 6/600/6 6/600/6 3/600/6 6/600/6"},
      {"again on the fourth, seasoned", is(seasoned) & past(hamstrings, 4, 1),
       "all ladder: 6/600/6 6/600/6 6/600/6 6/600/6L\n"
       "hamstrings ladder: 6/600/6 6/600/6 6/600/6 6/600/6"},
      {"new, again", is(fresh) & past(hamstrings, 1, 1),
       "all ladder: 3/600/6 3/600/6 2/60/4 -\n"
       "hamstrings ladder: 6/600/6 3/600/6 2/60/4 -\n"
       "pace: 3..6"},
      {"new, one up", is(fresh) & past(hamstrings, 2, 3),
       "all ladder: 3/600/6 3/600/6 2/60/4 -\n"
       "hamstrings ladder: 3/600/6 6/600/6 6/600/6 -\n"
       "pace: 3..6"},
      {"new, again on the third", is(fresh) & past(hamstrings, 3, 1),
       "all ladder: 3/600/6 3/600/6 2/60/4 -\n"
       "hamstrings ladder: 3/600/6 3/600/6 6/600/6 -\n"
       "pace: 3..6"},
      {"back after seven", past(hamstrings, 3, 1, {{3, 7, 3}}),
       "advice: softer_after_strong by soft_first at hamstrings/both 7 level\n"
       "hamstrings ladder: 6/600/6 6/600/6 - -"},
      {"six is no reason", past(hamstrings, 3, 1, {{6, 6, 6}}),
       "hamstrings ladder: 6/600/6 6/600/6 6/600/6 -"},
      {"back, but never below the first", past(hamstrings, 1, 1, {{10}}),
       "advice: softer_after_strong by soft_first at hamstrings/both 10 level\n"
       "hamstrings ladder: 6/600/6 - - -"},
      {"back after long soreness", after(hamstrings, AfterEffect::sore_over_48h, true),
       "advice: softer_after_soreness by soft_first at hamstrings/both\n"
       "hamstrings ladder: 6/600/6 - - -"},
      {"the stricter of two", past(hamstrings, 3, 3, {{6, 5, 5}}) & past(hamstrings, 3, 2),
       "hamstrings ladder: 6/600/6 6/600/6 6/600/6 -"},
      {"forbidden only together",
       past(hamstrings, 3, 3, {{6, 5, 5}}) & past(hamstrings, 3, 3, {{5, 6, 5}}),
       "hamstrings ladder: 6/600/6 6/600/6 6/600/6 -"},
      {"forbidden only together, told the other way",
       past(hamstrings, 3, 3, {{5, 6, 5}}) & past(hamstrings, 3, 3, {{6, 5, 5}}),
       "hamstrings ladder: 6/600/6 6/600/6 6/600/6 -"},
      {"a mark closes what was hardly open",
       is(fresh) & limit(Number::new_third_intensity_max, 1) &
           after(hamstrings, AfterEffect::bruise, true),
       "advice: softer_after_harm by after_effects at hamstrings/both\n"
       "all ladder: 3/600/6 3/600/6 1/60/4 -\n"
       "hamstrings ladder: 3/600/6 -after_effects -after_effects -\n"
       "pace: 3..6"},
      {"allowed together",
       past(hamstrings, 3, 3, {{5, 4, 5}}) & past(hamstrings, 3, 4, {{5, 3, 5}}),
       "hamstrings ladder: 6/600/6 6/600/6 6/600/6 6/600/6"},
      {"a level one of them does not know",
       past(hamstrings, 3, 3) & past(hamstrings, 3, 3, {{3, 3, {}}}),
       "hamstrings ladder: 6/600/6 6/600/6 6/600/6 -"},
      {"a level one of them does not have",
       past(hamstrings, 3, 3, {{3, 3, 3, 3}}) & past(hamstrings, 3, 3),
       "hamstrings ladder: 6/600/6 6/600/6 6/600/6 -"},
      {"two rungs", past(hamstrings, 3, 3) & past(hamstrings, 2, 3),
       "hamstrings ladder: 6/600/6 6/600/6 6/600/6 -"},
      {"two rungs, the other first", past(hamstrings, 2, 3) & past(hamstrings, 3, 3),
       "hamstrings ladder: 6/600/6 6/600/6 6/600/6 -"},
      {"back together", past(hamstrings, 3, 1, {{7}}) & past(hamstrings, 2, 3),
       "advice: softer_after_strong by soft_first at hamstrings/both 7 level\n"
       "hamstrings ladder: 6/600/6 - - -"},
      {"back together, the other first",
       past(hamstrings, 2, 1) & past(hamstrings, 4, 1, {{8}}) & past(hamstrings, 4, 1),
       "advice: softer_after_strong by soft_first at hamstrings/both 8 level\n"
       "hamstrings ladder: 6/600/6 - - -"},
      {"sore together",
       past(hamstrings, 2, 1) & after(hamstrings, AfterEffect::sore_over_48h, true),
       "advice: softer_after_soreness by soft_first at hamstrings/both\n"
       "hamstrings ladder: 6/600/6 - - -"},
      {"lighter by one of two, seasoned",
       is(seasoned) & past(hamstrings, 4, 1) & past(hamstrings, 1, 0),
       "all ladder: 6/600/6 6/600/6 6/600/6 6/600/6L"},
      {"lighter by the other, seasoned",
       is(seasoned) & past(hamstrings, 1, 0) & past(hamstrings, 4, 1),
       "all ladder: 6/600/6 6/600/6 6/600/6 6/600/6L"},
      {"new, by one of two", is(fresh) & past(hamstrings, 3, 1) & past(hamstrings, 2, 1),
       "all ladder: 3/600/6 3/600/6 2/60/4 -\n"
       "pace: 3..6"},
      {"never above the ceiling", past(hamstrings, 2, 1) & limit(Number::again_intensity_max, 10),
       "hamstrings ladder: 6/600/6 8/600/6 3/600/6 -"},
      {"gentle, and climbed", has("bruising") & past(hamstrings, 3, 3),
       "advice: condition_limits by condition for bruising\n"
       "all ladder: 6/600/4 2/600/4condition -condition -\n"
       "all seconds: 60\n"
       "gentle: condition\n"
       "hamstrings ladder: 6/600/4 2/600/4condition -condition -condition\n"
       "level: 2"},
      {"gentle, after a mark", has("bruising") & after(hamstrings, AfterEffect::bruise, true),
       "advice: condition_limits by condition for bruising; "
       "softer_after_harm by after_effects at hamstrings/both\n"
       "all ladder: 6/600/4 2/600/4condition -condition -\n"
       "all seconds: 60\n"
       "gentle: condition\n"
       "hamstrings ladder: 6/600/4 -after_effects -after_effects -\n"
       "level: 2"},
      {"gentle, new", has("bruising") & is(fresh),
       "advice: condition_limits by condition for bruising\n"
       "all ladder: 3/600/4 2/600/4condition -condition -\n"
       "all seconds: 60\n"
       "gentle: condition\n"
       "level: 2\n"
       "pace: 3..6"},
      {"history elsewhere only", past(spine, 4, 1),
       "spine ladder: 6/600/6 6/600/6 3/600/6 6/600/6"}});
}

TEST(Ladder, NamesTheFirstConditionThatAsksToBeGentle) {
  static auto both_gentle = conditions;
  both_gentle[find_condition(pack(), "no_heat").value].effects.gentle = true;
  for (const auto& [first, second] : {std::pair("bruising", "no_heat"), {"no_heat", "bruising"}}) {
    Sample s = clean();
    s.pack.conditions = both_gentle;
    (has(first) & has(second))(s);
    const auto bar = objection(draw_envelope(s.request, s.pack), s.request, s.pack,
                               {{0}, 2, VariantKind::lighter}, 0);
    ASSERT_TRUE(bar);
    EXPECT_EQ(in_words(*bar, s.pack),
              std::string("condition for ") + first + " 3 rung of 2 rung, by load");
  }
}

TEST(Ladder, NamesNoConditionForAnother) {
  Sample s = clean();
  (has("bruising") & after(hamstrings, AfterEffect::bruise, true))(s);
  const auto bar = objection(draw_envelope(s.request, s.pack), s.request, s.pack,
                             {{0}, 2, VariantKind::lighter}, 0);
  ASSERT_TRUE(bar);
  EXPECT_EQ(in_words(*bar, s.pack), "after_effects 3 rung of 1 rung, by load");
}

struct LoadRow {
  const char* tool;
  VariantKind variant;
  std::optional<std::int32_t> hectograms;
  Load load;  ///< mass x share x 9.81 m/s2 / area, in steps of 15 kPa, rounded, 1..10.
};

TEST(Load, IsMassTimesShareOverArea) {
  using enum VariantKind;
  const LoadRow rows[] = {
      {"soft", lighter, 700, {1, 1}},     // 70 kg x 0.1 x 9.81 / 75 cm2 = 9.2 kPa
      {"soft", standard, 700, {1, 1}},    // 18.3
      {"soft", harder, 700, {1, 2}},      // 36.6
      {"soft", harder, 614, {1, 2}},      // 32.1
      {"soft", harder, 717, {1, 3}},      // 37.51, just past two and a half steps
      {"soft", harder, 716, {1, 2}},      // 37.46
      {"soft", lighter, 200, {1, 1}},     // 2.6, and nothing is below 1
      {"soft", harder, 4000, {1, 10}},    // 209, and nothing is above 10
      {"soft", harder, {}, {1, 3}},       // 75 kg when nobody said: 39.2
      {"medium", harder, 700, {2, 3}},    // 40.4
      {"firm", harder, 700, {3, 3}},      // 49.9
      {"spiky", harder, 700, {4, 4}},     // 58.4
      {"spiky", harder, 2700, {4, 10}}};  // 225
  for (const LoadRow& row : rows) {
    Sample s = clean();
    s.request.person.mass_hectograms = row.hectograms;
    std::size_t tool = 0;
    while (s.request.tools[tool].id != row.tool) ++tool;
    const auto load = load_of(s.request, s.pack, {{0}, tool, row.variant});
    EXPECT_EQ(load.rung, row.load.rung) << row.tool;
    EXPECT_EQ(load.intensity, row.load.intensity) << row.tool << ' ' << row.hectograms.value_or(0);
  }
}

// clang-format on

}  // namespace
}  // namespace unknot::safety::ladder_test
