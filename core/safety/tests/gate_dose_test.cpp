// How hard, how long and how much of it: the gate on doses, the ladder, the session as a whole and
// alternatives.

#include "gate_rows.hpp"

namespace unknot::safety::gate_dose_test {
namespace {

using namespace small;
using Step = model::DraftStep;
using enum model::Side;
using enum model::FeelKind;
using enum model::Experience;
using enum model::FloorTransfer;

const Change has_chair = [](Sample& s) { s.request.at.push_back(Support::chair); };

// clang-format off

TEST(Gate, Ladder) {
  expect_rulings({
      {"too hard, eased", weighs(2000),
       with<&Step::variant>(VariantKind::harder, rolls("lr", "hamstrings_roller", "soft")),
       "adjust soft_first 0 at hamstrings 7 index of 6 index\n"
       "adjust soft_first 1 at hamstrings 7 index of 6 index\n"
       "hamstrings_roller/left soft lighter 30 s, setup 30, pace 4, level 3-4, load 1/2\n"
       "hamstrings_roller/right soft lighter 30 s, setup 10, pace 4, level 3-4, load 1/2\n"
       "total 100"},
      {"too hard, eased on one side's account",
       weighs(1400) & is(fresh) & past(hamstrings, 1, 1) & on_side(left),
       with<&Step::variant>(VariantKind::harder, rolls("lr", "hamstrings_roller", "soft")),
       "adjust soft_first 1 at hamstrings 5 index of 3 index\n"
       "hamstrings_roller/left soft harder 30 s, setup 30, pace 4, level 3-4, load 1/5\n"
       "hamstrings_roller/right soft lighter 30 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 100"},
      {"too firm", {}, rolls("lr", "hamstrings_roller", "spiky"),
       "drop soft_first 0 at hamstrings 4 rung of 3 rung\n"
       "drop soft_first 1 at hamstrings 4 rung of 3 rung"},
      {"too firm, standard", {},
       with<&Step::variant>(VariantKind::standard, rolls("lr", "hamstrings_roller", "spiky")),
       "drop soft_first 0 at hamstrings 4 rung of 3 rung\n"
       "drop soft_first 1 at hamstrings 4 rung of 3 rung"},
      {"too firm for one side", past(hamstrings, 4, 1) & on_side(left),
       rolls("lr", "hamstrings_roller", "spiky"),
       "drop soft_first 1 at hamstrings 4 rung of 3 rung\n"
       "hamstrings_roller/left spiky lighter 30 s, setup 30, pace 4, level 3-4, load 4/1\n"
       "total 60"},
      {"too firm for one side of both", past(calves, 4, 1) & on_side(left),
       rolls("b", "calves_roller", "spiky"),
       "drop soft_first 0 at calves 4 rung of 3 rung"},
      {"seasoned, on texture, standard", is(seasoned),
       with<&Step::variant>(VariantKind::standard, rolls("lr", "hamstrings_roller", "spiky")),
       "adjust soft_first 0 at hamstrings 2 index of 6 index\n"
       "adjust soft_first 1 at hamstrings 2 index of 6 index\n"
       "hamstrings_roller/left spiky lighter 30 s, setup 30, pace 4, level 3-4, load 4/1\n"
       "hamstrings_roller/right spiky lighter 30 s, setup 10, pace 4, level 3-4, load 4/1\n"
       "total 100"},
      {"new, firm, long", is(fresh), rolls("lr", "hamstrings_roller", "firm", {45, 30}),
       "adjust soft_first 0 at hamstrings 75 second of 60 second\n"
       "adjust soft_first 1 at hamstrings 75 second of 60 second\n"
       "hamstrings_roller/left firm lighter 45+15 s, setup 30, pace 4, level 3-4, load 3/1\n"
       "hamstrings_roller/right firm lighter 45+15 s, setup 10, pace 4, level 3-4, load 3/1\n"
       "total 190"},
      {"new, firm, and no dose left for it", is(fresh) & limit(Number::new_third_seconds_max, 29),
       rolls("lr", "hamstrings_roller", "firm"),
       "drop soft_first 0 at hamstrings 1 index of 2 index\n"
       "drop soft_first 1 at hamstrings 1 index of 2 index"},
      {"new, firm, and just a dose left for it",
       is(fresh) & limit(Number::new_third_seconds_max, 30),
       rolls("lr", "hamstrings_roller", "firm"),
       "hamstrings_roller/left firm lighter 30 s, setup 30, pace 4, level 3-4, load 3/1\n"
       "hamstrings_roller/right firm lighter 30 s, setup 10, pace 4, level 3-4, load 3/1\n"
       "total 100"},
      {"hardly open, and too hard even when lighter",
       weighs(1400) & limit(Number::regular_third_intensity_max, 1),
       with<&Step::variant>(VariantKind::harder, rolls("lr", "hamstrings_roller", "firm")),
       "drop soft_first 0 at hamstrings 7 index of 1 index\n"
       "drop soft_first 1 at hamstrings 7 index of 1 index"},
      {"nothing open",
       limit(Number::regular_intensity_max, 0) & limit(Number::regular_third_intensity_max, 0),
       rolls("lr", "hamstrings_roller", "spiky"),
       "drop soft_first 0 at hamstrings 4 rung of 1 rung\n"
       "drop soft_first 1 at hamstrings 4 rung of 1 rung"},
      {"new, firm, long in two",
       is(fresh),
       rolls("lr", "hamstrings_roller", "firm", {45}) +
       rolls("lr", "hamstrings_roller", "firm", {40}),
       "adjust soft_first 2 at hamstrings 85 second of 60 second\n"
       "adjust soft_first 3 at hamstrings 85 second of 60 second\n"
       "hamstrings_roller/left firm lighter 45 s, setup 30, pace 4, level 3-4, load 3/1\n"
       "hamstrings_roller/right firm lighter 45 s, setup 10, pace 4, level 3-4, load 3/1\n"
       "hamstrings_roller/left firm lighter 15 s, setup 10, pace 4, level 3-4, load 3/1\n"
       "hamstrings_roller/right firm lighter 15 s, setup 10, pace 4, level 3-4, load 3/1\n"
       "total 180"},
      {"new, firm, used up by the first",
       is(fresh),
       rolls("lr", "hamstrings_roller", "firm", {60}) +
       rolls("lr", "hamstrings_roller", "firm", {30}),
       "drop soft_first 2 at hamstrings 90 second of 60 second\n"
       "drop soft_first 3 at hamstrings 90 second of 60 second\n"
       "hamstrings_roller/left firm lighter 60 s, setup 30, pace 4, level 3-4, load 3/1\n"
       "hamstrings_roller/right firm lighter 60 s, setup 10, pace 4, level 3-4, load 3/1\n"
       "total 160"},
      {"new, firm, felt too much",
       is(fresh),
       felt(5, 6, rolls("lr", "hamstrings_roller", "firm")),
       "adjust soft_first 0 at hamstrings 6 level of 4 level\n"
       "adjust soft_first 1 at hamstrings 6 level of 4 level\n"
       "hamstrings_roller/left firm lighter 30 s, setup 30, pace 4, level 4-4, load 3/1\n"
       "hamstrings_roller/right firm lighter 30 s, setup 10, pace 4, level 4-4, load 3/1\n"
       "total 100"},
      {"new, firm, with soft before",
       is(fresh),
       rolls("lr", "hamstrings_roller", "soft", {40}) +
       rolls("lr", "hamstrings_roller", "firm", {50}),
       "hamstrings_roller/left soft lighter 40 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 40 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/left firm lighter 50 s, setup 15, pace 4, level 3-4, load 3/1\n"
       "hamstrings_roller/right firm lighter 50 s, setup 10, pace 4, level 3-4, load 3/1\n"
       "total 245"},
      {"felt too much", {}, with<&Step::level_high>(7, rolls("lr", "hamstrings_roller", "soft")),
       "adjust soft_first 0 at hamstrings 7 level of 6 level\n"
       "adjust soft_first 1 at hamstrings 7 level of 6 level\n"
       "hamstrings_roller/left soft lighter 30 s, setup 30, pace 4, level 3-6, load 1/1\n"
       "hamstrings_roller/right soft lighter 30 s, setup 10, pace 4, level 3-6, load 1/1\n"
       "total 100"},
      {"felt too much, from the start",
       {},
       felt(8, 10, rolls("lr", "hamstrings_roller", "soft")),
       "adjust soft_first 0 at hamstrings 10 level of 6 level\n"
       "adjust soft_first 1 at hamstrings 10 level of 6 level\n"
       "hamstrings_roller/left soft lighter 30 s, setup 30, pace 4, level 6-6, load 1/1\n"
       "hamstrings_roller/right soft lighter 30 s, setup 10, pace 4, level 6-6, load 1/1\n"
       "total 100"},
      {"felt from nothing", {}, with<&Step::level_low>(0, rolls("lr", "hamstrings_roller", "soft")),
       "hamstrings_roller/left soft lighter 30 s, setup 30, pace 4, level 0-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 30 s, setup 10, pace 4, level 0-4, load 1/1\n"
       "total 100"}});
}

TEST(Gate, Doses) {
  expect_rulings({
      {"ninety", {}, rolls("lr", "hamstrings_roller", "soft", {45, 45}),
       "hamstrings_roller/left soft lighter 45+45 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 45+45 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 250"},
      {"ninety-one", {}, rolls("lr", "hamstrings_roller", "soft", {45, 46}),
       "adjust dose_range 0 at hamstrings 91 second of 90 second\n"
       "adjust dose_range 1 at hamstrings 91 second of 90 second\n"
       "hamstrings_roller/left soft lighter 45+45 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 45+45 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 250"},
      {"far too long", {}, rolls("lr", "hamstrings_roller", "soft", {80, 30, 20}),
       "adjust dose_range 0 at hamstrings 130 second of 90 second\n"
       "adjust dose_range 1 at hamstrings 130 second of 90 second\n"
       "hamstrings_roller/left soft lighter 80+10 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 80+10 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 250"},
      {"twenty-nine", {}, rolls("lr", "hamstrings_roller", "soft", {29}),
       "drop dose_range 0 at hamstrings 29 second of 30 second\n"
       "drop dose_range 1 at hamstrings 29 second of 30 second"},
      {"twenty-nine on one side of two",
       {},
       rolls("lr", "hamstrings_roller", "soft", {29}) +
       rolls("l", "hamstrings_roller", "soft", {29}),
       "drop dose_range 1 at hamstrings 29 second of 30 second\n"
       "drop equal_sides 0 at hamstrings 58 second of 0 second\n"
       "drop equal_sides 2 at hamstrings 58 second of 0 second"},
      {"two halves", {}, rolls("lrlr", "hamstrings_roller", "soft", {15}),
       "hamstrings_roller/left soft lighter 15 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 15 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/left soft lighter 15 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 15 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 120"},
      {"both and then left", has_chair,
       rolls("b", "hamstrings_both", "stick", {50}) + rolls("l", "hamstrings_roller", "soft", {50}),
       "adjust dose_range 1 at hamstrings 100 second of 90 second\n"
       "adjust equal_sides at hamstrings 90 second of 50 second\n"
       "hamstrings_both/both stick lighter 50 s, setup 25, pace 4, level 3-4, load 1/1\n"
       "total 75"},
      {"over a shared muscle", {},
       rolls("b", "calves_roller", "soft", {60}) + rolls("lr", "soleus_roller", "soft", {60}),
       "adjust dose_range 1 at soleus 120 second of 90 second\n"
       "adjust dose_range 2 at soleus 120 second of 90 second\n"
       "calves_roller/both soft lighter 60 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "soleus_roller/left soft lighter 30 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "soleus_roller/right soft lighter 30 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 170"},
      {"over a shared muscle, one left over", {},
       rolls("b", "calves_roller", "soft", {90}) + rolls("lr", "soleus_roller", "soft", {30}),
       "drop dose_range 1 at soleus 120 second of 90 second\n"
       "drop dose_range 2 at soleus 120 second of 90 second\n"
       "calves_roller/both soft lighter 90 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "total 120"},
      {"over it by a second", {},
       rolls("b", "calves_roller", "soft", {89}) + rolls("lr", "soleus_roller", "soft", {30}),
       "adjust dose_range 1 at soleus 119 second of 90 second\n"
       "adjust dose_range 2 at soleus 119 second of 90 second\n"
       "drop dose_range 1 at soleus 1 second of 30 second\n"
       "drop dose_range 2 at soleus 1 second of 30 second\n"
       "calves_roller/both soft lighter 89 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "total 119"},
      {"what came before", used(hamstrings, 50), rolls("lr", "hamstrings_roller", "soft", {60}),
       "adjust spacing 0 at hamstrings 60 second of 40 second\n"
       "adjust spacing 1 at hamstrings 60 second of 40 second\n"
       "hamstrings_roller/left soft lighter 40 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 40 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 120"},
      {"too much came before", used(hamstrings, 61), rolls("lr", "hamstrings_roller", "soft"),
       "drop spacing 0 at hamstrings 29 second of 30 second\n"
       "drop spacing 1 at hamstrings 29 second of 30 second"},
      {"before effort", warm_up, rolls("lr", "hamstrings_roller", "soft", {61}),
       "adjust warm_up_cap 0 at hamstrings 61 second of 60 second\n"
       "adjust warm_up_cap 1 at hamstrings 61 second of 60 second\n"
       "hamstrings_roller/left soft lighter 60 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 60 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 160"},
      {"before effort, what came before", warm_up & used(hamstrings, 50),
       rolls("lr", "hamstrings_roller", "soft", {61}),
       "adjust spacing 0 at hamstrings 61 second of 40 second\n"
       "adjust spacing 1 at hamstrings 61 second of 40 second\n"
       "hamstrings_roller/left soft lighter 40 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 40 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 120"},
      {"a hold too long", {}, rolls("lr", "piriformis_hold", "ball", {31, 30}),
       "adjust spot_hold 0 at piriformis 31 second of 30 second\n"
       "adjust spot_hold 1 at piriformis 31 second of 30 second\n"
       "piriformis_hold/left ball lighter 30+30 s, setup 25, level 3-4, load 1/1\n"
       "piriformis_hold/right ball lighter 30+30 s, setup 10, level 3-4, load 1/1\n"
       "total 185"},
      {"holds that run on", {},
       with<&Step::rest_seconds>(14, rolls("lr", "piriformis_hold", "ball", {30, 31})),
       "adjust spot_hold 0 at piriformis 31 second of 30 second\n"
       "adjust spot_hold 0 at piriformis 14 second of 15 second\n"
       "adjust spot_hold 1 at piriformis 31 second of 30 second\n"
       "adjust spot_hold 1 at piriformis 14 second of 15 second\n"
       "piriformis_hold/left ball lighter 30+30 s, setup 25, level 3-4, load 1/1\n"
       "piriformis_hold/right ball lighter 30+30 s, setup 10, level 3-4, load 1/1\n"
       "total 185"},
      {"no rest between two holds", {},
       with<&Step::rest_seconds>(0, rolls("lr", "piriformis_hold", "ball", {30, 30})),
       "adjust spot_hold 0 at piriformis 0 second of 15 second\n"
       "adjust spot_hold 1 at piriformis 0 second of 15 second\n"
       "piriformis_hold/left ball lighter 30+30 s, setup 25, level 3-4, load 1/1\n"
       "piriformis_hold/right ball lighter 30+30 s, setup 10, level 3-4, load 1/1\n"
       "total 185"},
      {"as much rest as it takes", {},
       with<&Step::rest_seconds>(16, rolls("lr", "piriformis_hold", "ball", {30, 30})),
       "piriformis_hold/left ball lighter 30+30 s, setup 25, level 3-4, load 1/1\n"
       "piriformis_hold/right ball lighter 30+30 s, setup 10, level 3-4, load 1/1\n"
       "total 187"},
      {"one hold has nothing to rest from", {},
       with<&Step::rest_seconds>(0, rolls("lr", "piriformis_hold", "ball", {30})),
       "piriformis_hold/left ball lighter 30 s, setup 25, level 3-4, load 1/1\n"
       "piriformis_hold/right ball lighter 30 s, setup 10, level 3-4, load 1/1\n"
       "total 95"},
      {"strokes may run on", {},
       with<&Step::rest_seconds>(0, rolls("lr", "hamstrings_roller", "soft", {30, 30})),
       "hamstrings_roller/left soft lighter 30+30 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 30+30 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 160"},
      {"a hold with a pace", {},
       with<&Step::seconds_per_pass>(4, rolls("lr", "piriformis_hold", "ball", {30})),
       "piriformis_hold/left ball lighter 30 s, setup 25, level 3-4, load 1/1\n"
       "piriformis_hold/right ball lighter 30 s, setup 10, level 3-4, load 1/1\n"
       "total 95"},
      {"too fast", {}, with<&Step::seconds_per_pass>(1, rolls("lr", "hamstrings_roller", "soft")),
       "adjust pace 0 at hamstrings 1 second of 2 second\n"
       "adjust pace 1 at hamstrings 1 second of 2 second\n"
       "hamstrings_roller/left soft lighter 30 s, setup 30, pace 2, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 30 s, setup 10, pace 2, level 3-4, load 1/1\n"
       "total 100"},
      {"fast", {}, with<&Step::seconds_per_pass>(2, rolls("lr", "hamstrings_roller", "soft")),
       "hamstrings_roller/left soft lighter 30 s, setup 30, pace 2, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 30 s, setup 10, pace 2, level 3-4, load 1/1\n"
       "total 100"},
      {"slow", {}, with<&Step::seconds_per_pass>(6, rolls("lr", "hamstrings_roller", "soft")),
       "hamstrings_roller/left soft lighter 30 s, setup 30, pace 6, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 30 s, setup 10, pace 6, level 3-4, load 1/1\n"
       "total 100"},
      {"too slow", {}, with<&Step::seconds_per_pass>(7, rolls("lr", "hamstrings_roller", "soft")),
       "adjust pace 0 at hamstrings 7 second of 6 second\n"
       "adjust pace 1 at hamstrings 7 second of 6 second\n"
       "hamstrings_roller/left soft lighter 30 s, setup 30, pace 6, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 30 s, setup 10, pace 6, level 3-4, load 1/1\n"
       "total 100"},
      {"no pace said", {},
       with<&Step::seconds_per_pass>(std::nullopt, rolls("lr", "hamstrings_roller", "soft")),
       "hamstrings_roller/left soft lighter 30 s, setup 30, pace 2, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 30 s, setup 10, pace 2, level 3-4, load 1/1\n"
       "total 100"},
      {"no pace said, new", is(fresh),
       with<&Step::seconds_per_pass>(std::nullopt, rolls("lr", "hamstrings_roller", "soft")),
       "hamstrings_roller/left soft lighter 30 s, setup 30, pace 3, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 30 s, setup 10, pace 3, level 3-4, load 1/1\n"
       "total 100"}});
}

TEST(Gate, Session) {
  expect_rulings({
      {"one side more",
       {},
       rolls("l", "hamstrings_roller", "soft", {45, 45}) +
       rolls("r", "hamstrings_roller", "soft", {40, 30}),
       "adjust equal_sides at hamstrings 90 second of 70 second\n"
       "hamstrings_roller/left soft lighter 45+25 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 40+30 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 210"},
      {"one side more, in two steps", {}, rolls("lrl", "hamstrings_roller", "soft", {40}),
       "adjust equal_sides at hamstrings 80 second of 40 second\n"
       "hamstrings_roller/left soft lighter 40 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 40 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 120"},
      {"one side more, the last step gone", {},
       rolls("lrl", "hamstrings_roller", "soft", {30}) + rolls("lr", "glutes_ball", "ball"),
       "adjust equal_sides at hamstrings 60 second of 30 second\n"
       "hamstrings_roller/left soft lighter 30 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 30 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "glutes_ball/left ball lighter 30 s, setup 25, pace 4, level 3-4, load 1/1\n"
       "glutes_ball/right ball lighter 30 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 195"},
      {"one side more, and what is for both stays", has_chair,
       rolls("b", "hamstrings_both", "stick", {30}) + rolls("r", "hamstrings_stick", "stick", {40}),
       "adjust equal_sides at hamstrings 70 second of 30 second\n"
       "hamstrings_both/both stick lighter 30 s, setup 25, pace 4, level 3-4, load 1/1\n"
       "total 55"},
      {"one side alone", {},
       rolls("r", "hamstrings_roller", "soft") + rolls("lr", "glutes_ball", "ball"),
       "drop equal_sides 0 at hamstrings 30 second of 0 second\n"
       "glutes_ball/left ball lighter 30 s, setup 25, pace 4, level 3-4, load 1/1\n"
       "glutes_ball/right ball lighter 30 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 95"},
      {"one side more, for a reason", feels(hamstrings, left, tight),
       rolls("l", "hamstrings_roller", "soft", {45}) + rolls("r", "hamstrings_roller", "soft"),
       "hamstrings_roller/left soft lighter 45 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 30 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 115"},
      {"areas, two of three",
       limit(Number::max_areas, 2),
       rolls("lr", "hamstrings_roller", "soft") +
       rolls("lr", "glutes_ball", "ball") + rolls("b", "calves_roller", "soft"),
       "drop groups 4 at calves 3 count of 2 count\n"
       "hamstrings_roller/left soft lighter 30 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 30 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "glutes_ball/left ball lighter 30 s, setup 25, pace 4, level 3-4, load 1/1\n"
       "glutes_ball/right ball lighter 30 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 195"},
      {"tools, two of three",
       {},
       rolls("lr", "hamstrings_roller", "soft") +
       rolls("b", "calves_roller", "medium") +
       rolls("lr", "glutes_ball", "ball") +
       rolls("lr", "rhomboids_roller", "medium"),
       "drop groups 3 at glutes 3 count of 2 count\n"
       "drop groups 4 at glutes 3 count of 2 count\n"
       "hamstrings_roller/left soft lighter 30 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 30 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "calves_roller/both medium lighter 30 s, setup 15, pace 4, level 3-4, load 2/1\n"
       "rhomboids_roller/left medium lighter 30 s, setup 30, pace 4, level 3-4, load 2/1\n"
       "rhomboids_roller/right medium lighter 30 s, setup 10, pace 4, level 3-4, load 2/1\n"
       "total 245"},
      {"a third tool for the second half",
       {},
       rolls("lr", "hamstrings_roller", "soft") +
       rolls("lr", "glutes_ball", "ball") + rolls("lr", "hamstrings_roller", "medium"),
       "drop groups 0 at hamstrings 3 count of 2 count\n"
       "drop groups 1 at hamstrings 3 count of 2 count\n"
       "drop groups 4 at hamstrings 3 count of 2 count\n"
       "drop groups 5 at hamstrings 3 count of 2 count\n"
       "glutes_ball/left ball lighter 30 s, setup 25, pace 4, level 3-4, load 1/1\n"
       "glutes_ball/right ball lighter 30 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 95"},
      {"just in time", minutes(2), rolls("lr", "hamstrings_roller", "soft", {40}),
       "hamstrings_roller/left soft lighter 40 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 40 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 120"},
      {"a second too long", minutes(2), rolls("lr", "hamstrings_roller", "soft", {41}),
       "drop budget 0 at hamstrings 122 second of 120 second\n"
       "drop budget 1 at hamstrings 122 second of 120 second"},
      {"the last goes first",
       minutes(4),
       rolls("lr", "hamstrings_roller", "soft") +
       rolls("lr", "glutes_ball", "ball") + rolls("b", "calves_roller", "soft"),
       "drop budget 4 at calves 255 second of 240 second\n"
       "hamstrings_roller/left soft lighter 30 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 30 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "glutes_ball/left ball lighter 30 s, setup 25, pace 4, level 3-4, load 1/1\n"
       "glutes_ball/right ball lighter 30 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 195"},
      {"all of an area goes",
       minutes(3),
       rolls("l", "glutes_ball", "ball") +
       rolls("lr", "hamstrings_roller", "soft") + rolls("r", "glutes_ball", "ball"),
       "drop budget 0 at glutes 210 second of 180 second\n"
       "drop budget 3 at glutes 210 second of 180 second\n"
       "hamstrings_roller/left soft lighter 30 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 30 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 100"}});
}

TEST(Gate, Alternatives) {
  expect_rulings({
      {"lawful ones",
       {},
       or_else(or_else(rolls("lr", "hamstrings_roller", "medium"), "hamstrings_roller", "soft"),
               "hamstrings_roller", "medium", VariantKind::standard),
       "hamstrings_roller/left medium lighter 30 s, setup 30, pace 4, level 3-4, load 2/1, "
       "or hamstrings_roller soft lighter 1/1, or hamstrings_roller medium standard 2/1\n"
       "hamstrings_roller/right medium lighter 30 s, setup 10, pace 4, level 3-4, load 2/1, "
       "or hamstrings_roller soft lighter 1/1, or hamstrings_roller medium standard 2/1\n"
       "total 100"},
      {"another area", {}, or_else(rolls("lr", "hamstrings_roller", "soft"), "glutes_ball", "ball"),
       "hamstrings_roller/left soft lighter 30 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 30 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 100"},
      {"both at once", has_chair,
       or_else(rolls("lr", "hamstrings_roller", "soft"), "hamstrings_both", "stick"),
       "hamstrings_roller/left soft lighter 30 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 30 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 100"},
      {"a hold", {}, or_else(rolls("lr", "hamstrings_roller", "soft"), "hamstrings_hold", "soft"),
       "hamstrings_roller/left soft lighter 30 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 30 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 100"},
      {"no chair", {},
       or_else(rolls("lr", "hamstrings_roller", "soft"), "hamstrings_stick", "stick"),
       "hamstrings_roller/left soft lighter 30 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 30 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 100"},
      {"too firm", {},
       or_else(rolls("lr", "hamstrings_roller", "soft"), "hamstrings_roller", "spiky"),
       "hamstrings_roller/left soft lighter 30 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 30 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 100"},
      {"too firm for one side", past(hamstrings, 4, 1) & on_side(left),
       or_else(rolls("lr", "hamstrings_roller", "soft"), "hamstrings_roller", "spiky"),
       "hamstrings_roller/left soft lighter 30 s, setup 30, pace 4, level 3-4, load 1/1, "
       "or hamstrings_roller spiky lighter 4/1\n"
       "hamstrings_roller/right soft lighter 30 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 100"},
      {"too long for it", is(fresh),
       or_else(rolls("lr", "hamstrings_roller", "soft", {61}), "hamstrings_roller", "firm"),
       "hamstrings_roller/left soft lighter 61 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 61 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 162"},
      {"long enough for it", is(fresh),
       or_else(rolls("lr", "hamstrings_roller", "soft", {60}), "hamstrings_roller", "firm"),
       "hamstrings_roller/left soft lighter 60 s, setup 30, pace 4, level 3-4, load 1/1, "
       "or hamstrings_roller firm lighter 3/1\n"
       "hamstrings_roller/right soft lighter 60 s, setup 10, pace 4, level 3-4, load 1/1, "
       "or hamstrings_roller firm lighter 3/1\n"
       "total 160"},
      {"felt too much for it",
       is(fresh),
       or_else(felt(3, 5, rolls("lr", "hamstrings_roller", "soft")), "hamstrings_roller", "firm"),
       "hamstrings_roller/left soft lighter 30 s, setup 30, pace 4, level 3-5, load 1/1\n"
       "hamstrings_roller/right soft lighter 30 s, setup 10, pace 4, level 3-5, load 1/1\n"
       "total 100"}});
}

// clang-format on

}  // namespace
}  // namespace unknot::safety::gate_dose_test
