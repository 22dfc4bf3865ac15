// What is not in the plan, why, and what is there instead.

#include "plan_words.hpp"

namespace unknot::planner {
namespace {

using namespace toy;

const auto nape_by_thigh = [] {
  static constexpr std::array near{calf, hip, nape};
  auto changed = places;
  changed[thigh.value].neighbours = near;
  changed[nape.value].neighbours = only_thigh;
  return changed;
}();
const Change with_nape_by_thigh = [](Sample& s) { s.pack.places = nape_by_thigh; };

// clang-format off

TEST(Plan, TellsWhatIsNotThere) {
  expect(Aspect::left_out, {
      {"usual", {},
       "rump/both dose_range of hip instead hip"},
      {"three minutes", minutes(3),
       "hip/both budget 85 second instead thigh\n"
       "nape/middle budget 45 second\n"
       "rump/both budget 85 second instead hip"},
      {"slow, in four minutes", moves(slow) & minutes(4),
       "hip/both budget 110 second instead thigh\n"
       "nape/middle budget 60 second\n"
       "rump/both budget 110 second instead hip"},
      {"three minutes, a wish that does not fit", minutes(3) & wants(rump) & wants(nape),
       "calf/both budget 50 second instead thigh\n"
       "hip/both dose_range of rump instead rump\n"
       "thigh/both budget 90 second instead calf hip"},
      {"two minutes, with a stick too", minutes(2) & all_tools,
       "calf/both budget 20 second instead thigh\n"
       "hip/both budget 75 second instead thigh\n"
       "nape/middle budget 35 second\n"
       "rump/both budget 75 second instead hip"},
      {"pain", feels(thigh, both, pain, 3),
       "thigh/both around_the_pain of thigh 3 level instead calf hip\n"
       "rump/both dose_range of hip instead hip"},
      {"pain on one side", feels(thigh, left, pain, 3),
       "thigh/left around_the_pain of thigh 3 level instead calf hip\n"
       "rump/both dose_range of hip instead hip"},
      {"two reasons on two sides", feels(thigh, left, pain, 3) & avoids(thigh, right),
       "thigh/left around_the_pain of thigh 3 level instead calf hip\n"
       "thigh/right wish of thigh instead calf hip\n"
       "rump/both dose_range of hip instead hip"},
      {"two injuries beside it on two sides", feels(calf, left, injury) & feels(hip, right, injury),
       "calf/both around_the_pain of calf\n"
       "hip/right around_the_pain of hip\n"
       "rump/left dose_range of hip instead hip\n"
       "rump/right around_the_pain of hip\n"
       "thigh/left around_the_pain of calf instead hip\n"
       "thigh/right around_the_pain of hip"},
      {"two injuries beside it", feels(calf, both, injury) & feels(hip, both, injury),
       "calf/both around_the_pain of calf\n"
       "hip/both around_the_pain of hip\n"
       "rump/both around_the_pain of hip\n"
       "thigh/both around_the_pain of calf"},
      {"two conditions on two sides",
       has("wound", thigh) & on_side(left) & has("cut", thigh) & on_side(right),
       "calf/left condition of thigh for wound\n"
       "calf/right condition of thigh for cut\n"
       "hip/left condition of thigh for wound\n"
       "hip/right condition of thigh for cut\n"
       "rump/left condition of thigh for wound\n"
       "rump/right condition of thigh for cut\n"
       "thigh/left condition of thigh for wound\n"
       "thigh/right condition of thigh for cut"},
      {"a wish for one side", minutes(2) & wants(thigh, left),
       "calf/both budget 10 second instead thigh\n"
       "hip/both budget 65 second instead thigh\n"
       "nape/middle budget 25 second\n"
       "rump/both budget 65 second instead hip"},
      {"pain and wished away", feels(thigh, both, pain, 3) & avoids(thigh),
       "thigh/both around_the_pain of thigh 3 level instead calf hip\n"
       "rump/both dose_range of hip instead hip"},
      {"pain here and injury beside", feels(calf, both, injury) & feels(thigh, both, pain, 3),
       "calf/both around_the_pain of calf\n"
       "thigh/both around_the_pain of thigh 3 level instead hip\n"
       "rump/both dose_range of hip instead hip"},
      {"a zone", feels(back, both, tight, 3),
       "back/both never_zones instead hip\n"
       "rump/both dose_range of hip instead hip"},
      {"a zone, named twice", feels(back, both, tight, 3) & wants(back),
       "back/both never_zones instead hip\n"
       "rump/both dose_range of hip instead hip"},
      {"a zone, and nothing around it", feels(back, both, tight, 3) & avoids(hip) & avoids(rump),
       "back/both never_zones\n"
       "hip/both wish of hip instead thigh\n"
       "rump/both wish of rump"},
      {"a zone, and nothing around it on the left",
       feels(back, both, tight, 3) & avoids(hip, left) & avoids(rump, left),
       "back/both never_zones instead hip\n"
       "hip/left wish of hip instead thigh\n"
       "rump/left wish of rump\n"
       "rump/right dose_range of hip instead hip"},
      {"a zone, named on a side where nothing is left around it",
       feels(back, left, tight, 3) & avoids(hip, left) & avoids(rump, left),
       "back/left never_zones instead hip\n"
       "hip/left wish of hip instead thigh\n"
       "rump/left wish of rump\n"
       "rump/right dose_range of hip instead hip"},
      {"a region wished for", wants(leg) & minutes(1),
       "thigh/both budget 80 second instead calf\n"
       "hip/both budget 95 second instead thigh\n"
       "nape/middle budget 55 second\n"
       "rump/both budget 95 second instead hip"},
      {"a region wished away", avoids(leg, left),
       "calf/both wish of leg\n"
       "thigh/left wish of leg instead hip\n"
       "rump/both dose_range of hip instead hip"},
      {"a region that hurts, named twice", feels(leg, both, pain, 3) & feels(leg, left, pain, 3),
       "calf/both around_the_pain of leg 3 level\n"
       "thigh/both around_the_pain of leg 3 level instead hip\n"
       "leg/both around_the_pain of leg instead hip\n"
       "rump/both dose_range of hip instead hip"},
      {"a region that hurts on one side", feels(leg, left, pain, 3),
       "calf/both around_the_pain of leg 3 level\n"
       "thigh/left around_the_pain of leg 3 level instead hip\n"
       "leg/left around_the_pain of leg instead hip\n"
       "rump/both dose_range of hip instead hip"},
      {"a region that hurts, and is wished away", feels(leg, both, pain, 3) & avoids(leg),
       "calf/both around_the_pain of leg 3 level\n"
       "thigh/both around_the_pain of leg 3 level instead hip\n"
       "leg/both around_the_pain of leg instead hip\n"
       "rump/both dose_range of hip instead hip"},
      {"a region that is tight, and pain in it",
       feels(leg, both, tight, 3) & feels(thigh, both, pain, 3),
       "thigh/both around_the_pain of thigh 3 level instead calf hip\n"
       "rump/both dose_range of hip instead hip"},
      {"the left of what has no sides is closed", with_nape_by_thigh & feels(thigh, left, injury),
       "thigh/left around_the_pain of thigh\n"
       "calf/both around_the_pain of thigh\n"
       "hip/left around_the_pain of thigh\n"
       "nape/middle around_the_pain of thigh\n"
       "rump/left around_the_pain of thigh\n"
       "rump/right dose_range of hip instead hip"},
      {"the right of what has no sides is closed", with_nape_by_thigh & feels(thigh, right, injury),
       "thigh/right around_the_pain of thigh\n"
       "calf/both around_the_pain of thigh instead thigh\n"
       "hip/right around_the_pain of thigh\n"
       "nape/middle around_the_pain of thigh\n"
       "rump/left dose_range of hip instead hip\n"
       "rump/right around_the_pain of thigh"},
      {"a region of nothing", feels(wrist, right, pain, 6),
       "wrist/right never_zones\n"
       "rump/both dose_range of hip instead hip\n"
       "thigh/both around_the_pain of wrist 6 level instead calf hip"},
      {"a condition", has("no_ball"),
       "hip/both condition for no_ball instead thigh\n"
       "rump/both condition for no_ball"},
      {"a wound", has("wound", thigh),
       "calf/both condition of thigh for wound\n"
       "hip/both condition of thigh for wound\n"
       "rump/both condition of thigh for wound\n"
       "thigh/both condition of thigh for wound"},
      {"rolled twice", past(thigh, [](model::History& h) { h.times_24h = 2; }),
       "rump/both dose_range of hip instead hip\n"
       "thigh/both spacing 0 second limit 30 second instead calf hip"},
      {"no floor", at({Support::wall}),
       "calf/both own_tools\n"
       "rump/both dose_range of hip instead hip\n"
       "thigh/both own_tools instead hip"},
      {"no floor for this body", moves(no),
       "calf/both bodies\n"
       "rump/both dose_range of hip instead hip\n"
       "thigh/both bodies instead hip"},
      {"a firm ball",
       tools({tool("roller", ToolKind::roller), tool("rock", ToolKind::ball, Density::firm)}),
       "hip/both never_zones of hip instead thigh"},
      {"a firm ball and a soft one",
       tools({tool("roller", ToolKind::roller), tool("rock", ToolKind::ball, Density::firm),
           tool("ball", ToolKind::ball)}),
       "rump/both dose_range of hip instead hip"},
      {"a roller alone", tools({tool("roller", ToolKind::roller)}),
       "hip/both own_tools instead thigh\n"
       "rump/both own_tools"},
      {"two areas of four", limit(Number::max_areas, 2),
       "hip/both groups limit 2 count instead thigh\n"
       "nape/middle groups limit 2 count\n"
       "rump/both groups limit 2 count instead hip"},
      {"one area of four", limit(Number::max_areas, 1),
       "calf/both groups limit 1 count instead thigh\n"
       "hip/both groups limit 1 count instead thigh\n"
       "nape/middle groups limit 1 count\n"
       "rump/both groups limit 1 count instead hip"},
      {"one tool of two", limit(Number::max_tools, 1),
       "hip/both groups limit 1 count instead thigh\n"
       "rump/both groups limit 1 count instead hip"},
      {"the other side of one that is rolled alone", avoids(thigh, right),
       "thigh/right wish of thigh instead calf hip\n"
       "rump/both dose_range of hip instead hip"},
      {"one side of one that is rolled alone", avoids(thigh, left),
       "thigh/left wish of thigh instead calf hip\n"
       "rump/both dose_range of hip instead hip"},
      {"propped on a sore wrist", feels(wrist, both, injury),
       "wrist/both never_zones\n"
       "rump/both dose_range of hip instead hip\n"
       "thigh/both around_the_pain of wrist instead calf hip"},
      {"propped on a sore wrist, beside a firm ball",
       feels(wrist, both, injury) &
           tools({tool("roller", ToolKind::roller), tool("rock", ToolKind::ball, Density::firm)}),
       "wrist/both never_zones\n"
       "hip/both never_zones of hip\n"
       "thigh/both around_the_pain of wrist instead calf"},
      {"the way that came closest",
       moves(no) & at({Support::floor, Support::wall, Support::chair}) &
           tools({tool("roller", ToolKind::roller), spiky_stick}),
       "calf/both soft_first 4 rung limit 3 rung\n"
       "hip/both own_tools\n"
       "rump/both own_tools\n"
       "thigh/both soft_first 4 rung limit 3 rung"},
      {"the first of two ways as close",
       heavy & at({Support::wall, Support::chair}) &
           tools({tool("roller", ToolKind::roller), spiky_stick, tool("hard", ToolKind::stick,
           Density::firm)}),
       "calf/both soft_first 4 rung limit 3 rung\n"
       "hip/both own_tools\n"
       "rump/both own_tools\n"
       "thigh/both soft_first 4 rung limit 3 rung"},
      {"refused for fever", has("fever") & wants(thigh),
       ""},
      {"refused for a warning sign",
       [](Sample& s) { s.request.red_flags.present = {{0}}; } & feels(back, both, tight, 3) &
           feels(thigh, both, pain, 3),
       "back/both never_zones\n"
       "thigh/both around_the_pain of thigh 3 level"},
      {"refused for time", minutes(1) & tools({tool("ball", ToolKind::ball)}),
       "calf/both own_tools\n"
       "hip/both budget 35 second\n"
       "nape/middle own_tools\n"
       "rump/both budget 35 second instead hip\n"
       "thigh/both own_tools instead hip"}});
}

// clang-format on

}  // namespace
}  // namespace unknot::planner
