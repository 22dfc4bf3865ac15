// Every word the audit says of doses and of what is owed, with the numbers.

#include "audit_rows.hpp"

namespace unknot::safety::audit_says {
namespace {

// clang-format off

TEST(AuditSays, HowLong) {
  expect({
      {"ninety-one", sets({30, 30, 31}), {},
       "dose_range 0 hamstrings left 91 second of 90 second\n"
       "dose_range 1 hamstrings right 91 second of 90 second\n"
       "dose_range 2 glutes left 91 second of 90 second\n"
       "dose_range 3 glutes right 91 second of 90 second\n"
       "dose_range 4 calves left 91 second of 90 second\n"
       "dose_range 4 calves right 91 second of 90 second"},
      {"twenty-nine", sets({29}), {},
       "dose_range 0 hamstrings left 29 second of 30 second\n"
       "dose_range 1 hamstrings right 29 second of 30 second\n"
       "dose_range 2 glutes left 29 second of 30 second\n"
       "dose_range 3 glutes right 29 second of 30 second\n"
       "dose_range 4 calves left 29 second of 30 second\n"
       "dose_range 4 calves right 29 second of 30 second"},
      {"ninety, and a set of nothing", on("soft") & sets({90, 0}), {},
       "dose_range 0 sets left 0 second of 1 second\n"
       "dose_range 1 sets right 0 second of 1 second"},
      {"over a shared muscle", soleus_too, {},
       "dose_range 4 calves left 120 second of 90 second\n"
       "dose_range 4 calves right 120 second of 90 second\n"
       "dose_range 5 soleus left 120 second of 90 second\n"
       "dose_range 6 soleus right 120 second of 90 second"},
      {"before effort", warm_up & sets({30, 31}), {},
       "warm_up_cap 0 hamstrings left 61 second of 60 second\n"
       "warm_up_cap 1 hamstrings right 61 second of 60 second\n"
       "warm_up_cap 2 glutes left 61 second of 60 second\n"
       "warm_up_cap 3 glutes right 61 second of 60 second\n"
       "warm_up_cap 4 calves left 61 second of 60 second\n"
       "warm_up_cap 4 calves right 61 second of 60 second"},
      {"gentle", has("bruising") & sets({30, 31}), {},
       "condition 0 hamstrings left 61 second of 60 second\n"
       "condition 1 hamstrings right 61 second of 60 second\n"
       "condition 2 glutes left 61 second of 60 second\n"
       "condition 3 glutes right 61 second of 60 second\n"
       "condition 4 calves left 61 second of 60 second\n"
       "condition 4 calves right 61 second of 60 second"},
      {"some of it used", used(hamstrings, 31), {},
       "spacing 0 hamstrings left 60 second of 59 second\n"
       "spacing 1 hamstrings right 60 second of 59 second"},
      {"nearly all used", used(hamstrings, 61) & sets({30}), {},
       "spacing 0 hamstrings left 30 second of 0 second\n"
       "spacing 1 hamstrings right 30 second of 0 second"},
      {"a dose left, and more rolled", used(hamstrings, 60), {},
       "spacing 0 hamstrings left 60 second of 30 second\n"
       "spacing 1 hamstrings right 60 second of 30 second"},
      {"used, and twice", used(hamstrings, 31, 2) & used(hamstrings, 20, 3), {},
       "spacing 0 hamstrings left 4 count of 2 count\n"
       "spacing 0 hamstrings left 60 second of 59 second\n"
       "spacing 1 hamstrings right 4 count of 2 count\n"
       "spacing 1 hamstrings right 60 second of 59 second"},
      {"two that share a muscle", used(calves, 20, 1) & used(soleus, 20, 1), {},
       "spacing 4 calves left 3 count of 2 count\n"
       "spacing 4 calves left 60 second of 50 second\n"
       "spacing 4 calves right 3 count of 2 count\n"
       "spacing 4 calves right 60 second of 50 second"},
      {"a long hold", only("lr", "piriformis_hold", "ball") & sets({31}), {},
       "spot_hold 0 piriformis_hold left 31 second of 30 second\n"
       "spot_hold 1 piriformis_hold right 31 second of 30 second"},
      {"or else a long hold", sets({60}) & or_else("hamstrings_hold", "soft"), {},
       "spot_hold 0 hamstrings_hold left 60 second of 30 second"},
      {"a hold nobody knows", {}, unknown_hold,
       "own_tools 4 ? both\n"
       "dose_range 4 seconds both 60 second of 31 second\n"
       "spot_hold 4 sets both 31 second of 30 second\n"
       "budget = total_seconds 675 second of 631 second"},
      {"holds that run on",
       only("lr", "piriformis_hold", "ball") & in<&Words::rest_seconds>(0, 14) &
           in<&Words::rest_seconds>(1, 0), {},
       "spot_hold 0 rest_seconds left 14 second of 15 second\n"
       "spot_hold 1 rest_seconds right 0 second of 15 second"},
      {"holds with rest enough",
       only("lr", "piriformis_hold", "ball") & in<&Words::rest_seconds>(0, 15) &
           in<&Words::rest_seconds>(1, 16), {}, ""},
      {"a longer rest in the rules",
       only("lr", "piriformis_hold", "ball") & limit(Number::rest_seconds, 20), {},
       "spot_hold 0 rest_seconds left 15 second of 20 second\n"
       "spot_hold 1 rest_seconds right 15 second of 20 second"},
      {"one hold has nothing to rest from",
       only("lr", "piriformis_hold", "ball") & sets({30}) & in<&Words::rest_seconds>(0, 0) &
           in<&Words::rest_seconds>(1, 0), {}, ""},
      {"a hold with a pace",
       only("lr", "piriformis_hold", "ball") & sets({30}), word<&Words::seconds_per_pass>(4),
       "pace 0 seconds_per_pass left"},
      {"too fast and too slow", {}, paces,
       "pace 0 seconds_per_pass left 1 second of 2 second\n"
       "pace 3 seconds_per_pass right 7 second of 6 second"},
      {"no pace", {}, word<&Words::seconds_per_pass>(std::optional<std::int32_t>{}),
       "pace 0 seconds_per_pass left"},
      {"new, too fast", is(fresh), word<&Words::seconds_per_pass>(2),
       "pace 0 seconds_per_pass left 2 second of 3 second"},
      {"one side more", in<&Words::sets>(0, std::vector<std::int32_t>{30, 31}), {},
       "equal_sides 0 hamstrings left 61 second of 60 second"},
      {"one side more, and a complaint nowhere",
       in<&Words::sets>(0, std::vector<std::int32_t>{30, 31}) & feels({}, both, tight), {},
       "equal_sides 0 hamstrings left 61 second of 60 second"},
      {"one side alone", [](Sample& s) { s.plan.steps.erase(s.plan.steps.begin()); }, {},
       "equal_sides 0 hamstrings right 60 second of 0 second"},
      {"one side more, for a wound there",
       in<&Words::sets>(0, std::vector<std::int32_t>{30, 31}) & has("wound", rhomboids) &
           wound_left, {},
       ""},
      {"one side more, and an unknown condition there",
       in<&Words::sets>(0, std::vector<std::int32_t>{30, 31}) & has("?", rhomboids) &
           wound_left, {},
       "condition = conditions\n"
       "equal_sides 0 hamstrings left 61 second of 60 second"},
      {"three tools", in<&Words::tool>(0, "medium"), {}, "groups = tools 3 count of 2 count"},
      {"three areas of two", limit(Number::max_areas, 2), {}, "groups = areas 3 count of 2 count"},
      {"eleven minutes of twelve", minutes(11), {},
       "budget = total_seconds 675 second of 660 second"},
      {"a total that hides", minutes(11), [](PlanDocument& p) { p.total_seconds = 600; },
       "budget = total_seconds 600 second of 675 second\n"
       "budget = total_seconds 675 second of 660 second"},
      {"a total that boasts", minutes(12), [](PlanDocument& p) { p.total_seconds = 721; },
       "budget = total_seconds 721 second of 675 second\n"
       "budget = total_seconds 721 second of 720 second"},
      {"twelve minutes of half an hour, nobody told", minutes(30), {},
       "budget = advice 30 minute of 20 minute"},
      {"half an hour, and used", minutes(30) & setup(0, 900), advises("budget"),
       "budget = total_seconds 1515 second of 1200 second"},
      {"six minutes before effort", starts_in(6), {},
       "warm_up_cap = starts_in_minutes 675 second of 60 second"},
      {"a moment before effort", starts_in(0), {},
       "warm_up_cap = starts_in_minutes 675 second of 0 second"},
      {"before effort, nobody told", warm_up & starts_in(60), {}, "warm_up_cap = advice"}});
}

TEST(AuditSays, WhatIsOwed) {
  expect({
      {"withheld", aches & calves_only, {}, "never_zones = low_back"},
      {"withheld, a dose left in it",
       aches & calves_only & used(glutes, 60) & used(hamstrings, 61), {},
       "never_zones = low_back"},
      {"withheld, no dose left in it",
       aches & calves_only & used(glutes, 61) & used(hamstrings, 61), {},
       ""},
      {"withheld, both at once on one side",
       calves_around_low_back & aches & avoids(calves, left) &
           only("lr", "rhomboids_roller", "soft"), {},
       ""},
      {"withheld, both at once",
       calves_around_low_back & aches & only("lr", "rhomboids_roller", "soft"), {},
       "never_zones = low_back"},
      {"withheld, no time for both sides",
       aches & calves_only & minutes(2) & limit(Number::change_tool_seconds, 31) & sets({30}) &
           setup(0, 15), {},
       ""},
      {"withheld, time for one side, and a reason",
       aches & calves_only & minutes(2) & limit(Number::change_tool_seconds, 31) & sets({30}) &
           setup(0, 15) & avoids(wrist, left), {},
       "never_zones = low_back"},
      {"withheld, no time for the side that is open",
       aches & calves_only & minutes(1) & limit(Number::change_tool_seconds, 11) & sets({30}) &
           setup(0, 15) & avoids(glutes, left), {},
       ""},
      {"withheld, and only the left is used to the tool", spiky_only & used_to_spikes(left), {},
       "never_zones = low_back"},
      {"withheld, and only the right is used to the tool", spiky_only & used_to_spikes(right), {},
       "never_zones = low_back"},
      {"withheld, and nobody is used to the tool", spiky_only, {}, ""},
      {"withheld, in a pack without rules", no_rules & aches & calves_only, {}, ""},
      {"a place nobody knows instead", aches & calves_only, word<&Words::area>("elsewhere"),
       "never_zones = low_back\n"
       "own_tools 0 elsewhere both"},
      {"the middle, both sides open",
       spine_around_low_back(Laterality::each) & aches & calves_only, {},
       "never_zones = low_back"},
      {"the middle, a side wished away",
       spine_around_low_back(Laterality::each) & aches & calves_only & tired(spine), {},
       ""},
      {"both at once, both sides open",
       spine_around_low_back(Laterality::both) & aches & calves_only, {},
       "never_zones = low_back"},
      {"both at once, tired on the left",
       spine_around_low_back(Laterality::both) & aches & calves_only & tired(rhomboids), {},
       ""},
      {"both at once, tired on the right",
       spine_around_low_back(Laterality::both) & aches & calves_only & used(rhomboids, 61) &
           on_side(right), {},
       ""},
      {"both at once, the other side used up",
       spine_around_low_back(Laterality::both) & aches & calves_only &
           bruised(rhomboids, right), {},
       ""},
      {"both at once, a side used up",
       spine_around_low_back(Laterality::both) & aches & calves_only & bruised(rhomboids, left), {},
       ""},
      {"gentle, and no dose left",
       has("bruising") & limit(Number::gentle_seconds_max, 29) & aches & calves_only, {},
       "condition 0 calves left 60 second of 29 second\n"
       "condition 0 calves right 60 second of 29 second"},
      {"gentle, and a dose left",
       has("bruising") & limit(Number::gentle_seconds_max, 30) & aches & calves_only &
           sets({30}), {},
       "never_zones = low_back"},
      {"a hold in two, just time",
       held_owed(20) & limit(Number::hold_max_seconds, 15) & limit(Number::rest_seconds, 35) &
           sets({30}), {},
       "never_zones = low_back"},
      {"a hold in two, just no time",
       held_owed(20) & limit(Number::hold_max_seconds, 15) & limit(Number::rest_seconds, 36) &
           sets({30}), {},
       ""},
      {"a hold in two that is nearly one, just no time",
       held_owed(20) & limit(Number::hold_max_seconds, 29) & limit(Number::rest_seconds, 36) &
           sets({30}), {},
       ""},
      {"a stroke stays one, just time", strokes_owed & limit(Number::hold_max_seconds, 15), {},
       "never_zones = low_back"},
      {"slow, and just time", moves(slow) & held_owed(30) & sets({30}) & setup(0, 50), {},
       "never_zones = low_back"},
      {"slow, and just no time", moves(slow) & held_owed(31) & sets({30}) & setup(0, 50), {}, ""}});
}

TEST(AuditSays, RolledToo) {
  expect({
      {"too soon and too often, alike in numbers",
       used(hamstrings, 88, 2) & only("lr", "hamstrings_roller", "soft") & sets({3}), {},
       "spacing 0 hamstrings left 3 count of 2 count\n"
       "spacing 0 hamstrings left 3 second of 2 second\n"
       "spacing 1 hamstrings right 3 count of 2 count\n"
       "spacing 1 hamstrings right 3 second of 2 second"},
      {"a hold with too long an alternative", sets({60}) & or_else("hamstrings_hold", "soft"), {},
       ""},
      {"new on firm, felt too much", is(fresh) & on("firm") & felt(9), {}, ""},
      {"new on firm, long", is(fresh) & on("firm") & sets({61}), {},
       "soft_first 0 hamstrings_roller left 61 second of 60 second\n"
       "soft_first 1 hamstrings_roller right 61 second of 60 second"},
      {"a second on the pain",
       feels(hamstrings, left, pain) & only("lr", "hamstrings_roller", "soft") & sets({1}), {},
       "around_the_pain 0 hamstrings left"},
      {"nothing on the pain",
       feels(hamstrings, left, pain) & only("lr", "hamstrings_roller", "soft") & sets({0}), {},
       ""},
      {"where nobody may be", [](Sample& s) { s.request.at = {Support::bed}; }, {}, ""}},
      AuditMode::rolled);
}

// clang-format on

}  // namespace
}  // namespace unknot::safety::audit_says
