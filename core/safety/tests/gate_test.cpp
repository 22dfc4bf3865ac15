// Which drafts are none, where the gate lets nobody roll, and when an area can stand alone.

#include "gate_rows.hpp"

namespace unknot::safety::gate_test {
namespace {

using namespace small;
using Step = model::DraftStep;
using enum model::Side;
using enum model::FeelKind;
using enum model::Experience;
using enum model::FloorTransfer;

const Change no_stick = [](Sample& s) { s.request.tools.pop_back(); };
const Change glutes_alone = avoids(piriformis, both) & avoids(hamstrings, both);
const Change at_wall = [](Sample& s) { s.request.at = {Support::wall}; };
const Change has_chair = [](Sample& s) { s.request.at.push_back(Support::chair); };

Draft many(int count) {
  Draft draft;
  for (int i = 0; i < count; ++i) draft = draft + rolls("l", "hamstrings_roller", "soft");
  return draft;
}

// clang-format off

TEST(Gate, MalformedDrafts) {
  expect_rulings({
      {"no step", {}, {},
       "steps: 0 steps: 1 to 64 steps"},
      {"sixty-five steps", {}, many(65),
       "steps: 65 steps: 1 to 64 steps"},
      {"a set of nothing", {}, rolls("lr", "hamstrings_roller", "soft", {30, 0}),
       "steps[0].sets: 2 sets: 1 to 40 sets of 1 to 600 s each"},
      {"a set of a second and one of ten minutes", limit(Number::dose_max_seconds, 601),
       rolls("lr", "hamstrings_roller", "soft", {1, 600}),
       "adjust soft_first 0 at hamstrings 601 second of 600 second\n"
       "adjust soft_first 1 at hamstrings 601 second of 600 second\n"
       "drop budget 0 at hamstrings 1270 second of 1200 second\n"
       "drop budget 1 at hamstrings 1270 second of 1200 second"},
      {"a set of more", {}, rolls("lr", "hamstrings_roller", "soft", {601}),
       "steps[0].sets: 1 sets: 1 to 40 sets of 1 to 600 s each"},
      {"no sets", {}, rolls("lr", "hamstrings_roller", "soft", {}),
       "steps[0].sets: 0 sets: 1 to 40 sets of 1 to 600 s each"},
      {"forty-one sets", {}, rolls("lr", "hamstrings_roller", "soft", Seconds(41, 1)),
       "steps[0].sets: 41 sets: 1 to 40 sets of 1 to 600 s each"},
      {"forty sets", {}, rolls("lr", "hamstrings_roller", "soft", Seconds(40, 1)),
       "drop budget 0 at hamstrings 1290 second of 1200 second\n"
       "drop budget 1 at hamstrings 1290 second of 1200 second"},
      {"a rest of less than nothing", {},
       with<&Step::rest_seconds>(-1, rolls("lr", "hamstrings_roller", "soft")),
       "steps[0].rest_seconds: -1: 0 to 600"},
      {"no rest", {},
       with<&Step::rest_seconds>(0, rolls("lr", "hamstrings_roller", "soft", {15, 15})),
       "hamstrings_roller/left soft lighter 15+15 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 15+15 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 100"},
      {"ten minutes of rest, in one set", {},
       with<&Step::rest_seconds>(600, rolls("lr", "hamstrings_roller", "soft")),
       "hamstrings_roller/left soft lighter 30 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 30 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 100"},
      {"more rest", {}, with<&Step::rest_seconds>(601, rolls("lr", "hamstrings_roller", "soft")),
       "steps[0].rest_seconds: 601: 0 to 600"},
      {"a place nobody knows", {},
       with<&Step::area>(PlaceIndex{}, rolls("lr", "hamstrings_roller", "soft")),
       "steps[0].area: : a known area"},
      {"the place after the last", {},
       with<&Step::area>(PlaceIndex{11}, rolls("lr", "hamstrings_roller", "soft")),
       "steps[0].area: : a known area"},
      {"a technique nobody knows", {},
       with<&Step::technique>(TechniqueIndex{10}, rolls("lr", "hamstrings_roller", "soft")),
       "steps[0].technique: : a known technique"},
      {"the tool after the last", {},
       with<&Step::tool>(std::size_t{7}, rolls("lr", "hamstrings_roller", "soft")),
       "steps[0].tool: : a tool of the request"},
      {"another area's technique", {},
       with<&Step::area>(calves, rolls("lr", "hamstrings_roller", "soft")),
       "steps[0].technique: hamstrings_roller: a technique for calves"},
      {"both at once with a technique for each", {}, rolls("b", "hamstrings_roller", "soft"),
       "steps[0].side: both: left or right"},
      {"the middle with a technique for each", {}, rolls("m", "hamstrings_roller", "soft"),
       "steps[0].side: middle: left, right or both"},
      {"one side with a technique for both", {}, rolls("l", "calves_roller", "soft"),
       "steps[0].side: left: both, as this technique rolls both at once"},
      {"one side in the middle", {}, rolls("l", "spine_roller", "soft"),
       "steps[0].side: left: middle, as this area lies there"},
      {"both sides in the middle", {}, rolls("b", "spine_roller", "soft"),
       "steps[0].side: both: middle, as this area lies there"},
      {"a variant it lacks", {},
       with<&Step::variant>(VariantKind::harder, rolls("lr", "glutes_ball", "ball")),
       "steps[0].variant: harder: a variant it has"},
      {"or else a technique nobody knows", {},
       or_else(rolls("lr", "hamstrings_roller", "soft"), "?", "soft"),
       "steps[0].alternatives: : a known technique, tool and variant"},
      {"or else a tool there is not", no_stick,
       or_else(rolls("lr", "hamstrings_roller", "soft"), "hamstrings_roller", "stick"),
       "steps[0].alternatives: : a known technique, tool and variant"},
      {"or else a variant it lacks",
       {},
       or_else(rolls("lr", "hamstrings_roller", "soft"), "glutes_ball", "ball",
               VariantKind::harder),
       "steps[0].alternatives: : a known technique, tool and variant"},
      {"felt from below nothing", {},
       with<&Step::level_low>(-1, rolls("lr", "hamstrings_roller", "soft")),
       "steps[0].level_target: -1 to 4: 0 to 10, the lower one first"},
      {"felt above the end", {},
       with<&Step::level_high>(11, rolls("lr", "hamstrings_roller", "soft")),
       "steps[0].level_target: 3 to 11: 0 to 10, the lower one first"},
      {"felt upside down", {}, with<&Step::level_low>(5, rolls("lr", "hamstrings_roller", "soft")),
       "steps[0].level_target: 5 to 4: 0 to 10, the lower one first"},
      {"felt as one number", {},
       with<&Step::level_low>(4, rolls("lr", "hamstrings_roller", "soft")),
       "hamstrings_roller/left soft lighter 30 s, setup 30, pace 4, level 4-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 30 s, setup 10, pace 4, level 4-4, load 1/1\n"
       "total 100"},
      {"the second step", {},
       rolls("l", "hamstrings_roller", "soft") + rolls("r", "hamstrings_roller", "soft", {0}),
       "steps[1].sets: 1 sets: 1 to 40 sets of 1 to 600 s each"}});
}

TEST(Gate, Places) {
  expect_rulings({
      {"a zone", {}, with<&Step::area>(low_back, rolls("lr", "hamstrings_roller", "soft")),
       "drop never_zones 0 at low_back\n"
       "drop never_zones 1 at low_back"},
      {"a region",
       {},
       with<&Step::area>(shin, rolls("lr", "hamstrings_roller", "soft")) +
       rolls("lr", "glutes_ball", "ball"),
       "drop never_zones 0 at shin\n"
       "drop never_zones 1 at shin\n"
       "glutes_ball/left ball lighter 30 s, setup 25, pace 4, level 3-4, load 1/1\n"
       "glutes_ball/right ball lighter 30 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 95"},
      {"what hurts", feels(hamstrings, left, pain, 5), rolls("lr", "hamstrings_roller", "soft"),
       "drop around_the_pain 0 at hamstrings 5 level\n"
       "hamstrings_roller/right soft lighter 30 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "total 60"},
      {"what lies in a region that hurts", feels(shin, both, pain, 5),
       rolls("b", "calves_roller", "soft"),
       "drop around_the_pain 0 at shin 5 level"},
      {"never on the floor, and wished away", moves(no) & avoids(hamstrings, both),
       rolls("lr", "hamstrings_roller", "soft"),
       "drop bodies 0 at hamstrings\n"
       "drop bodies 1 at hamstrings"},
      {"two pains, the first of them told",
       feels(calves, both, pain, 2) & feels(shin, both, pain, 5),
       rolls("b", "calves_roller", "soft"), "drop around_the_pain 0 at calves 2 level"},
      {"a firm ball on the buttock", is(seasoned), rolls("lr", "glutes_ball", "rock"),
       "drop never_zones 0 at glutes\n"
       "drop never_zones 1 at glutes"},
      {"wall alone", at_wall,
       rolls("lr", "hamstrings_roller", "soft") + rolls("lr", "glutes_ball", "ball"),
       "drop own_tools 0 at hamstrings\n"
       "drop own_tools 1 at hamstrings\n"
       "glutes_ball/left ball lighter 30 s, setup 25, pace 4, level 3-4, load 1/1\n"
       "glutes_ball/right ball lighter 30 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 95"},
      {"a ball for a roller", {}, rolls("lr", "hamstrings_roller", "ball"),
       "drop own_tools 0 at hamstrings\n"
       "drop own_tools 1 at hamstrings"},
      {"a stopped person", aged(12), rolls("lr", "hamstrings_roller", "soft"),
       "refused: bodies by bodies 12 year of 13 year, be_older"},
      {"two stops", aged(12) & has("fever"), rolls("lr", "hamstrings_roller", "soft"),
       "refused: bodies by bodies 12 year of 13 year, be_older"}});
}

TEST(Gate, Owed) {
  expect_rulings({
      {"no technique left in the time", feels(low_back, both, tight) & minutes(1),
       rolls("b", "calves_roller", "soft"),
       "calves_roller/both soft lighter 30 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "total 60"},
      {"no technique left, and on one side",
       feels(low_back, both, tight) &
       minutes(1) & avoids(glutes, right) & glutes_alone,
       rolls("b", "calves_roller", "soft"),
       "refused: pain by never_zones, name_less_pain"},
      {"in time on one side",
       feels(low_back, both, tight) &
       minutes(2) & limit(Number::change_tool_seconds, 70) & avoids(glutes, right) & glutes_alone,
       rolls("b", "calves_roller", "soft", {30}),
       "drop budget 0 at calves 125 second of 120 second\n"
       "refused: pain by never_zones, name_less_pain"},
      {"in time on the other",
       feels(low_back, both, tight) &
       minutes(2) & avoids(glutes, left) & glutes_alone,
       rolls("b", "calves_roller", "soft", {30}),
       "refused: pain by never_zones, name_less_pain"},
      {"offered", feels(low_back, both, tight), rolls("lr", "glutes_ball", "ball"),
       "glutes_ball/left ball lighter 30 s, setup 25, pace 4, level 3-4, load 1/1\n"
       "glutes_ball/right ball lighter 30 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 95"},
      {"withheld", feels(low_back, both, tight), rolls("b", "calves_roller", "soft"),
       "refused: pain by never_zones, name_less_pain"},
      {"wished away",
       feels(low_back, both, tight) &
       avoids(glutes, both) & glutes_alone,
       rolls("b", "calves_roller", "soft"),
       "calves_roller/both soft lighter 30 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "total 60"},
      {"offered, and dropped", feels(low_back, both, tight),
       rolls("lr", "glutes_ball", "ball", {20}),
       "drop dose_range 0 at glutes 20 second of 30 second\n"
       "drop dose_range 1 at glutes 20 second of 30 second\n"
       "refused: pain by never_zones, name_less_pain"}});
}

TEST(Gate, Bodies) {
  expect_rulings({
      {"slow, standard", moves(slow),
       with<&Step::variant>(VariantKind::standard, rolls("lr", "hamstrings_roller", "soft")),
       "adjust bodies 0 at hamstrings\n"
       "adjust bodies 1 at hamstrings\n"
       "hamstrings_roller/left soft lighter 30 s, setup 60, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 30 s, setup 20, pace 4, level 3-4, load 1/1\n"
       "total 140"},
      {"slow, lighter", moves(slow), rolls("lr", "hamstrings_roller", "soft"),
       "hamstrings_roller/left soft lighter 30 s, setup 60, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 30 s, setup 20, pace 4, level 3-4, load 1/1\n"
       "total 140"},
      {"slow, with another tool then", moves(slow),
       rolls("lr", "hamstrings_roller", "soft") + rolls("b", "calves_roller", "medium"),
       "hamstrings_roller/left soft lighter 30 s, setup 60, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 30 s, setup 20, pace 4, level 3-4, load 1/1\n"
       "calves_roller/both medium lighter 30 s, setup 30, pace 4, level 3-4, load 2/1\n"
       "total 200"},
      {"fourteen, too long", aged(14), rolls("lr", "hamstrings_roller", "soft", {61}),
       "adjust bodies 0 at hamstrings 61 second of 60 second\n"
       "adjust bodies 1 at hamstrings 61 second of 60 second\n"
       "hamstrings_roller/left soft lighter 60 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 60 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 160"},
      {"fourteen, felt too much", aged(14),
       with<&Step::level_high>(5, rolls("lr", "hamstrings_roller", "soft")),
       "adjust bodies 0 at hamstrings 5 level of 4 level\n"
       "adjust bodies 1 at hamstrings 5 level of 4 level\n"
       "hamstrings_roller/left soft lighter 30 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 30 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 100"},
      {"fourteen, on firm", aged(14), rolls("lr", "hamstrings_roller", "firm"),
       "drop bodies 0 at hamstrings 3 rung of 2 rung\n"
       "drop bodies 1 at hamstrings 3 rung of 2 rung"},
      {"bruising, too long", has("bruising"), rolls("lr", "hamstrings_roller", "soft", {30, 31}),
       "adjust condition 0 at hamstrings 61 second of 60 second\n"
       "adjust condition 1 at hamstrings 61 second of 60 second\n"
       "hamstrings_roller/left soft lighter 30+30 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 30+30 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 190"},
      {"bruising and warm-up, too long", has("bruising") & warm_up,
       rolls("lr", "hamstrings_roller", "soft", {61}),
       "adjust condition 0 at hamstrings 61 second of 60 second\n"
       "adjust condition 1 at hamstrings 61 second of 60 second\n"
       "hamstrings_roller/left soft lighter 60 s, setup 30, pace 4, level 3-4, load 1/1\n"
       "hamstrings_roller/right soft lighter 60 s, setup 10, pace 4, level 3-4, load 1/1\n"
       "total 160"}});
}

TEST(Gate, TakesSixtyFourSteps) {
  const Sample s = clean();
  EXPECT_TRUE(Gate(s.pack).vet({many(64)}, s.request).has_value());
  EXPECT_FALSE(Gate(s.pack).vet({many(65)}, s.request).has_value());
}

TEST(Gate, KnowsTheLastTechniqueAndNoneAfterIt) {
  const Sample s = clean();
  for (const std::uint16_t index : {std::uint16_t{9}, std::uint16_t{10}}) {
    Draft draft = rolls("lr", "hamstrings_roller", "soft");
    draft[0].alternatives = {{TechniqueIndex{index}, 0, VariantKind::lighter}};
    EXPECT_EQ(Gate(s.pack).vet({draft}, s.request).has_value(), index < techniques.size());
  }
}

struct StandRow {
  const char* name;
  Change change;
  PlaceIndex area;
  std::int32_t least;  ///< Seconds a plan of it alone needs; 0: none can be.
};

// Position, technique and tool are set up once, the technique again for the other side, and each
// side gets the smallest dose of 30 s.
TEST(CanStand, TellsTheLeastTime) {
  const Change spiky_only = [](Sample& s) { s.request.tools = {s.request.tools[3]}; };
  const Change first_technique = [](Sample& s) {
    s.pack.techniques = List<Technique>(techniques).first(1);
  };
  const Change soft_and_spiky = [](Sample& s) {
    s.request.tools = {s.request.tools[0], s.request.tools[3]};
  };
  const Change no_tools = [](Sample& s) { s.request.tools.clear(); };
  const StandRow rows[] = {
      {"both at once", {}, calves, 15 + 10 + 5 + 30},
      {"each in turn", {}, glutes, 10 + 10 + 5 + 30 + 10 + 30},
      {"each in turn, slowly", moves(slow), glutes, 2 * 25 + 30 + 2 * 10 + 30},
      {"the quickest of two ways", has_chair, hamstrings, 10 + 10 + 5 + 30},
      {"one side, the other wished away", avoids(glutes, left), glutes, 10 + 10 + 5 + 30},
      {"the other side", avoids(glutes, right), glutes, 10 + 10 + 5 + 30},
      {"both at once, a side wished away", avoids(calves, left), calves, 0},
      {"both at once, the other side", avoids(calves, right), calves, 0},
      {"one side, the other on too firm a tool",
       spiky_only & past(hamstrings, 4, 1) & on_side(left), hamstrings, 15 + 10 + 5 + 30},
      {"the first technique alone", first_technique, hamstrings, 15 + 10 + 5 + 30 + 10 + 30},
      {"each side open on a tool of its own, which is a reason for one alone",
       is(fresh) & soft_and_spiky & weighs(4000) & limit(Number::new_intensity_max, 2) &
           past(hamstrings, 4, 1) & on_side(left) & past(hamstrings, 1, 1) & on_side(right),
       hamstrings, 15 + 10 + 5 + 30},
      {"one side alone, for a reason elsewhere", avoids(wrist, left), glutes, 10 + 10 + 5 + 30},
      {"no dose left", used(glutes, 61), glutes, 0},
      {"no tool", no_tools, calves, 0},
      {"no place for it", at_wall, calves, 0}};
  for (const StandRow& row : rows) {
    Sample s = clean();
    if (row.change) row.change(s);
    Envelope envelope = draw_envelope(s.request, s.pack);
    std::int32_t least = 0;
    for (envelope.budget_seconds = 600; envelope.budget_seconds >= 0; --envelope.budget_seconds) {
      if (can_stand(envelope, s.request, s.pack, row.area)) least = envelope.budget_seconds;
    }
    EXPECT_EQ(least, row.least) << row.name;
  }
}

TEST(CanStand, NeedsNoReasonWhereTheOtherSideIsClosed) {
  for (const auto side : {left, right}) {
    Sample s = clean();
    Envelope envelope = draw_envelope(s.request, s.pack);
    envelope.budget_seconds = 60;
    EXPECT_FALSE(can_stand(envelope, s.request, s.pack, glutes)) << "neither alone";
    envelope.areas[glutes.value][side == left ? 0 : 1].bars.push_back({.rule = RuleCode::wish});
    EXPECT_TRUE(can_stand(envelope, s.request, s.pack, glutes)) << "the open one";
  }
}

// clang-format on

}  // namespace
}  // namespace unknot::safety::gate_test
