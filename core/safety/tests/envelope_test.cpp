// What the envelope becomes by one thing more that is known of the person, and that nothing else
// becomes of it.

#include <gtest/gtest.h>

#include "envelope_words.hpp"

namespace unknot::safety::envelope_test {
namespace {

using namespace small;
using enum model::Side;
using enum model::FeelKind;
using enum model::Experience;
using enum model::FloorTransfer;
using model::AfterEffect;

TEST(Envelope, IsOpenToSomebodyWithoutComplaint) {
  const Facts facts = facts_of(clean());
  const Facts expected = {{"all", ""},
                          {"all ladder", "6/600/6 6/600/6 3/600/6 -"},
                          {"all seconds", "90"},
                          {"budget", "1200"},
                          {"counts", "8 areas, 2 tools"},
                          {"dose", "30"},
                          {"hold", "30 rest 15"},
                          {"level", "3"},
                          {"pace", "2..6"},
                          {"set-up", "x1"},
                          {"hamstrings_both", "own_tools"},
                          {"hamstrings_stick", "own_tools"}};
  for (const auto& [fact, value] : facts) {
    const auto found = expected.find(fact);
    EXPECT_EQ(value, found == expected.end() ? "" : found->second) << fact;
  }
}

// clang-format off

TEST(Envelope, PlacesByWhatHurts) {
  expect({
      {"any pain", feels(hamstrings, left, pain, 0),
       "hamstrings/left: around_the_pain of hamstrings 0 level\n"
       "sides may differ: yes"},
      {"pain nobody measured", feels(wrist, left, pain),
       "hamstrings_hold: around_the_pain of wrist\n"
       "hamstrings_roller: around_the_pain of wrist\n"
       "sides may differ: yes"},
      {"tight at six", feels(hamstrings, left, tight, 6), "sides may differ: yes"},
      {"tight at seven", feels(hamstrings, left, tight, 7),
       "hamstrings/left: around_the_pain of hamstrings 7 level\n"
       "sides may differ: yes"},
      {"tight, unmeasured", feels(hamstrings, left, tight), "sides may differ: yes"},
      {"seven of pain", feels(hamstrings, left, pain, 7),
       "hamstrings/left: around_the_pain of hamstrings 7 level\n"
       "sides may differ: yes"},
      {"eight of pain", feels(hamstrings, left, pain, 8),
       "advice: see_a_clinician by refer at hamstrings/left 8 level\n"
       "calves/left: refer of hamstrings 8 level\n"
       "glutes/left: refer of hamstrings 8 level\n"
       "hamstrings/left: around_the_pain of hamstrings 8 level\n"
       "piriformis/left: refer of hamstrings 8 level\n"
       "sides may differ: yes\n"
       "soleus/left: refer of hamstrings 8 level"},
      {"eight of soreness", feels(hamstrings, both, sore, 8),
       "hamstrings: around_the_pain of hamstrings 8 level"},
      {"eight of injury, which offers nothing", feels(soleus, left, injury, 8),
       "advice: see_a_clinician by refer at soleus/left 8 level\n"
       "calves/left: around_the_pain of soleus 8 level\n"
       "sides may differ: yes\n"
       "soleus/left: around_the_pain of soleus 8 level"},
      {"injury", feels(glutes, right, injury),
       "glutes/right: around_the_pain of glutes; around_the_pain of glutes\n"
       "hamstrings/right: around_the_pain of glutes\n"
       "piriformis/right: around_the_pain of glutes; around_the_pain of glutes\n"
       "sides may differ: yes"},
      {"pain in a shared muscle", feels(soleus, both, pain, 2),
       "calves: around_the_pain of soleus 2 level\n"
       "soleus: around_the_pain of soleus 2 level"},
      {"pain in the middle", feels(spine, left, pain, 2),
       "rhomboids: around_the_pain of spine 2 level\n"
       "spine: around_the_pain of spine 2 level"},
      {"pain in what a region covers", feels(shin, left, pain, 2),
       "advice: check_for_clot by refer at shin/left\n"
       "calves/left: around_the_pain of shin 2 level\n"
       "sides may differ: yes\n"
       "soleus/left: around_the_pain of shin 2 level"},
      {"three of pain to lean on", feels(wrist, left, pain, 3), "sides may differ: yes"},
      {"four of pain to lean on", feels(wrist, both, pain, 4),
       "hamstrings_hold: around_the_pain of wrist 4 level\n"
       "hamstrings_roller: around_the_pain of wrist 4 level"},
      {"injury to lean on", feels(wrist, both, injury, 1),
       "hamstrings_hold: around_the_pain of wrist 1 level\n"
       "hamstrings_roller: around_the_pain of wrist 1 level"},
      {"soreness to lean on", feels(wrist, both, sore, 9), ""},
      {"the low back aches", feels(low_back, both, tight, 3),
       "owed: (glutes piriformis hamstrings)"},
      {"the low back hurts much", feels(low_back, left, pain, 9),
       "advice: see_a_clinician by refer at low_back/left 9 level\n"
       "owed: (glutes piriformis hamstrings)"},
      {"the low back is injured", feels(low_back, both, injury),
       "glutes: around_the_pain of low_back\n"
       "hamstrings: around_the_pain of low_back\n"
       "piriformis: around_the_pain of low_back"},
      {"the low back aches and the knee hurts much",
       feels(knee, both, pain, 8) & feels(low_back, both, tight),
       "advice: see_a_clinician by refer at knee/both 8 level\n"
       "calves: refer of knee 8 level\n"
       "owed: (glutes piriformis hamstrings)\n"
       "soleus: refer of knee 8 level"},
      {"the low back aches twice", feels(low_back, both, tight) & feels(low_back, both, sore),
       "owed: (glutes piriformis hamstrings)(glutes piriformis hamstrings)"},
      {"the low back aches, in a pack without rules",
       no_rules & feels(low_back, both, tight), ""}});
}

TEST(Envelope, PlacesByWhatRemains) {
  expect({
      {"a bruise", after(hamstrings, AfterEffect::bruise, false),
       "hamstrings: after_effects of hamstrings\n"
       "hamstrings ladder: 6/600/6 -after_effects -after_effects -"},
      {"swollen in a shared muscle, one side", after(soleus, AfterEffect::swelling, false, left),
       "calves/left: after_effects of soleus\n"
       "calves/left ladder: 6/600/6 -after_effects -after_effects -\n"
       "sides may differ: yes\n"
       "soleus/left: after_effects of soleus\n"
       "soleus/left ladder: 6/600/6 -after_effects -after_effects -"},
      {"tingling that is gone", after(hamstrings, AfterEffect::tingling, true),
       "advice: softer_after_harm by after_effects at hamstrings/both\n"
       "hamstrings ladder: 6/600/6 -after_effects -after_effects -"},
      {"a bruise gone, on one side", after(piriformis, AfterEffect::bruise, true, right),
       "advice: softer_after_harm by after_effects at piriformis/right\n"
       "glutes/right ladder: 6/600/6 -after_effects -after_effects -\n"
       "piriformis/right ladder: 6/600/6 -after_effects -after_effects -\n"
       "sides may differ: yes"},
      {"swelling gone, from the first rung",
       after(glutes, AfterEffect::swelling, true) & on_rung(1),
       "advice: softer_after_harm by after_effects at glutes/both\n"
       "glutes ladder: 6/600/6 -after_effects -after_effects -\n"
       "piriformis ladder: 6/600/6 -after_effects -after_effects -"},
      {"a bruise gone, and firmer since",
       after(rhomboids, AfterEffect::bruise, true) & past(rhomboids, 4, 1) & past(glutes, 1, 1),
       "advice: softer_after_harm by after_effects at rhomboids/both\n"
       "rhomboids ladder: 6/600/6 -after_effects -after_effects -\n"
       "spine ladder: 6/600/6 -after_effects -after_effects -"},
      {"a mark on one side, softer on the other",
       after(hamstrings, AfterEffect::bruise, true, left) & on_rung(3) & past(hamstrings, 1, 1) &
           on_side(right),
       "advice: softer_after_harm by after_effects at hamstrings/left\n"
       "hamstrings/left ladder: 6/600/6 6/600/6 -after_effects -\n"
       "sides may differ: yes"},
      {"only sore", after(hamstrings, AfterEffect::sore, false), ""},
      {"nobody knows", after(hamstrings, AfterEffect::unknown, false),
       "advice: tell_next_time by after_effects"}});
}

// What is softer than last time is said once for both sides, and for one reason each.
TEST(Envelope, SofterThanLastTime) {
  const auto strong_at = [](model::Side side, std::int32_t level) {
    return past(hamstrings, 2, 1, {{level}}) & on_side(side);
  };
  const std::string none = "hamstrings ladder: 6/600/6 - - -";
  const std::string differ = "\nsides may differ: yes";
  expect({
      {"nobody felt a level", past(hamstrings, 2, 1, {{std::nullopt}}),
       ""},
      {"left and right alike", strong_at(left, 8) & strong_at(right, 8),
       "advice: softer_after_strong by soft_first at hamstrings/both 8 level\n" + none + differ},
      {"said twice", strong_at(left, 8) & strong_at(left, 8),
       "advice: softer_after_strong by soft_first at hamstrings/left 8 level\n"
       "hamstrings/left ladder: 6/600/6 - - -" + differ},
      {"left and right unlike", strong_at(left, 7) & strong_at(right, 8),
       "advice: softer_after_strong by soft_first at hamstrings/left 7 level; "
       "softer_after_strong by soft_first at hamstrings/right 8 level\n" +
           none + differ},
      {"two places", strong_at(both, 8) & past(glutes, 2, 1, {{8}}),
       "advice: softer_after_strong by soft_first at hamstrings/both 8 level; "
       "softer_after_strong by soft_first at glutes/both 8 level\n"
       "glutes ladder: 6/600/6 - - -\n" +
           none},
      {"two reasons", after(hamstrings, AfterEffect::sore_over_48h, false) & [](Sample& s) {
         s.request.history.back().last_levels = {9};
       },
       "advice: softer_after_soreness by soft_first at hamstrings/both; "
       "softer_after_strong by soft_first at hamstrings/both 9 level\n" +
           none},
      {"sore for long, on one side", after(hamstrings, AfterEffect::sore_over_48h, false, left),
       "advice: softer_after_soreness by soft_first at hamstrings/left\n"
       "hamstrings/left ladder: 6/600/6 - - -" + differ},
  });
}

TEST(Envelope, Wishes) {
  expect({
      {"a side", avoids(hamstrings, left),
       "hamstrings/left: wish of hamstrings\n"
       "sides may differ: yes"},
      {"a region", avoids(shin, both), "calves: wish of shin"},
      {"the middle", avoids(spine, right), "spine: wish of spine"},
      {"a wish for one side", wants(hamstrings, right), "sides may differ: yes"},
      {"a wish for both", wants(hamstrings, both), ""},
      {"a wish for a place without sides", wants(low_back, left), ""}});
}

TEST(Envelope, Conditions) {
  expect({
      {"fever", has("fever"),
       "advice: condition_limits by condition for fever\n"
       "stops: condition by condition for fever, until_it_is_over"},
      {"clots", has("clots"),
       "advice: condition_limits by condition for clots\n"
       "stops: condition by condition for clots, clear_with_clinician"},
      {"clots, cleared today", has("clots") & cleared(0),
       "advice: condition_limits by condition for clots"},
      {"clots, cleared tomorrow", has("clots") & cleared(1),
       "advice: condition_limits by condition for clots\n"
       "stops: condition by condition for clots, clear_with_clinician"},
      {"a wound nowhere", has("wound"),
       "advice: condition_limits by condition for wound\n"
       "stops: condition by condition for wound, say_where"},
      {"a wound", has("wound", hamstrings),
       "advice: condition_limits by condition for wound\n"
       "all: condition of hamstrings for wound\n"
       "rhomboids: nothing\n"
       "spine: nothing"},
      {"a wound, twice", has("wound", glutes) & has("wound", glutes),
       "advice: condition_limits by condition for wound\n"
       "glutes: condition of glutes for wound; condition of glutes for wound\n"
       "hamstrings: condition of glutes for wound; condition of glutes for wound\n"
       "piriformis: condition of glutes for wound; condition of glutes for wound"},
      {"a wound at the knee", has("wound", knee) & there(right),
       "advice: condition_limits by condition for wound\n"
       "calves/right: condition of knee for wound\n"
       "hamstrings/right: condition of knee for wound\n"
       "sides may differ: yes\n"
       "soleus/right: condition of knee for wound"},
      {"a wound to lean on", has("wound", wrist),
       "advice: condition_limits by condition for wound\n"
       "hamstrings_hold: condition of wrist for wound\n"
       "hamstrings_roller: condition of wrist for wound"},
      {"bruising", has("bruising"),
       "advice: condition_limits by condition for bruising\n"
       "all ladder: 6/600/4 2/600/4condition -condition -\n"
       "all seconds: 60\n"
       "gentle: condition\n"
       "level: 2"},
      {"no ball", has("no_ball"),
       "advice: condition_limits by condition for no_ball\n"
       "ball: condition for no_ball\n"
       "rock: condition for no_ball"},
      {"no stick", has("no_stick"),
       "advice: condition_limits by condition for no_stick\n"
       "stick: condition for no_stick"},
      {"no texture", has("no_texture"),
       "advice: condition_limits by condition for no_texture\n"
       "spiky: condition for no_texture"},
      {"no firm", has("no_firm"),
       "advice: condition_limits by condition for no_firm\n"
       "firm: condition for no_firm\n"
       "rock: condition for no_firm\n"
       "spiky: condition for no_firm"},
      {"no heat", has("no_heat") & warm(1),
       "advice: condition_limits by condition for no_heat\n"
       "medium: condition for no_heat"},
      {"no shaking", has("no_shaking") & shaking(2),
       "advice: condition_limits by condition for no_shaking\n"
       "firm: condition for no_shaking"},
      {"pregnant", has("pregnancy"),
       "advice: condition_limits by condition for pregnancy\n"
       "calves: condition for pregnancy\n"
       "rhomboids_roller: condition for pregnancy\n"
       "soleus: condition for pregnancy\n"
       "spine_roller: condition for pregnancy"},
      {"twelve weeks", has("pregnancy", {}, 12),
       "advice: condition_limits by condition for pregnancy\n"
       "calves: condition for pregnancy\n"
       "soleus: condition for pregnancy"},
      {"thirteen weeks", has("pregnancy", {}, 13),
       "advice: condition_limits by condition for pregnancy\n"
       "calves: condition for pregnancy\n"
       "rhomboids_roller: condition for pregnancy\n"
       "soleus: condition for pregnancy\n"
       "spine_roller: condition for pregnancy"},
      {"leg signs", has("leg_signs"),
       "advice: condition_limits by condition for leg_signs; "
       "condition_refer by refer for leg_signs"},
      {"leg signs, pain elsewhere", has("leg_signs") & feels(wrist, both, pain, 1),
       "advice: condition_limits by condition for leg_signs; "
       "condition_refer by refer for leg_signs"},
      {"leg signs, tight back", has("leg_signs") & feels(low_back, both, tight, 3),
       "advice: condition_limits by condition for leg_signs; "
       "condition_refer by refer for leg_signs\n"
       "owed: (glutes piriformis hamstrings)"},
      {"leg signs, back pain", has("leg_signs") & feels(low_back, both, pain, 3),
       "advice: condition_limits by condition for leg_signs; "
       "condition_refer by refer for leg_signs\n"
       "glutes: condition of low_back for leg_signs\n"
       "owed: (glutes piriformis hamstrings)\n"
       "piriformis: condition of low_back for leg_signs"},
      {"leg signs, injured back", has("leg_signs") & feels(low_back, both, injury, 3),
       "advice: condition_limits by condition for leg_signs; "
       "condition_refer by refer for leg_signs\n"
       "glutes: condition of low_back for leg_signs; around_the_pain of low_back 3 level\n"
       "hamstrings: around_the_pain of low_back 3 level\n"
       "piriformis: condition of low_back for leg_signs; around_the_pain of low_back 3 level"},
      {"a place said beside what has none", has("no_heat", hamstrings) & there(left),
       "advice: condition_limits by condition for no_heat"},
      {"a stop, told twice", has("fever") & has("fever"),
       "advice: condition_limits by condition for fever\n"
       "stops: condition by condition for fever, until_it_is_over"},
      {"two stops of two conditions", has("fever") & has("clots"),
       "advice: condition_limits by condition for fever; condition_limits by condition for clots\n"
       "stops: condition by condition for fever, until_it_is_over; "
       "condition by condition for clots, clear_with_clinician"},
      {"two stops of one condition", ask_and_refuse & has("fever"),
       "advice: condition_limits by condition for fever\n"
       "stops: condition by condition for fever, until_it_is_over, clear_with_clinician"},
      {"two conditions", has("no_ball") & has("no_heat"),
       "advice: condition_limits by condition for no_ball; "
       "condition_limits by condition for no_heat\n"
       "ball: condition for no_ball\n"
       "rock: condition for no_ball"},
      {"sitting barred", sitting_barred & has("no_ball"),
       "advice: condition_limits by condition for no_ball\n"
       "ball: condition for no_ball\n"
       "calves_roller: condition for no_ball\n"
       "hamstrings_hold: condition for no_ball\n"
       "hamstrings_roller: condition for no_ball\n"
       "rock: condition for no_ball\n"
       "soleus_roller: condition for no_ball"},
      {"fourteen with fever", aged(14) & has("fever"),
       "advice: adult_present by bodies; condition_limits by condition for fever\n"
       "all ladder: 6/600/4 2/600/4bodies -bodies -\n"
       "all seconds: 60\n"
       "gentle: bodies\n"
       "level: 2\n"
       "stops: condition by condition for fever, until_it_is_over"}});
}

TEST(Envelope, Bodies) {
  expect({
      {"twelve", aged(12), "stops: bodies by bodies 12 year of 13 year, be_older"},
      {"thirteen", aged(13),
       "advice: adult_present by bodies\n"
       "all ladder: 6/600/4 2/600/4bodies -bodies -\n"
       "all seconds: 60\n"
       "gentle: bodies\n"
       "level: 2"},
      {"fifteen", aged(15),
       "advice: adult_present by bodies\n"
       "all ladder: 6/600/4 2/600/4bodies -bodies -\n"
       "all seconds: 60\n"
       "gentle: bodies\n"
       "level: 2"},
      {"sixteen", aged(16), ""},
      {"seventy-five", aged(75), ""},
      {"seventy-six", aged(76), "advice: lighter_setup by bodies\nlighter only: yes\nset-up: x2"},
      {"slow", moves(slow), "advice: lighter_setup by bodies\nlighter only: yes\nset-up: x2"},
      {"wall alone", [](Sample& s) { s.request.at = {Support::wall}; },
       "calves_roller: own_tools\n"
       "hamstrings_hold: own_tools\n"
       "hamstrings_roller: own_tools\n"
       "rhomboids_roller: own_tools\n"
       "soleus_roller: own_tools\n"
       "spine_roller: own_tools"},
      {"never on the floor", moves(no),
       "calves_roller: bodies\n"
       "hamstrings_hold: bodies\n"
       "hamstrings_roller: bodies\n"
       "rhomboids_roller: bodies\n"
       "soleus_roller: bodies\n"
       "spine_roller: bodies"},
      {"age unknown", [](Sample& s) { s.request.person.age.reset(); }, ""}});
}

TEST(Envelope, Screening) {
  expect({
      {"not screened", [](Sample& s) { s.request.red_flags.screened = false; },
       "stops: screening by screening, answer_screening"},
      {"at no time", [](Sample& s) { s.request.red_flags.at.reset(); },
       "stops: screening by screening, answer_screening"},
      {"a day ago", screened(86400), ""},
      {"a second more", screened(86401),
       "stops: screening by screening 25 hour of 24 hour, answer_screening"},
      {"an hour more", screened(90000),
       "stops: screening by screening 25 hour of 24 hour, answer_screening"},
      {"a second after that", screened(90001),
       "stops: screening by screening 26 hour of 24 hour, answer_screening"},
      {"ages ago", screened(40000000000),
       "stops: screening by screening 100000 hour of 24 hour, answer_screening"},
      {"a day ahead", screened(-86400), ""},
      {"further ahead", screened(-86401), "stops: screening by screening, answer_screening"},
      {"three flags, the most urgent first", three_flags,
       "stops: screening by screening for first, see_urgent_help; "
       "screening by screening for second, see_urgent_help; "
       "screening by screening for waits, see_urgent_help"},
      {"a flag", [](Sample& s) { s.request.red_flags.present = {{0}}; },
       "stops: screening by screening for numb_saddle, see_urgent_help"}});
}

TEST(Envelope, Times) {
  expect({
      {"new", is(fresh), "all ladder: 3/600/6 3/600/6 2/60/4 -\npace: 3..6"},
      {"seasoned", is(seasoned), "all ladder: 6/600/6 6/600/6 6/600/6 6/600/6L"},
      {"minutes, some", minutes(7), "budget: 420"},
      {"minutes, all", minutes(21), "advice: shorter_is_enough by budget 20 minute"},
      {"an hour before effort", starts_in(60),
       "advice: move_after_rolling by warm_up_cap 2 minute"},
      {"six minutes before effort", starts_in(6),
       "advice: move_after_rolling by warm_up_cap 2 minute\n"
       "budget: 60"},
      {"five minutes before effort", starts_in(5),
       "advice: move_after_rolling by warm_up_cap 2 minute\n"
       "budget: 0\n"
       "stops: budget by warm_up_cap 5 minute of 5 minute, start_earlier"},
      {"a moment before effort", starts_in(0),
       "advice: move_after_rolling by warm_up_cap 2 minute\n"
       "budget: 0\n"
       "stops: budget by warm_up_cap 0 minute of 5 minute, start_earlier"},
      {"warm-up", warm_up, "advice: move_after_rolling by warm_up_cap 2 minute\nall seconds: 60"},
      {"rolled a little", used(hamstrings, 60), "hamstrings seconds: 30"},
      {"rolled a second", used(hamstrings, 1), "hamstrings seconds: 89"},
      {"rolled much", used(hamstrings, 61),
       "hamstrings: spacing 29 second of 30 second\n"
       "hamstrings seconds: 29"},
      {"rolled more than a day's dose", used(hamstrings, 200),
       "hamstrings: spacing 0 second of 30 second\n"
       "hamstrings seconds: 0"},
      {"rolled once", used(hamstrings, 0, 1), ""},
      {"rolled twice", used(glutes, 0, 2),
       "glutes: spacing 0 second of 30 second\n"
       "glutes seconds: 0\n"
       "piriformis: spacing 0 second of 30 second\n"
       "piriformis seconds: 0"},
      {"rolled in areas that share a muscle", used(calves, 20) & used(soleus, 30),
       "calves seconds: 40\n"
       "soleus seconds: 40"},
      {"rolled once in each of two that share a muscle", used(calves, 0, 1) & used(soleus, 0, 1),
       "calves: spacing 0 second of 30 second\n"
       "calves seconds: 0\n"
       "soleus: spacing 0 second of 30 second\n"
       "soleus seconds: 0"},
      {"two entries, one place", used(hamstrings, 30, 1) & used(hamstrings, 20, 1),
       "hamstrings seconds: 60"},
      {"one side", used(hamstrings, 40) & on_side(left),
       "hamstrings/left seconds: 50\n"
       "sides may differ: yes"},
      {"rolled before a gentle session", has("bruising") & used(hamstrings, 45),
       "advice: condition_limits by condition for bruising\n"
       "all ladder: 6/600/4 2/600/4condition -condition -\n"
       "all seconds: 60\n"
       "gentle: condition\n"
       "hamstrings seconds: 45\n"
       "level: 2"},
      {"rolled before a warm-up", used(hamstrings, 20) & warm_up,
       "advice: move_after_rolling by warm_up_cap 2 minute\n"
       "all seconds: 60"}});
}

// clang-format on

}  // namespace
}  // namespace unknot::safety::envelope_test
