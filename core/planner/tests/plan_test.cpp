// Plans of the toy pack, small enough to work out by hand: docs/planner.md from one end to the
// other.

#include "plan_words.hpp"

namespace unknot::planner {
namespace {

using namespace toy;
using enum model::Side;
using enum model::FeelKind;
using enum model::FloorTransfer;
using enum model::Experience;

const Change sticks = at({Support::floor, Support::chair}) &
                      tools({tool("roller", ToolKind::roller), tool("stick", ToolKind::stick)});
const Change all_tools = at({Support::floor, Support::wall, Support::chair}) &
                         tools({tool("roller", ToolKind::roller), tool("ball", ToolKind::ball),
                                tool("stick", ToolKind::stick)});
const Change stick_and_roller =
    at({Support::floor, Support::chair}) &
    tools({tool("roller", ToolKind::roller, Density::firm), tool("stick", ToolKind::stick)});
const Change two_rollers =
    tools({tool("soft", ToolKind::roller), tool("hard", ToolKind::roller, Density::firm)});
const model::Tool textured = [] {
  model::Tool made = tool("spiky", ToolKind::roller, Density::firm);
  made.surface = Surface::textured;
  return made;
}();

const model::Tool spiky_stick = [] {
  model::Tool made = tool("spikes", ToolKind::stick, Density::firm);
  made.surface = Surface::textured;
  return made;
}();
const Change heavy = [](Sample& s) { s.request.person.mass_hectograms = 3500; };

Change everywhere(const std::function<Change(PlaceIndex)>& change) {
  return change(calf) & change(hip) & change(nape) & change(rump) & change(thigh);
}

const Change all_hurt = everywhere([](PlaceIndex at) { return feels(at, both, pain, 2); });
const Change all_marked = everywhere([](PlaceIndex at) {
  return past(at, [](model::History& h) { h.after_effect = model::AfterEffect::bruise; });
});
const Change all_rolled =
    everywhere([](PlaceIndex at) { return past(at, [](model::History& h) { h.times_24h = 2; }); });

Change starts(int minutes) {
  return [=](Sample& s) { s.request.starts_in_minutes = minutes; };
}

// clang-format off

TEST(Plan, PlansWhatIsWorthMost) {
  expect(Aspect::steps, {
      {"everything, with time for all", {},
       "calf_roller roller standard both 45+45 pace 4 level 3-6 setup 30\n"
       "thigh_roller roller standard left 45+45 pace 4 level 3-6 setup 10\n"
       "thigh_roller roller standard right 45+45 pace 4 level 3-6 setup 10\n"
       "nape_roller roller standard both 45+45 pace 4 level 3-6 setup 25\n"
       "hip_ball ball standard left 45+45 pace 5 level 3-6 setup 15\n"
       "hip_ball ball standard right 45+45 pace 5 level 3-6 setup 10\n"
       "total 730, benefit 22200000, offers 0"},
      {"three minutes", minutes(3),
       "calf_roller roller standard both 60 pace 4 level 3-6 setup 30\n"
       "thigh_roller roller standard left 30 pace 4 level 3-6 setup 10\n"
       "thigh_roller roller standard right 30 pace 4 level 3-6 setup 10\n"
       "total 170, benefit 10620000, offers 0"},
      {"two minutes", minutes(2),
       "thigh_roller roller standard left 30 pace 4 level 3-6 setup 30\n"
       "thigh_roller roller standard right 30 pace 4 level 3-6 setup 10\n"
       "total 100, benefit 6300000, offers 0"},
      {"one minute", minutes(1),
       "calf_roller roller standard both 30 pace 4 level 3-6 setup 30\n"
       "total 60, benefit 2700000, offers 0"},
      {"a wish in three minutes", minutes(3) & wants(nape),
       "nape_roller roller standard both 45+45 pace 4 level 3-6 setup 25\n"
       "total 130, benefit 41000000, offers 0"},
      {"a wish for one side", minutes(2) & wants(thigh, left),
       "thigh_roller roller standard left 60 pace 4 level 3-6 setup 30\n"
       "total 90, benefit 33840000, offers 0"},
      {"one side wished away", avoids(thigh, right),
       "calf_roller roller standard both 45+45 pace 4 level 3-6 setup 30\n"
       "thigh_roller roller standard left 45+45 pace 4 level 3-6 setup 10\n"
       "nape_roller roller standard both 45+45 pace 4 level 3-6 setup 25\n"
       "hip_ball ball standard left 45+45 pace 5 level 3-6 setup 15\n"
       "hip_ball ball standard right 45+45 pace 5 level 3-6 setup 10\n"
       "total 615, benefit 15900000, offers 0"},
      {"one side wished away, of what is rolled at once", avoids(calf, right),
       "thigh_roller roller standard left 45+45 pace 4 level 3-6 setup 30\n"
       "thigh_roller roller standard right 45+45 pace 4 level 3-6 setup 10\n"
       "nape_roller roller standard both 45+45 pace 4 level 3-6 setup 25\n"
       "hip_ball ball standard left 45+45 pace 5 level 3-6 setup 15\n"
       "hip_ball ball standard right 45+45 pace 5 level 3-6 setup 10\n"
       "total 615, benefit 16800000, offers 0"},
      {"tight on one side, in little time", minutes(1) & feels(thigh, left, tight, 5),
       "thigh_roller roller standard left 30 pace 4 level 3-6 setup 30\n"
       "total 60, benefit 11025000, offers 0"},
      {"slow on the floor", moves(slow),
       "calf_roller roller lighter both 45+45 pace 4 level 3-6 setup 60\n"
       "thigh_roller roller lighter left 45+45 pace 4 level 3-6 setup 20\n"
       "thigh_roller roller lighter right 45+45 pace 4 level 3-6 setup 20\n"
       "nape_roller roller lighter both 45+45 pace 4 level 3-6 setup 50\n"
       "hip_ball ball lighter left 45+45 pace 5 level 3-6 setup 30\n"
       "hip_ball ball lighter right 45+45 pace 5 level 3-6 setup 20\n"
       "total 830, benefit 13200000, offers 0"},
      {"slow, with a stick and a chair", moves(slow) & sticks,
       "calf_stick stick lighter left 45+45 pace 4 level 3-6 setup 50\n"
       "calf_stick stick lighter right 45+45 pace 4 level 3-6 setup 20\n"
       "thigh_stick stick lighter left 45+45 pace 4 level 3-6 setup 20\n"
       "thigh_stick stick lighter right 45+45 pace 4 level 3-6 setup 20\n"
       "total 530, benefit 13400000, offers 0"},
      {"a stick and a chair", sticks,
       "calf_roller roller standard both 45+45 pace 4 level 3-6 setup 30\n"
       "thigh_roller roller standard left 45+45 pace 4 level 3-6 setup 10\n"
       "thigh_roller roller standard right 45+45 pace 4 level 3-6 setup 10\n"
       "total 365, benefit 18000000, offers 0"},
      {"three tools",
       all_tools,
       "calf_roller roller standard both 45+45 pace 4 level 3-6 setup 30\n"
       "thigh_roller roller standard left 45+45 pace 4 level 3-6 setup 10\n"
       "thigh_roller roller standard right 45+45 pace 4 level 3-6 setup 10\n"
       "nape_roller roller standard both 45+45 pace 4 level 3-6 setup 25\n"
       "hip_ball ball standard left 45+45 pace 5 level 3-6 setup 15\n"
       "hip_ball ball standard right 45+45 pace 5 level 3-6 setup 10\n"
       "total 730, benefit 22200000, offers 0"},
      {"the softer of two rollers",
       tools({tool("hard", ToolKind::roller, Density::firm), tool("soft", ToolKind::roller)}),
       "calf_roller soft standard both 45+45 pace 4 level 3-6 setup 30\n"
       "thigh_roller soft standard left 45+45 pace 4 level 3-6 setup 10\n"
       "thigh_roller soft standard right 45+45 pace 4 level 3-6 setup 10\n"
       "nape_roller soft standard both 45+45 pace 4 level 3-6 setup 25\n"
       "total 495, benefit 19000000, offers 0"},
      {"the firm one alone, new",
       is(fresh) & tools({tool("hard", ToolKind::roller, Density::firm)}),
       "calf_roller hard lighter both 60 pace 6 level 3-4 setup 30\n"
       "thigh_roller hard lighter left 60 pace 6 level 3-4 setup 10\n"
       "thigh_roller hard lighter right 60 pace 6 level 3-4 setup 10\n"
       "nape_roller hard lighter both 60 pace 6 level 3-4 setup 25\n"
       "total 315, benefit 15200000, offers 0"},
      {"new", is(fresh),
       "calf_roller roller lighter both 45+45 pace 6 level 3-6 setup 30\n"
       "thigh_roller roller lighter left 45+45 pace 6 level 3-6 setup 10\n"
       "thigh_roller roller lighter right 45+45 pace 6 level 3-6 setup 10\n"
       "nape_roller roller lighter both 45+45 pace 6 level 3-6 setup 25\n"
       "hip_ball ball lighter left 45+45 pace 6 level 3-6 setup 15\n"
       "hip_ball ball lighter right 45+45 pace 6 level 3-6 setup 10\n"
       "total 730, benefit 22200000, offers 0"},
      {"new, and used to the thigh",
       is(fresh) & past(thigh, [](model::History& h) { h.clean_sessions = 1; }),
       "calf_roller roller lighter both 45+45 pace 6 level 3-6 setup 30\n"
       "thigh_roller roller standard left 45+45 pace 6 level 3-6 setup 10\n"
       "thigh_roller roller standard right 45+45 pace 6 level 3-6 setup 10\n"
       "nape_roller roller lighter both 45+45 pace 6 level 3-6 setup 25\n"
       "hip_ball ball lighter left 45+45 pace 6 level 3-6 setup 15\n"
       "hip_ball ball lighter right 45+45 pace 6 level 3-6 setup 10\n"
       "total 730, benefit 22200000, offers 0"},
      {"new, and once on the thigh", is(fresh) & past(thigh, [](model::History&) {}),
       "calf_roller roller lighter both 45+45 pace 6 level 3-6 setup 30\n"
       "thigh_roller roller lighter left 45+45 pace 6 level 3-6 setup 10\n"
       "thigh_roller roller lighter right 45+45 pace 6 level 3-6 setup 10\n"
       "nape_roller roller lighter both 45+45 pace 6 level 3-6 setup 25\n"
       "hip_ball ball lighter left 45+45 pace 6 level 3-6 setup 15\n"
       "hip_ball ball lighter right 45+45 pace 6 level 3-6 setup 10\n"
       "total 730, benefit 22200000, offers 0"},
      {"gentle", has("bruising"),
       "calf_roller roller lighter both 60 pace 4 level 2-4 setup 30\n"
       "thigh_roller roller lighter left 60 pace 4 level 2-4 setup 10\n"
       "thigh_roller roller lighter right 60 pace 4 level 2-4 setup 10\n"
       "nape_roller roller lighter both 60 pace 4 level 2-4 setup 25\n"
       "hip_ball ball lighter left 60 pace 5 level 2-4 setup 15\n"
       "hip_ball ball lighter right 60 pace 5 level 2-4 setup 10\n"
       "total 460, benefit 17760000, offers 0"},
      {"what the back is owed", minutes(2) & feels(back, both, tight, 0),
       "hip_ball ball standard left 30 pace 5 level 3-6 setup 25\n"
       "hip_ball ball standard right 30 pace 5 level 3-6 setup 10\n"
       "total 95, benefit 11200000, offers 1"},
      {"the back and nothing around it", feels(back, both, tight, 0) & avoids(hip) & avoids(rump),
       "calf_roller roller standard both 45+45 pace 4 level 3-6 setup 30\n"
       "thigh_roller roller standard left 45+45 pace 4 level 3-6 setup 10\n"
       "thigh_roller roller standard right 45+45 pace 4 level 3-6 setup 10\n"
       "nape_roller roller standard both 45+45 pace 4 level 3-6 setup 25\n"
       "total 495, benefit 19000000, offers 0"},
      {"the back, and a session too short", minutes(1) & feels(back, both, tight, 0),
       "calf_roller roller standard both 30 pace 4 level 3-6 setup 30\n"
       "total 60, benefit 2700000, offers 0"},
      {"two areas of four", limit(Number::max_areas, 2),
       "calf_roller roller standard both 45+45 pace 4 level 3-6 setup 30\n"
       "thigh_roller roller standard left 45+45 pace 4 level 3-6 setup 10\n"
       "thigh_roller roller standard right 45+45 pace 4 level 3-6 setup 10\n"
       "total 365, benefit 18000000, offers 0"},
      {"one tool of two", limit(Number::max_tools, 1),
       "calf_roller roller standard both 45+45 pace 4 level 3-6 setup 30\n"
       "thigh_roller roller standard left 45+45 pace 4 level 3-6 setup 10\n"
       "thigh_roller roller standard right 45+45 pace 4 level 3-6 setup 10\n"
       "nape_roller roller standard both 45+45 pace 4 level 3-6 setup 25\n"
       "total 495, benefit 19000000, offers 0"},
      {"some rolled before", past(thigh, [](model::History& h) { h.seconds_6h = 30; }),
       "calf_roller roller standard both 45+45 pace 4 level 3-6 setup 30\n"
       "thigh_roller roller standard left 60 pace 4 level 3-6 setup 10\n"
       "thigh_roller roller standard right 60 pace 4 level 3-6 setup 10\n"
       "nape_roller roller standard both 45+45 pace 4 level 3-6 setup 25\n"
       "hip_ball ball standard left 45+45 pace 5 level 3-6 setup 15\n"
       "hip_ball ball standard right 45+45 pace 5 level 3-6 setup 10\n"
       "total 640, benefit 19680000, offers 0"},
      {"heavy, on the ball", heavy,
       "calf_roller roller standard both 45+45 pace 4 level 3-6 setup 30\n"
       "thigh_roller roller standard left 45+45 pace 4 level 3-6 setup 10\n"
       "thigh_roller roller standard right 45+45 pace 4 level 3-6 setup 10\n"
       "nape_roller roller standard both 45+45 pace 4 level 3-6 setup 25\n"
       "hip_ball ball lighter left 45+45 pace 5 level 3-6 setup 15\n"
       "hip_ball ball lighter right 45+45 pace 5 level 3-6 setup 10\n"
       "total 730, benefit 22200000, offers 0"}});
}

TEST(Plan, OffersOtherWays) {
  expect(Aspect::alternatives, {
      {"usual", {},
       "calf_roller/both: calf_roller roller lighter, calf_roller roller harder\n"
       "thigh_roller/left: thigh_roller roller lighter, thigh_roller roller harder\n"
       "thigh_roller/right: thigh_roller roller lighter, thigh_roller roller harder\n"
       "nape_roller/both: nape_roller roller lighter, nape_roller roller harder\n"
       "hip_ball/left: hip_ball ball lighter\n"
       "hip_ball/right: hip_ball ball lighter"},
      {"harder is too hard", [](Sample& s) { s.request.person.mass_hectograms = 2600; },
       "calf_roller/both: calf_roller roller lighter\n"
       "thigh_roller/left: thigh_roller roller lighter\n"
       "thigh_roller/right: thigh_roller roller lighter\n"
       "nape_roller/both: nape_roller roller lighter\n"
       "hip_ball/left: hip_ball ball lighter\n"
       "hip_ball/right: hip_ball ball lighter"},
      {"two rollers", two_rollers,
       "calf_roller/both: calf_roller soft lighter, calf_roller soft harder\n"
       "thigh_roller/left: thigh_roller soft lighter, thigh_roller soft harder\n"
       "thigh_roller/right: thigh_roller soft lighter, thigh_roller soft harder\n"
       "nape_roller/both: nape_roller soft lighter, nape_roller soft harder"},
      {"two rollers, seasoned", two_rollers & is(seasoned),
       "calf_roller/both: calf_roller soft lighter, calf_roller soft harder\n"
       "thigh_roller/left: thigh_roller soft lighter, thigh_roller soft harder\n"
       "thigh_roller/right: thigh_roller soft lighter, thigh_roller soft harder\n"
       "nape_roller/both: nape_roller soft lighter, nape_roller soft harder"},
      {"another technique, softer", stick_and_roller & wants(thigh),
       "calf_roller/both: calf_roller roller lighter, calf_roller roller harder\n"
       "thigh_roller/left: thigh_roller roller lighter, thigh_roller roller harder\n"
       "thigh_roller/right: thigh_roller roller lighter, thigh_roller roller harder"},
      {"new", is(fresh),
       "calf_roller/both: calf_roller roller standard\n"
       "thigh_roller/left: thigh_roller roller standard\n"
       "thigh_roller/right: thigh_roller roller standard\n"
       "nape_roller/both: nape_roller roller standard\n"
       "hip_ball/left: hip_ball ball standard\n"
       "hip_ball/right: hip_ball ball standard"},
      {"gentle", has("bruising"),
       "calf_roller/both: calf_roller roller standard\n"
       "thigh_roller/left: thigh_roller roller standard\n"
       "thigh_roller/right: thigh_roller roller standard\n"
       "nape_roller/both: nape_roller roller standard\n"
       "hip_ball/left: hip_ball ball standard\n"
       "hip_ball/right: hip_ball ball standard"}});
}

TEST(Plan, SaysWhy) {
  expect(Aspect::reasons, {
      {"usual", {},
       "calf_roller/both: goal\n"
       "thigh_roller/left: goal\n"
       "thigh_roller/right: goal\n"
       "nape_roller/both: goal\n"
       "hip_ball/left: goal\n"
       "hip_ball/right: goal"},
      {"running", does(running),
       "calf_roller/both: activity\n"
       "thigh_roller/left: goal\n"
       "thigh_roller/right: goal\n"
       "nape_roller/both: goal\n"
       "hip_ball/left: goal\n"
       "hip_ball/right: goal"},
      {"wishes", wants(leg) & wants(hip, left),
       "calf_roller/both: wish leg/both\n"
       "thigh_roller/left: wish leg/both\n"
       "thigh_roller/right: wish leg/both\n"
       "nape_roller/both: goal\n"
       "hip_ball/left: wish hip/left\n"
       "hip_ball/right: goal"},
      {"around a pain", feels(calf, left, pain, 3),
       "thigh_roller/left: offered calf/left\n"
       "thigh_roller/right: goal\n"
       "nape_roller/both: goal\n"
       "hip_ball/left: goal\n"
       "hip_ball/right: goal"},
      {"around two", feels(calf, both, pain, 3) & wants(thigh),
       "thigh_roller/left: offered calf/both, wish thigh/both\n"
       "thigh_roller/right: offered calf/both, wish thigh/both\n"
       "nape_roller/both: goal\n"
       "hip_ball/left: goal\n"
       "hip_ball/right: goal"}});
}

TEST(Plan, TellsWhatIsNotThere) {
  expect(Aspect::left_out, {
      {"usual", {},
       "rump/both dose_range of hip instead hip"},
      {"three minutes", minutes(3),
       "hip/both budget 85 second instead thigh\n"
       "nape/both budget 45 second\n"
       "rump/both budget 85 second instead hip"},
      {"three minutes, a wish that does not fit", minutes(3) & wants(rump) & wants(nape),
       "calf/both budget 50 second instead thigh\n"
       "hip/both dose_range of rump instead rump\n"
       "thigh/both budget 90 second instead calf hip"},
      {"two minutes, with a stick too",
       minutes(2) &
           all_tools,
       "calf/both budget 20 second instead thigh\n"
       "hip/both budget 75 second instead thigh\n"
       "nape/both budget 35 second\n"
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
       "nape/both budget 25 second\n"
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
       "nape/both budget 55 second\n"
       "rump/both budget 95 second instead hip"},
      {"a region wished away", avoids(leg, left),
       "calf/both wish of leg\n"
       "thigh/left wish of leg instead hip\n"
       "rump/both dose_range of hip instead hip"},
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
       "nape/both groups limit 2 count\n"
       "rump/both groups limit 2 count instead hip"},
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
           tools({tool("roller", ToolKind::roller), spiky_stick, tool("hard", ToolKind::stick, Density::firm)}),
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
       "nape/both own_tools\n"
       "rump/both budget 35 second instead hip\n"
       "thigh/both own_tools instead hip"}});
}

TEST(Plan, TellsWhyThereIsNone) {
  expect(Aspect::refusal, {
      {"unscreened", [](Sample& s) { s.request.red_flags = {}; },
       "screening by screening, answer_screening"},
      {"a warning sign", [](Sample& s) { s.request.red_flags.present = {{0}}; },
       "screening by screening for numb, see_urgent_help"},
      {"twelve, unscreened, with fever",
       aged(12) & has("fever") & [](Sample& s) { s.request.red_flags = {}; },
       "screening by screening, answer_screening\n"
       "also bodies by bodies 12 year of 13 year, be_older\n"
       "also condition by condition for fever, until_it_is_over"},
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
