// Every word the audit says of form, person and ways, with the numbers, where a rule turns: a step
// aside of the limits that audit_test holds, and documents that say what nobody knows.

#include "audit_rows.hpp"

namespace unknot::safety::audit_says {
namespace {

// clang-format off

TEST(AuditSays, WhatTheFormHolds) {
  expect({
      {"a plan that is none", {}, says("perhaps", false), "screening = outcome"},
      {"a refusal beside an emergency, no number told", flagged & nothing, says("refused", true),
       "screening = urgent"},
      {"a refusal beside an emergency, a number told", flagged & nothing, urgent, ""},
      {"a refusal beside what can wait", later & nothing, says("refused", true), ""},
      {"a refusal beside a flag nobody knows", unknown_flag & nothing, says("refused", true), ""},
      {"a plan beside an emergency", flagged, {}, "screening = numb_saddle"},
      {"a plan beside a flag nobody knows", unknown_flag, {}, "screening = red_flags"},
      {"an unknown area", {}, word<&Words::area>("elsewhere", 4), "own_tools 4 elsewhere both"},
      {"the low back", {}, word<&Words::area>("low_back", 4), "never_zones 4 low_back both"},
      {"one side in the middle", in<&Words::area>(0, "spine"), {},
       "own_tools 0 hamstrings_roller left\n"
       "own_tools 0 side left\n"
       "equal_sides 0 spine left 60 second of 0 second\n"
       "equal_sides 1 hamstrings right 60 second of 0 second"},
      {"the middle of what has none", {}, word<&Words::side>("middle", 4),
       "own_tools 4 side middle"},
      {"both in the middle", only("b", "spine_roller", "soft"), {}, "own_tools 0 side both"},
      {"a side there is not", {}, word<&Words::side>("up", 4), "own_tools 4 side up"},
      {"nobody's way", {}, unknown_way(4),
       "own_tools 4 ? both\n"
       "groups = tools 3 count of 2 count"},
      {"nobody's way, and another in its place",
       calves_only & or_else("calves_roller", "soft"), unknown_way(0),
       "own_tools 0 ? both"},
      {"nobody's variant", {}, word<&Words::variant>("?", 4), "own_tools 4 ? both"},
      {"other words", {}, other_words,
       "own_tools 4 hold both\n"
       "own_tools 4 prone both\n"
       "own_tools 4 wall both"},
      {"both at once in place of each", has_chair & or_else("hamstrings_both", "soft"), {},
       "own_tools 0 hamstrings_both left\n"
       "own_tools 0 soft left"},
      {"a rest backwards", in<&Words::rest_seconds>(0, -5), {},
       "budget 0 setup_seconds left -5 second of 0 second"},
      {"a set-up backwards", setup(0, -60), {},
       "budget 0 setup_seconds left -60 second of 0 second"},
      {"a set-up and a rest backwards", setup(4, -3) & in<&Words::rest_seconds>(4, -5), {},
       "budget 4 setup_seconds both -5 second of 0 second"},
      {"nothing in a set, less than nothing in another", on("soft") & sets({60, 0, -1}), {},
       "dose_range 0 sets left -1 second of 1 second\n"
       "dose_range 0 sets left 0 second of 1 second\n"
       "dose_range 1 sets right -1 second of 1 second\n"
       "dose_range 1 sets right 0 second of 1 second"},
      {"one set without a rest", sets({30}), {}, ""},
      {"no rest, no set-up", in<&Words::rest_seconds>(0, 0) & setup(0, 0), {}, ""},
      {"a set of a second", sets({59, 1}), {}, ""},
      {"a sum that lies", {}, word<&Words::seconds>(75, 4),
       "dose_range 4 seconds both 75 second of 60 second"},
      {"a total that lies", {}, [](PlanDocument& p) { p.total_seconds -= 1; },
       "budget = total_seconds 674 second of 675 second"},
      {"no rung, no intensity", {}, no_load,
       "soft_first 4 intensity both of 1 index\n"
       "soft_first 4 rung both of 1 rung"},
      {"a rung and an intensity that lie", {}, lying_load,
       "soft_first 4 intensity both 7 index of 1 index\n"
       "soft_first 4 rung both 2 rung of 1 rung"}});
}

TEST(AuditSays, WhoThePersonIs) {
  expect({
      {"unscreened", [](Sample& s) { s.request.red_flags.screened = false; }, {},
       "screening = red_flags"},
      {"a day and a second", screened(86401), {}, "screening = red_flags.at 25 hour of 24 hour"},
      {"a day and an hour", screened(90000), {}, "screening = red_flags.at 25 hour of 24 hour"},
      {"a day and more", screened(90001), {}, "screening = red_flags.at 26 hour of 24 hour"},
      {"a day ahead", screened(-86401), {}, "screening = red_flags.at 25 hour of 24 hour"},
      {"twelve", aged(12), {},
       "bodies = advice\n"
       "bodies = age 12 year of 13 year"},
      {"thirteen and sixteen, nobody told", aged(15), {}, "bodies = advice"},
      {"fever and a condition nobody knows", has("fever") & has("?"), {},
       "condition = conditions\n"
       "condition = fever"},
      {"a wound nowhere", has("wound"), {}, "condition = wound"},
      {"clots", has("clots"), {}, "condition = clots"},
      {"a complaint nowhere",
       feels({}, both, pain, 9) & feels({}, both, tight) & avoids({}, both), {},
       ""},
      {"an after-effect nowhere", after({}, AfterEffect::bruise, false), {}, ""},
      {"leg signs, pain elsewhere",
       has("leg_signs") & feels(wrist, both, pain, 1), advises("refer"),
       ""},
      {"bruises, beside what nobody knows",
       has("?") & has("bruising") & on("soft") & sets({30, 31}), {},
       "condition = conditions\n"
       "condition 0 hamstrings left 61 second of 60 second\n"
       "condition 1 hamstrings right 61 second of 60 second"},
      {"one calf", feels(calves, left, sore, 2), {}, "refer = calves"},
      {"one calf that hurts, and is not injured",
       feels(calves, right, pain, 1) & feels(calves, right, injury), {},
       "around_the_pain 1 hamstrings right\n"
       "around_the_pain 4 calves both\n"
       "refer = calves"},
      {"both calves", feels(calves, both, sore, 2), {}, ""},
      {"tight in one calf", feels(calves, left, tight, 2), {}, ""},
      {"the side of what has none", listed_spine & feels(spine, left, sore, 2), {}, ""},
      {"seven of pain", feels(rhomboids, both, pain, 7), {}, ""},
      {"eight of pain", feels(rhomboids, both, pain, 8), {}, "refer = rhomboids"},
      {"eight of soreness", feels(rhomboids, both, sore, 8), {}, ""},
      {"leg signs, nobody told", has("leg_signs"), {}, "refer = leg_signs"}});
}

TEST(AuditSays, WhatItLeansOn) {
  expect({
      {"a wrist that hurts at four", feels(wrist, left, pain, 4), {},
       "around_the_pain 0 hamstrings_roller left 4 level of 3 level\n"
       "around_the_pain 1 hamstrings_roller right 4 level of 3 level"},
      {"a wrist that hurts, unmeasured", feels(wrist, left, pain), {},
       "around_the_pain 0 hamstrings_roller left\n"
       "around_the_pain 1 hamstrings_roller right"},
      {"an injured wrist, and one that hurts",
       feels(wrist, both, injury, 2) & feels(wrist, both, pain, 9), advises("refer"),
       "around_the_pain 0 hamstrings_roller left\n"
       "around_the_pain 0 hamstrings_roller left 9 level of 3 level\n"
       "around_the_pain 1 hamstrings_roller right\n"
       "around_the_pain 1 hamstrings_roller right 9 level of 3 level"},
      {"a wound at the wrist", has("wound", wrist) & has("?"), {},
       "condition = conditions\n"
       "condition 0 hamstrings_roller left\n"
       "condition 1 hamstrings_roller right"},
      {"no firm, and what is not", has("no_firm") & on("firm") & tool_of(1, "soft"), {},
       "condition 0 firm left"},
      {"no stick, no texture", has("no_stick") & has("no_texture") & is(seasoned) & on("spiky"), {},
       "condition 0 spiky left\n"
       "condition 1 spiky right"},
      {"a condition beside nobody's way", has("no_ball") & has("pregnancy", {}, 20), unknown_way(4),
       "condition 2 ball left\n"
       "condition 3 ball right\n"
       "condition 4 calves both\n"
       "own_tools 4 ? both\n"
       "groups = tools 3 count of 2 count"},
      {"a ball where nobody knows",
       only("lr", "glutes_ball", "rock") & is(seasoned), word<&Words::area>("?", 0),
       "never_zones 1 rock right\n"
       "own_tools 0 ? left\n"
       "equal_sides 1 glutes right 60 second of 0 second"},
      {"slow, and nobody's way in between", moves(slow), unknown_way(2),
       "own_tools 2 ? left\n"
       "groups = tools 3 count of 2 count"},
      {"slow, opened too fast",
       moves(slow) & setup(0, 49) & setup(1, 19) & setup(2, 39) & setup(4, 19), {},
       "bodies 0 setup_seconds left 49 second of 50 second\n"
       "bodies 1 setup_seconds right 19 second of 20 second\n"
       "bodies 2 setup_seconds left 39 second of 40 second\n"
       "bodies 4 setup_seconds both 19 second of 20 second"},
      {"slow, not lighter",
       moves(slow) & in<&Words::variant>(0, "standard") & in<&Words::variant>(4, "harder"), {},
       "bodies 0 standard left\n"
       "bodies 4 harder both"},
      {"never on the floor", moves(no), {},
       "bodies 0 floor left\n"
       "bodies 1 floor right\n"
       "bodies 4 floor both"},
      {"no floor, no wall", [](Sample& s) { s.request.at = {Support::bed}; }, {},
       "own_tools 0 floor left\n"
       "own_tools 1 floor right\n"
       "own_tools 2 wall left\n"
       "own_tools 3 wall right\n"
       "own_tools 4 floor both"},
      {"another's technique", in<&Words::area>(4, "soleus"), {}, "own_tools 4 calves_roller both"},
      {"a ball for a roller", tool_of(4, "ball"), {}, "own_tools 4 ball both"},
      {"around what hurts much", feels(glutes, left, pain, 8) & on("soft"), advises("refer"),
       "refer 0 hamstrings left"},
      {"around what hurts much, and the low back",
       aches & feels(knee, both, pain, 8), advises("refer"),
       "refer 4 calves both"},
      {"around what hurts much, and a complaint nowhere",
       feels({}, both, tight) & feels(knee, both, pain, 8) & calves_only, advises("refer"),
       "refer 0 calves both"},
      {"around what hurts much, and an injured low back",
       feels(low_back, both, injury) & feels(knee, both, pain, 8) & calves_only, advises("refer"),
       "refer 0 calves both"},
      {"around both what hurts much and an injured low back",
       feels(low_back, both, injury) & feels(knee, both, pain, 8) & on("soft"), advises("refer"),
       "around_the_pain 0 hamstrings left\n"
       "around_the_pain 1 hamstrings right\n"
       "refer 0 hamstrings left\n"
       "refer 1 hamstrings right"},
      {"wished away, on a side", avoids(glutes, right), {}, "wish 3 glutes right"},
      {"a bruise in a shared muscle", after(soleus, AfterEffect::bruise, false, left), {},
       "after_effects 4 calves both"},
      {"overlapping by the table alone",
       overlap(hamstrings, rhomboids) & feels(rhomboids, both, pain, 1) & on("soft"), {},
       "around_the_pain 0 hamstrings left\n"
       "around_the_pain 1 hamstrings right"},
      {"overlapping by the other's table",
       overlap(rhomboids, hamstrings) & feels(rhomboids, both, pain, 1) & on("soft"), {},
       "around_the_pain 0 hamstrings left\n"
       "around_the_pain 1 hamstrings right"},
      {"overlapping by one of two muscles alone",
       no_overlaps & feels(calves, left, pain, 1) & only("lr", "soleus_roller", "soft"), {},
       "around_the_pain 0 soleus left\n"
       "refer = calves"}});
}

// clang-format on

}  // namespace
}  // namespace unknot::safety::audit_says
