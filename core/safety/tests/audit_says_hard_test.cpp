// Every word the audit says of pressure and of what history earns, with the numbers.

#include "audit_rows.hpp"

namespace unknot::safety::audit_says {
namespace {

// clang-format off

TEST(AuditSays, HowHard) {
  expect({
      {"on texture", on("spiky"), {},
       "soft_first 0 spiky left 4 rung of 3 rung\n"
       "soft_first 1 spiky right 4 rung of 3 rung"},
      {"on texture, gone back after a mark", on("spiky") & past(hamstrings, 2, 0), {},
       "soft_first 0 spiky left 4 rung of 3 rung\n"
       "soft_first 1 spiky right 4 rung of 3 rung"},
      {"on texture, where nothing is open",
       limit(Number::regular_intensity_max, 0) & limit(Number::regular_third_intensity_max, 0) &
           on("spiky"), {},
       "soft_first 0 spiky left 4 rung of 1 rung\n"
       "soft_first 1 spiky right 4 rung of 1 rung"},
      {"seasoned, where the ladder stops at two",
       is(seasoned) & limit(Number::seasoned_rung_max, 2) & on("firm", "standard"), {},
       "soft_first 0 firm left 3 rung of 2 rung\n"
       "soft_first 1 firm right 3 rung of 2 rung"},
      {"regular, heavy on firm", weighs(1400) & on("firm", "harder"), {},
       "soft_first 0 hamstrings_roller left 7 index of 3 index\n"
       "soft_first 1 hamstrings_roller right 7 index of 3 index"},
      {"above the ceiling",
       weighs(4000) & past(hamstrings, 1, 3) & limit(Number::again_intensity_max, 10) &
           on("soft", "harder"), {},
       "soft_first 0 hamstrings_roller left 10 index of 8 index\n"
       "soft_first 1 hamstrings_roller right 10 index of 8 index"},
      {"just at the ceiling",
       weighs(2300) & past(hamstrings, 1, 3) & limit(Number::again_intensity_max, 10) &
           on("soft", "harder"), {},
       ""},
      {"medium when gentle, too hard", has("bruising") & weighs(1000) & on("medium", "harder"), {},
       "condition 0 hamstrings_roller left 4 index of 2 index\n"
       "condition 1 hamstrings_roller right 4 index of 2 index"},
      {"firm when gentle", has("bruising") & on("firm"), {},
       "condition 0 firm left 3 rung of 2 rung\n"
       "condition 1 firm right 3 rung of 2 rung"},
      {"felt five when gentle", has("bruising") & on("soft") & felt(5), {},
       "condition 0 level_target left 5 level of 4 level"},
      {"felt seven", felt(7), {}, "soft_first 0 level_target left 7 level of 6 level"},
      {"felt less than nothing", in<&Words::level_low>(0, -1), {},
       "soft_first 0 level_target left"},
      {"felt from nothing", in<&Words::level_low>(0, 0), {}, ""},
      {"felt, no end said", no_high, {}, "soft_first 0 level_target left"},
      {"felt upside down", felt(2), {}, "soft_first 0 level_target left"},
      {"new on firm, long and felt too much", is(fresh) & on("firm") & sets({30, 31}) & felt(5), {},
       "soft_first 0 hamstrings_roller left 61 second of 60 second\n"
       "soft_first 0 level_target left 5 level of 4 level\n"
       "soft_first 1 hamstrings_roller right 61 second of 60 second"},
      {"new on firm, no end said", is(fresh) & on("firm") & no_high, {},
       "soft_first 0 level_target left"},
      {"new on firm, where three rungs are open",
       is(fresh) & limit(Number::new_rung_max, 3) & on("firm") & sets({61}), {},
       ""},
      {"new on firm, and soft beside it",
       is(fresh) & only("lrlr", "hamstrings_roller", "firm") & sets({45}) & tool_of(2, "soft") &
           tool_of(3, "soft"), {},
       ""},
      {"new on firm, and nobody's way beside it",
       is(fresh) & only("lrl", "hamstrings_roller", "firm") & sets({45}), unknown_way(2),
       "own_tools 2 ? left\n"
       "equal_sides 2 hamstrings left 90 second of 45 second"},
      {"new on firm, another area beside it",
       is(fresh) & only("lr", "hamstrings_roller", "firm") & firm_calves & sets({45}), {},
       ""},
      {"new on firm, with history that is not enough",
       is(fresh) & past(hamstrings, 3, 0) & on("firm") & sets({61}), {},
       "soft_first 0 hamstrings_roller left 61 second of 60 second\n"
       "soft_first 1 hamstrings_roller right 61 second of 60 second"},
      {"new on firm, with one history of two",
       is(fresh) & past(hamstrings, 3, 1) & past(hamstrings, 2, 1) & on("firm") & sets({61}), {},
       "soft_first 0 hamstrings_roller left 61 second of 60 second\n"
       "soft_first 1 hamstrings_roller right 61 second of 60 second"},
      {"back after long soreness, together",
       past(hamstrings, 3, 1) & after(hamstrings, AfterEffect::sore_over_48h, false) &
           on("medium"), {},
       "soft_first 0 medium left 2 rung of 1 rung\n"
       "soft_first 1 medium right 2 rung of 1 rung"},
      {"back after long soreness, told first",
       after(hamstrings, AfterEffect::sore_over_48h, false) & past(hamstrings, 3, 1) &
           on("medium"), {},
       "soft_first 0 medium left 2 rung of 1 rung\n"
       "soft_first 1 medium right 2 rung of 1 rung"},
      {"a mark gone, told with another",
       past(hamstrings, 2, 1) & after(hamstrings, AfterEffect::bruise, true) & on("medium"), {},
       "after_effects 0 hamstrings left 2 rung of 1 rung\n"
       "after_effects 1 hamstrings right 2 rung of 1 rung"},
      {"a mark gone, told first",
       after(hamstrings, AfterEffect::bruise, true) & past(hamstrings, 2, 1) & on("medium"), {},
       "after_effects 0 hamstrings left 2 rung of 1 rung\n"
       "after_effects 1 hamstrings right 2 rung of 1 rung"},
      {"tingling gone", after(hamstrings, AfterEffect::tingling, true) & on("medium"), {},
       "after_effects 0 hamstrings left 2 rung of 1 rung\n"
       "after_effects 1 hamstrings right 2 rung of 1 rung"},
      {"swelling gone", after(hamstrings, AfterEffect::swelling, true) & on("medium"), {},
       "after_effects 0 hamstrings left 2 rung of 1 rung\n"
       "after_effects 1 hamstrings right 2 rung of 1 rung"},
      {"a mark gone on the calves",
       after(calves, AfterEffect::bruise, true) & only("b", "calves_roller", "medium"), {},
       "after_effects 0 calves both 2 rung of 1 rung"},
      {"back together, softer first",
       past(hamstrings, 2, 1) & past(hamstrings, 3, 1, {{7}}) & on("medium"), {},
       "soft_first 0 medium left 2 rung of 1 rung\n"
       "soft_first 1 medium right 2 rung of 1 rung"},
      {"sore together, softer first",
       past(hamstrings, 2, 1) & after(hamstrings, AfterEffect::sore_over_48h, true) & on_rung(3) &
           on("medium"), {},
       "soft_first 0 medium left 2 rung of 1 rung\n"
       "soft_first 1 medium right 2 rung of 1 rung"},
      {"sore together, softer last",
       after(hamstrings, AfterEffect::sore_over_48h, true) & on_rung(3) & past(hamstrings, 2, 1) &
           on("medium"), {},
       "soft_first 0 medium left 2 rung of 1 rung\n"
       "soft_first 1 medium right 2 rung of 1 rung"},
      {"marked together, softer first",
       past(hamstrings, 2, 1) & after(hamstrings, AfterEffect::bruise, true) & on_rung(3) &
           on("medium"), {},
       "after_effects 0 hamstrings left 2 rung of 1 rung\n"
       "after_effects 1 hamstrings right 2 rung of 1 rung"},
      {"marked together, softer last",
       after(hamstrings, AfterEffect::bruise, true) & on_rung(3) & past(hamstrings, 2, 1) &
           on("medium"), {},
       "after_effects 0 hamstrings left 2 rung of 1 rung\n"
       "after_effects 1 hamstrings right 2 rung of 1 rung"},
      {"one up, forbidden only together",
       past(hamstrings, 3, 3, {{5, 6, 5}}) & past(hamstrings, 3, 3, {{6, 5, 5}}) & on("spiky"), {},
       "soft_first 0 spiky left 4 rung of 3 rung\n"
       "soft_first 1 spiky right 4 rung of 3 rung"},
      {"one up after four, three levels told",
       limit(Number::up_clean_sessions, 4) & past(hamstrings, 3, 4, {{3, 3, 3}}) & on("spiky"), {},
       ""},
      {"one up after two, two levels told",
       limit(Number::up_clean_sessions, 2) & past(hamstrings, 3, 2, {{3, 3}}) & on("spiky"), {},
       ""},
      {"one up after two, the upper middle too high",
       limit(Number::up_clean_sessions, 2) & past(hamstrings, 3, 2, {{3, 6}}) & on("spiky"), {},
       "soft_first 0 spiky left 4 rung of 3 rung\n"
       "soft_first 1 spiky right 4 rung of 3 rung"},
      {"one up after two, a level one does not have",
       limit(Number::up_clean_sessions, 2) & past(hamstrings, 3, 2, {{3, 3}}) &
           past(hamstrings, 3, 2, {{3, 3, 3}}) & on("spiky"), {},
       "soft_first 0 spiky left 4 rung of 3 rung\n"
       "soft_first 1 spiky right 4 rung of 3 rung"},
      {"one up, a level too high",
       past(hamstrings, 3, 3, {{3, 7, 3}}) & limit(Number::back_level_min, 8) & on("spiky"), {},
       "soft_first 0 spiky left 4 rung of 3 rung\n"
       "soft_first 1 spiky right 4 rung of 3 rung"}});
}

// clang-format on

}  // namespace
}  // namespace unknot::safety::audit_says
