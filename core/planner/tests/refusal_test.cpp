// Why there is no plan: the first reason in the order of telling, and what would change it.

#include "plan_words.hpp"

namespace unknot::planner {
namespace {

using namespace toy;

// clang-format off

TEST(Plan, TellsWhyThereIsNone) {
  expect(Aspect::refusal, {
      {"unscreened", [](Sample& s) { s.request.red_flags = {}; },
       "screening by screening, answer_screening"},
      {"a warning sign", [](Sample& s) { s.request.red_flags.present = {{0}}; },
       "screening by screening for numb, see_urgent_help"},
      {"twelve, unscreened, with fever, five minutes before effort",
       starts(5) & has("fever") & aged(12) & [](Sample& s) { s.request.red_flags = {}; },
       "screening by screening, answer_screening\n"
       "also bodies by bodies 12 year of 13 year, be_older\n"
       "also condition by condition for fever, until_it_is_over\n"
       "also budget by warm_up_cap 5 minute of 5 minute, start_earlier"},
      {"fever, and a calf to be seen", has("fever") & feels(calf, left, sore, 2),
       "condition by condition for fever, until_it_is_over\n"
       "advice check_for_clot"},
      {"no tool", tools({}),
       "own_tools by own_tools, add_a_tool, add_a_place"},
      {"no tool of use", tools({tool("stick", ToolKind::stick)}),
       "own_tools by own_tools, add_a_tool, add_a_place"},
      {"no place", at({Support::bed}),
       "own_tools by own_tools, add_a_tool, add_a_place"},
      {"no floor for this body", moves(no) & at({Support::floor}),
       "bodies by bodies, add_a_place"},
      {"a wish that leaves nothing, of one side",
       tools({tool("roller", ToolKind::roller)}) & avoids(calf, right) & avoids(thigh) &
           avoids(nape),
       "own_tools by wish, drop_avoid"},
      {"fourteen, on firm", aged(14) & tools({tool("hard", ToolKind::roller, Density::firm)}),
       "bodies by bodies, softer_tool"},
      {"fourteen, on firm, never down",
       aged(14) & moves(no) & tools({tool("hard", ToolKind::roller, Density::firm)}),
       "bodies by bodies, add_a_place, softer_tool"},
      {"new, on texture", is(fresh) & tools({textured}),
       "ladder by soft_first, softer_tool, gain_sessions"},
      {"a firm ball alone", tools({tool("rock", ToolKind::ball, Density::firm)}) & avoids(rump),
       "ladder by soft_first, softer_tool, gain_sessions"},
      {"no ball, and only balls", has("no_ball") & tools({tool("ball", ToolKind::ball)}),
       "condition by condition, until_it_is_over, add_a_tool"},
      {"no ball, only balls, no place, and the rest wished away",
       has("no_ball") & tools({tool("ball", ToolKind::ball)}) & at({Support::bed}) & avoids(leg) &
           avoids(nape),
       "own_tools by wish, drop_avoid"},
      {"all hurts but what is wished away, and rolled on both sides at once",
       feels(leg, both, pain, 2) & feels(hip, both, pain, 2) & feels(rump, both, pain, 2) &
           avoids(nape),
       "own_tools by wish, drop_avoid"},
      {"all hurts but the left side of one, wished away",
       feels(calf, both, pain, 2) & feels(hip, both, pain, 2) & feels(rump, both, pain, 2) &
           feels(nape, both, pain, 2) & feels(thigh, right, pain, 2) & avoids(thigh, left),
       "own_tools by wish, drop_avoid"},
      {"all hurts but the right side of one, wished away",
       feels(calf, both, pain, 2) & feels(hip, both, pain, 2) & feels(rump, both, pain, 2) &
           feels(nape, both, pain, 2) & feels(thigh, left, pain, 2) & avoids(thigh, right),
       "own_tools by wish, drop_avoid"},
      {"all hurts but the first, rolled enough",
       tools({tool("roller", ToolKind::roller)}) & feels(nape, both, pain, 2) &
           feels(thigh, both, pain, 2) &
           past(calf, [](model::History& h) { h.times_24h = 2; }),
       "spacing by spacing, wait_hours"},
      {"no floor for this body, gentle", moves(no) & at({Support::floor}) & has("bruising"),
       "bodies by bodies, add_a_place"},
      {"slow, and only the first fits", moves(slow) & minutes(1) & at({Support::floor}),
       "budget by budget 60 second of 90 second, more_minutes"},
      {"longer than any session",
       minutes(1) & limit(Number::budget_max_minutes, 1) & tools({tool("ball", ToolKind::ball)}),
       "budget by budget 60 second of 60 second, more_minutes"},
      {"pain all over", all_hurt,
       "pain by around_the_pain, name_less_pain"},
      {"pain all over, and everything wished away",
       all_hurt & avoids(leg) & avoids(hip) & avoids(rump) & avoids(nape),
       "pain by around_the_pain, name_less_pain"},
      {"wished away", avoids(leg) & avoids(hip) & avoids(rump) & avoids(nape),
       "own_tools by wish, drop_avoid"},
      {"marks all over", all_marked,
       "after_effects by after_effects, wait_until_gone"},
      {"rolled all over", all_rolled,
       "spacing by spacing, wait_hours"},
      {"rolled all over, with the stick alone and no chair",
       all_rolled & tools({tool("stick", ToolKind::stick)}),
       "own_tools by own_tools, add_a_tool, add_a_place"},
      {"a ball alone, the hip and rump hurt",
       tools({tool("ball", ToolKind::ball)}) & feels(hip, both, pain, 2),
       "pain by around_the_pain, name_less_pain"},
      {"a minute", minutes(1) & tools({tool("ball", ToolKind::ball)}),
       "budget by budget 60 second of 95 second, more_minutes"},
      {"a minute, before effort", starts(6) & tools({tool("ball", ToolKind::ball)}),
       "budget by budget 60 second of 95 second, start_earlier, more_minutes"},
      {"five minutes before effort", starts(5),
       "budget by warm_up_cap 5 minute of 5 minute, start_earlier"},
      {"one side, where both are rolled at once",
       tools({tool("roller", ToolKind::roller)}) & avoids(calf, left) & avoids(thigh) &
           avoids(nape),
       "own_tools by wish, drop_avoid"}});
}

// clang-format on

}  // namespace
}  // namespace unknot::planner
