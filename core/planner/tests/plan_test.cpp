// Plans of the toy pack, small enough to work out by hand: docs/planner.md from one end to the
// other.

#include "plan_words.hpp"

namespace unknot::planner {
namespace {

using namespace toy;

/// Every technique asks for a pace of its own.
Change with_pace(std::int32_t seconds) {
  static auto changed = techniques;
  return [=](Sample& s) {
    for (Technique& one : changed) one.seconds_per_pass = seconds;
    s.pack.techniques = changed;
  };
}

constexpr Technique loading(List<Variant> variants, Technique row) {
  row.variants = variants;
  return row;
}

constexpr std::array<Variant, 2> nearly_as_much{
    {{VariantKind::lighter, 190, "", true, {}}, {VariantKind::standard, 195, "", true, {}}}};

/// The thigh in many ways, best rolled by the last; what comes before it in the catalogue would be
/// offered first if it were another area, another motion, or on the floor for a sore wrist.
constexpr std::array many_ways{
    technique("calf_roller", calf, {ToolKind::roller, 0, 20}),
    together(technique("thigh_both", thigh, {ToolKind::roller, 0, 30})),
    held(technique("thigh_held", thigh, {ToolKind::roller, 0, 30})),
    propped(technique("thigh_propped", thigh, {ToolKind::roller, 0, 30})),
    loading(nearly_as_much, technique("thigh_near", thigh, {ToolKind::roller, 0, 30})),
    technique("thigh_wall", thigh, {ToolKind::roller, 1, 30}),
    loading(two_variants, technique("thigh_flat", thigh, {ToolKind::roller, 0, 30})),
    technique("thigh_side", thigh, {ToolKind::roller, 0, 30}),
    technique("thigh_roller", thigh, {ToolKind::roller, 0, 90})};
const Change with_many_ways = [](Sample& s) { s.pack.techniques = many_ways; };

// clang-format off

TEST(Plan, PlansWhatIsWorthMost) {
  expect(Aspect::steps, {
      {"everything, with time for all", {},
       "thigh_roller roller standard left 45+45 pace 4 level 3-6 setup 30\n"
       "thigh_roller roller standard right 45+45 pace 4 level 3-6 setup 10\n"
       "calf_roller roller standard both 45+45 pace 4 level 3-6 setup 10\n"
       "hip_ball ball standard left 45+45 pace 5 level 3-6 setup 25\n"
       "hip_ball ball standard right 45+45 pace 5 level 3-6 setup 10\n"
       "nape_roller roller standard middle 45+45 pace 4 level 3-6 setup 15\n"
       "total 730, benefit 22200000, offers 0"},
      {"three minutes", minutes(3),
       "thigh_roller roller standard left 30 pace 4 level 3-6 setup 30\n"
       "thigh_roller roller standard right 30 pace 4 level 3-6 setup 10\n"
       "calf_roller roller standard both 60 pace 4 level 3-6 setup 10\n"
       "total 170, benefit 10620000, offers 0"},
      {"two minutes", minutes(2),
       "thigh_roller roller standard left 30 pace 4 level 3-6 setup 30\n"
       "thigh_roller roller standard right 30 pace 4 level 3-6 setup 10\n"
       "total 100, benefit 6300000, offers 0"},
      {"one minute", minutes(1),
       "calf_roller roller standard both 30 pace 4 level 3-6 setup 30\n"
       "total 60, benefit 2700000, offers 0"},
      {"a wish in three minutes", minutes(3) & wants(nape),
       "nape_roller roller standard middle 45+45 pace 4 level 3-6 setup 25\n"
       "total 130, benefit 41000000, offers 0"},
      {"a wish for one side", minutes(2) & wants(thigh, left),
       "thigh_roller roller standard left 60 pace 4 level 3-6 setup 30\n"
       "total 90, benefit 33840000, offers 0"},
      {"one side wished away", avoids(thigh, right),
       "thigh_roller roller standard left 45+45 pace 4 level 3-6 setup 30\n"
       "calf_roller roller standard both 45+45 pace 4 level 3-6 setup 10\n"
       "hip_ball ball standard left 45+45 pace 5 level 3-6 setup 25\n"
       "hip_ball ball standard right 45+45 pace 5 level 3-6 setup 10\n"
       "nape_roller roller standard middle 45+45 pace 4 level 3-6 setup 15\n"
       "total 615, benefit 15900000, offers 0"},
      {"one side wished away, of what is rolled at once", avoids(calf, right),
       "thigh_roller roller standard left 45+45 pace 4 level 3-6 setup 30\n"
       "thigh_roller roller standard right 45+45 pace 4 level 3-6 setup 10\n"
       "hip_ball ball standard left 45+45 pace 5 level 3-6 setup 25\n"
       "hip_ball ball standard right 45+45 pace 5 level 3-6 setup 10\n"
       "nape_roller roller standard middle 45+45 pace 4 level 3-6 setup 15\n"
       "total 615, benefit 16800000, offers 0"},
      {"tight on one side, in little time", minutes(1) & feels(thigh, left, tight, 5),
       "thigh_roller roller standard left 30 pace 4 level 3-6 setup 30\n"
       "total 60, benefit 11025000, offers 0"},
      {"slow on the floor", moves(slow),
       "thigh_roller roller lighter left 45+45 pace 4 level 3-6 setup 60\n"
       "thigh_roller roller lighter right 45+45 pace 4 level 3-6 setup 20\n"
       "calf_roller roller lighter both 45+45 pace 4 level 3-6 setup 20\n"
       "hip_ball ball lighter left 45+45 pace 5 level 3-6 setup 50\n"
       "hip_ball ball lighter right 45+45 pace 5 level 3-6 setup 20\n"
       "nape_roller roller lighter middle 45+45 pace 4 level 3-6 setup 30\n"
       "total 830, benefit 13200000, offers 0"},
      {"slow, with a stick and a chair", moves(slow) & sticks,
       "thigh_stick stick lighter left 45+45 pace 4 level 3-6 setup 50\n"
       "thigh_stick stick lighter right 45+45 pace 4 level 3-6 setup 20\n"
       "calf_stick stick lighter left 45+45 pace 4 level 3-6 setup 20\n"
       "calf_stick stick lighter right 45+45 pace 4 level 3-6 setup 20\n"
       "total 530, benefit 13400000, offers 0"},
      {"a stick and a chair", sticks,
       "thigh_roller roller standard left 45+45 pace 4 level 3-6 setup 30\n"
       "thigh_roller roller standard right 45+45 pace 4 level 3-6 setup 10\n"
       "calf_roller roller standard both 45+45 pace 4 level 3-6 setup 10\n"
       "total 365, benefit 18000000, offers 0"},
      {"three tools", all_tools,
       "thigh_roller roller standard left 45+45 pace 4 level 3-6 setup 30\n"
       "thigh_roller roller standard right 45+45 pace 4 level 3-6 setup 10\n"
       "calf_roller roller standard both 45+45 pace 4 level 3-6 setup 10\n"
       "hip_ball ball standard left 45+45 pace 5 level 3-6 setup 25\n"
       "hip_ball ball standard right 45+45 pace 5 level 3-6 setup 10\n"
       "nape_roller roller standard middle 45+45 pace 4 level 3-6 setup 15\n"
       "total 730, benefit 22200000, offers 0"},
      {"the softer of two rollers",
       tools({tool("hard", ToolKind::roller, Density::firm), tool("soft", ToolKind::roller)}),
       "thigh_roller soft standard left 45+45 pace 4 level 3-6 setup 30\n"
       "thigh_roller soft standard right 45+45 pace 4 level 3-6 setup 10\n"
       "calf_roller soft standard both 45+45 pace 4 level 3-6 setup 10\n"
       "nape_roller soft standard middle 45+45 pace 4 level 3-6 setup 25\n"
       "total 495, benefit 19000000, offers 0"},
      {"the firm one alone, new",
       is(fresh) & tools({tool("hard", ToolKind::roller, Density::firm)}),
       "thigh_roller hard lighter left 60 pace 6 level 3-4 setup 30\n"
       "thigh_roller hard lighter right 60 pace 6 level 3-4 setup 10\n"
       "calf_roller hard lighter both 60 pace 6 level 3-4 setup 10\n"
       "nape_roller hard lighter middle 60 pace 6 level 3-4 setup 25\n"
       "total 315, benefit 15200000, offers 0"},
      {"of equals the first of the catalogue",
       Change([](Sample& s) { s.request.goal = GoalKind::unwind; }) & limit(Number::max_tools, 1) &
           limit(Number::max_areas, 2),
       "calf_roller roller standard both 45+45 pace 4 level 3-6 setup 30\n"
       "thigh_roller roller standard left 45+45 pace 4 level 3-6 setup 10\n"
       "thigh_roller roller standard right 45+45 pace 4 level 3-6 setup 10\n"
       "total 365, benefit 3600000, offers 0"},
      {"new", is(fresh),
       "thigh_roller roller lighter left 45+45 pace 6 level 3-6 setup 30\n"
       "thigh_roller roller lighter right 45+45 pace 6 level 3-6 setup 10\n"
       "calf_roller roller lighter both 45+45 pace 6 level 3-6 setup 10\n"
       "hip_ball ball lighter left 45+45 pace 6 level 3-6 setup 25\n"
       "hip_ball ball lighter right 45+45 pace 6 level 3-6 setup 10\n"
       "nape_roller roller lighter middle 45+45 pace 6 level 3-6 setup 15\n"
       "total 730, benefit 22200000, offers 0"},
      {"new, and used to the thigh",
       is(fresh) & past(thigh, [](model::History& h) { h.clean_sessions = 1; }),
       "thigh_roller roller standard left 45+45 pace 6 level 3-6 setup 30\n"
       "thigh_roller roller standard right 45+45 pace 6 level 3-6 setup 10\n"
       "calf_roller roller lighter both 45+45 pace 6 level 3-6 setup 10\n"
       "hip_ball ball lighter left 45+45 pace 6 level 3-6 setup 25\n"
       "hip_ball ball lighter right 45+45 pace 6 level 3-6 setup 10\n"
       "nape_roller roller lighter middle 45+45 pace 6 level 3-6 setup 15\n"
       "total 730, benefit 22200000, offers 0"},
      {"new, and once on the thigh", is(fresh) & past(thigh, [](model::History&) {}),
       "thigh_roller roller lighter left 45+45 pace 6 level 3-6 setup 30\n"
       "thigh_roller roller lighter right 45+45 pace 6 level 3-6 setup 10\n"
       "calf_roller roller lighter both 45+45 pace 6 level 3-6 setup 10\n"
       "hip_ball ball lighter left 45+45 pace 6 level 3-6 setup 25\n"
       "hip_ball ball lighter right 45+45 pace 6 level 3-6 setup 10\n"
       "nape_roller roller lighter middle 45+45 pace 6 level 3-6 setup 15\n"
       "total 730, benefit 22200000, offers 0"},
      {"gentle", has("bruising"),
       "thigh_roller roller lighter left 60 pace 4 level 2-4 setup 30\n"
       "thigh_roller roller lighter right 60 pace 4 level 2-4 setup 10\n"
       "calf_roller roller lighter both 60 pace 4 level 2-4 setup 10\n"
       "hip_ball ball lighter left 60 pace 5 level 2-4 setup 25\n"
       "hip_ball ball lighter right 60 pace 5 level 2-4 setup 10\n"
       "nape_roller roller lighter middle 60 pace 4 level 2-4 setup 15\n"
       "total 460, benefit 17760000, offers 0"},
      {"what the back is owed", minutes(2) & feels(back, both, tight, 0),
       "hip_ball ball standard left 30 pace 5 level 3-6 setup 25\n"
       "hip_ball ball standard right 30 pace 5 level 3-6 setup 10\n"
       "total 95, benefit 11200000, offers 1"},
      {"the back, named twice",
       minutes(2) & feels(back, both, tight, 0) & feels(back, both, tight, 0),
       "hip_ball ball standard left 30 pace 5 level 3-6 setup 25\n"
       "hip_ball ball standard right 30 pace 5 level 3-6 setup 10\n"
       "total 95, benefit 11200000, offers 1"},
      {"the back and nothing around it", feels(back, both, tight, 0) & avoids(hip) & avoids(rump),
       "thigh_roller roller standard left 45+45 pace 4 level 3-6 setup 30\n"
       "thigh_roller roller standard right 45+45 pace 4 level 3-6 setup 10\n"
       "calf_roller roller standard both 45+45 pace 4 level 3-6 setup 10\n"
       "nape_roller roller standard middle 45+45 pace 4 level 3-6 setup 25\n"
       "total 495, benefit 19000000, offers 0"},
      {"the back, no ball for what is around it, and a wish for one side",
       feels(back, both, tight, 0) & wants(thigh, left) & minutes(3) & at({Support::chair}) &
           tools({tool("stick", ToolKind::stick)}),
       "thigh_stick stick standard left 45+45 pace 4 level 3-6 setup 25\n"
       "total 130, benefit 32900000, offers 0"},
      {"the back, and a session too short", minutes(1) & feels(back, both, tight, 0),
       "calf_roller roller standard both 30 pace 4 level 3-6 setup 30\n"
       "total 60, benefit 2700000, offers 0"},
      {"two areas of four", limit(Number::max_areas, 2),
       "thigh_roller roller standard left 45+45 pace 4 level 3-6 setup 30\n"
       "thigh_roller roller standard right 45+45 pace 4 level 3-6 setup 10\n"
       "calf_roller roller standard both 45+45 pace 4 level 3-6 setup 10\n"
       "total 365, benefit 18000000, offers 0"},
      {"one tool of two", limit(Number::max_tools, 1),
       "thigh_roller roller standard left 45+45 pace 4 level 3-6 setup 30\n"
       "thigh_roller roller standard right 45+45 pace 4 level 3-6 setup 10\n"
       "calf_roller roller standard both 45+45 pace 4 level 3-6 setup 10\n"
       "nape_roller roller standard middle 45+45 pace 4 level 3-6 setup 25\n"
       "total 495, benefit 19000000, offers 0"},
      {"its own pace is too slow", with_pace(9) & minutes(1),
       "calf_roller roller standard both 30 pace 6 level 3-6 setup 30\n"
       "total 60, benefit 2700000, offers 0"},
      {"the usual pace is too fast", limit(Number::pace_default_seconds, 1) & minutes(1),
       "calf_roller roller standard both 30 pace 2 level 3-6 setup 30\n"
       "total 60, benefit 2700000, offers 0"},
      {"gentler than the lowest level",
       has("bruising") & limit(Number::gentle_level_max, 1) & minutes(1),
       "calf_roller roller lighter both 30 pace 4 level 1-1 setup 30\n"
       "total 60, benefit 2700000, offers 0"},
      {"some rolled before", past(thigh, [](model::History& h) { h.seconds_6h = 30; }),
       "thigh_roller roller standard left 60 pace 4 level 3-6 setup 30\n"
       "thigh_roller roller standard right 60 pace 4 level 3-6 setup 10\n"
       "calf_roller roller standard both 45+45 pace 4 level 3-6 setup 10\n"
       "hip_ball ball standard left 45+45 pace 5 level 3-6 setup 25\n"
       "hip_ball ball standard right 45+45 pace 5 level 3-6 setup 10\n"
       "nape_roller roller standard middle 45+45 pace 4 level 3-6 setup 15\n"
       "total 640, benefit 19680000, offers 0"},
      {"heavy, on the ball", heavy,
       "thigh_roller roller standard left 45+45 pace 4 level 3-6 setup 30\n"
       "thigh_roller roller standard right 45+45 pace 4 level 3-6 setup 10\n"
       "calf_roller roller standard both 45+45 pace 4 level 3-6 setup 10\n"
       "hip_ball ball lighter left 45+45 pace 5 level 3-6 setup 25\n"
       "hip_ball ball lighter right 45+45 pace 5 level 3-6 setup 10\n"
       "nape_roller roller standard middle 45+45 pace 4 level 3-6 setup 15\n"
       "total 730, benefit 22200000, offers 0"}});
}

TEST(Plan, OffersOtherWays) {
  expect(Aspect::alternatives, {
      {"usual", {},
       "thigh_roller/left: thigh_roller roller lighter, thigh_roller roller harder\n"
       "thigh_roller/right: thigh_roller roller lighter, thigh_roller roller harder\n"
       "calf_roller/both: calf_roller roller lighter, calf_roller roller harder\n"
       "hip_ball/left: hip_ball ball lighter\n"
       "hip_ball/right: hip_ball ball lighter\n"
       "nape_roller/middle: nape_roller roller lighter, nape_roller roller harder"},
      {"harder is too hard", [](Sample& s) { s.request.person.mass_hectograms = 2600; },
       "thigh_roller/left: thigh_roller roller lighter\n"
       "thigh_roller/right: thigh_roller roller lighter\n"
       "calf_roller/both: calf_roller roller lighter\n"
       "hip_ball/left: hip_ball ball lighter\n"
       "hip_ball/right: hip_ball ball lighter\n"
       "nape_roller/middle: nape_roller roller lighter"},
      {"two rollers", two_rollers,
       "thigh_roller/left: thigh_roller soft lighter, thigh_roller soft harder\n"
       "thigh_roller/right: thigh_roller soft lighter, thigh_roller soft harder\n"
       "calf_roller/both: calf_roller soft lighter, calf_roller soft harder\n"
       "nape_roller/middle: nape_roller soft lighter, nape_roller soft harder"},
      {"two rollers, seasoned", two_rollers & is(seasoned),
       "thigh_roller/left: thigh_roller soft lighter, thigh_roller soft harder\n"
       "thigh_roller/right: thigh_roller soft lighter, thigh_roller soft harder\n"
       "calf_roller/both: calf_roller soft lighter, calf_roller soft harder\n"
       "nape_roller/middle: nape_roller soft lighter, nape_roller soft harder"},
      {"another technique, softer", stick_and_roller & wants(thigh),
       "thigh_roller/left: thigh_roller roller lighter, thigh_roller roller harder\n"
       "thigh_roller/right: thigh_roller roller lighter, thigh_roller roller harder\n"
       "calf_roller/both: calf_roller roller lighter, calf_roller roller harder"},
      {"many ways", heavy & with_many_ways & minutes(3) & feels(wrist, both, injury),
       "thigh_roller/left: thigh_roller roller lighter, thigh_side roller lighter, "
       "thigh_flat roller standard\n"
       "thigh_roller/right: thigh_roller roller lighter, thigh_side roller lighter, "
       "thigh_flat roller standard"},
      {"many ways, the wrist too", heavy & with_many_ways & minutes(3),
       "thigh_roller/left: thigh_roller roller lighter, thigh_propped roller lighter, "
       "thigh_side roller lighter\n"
       "thigh_roller/right: thigh_roller roller lighter, thigh_propped roller lighter, "
       "thigh_side roller lighter"},
      {"new", is(fresh),
       "thigh_roller/left: thigh_roller roller standard\n"
       "thigh_roller/right: thigh_roller roller standard\n"
       "calf_roller/both: calf_roller roller standard\n"
       "hip_ball/left: hip_ball ball standard\n"
       "hip_ball/right: hip_ball ball standard\n"
       "nape_roller/middle: nape_roller roller standard"},
      {"gentle", has("bruising"),
       "thigh_roller/left: thigh_roller roller standard\n"
       "thigh_roller/right: thigh_roller roller standard\n"
       "calf_roller/both: calf_roller roller standard\n"
       "hip_ball/left: hip_ball ball standard\n"
       "hip_ball/right: hip_ball ball standard\n"
       "nape_roller/middle: nape_roller roller standard"}});
}

TEST(Plan, SaysWhy) {
  expect(Aspect::reasons, {
      {"usual", {},
       "thigh_roller/left: goal\n"
       "thigh_roller/right: goal\n"
       "calf_roller/both: goal\n"
       "hip_ball/left: goal\n"
       "hip_ball/right: goal\n"
       "nape_roller/middle: goal"},
      {"running", does(running),
       "thigh_roller/left: goal\n"
       "thigh_roller/right: goal\n"
       "calf_roller/both: activity\n"
       "hip_ball/left: goal\n"
       "hip_ball/right: goal\n"
       "nape_roller/middle: goal"},
      {"wishes", wants(leg) & wants(hip, left),
       "thigh_roller/left: wish leg/both\n"
       "thigh_roller/right: wish leg/both\n"
       "calf_roller/both: wish leg/both\n"
       "hip_ball/left: wish hip/left\n"
       "hip_ball/right: goal\n"
       "nape_roller/middle: goal"},
      {"around a pain", feels(calf, left, pain, 3),
       "thigh_roller/left: offered calf/left\n"
       "thigh_roller/right: goal\n"
       "hip_ball/left: goal\n"
       "hip_ball/right: goal\n"
       "nape_roller/middle: goal"},
      {"around two", feels(calf, both, pain, 3) & wants(thigh),
       "thigh_roller/left: offered calf/both, wish thigh/both\n"
       "thigh_roller/right: offered calf/both, wish thigh/both\n"
       "hip_ball/left: goal\n"
       "hip_ball/right: goal\n"
       "nape_roller/middle: goal"}});
}

// clang-format on

}  // namespace
}  // namespace unknot::planner
