#include "unknot/safety/audit.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "small_pack.hpp"

namespace unknot::safety::audit_test {
namespace {

using namespace small;
using model::PlanDocument;
using enum RuleCode;
using enum model::Side;
using enum model::FeelKind;
using enum model::Experience;
using enum model::FloorTransfer;
using model::AfterEffect;
using Seconds = std::vector<std::int32_t>;

const Change warm_up = [](Sample& s) { s.request.goal = GoalKind::warm_up; };
const Change has_chair = [](Sample& s) { s.request.at.push_back(Support::chair); };
const Change no_left = [](Sample& s) { s.plan.steps.erase(s.plan.steps.begin()); };
const Change no_right = [](Sample& s) { s.plan.steps.erase(s.plan.steps.begin() + 1); };
const Change nothing = [](Sample& s) { s.plan.steps.clear(); };

const Change warm = [](Sample& s) { s.request.tools[0].temperature = Temperature::warm; };
const Change shaking = [](Sample& s) { s.request.tools[0].vibration = true; };
const Change calves_only = only("b", "calves_roller", "soft");
const Change right_rhomboids = only("r", "rhomboids_roller", "soft");
const Change on_spine = only("m", "spine_roller", "soft");

Change screened(std::int64_t ago) {
  return [=](Sample& s) { s.request.red_flags.at = base::Instant{noon.seconds - ago, 0}; };
}

constexpr bool gone = true;
constexpr bool there = false;

const Change on_soleus = only("lr", "soleus_roller", "soft");
const Change on_glutes = only("lr", "glutes_ball", "ball");
const Change or_on_floor = or_else("hamstrings_roller", "soft");

Change felt(int level) { return in<&Words::level_high>(0, level); }
Change setup(std::size_t step, int seconds) { return in<&Words::setup_seconds>(step, seconds); }
Change way(const char* variant) { return in<&Words::variant>(0, variant); }
Change first_sets(Seconds seconds) { return in<&Words::sets>(0, seconds); }

struct Row {
  const char* name;
  Change change;                ///< Before the document is filled in.
  std::vector<RuleCode> rules;  ///< All rules that speak; none: clean.
  Spoil spoil = {};             ///< After it.
};

std::string words_of(const std::vector<Breach>& breaches) {
  std::string all_words;
  for (const Breach& b : breaches) {
    all_words += std::string(name_of(b.rule)) + " at " + b.at + ' ' + b.side + ": " +
                 std::to_string(b.asked.value) + " against " + std::to_string(b.limit.value) + '\n';
  }
  return all_words;
}

void expect(const std::vector<Row>& rows, AuditMode mode = AuditMode::planned) {
  for (const Row& row : rows) {
    Sample s = clean();
    if (row.change) row.change(s);
    fill(s);
    if (row.spoil) row.spoil(s.plan);
    const auto breaches = audit(s.plan, s.request, s.pack, mode);
    std::set<RuleCode> spoke;
    for (const Breach& b : breaches) spoke.insert(b.rule);
    EXPECT_EQ(spoke, std::set<RuleCode>(row.rules.begin(), row.rules.end())) << row.name << '\n'
                                                                             << words_of(breaches);
  }
}

// Rows are read one a line.
// clang-format off

TEST(Audit, FindsNothingInACleanPlan) {
  const auto more_left = first_sets({30, 31});
  const auto little = feels(hamstrings, left, tight, 6) & feels(hamstrings, both, sore) &
                      feels(wrist, left, sore, 6) & feels(wrist, left, pain, 3) &
                      feels(knee, left, pain, 7) & feels(calves, both, sore) &
                      feels(calves, left, tight, 2);
  const auto right_hurts = feels(hamstrings, right, pain, 1) &
                           after(hamstrings, AfterEffect::tingling, there, right);
  const auto advised = [](PlanDocument& p) {
    p.advice_rules = {"bodies", "warm_up_cap", "budget", "refer"};
  };
  expect({
      {"nothing known", [](Sample& s) { s.request.person = {}; }, {}},
      {"refused, no steps", nothing, {}, says("refused", true)},
      {"fast", {}, {}, word<&Words::seconds_per_pass>(2)},
      {"to the last second", minutes(12) & starts_in(17) & setup(0, 105), {}},
      {"to the edge", screened(86400) & aged(75) & way("standard") & felt(6), {}},
      {"heat and shaking, at sixteen", aged(16) & felt(5) & warm & shaking, {}},
      {"advised", aged(13) & warm_up & starts_in(60) & minutes(30) & has("leg_signs"), {}, advised},
      {"little complaints", little, {}},
      {"one side more, felt", more_left & feels(wrist, right, sore), {}},
      {"one side more, wished", more_left & avoids(wrist, left), {}},
      {"on the other side", right_hurts & avoids(hamstrings, right) & no_right, {}},
      {"rolled before", used(hamstrings, 20, 1) & used(hamstrings, 30) & used(glutes, 30, 1), {}},
      {"bruised before", felt(3) & after(hamstrings, AfterEffect::bruise, gone), {}}});
}

TEST(Audit, ScreensFirst) {
  expect({
      {"unscreened", [](Sample& s) { s.request.red_flags.screened = false; }, {screening}},
      {"without a time", [](Sample& s) { s.request.red_flags.at.reset(); }, {screening}},
      {"a second more", screened(86401), {screening}},
      {"ahead of its time", screened(-86401), {screening}},
      {"a flag", [](Sample& s) { s.request.red_flags.present = {{0}}; }, {screening}},
      {"no steps, yet a plan", nothing, {screening}},
      {"no steps, no refusal", nothing, {screening}, says("refused", false)},
      {"steps, yet refused", {}, {screening}, says("refused", true)},
      {"a plan and a refusal", {}, {screening}, says("plan", true)},
      {"an outcome nobody knows", {}, {screening}, says("perhaps", false)}});
}

TEST(Audit, LooksAtBodies) {
  const auto or_standard = or_else("hamstrings_roller", "soft", "standard");
  expect({
      {"twelve", aged(12), {bodies}, advises("bodies")},
      {"fourteen, nobody told", aged(14), {bodies}},
      {"fourteen, on firm", aged(14) & on("firm"), {bodies}, advises("bodies")},
      {"old, not lighter", aged(76) & way("standard"), {bodies}},
      {"slow, not lighter", moves(slow) & way("standard"), {bodies}},
      {"slow, or else not lighter", moves(slow) & or_standard, {bodies}},
      {"old, opening it too fast", aged(76) & setup(0, 49), {bodies}},
      {"old, second side", aged(76) & setup(1, 20), {}},
      {"old, second side too fast", aged(76) & setup(1, 19), {bodies}},
      {"never on the floor", moves(no), {bodies}},
      {"at the wall instead", moves(no) & on_glutes, {}},
      {"or else on the floor", moves(no) & on_glutes & or_on_floor, {bodies, own_tools}}});
}

TEST(Audit, HoldsConditionsInHonour) {
  const auto with_stick = has_chair & on("soft") & or_else("hamstrings_stick", "stick");
  const auto back_pain = feels(low_back, both, pain, 3);
  const auto tight_back = feels(low_back, both, tight, 3);
  const auto wound_left = [](Sample& s) { s.request.conditions[0].side = left; };
  const auto face_down_roll = only("lr", "rhomboids_roller", "soft");
  expect({
      {"fever", has("fever"), {condition}},
      {"fever, cleared", has("fever") & cleared(0), {condition}},
      {"clots", has("clots"), {condition}},
      {"clots, cleared today", has("clots") & cleared(0), {}},
      {"clots, cleared tomorrow", has("clots") & cleared(1), {condition}},
      {"a wound nowhere", has("wound"), {condition}},
      {"a wound there", has("wound", hamstrings), {condition}},
      {"a wound bars what is around", has("wound", knee), {condition}},
      {"a wound bars neighbours", has("wound", calves) & on("soft"), {condition}},
      {"a wound bars leaning on it", has("wound", wrist), {condition}},
      {"a wound far away", has("wound", rhomboids), {}},
      {"a wound where nothing is near", has("wound", spine) & on_spine, {condition}},
      {"a wound on the left", has("wound", rhomboids) & wound_left & right_rhomboids, {}},
      {"no ball", has("no_ball"), {condition}},
      {"no ball, on a roller", has("no_ball") & on("soft"), {}},
      {"no heat, on a stick", has("no_heat") & with_stick, {}},
      {"no heat, on texture", has("no_heat") & is(seasoned) & on("spiky"), {}},
      {"no stick, on a roller", has("no_stick") & on("soft"), {}},
      {"no texture, shaking", has("no_texture") & shaking, {}},
      {"no stick", has("no_stick") & with_stick, {condition}},
      {"no texture", has("no_texture") & is(seasoned) & on("spiky"), {condition}},
      {"no firm", has("no_firm") & on("firm"), {condition}},
      {"no heat", has("no_heat") & warm, {condition}},
      {"no shaking", has("no_shaking") & shaking, {condition}},
      {"pregnant, calves", has("pregnancy"), {condition}},
      {"pregnant, a muscle of the calves", has("pregnancy") & on_soleus, {condition}},
      {"twelve weeks, face down", has("pregnancy", {}, 12) & face_down_roll, {}},
      {"thirteen weeks, face down", has("pregnancy", {}, 13) & face_down_roll, {condition}},
      {"unknown weeks, face down", has("pregnancy") & face_down_roll, {condition}},
      {"leg signs, nobody told", has("leg_signs"), {refer}},
      {"leg signs, back pain", has("leg_signs") & back_pain, {condition}, advises("refer")},
      {"leg signs, tight back", has("leg_signs") & tight_back, {}, advises("refer")}});
}

TEST(Audit, StaysGentle) {
  expect({
      {"soft, and as hard as it gets", has("bruising") & weighs(1000) & on("soft", "harder"), {}},
      {"medium, and a little hard", has("bruising") & weighs(500) & on("medium", "harder"), {}},
      {"medium and hard", has("bruising") & weighs(1000) & on("medium", "harder"), {condition}},
      {"firm", has("bruising") & on("firm"), {condition}},
      {"a second more", has("bruising") & sets({30, 31}), {condition}},
      {"felt too much", has("bruising") & felt(5), {condition}}});
}

TEST(Audit, RollsAroundThePain) {
  const auto no_overlaps = [](Sample& s) {
    static auto bare = places;
    for (Place& place : bare) place.overlaps = {};
    s.pack.places = bare;
  };
  const auto strong_left = feels(glutes, left, pain, 8);
  const auto on_stick = has_chair & only("lr", "hamstrings_stick", "stick");
  expect({
      {"tight at seven", feels(hamstrings, left, tight, 7), {around_the_pain}},
      {"any pain", feels(hamstrings, right, pain, 0), {around_the_pain}},
      {"pain in a shared muscle", feels(soleus, left, pain, 1), {around_the_pain}},
      {"pain in a shared muscle, untold", feels(soleus, left, pain, 1) & no_overlaps,
       {around_the_pain}},
      {"pain next to it", feels(hamstrings, middle, pain, 1), {around_the_pain}},
      {"pain beside", feels(glutes, left, pain, 1) & on("soft"), {}},
      {"injury beside", feels(glutes, left, injury) & on("soft"), {around_the_pain}},
      {"injury beside a shared muscle", feels(hamstrings, left, injury) & on_soleus,
       {around_the_pain}},
      {"strong pain beside", strong_left & on("soft"), {refer}, advises("refer")},
      {"pain in what it covers", feels(shin, left, pain, 1), {around_the_pain}},
      {"injury bars what is around", feels(knee, left, injury), {around_the_pain}},
      {"strong pain bars what is around", feels(knee, left, pain, 8), {refer}, advises("refer")},
      {"strong pain, other side", strong_left & on("soft") & no_left, {}, advises("refer")},
      {"strong pain, nobody told", feels(rhomboids, both, pain, 8), {refer}},
      {"the side of a place without sides", feels(spine, left, pain, 1), {}},
      {"and bars both", feels(spine, left, pain, 1) & feels(wrist, left, tight) & right_rhomboids,
       {around_the_pain}},
      {"pain does not", feels(wrist, left, pain, 4), {around_the_pain}},
      {"unknown pain does not", feels(wrist, left, pain), {around_the_pain}},
      {"injury does not", feels(wrist, left, injury, 1), {around_the_pain}},
      {"or else on it", feels(wrist, left, injury) & on_stick & or_on_floor, {around_the_pain}}});
}

TEST(Audit, OffersWhatLiesAroundTheLowBack) {
  const auto aches = feels(low_back, both, tight);
  const auto strong = feels(low_back, both, pain, 9);
  const auto no_buttock = avoids(glutes, both) & avoids(piriformis, both);
  const auto withheld = aches & calves_only;
  const auto one_tool = [](Sample& s) { s.request.tools = {s.request.tools[0]}; };
  const auto change_tool = [](int s) { return limit(Number::change_tool_seconds, s); };
  const auto one_spiky = only("m", "spine_roller", "spiky") & is(seasoned) &
                         [](Sample& s) { s.request.tools = {s.request.tools[3]}; };
  const auto short_calves = withheld & sets({30}) & setup(0, 15);
  expect({
      {"offered", aches, {}},
      {"offered even when strong", strong, {}, advises("refer")},
      {"withheld", withheld, {never_zones}},
      {"withheld when strong", strong & calves_only, {never_zones}, advises("refer")},
      {"injured, and offered all the same", feels(low_back, both, injury), {around_the_pain}},
      {"injured and withheld", feels(low_back, both, injury) & calves_only, {}},
      {"injured and aching", feels(low_back, both, injury) & withheld, {}},
      {"no time", short_calves & minutes(1), {}},
      {"time", short_calves & minutes(2), {never_zones}},
      {"just time", short_calves & minutes(2) & change_tool(30), {never_zones}},
      {"just no time", short_calves & minutes(2) & change_tool(31), {}},
      {"no dose", withheld & warm_up & limit(Number::warm_up_max_seconds, 29), {warm_up_cap}},
      {"nothing soft enough", aches & one_spiky & past(hamstrings, 1, 1, {{8}}), {}},
      {"another complaint", feels(piriformis, both, tight) & calves_only, {}},
      {"no time before effort", short_calves & starts_in(6), {}},
      {"wished away", withheld & no_buttock & avoids(hamstrings, both), {}},
      {"wished away on one side", withheld & no_buttock & avoids(hamstrings, left), {never_zones}},
      {"all tired", withheld & used(glutes, 61) & used(hamstrings, 0, 2), {}},
      {"one tired", withheld & used(glutes, 61), {never_zones}},
      {"no tool, no wrist", aches & one_tool & feels(wrist, both, injury) & on_spine, {}},
      {"no tool, a wrist", aches & one_tool & on_spine, {never_zones}}});
}

TEST(Audit, WaitsForAfterEffects) {
  const auto hurt = after(hamstrings, AfterEffect::bruise, gone);
  const auto hurt_right = after(hamstrings, AfterEffect::bruise, gone, right);
  const auto on_calves = only("b", "calves_roller", "medium");
  expect({
      {"a bruise", after(hamstrings, AfterEffect::bruise, there), {after_effects}},
      {"swollen in a shared muscle", after(soleus, AfterEffect::swelling, there), {after_effects}},
      {"tingling", after(hamstrings, AfterEffect::tingling, there), {after_effects}},
      {"gone, as firm", hurt & on("medium"), {after_effects}},
      {"gone, as firm on the left", hurt_right & on("medium") & no_right, {}},
      {"gone, as firm in a shared muscle", after(soleus, AfterEffect::bruise, gone) & on_calves,
       {after_effects}},
      {"gone elsewhere", after(glutes, AfterEffect::bruise, gone) & on("medium"), {}},
      {"gone, and firmer since", hurt & past(hamstrings, 4, 3) & on("medium"), {after_effects}},
      {"only sore", after(hamstrings, AfterEffect::sore, there) & on("medium"), {}}});
}

TEST(Audit, NeverRollsAZone) {
  const auto or_rock = or_else("glutes_ball", "rock");
  expect({
      {"the low back", in<&Words::area>(4, "low_back"), {never_zones}},
      {"a firm ball", is(seasoned) & only("lr", "glutes_ball", "rock"), {never_zones}},
      {"or else a firm ball", is(seasoned) & on_glutes & or_rock, {never_zones}}});
}

TEST(Audit, KeepsToWhatThereIs) {
  const auto calves_are = [](const char* area) { return in<&Words::area>(4, area); };
  const auto one_calf = past(spine, 1, 1) & in<&Words::side>(4, "left");
  const auto or_both = or_else("hamstrings_both", "stick");
  const auto no_wall = [](Sample& s) { s.request.at = {Support::floor}; };
  expect({
      {"an unknown area", calves_are("elsewhere"), {own_tools}},
      {"a region", calves_are("knee"), {own_tools}},
      {"another area's technique", calves_are("soleus"), {own_tools}},
      {"an unknown technique", {}, {own_tools}, word<&Words::technique>("?", 4)},
      {"an unknown tool", {}, {own_tools, groups}, word<&Words::tool>("?", 4)},
      {"an unknown variant", {}, {own_tools}, word<&Words::variant>("?", 4)},
      {"or else an unknown tool", or_else("hamstrings_roller", "?"), {own_tools, groups}},
      {"or else an unknown technique", or_else("?", "soft"), {own_tools}},
      {"or else an unknown variant", or_else("hamstrings_roller", "soft", "?"), {own_tools}},
      {"or else both at once", has_chair & on("soft") & or_both, {own_tools}},
      {"or else another area", or_else("soleus_roller", "soft"), {own_tools}},
      {"a ball for a roller", in<&Words::tool>(4, "ball"), {own_tools}},
      {"a place one cannot be at", no_wall, {own_tools}},
      {"another place", {}, {own_tools}, word<&Words::place>("wall", 4)},
      {"another position", {}, {own_tools}, word<&Words::position>("prone", 4)},
      {"another motion", {}, {own_tools}, word<&Words::motion>("hold", 4)},
      {"one side of both", one_calf, {own_tools, equal_sides}},
      {"both sides of each", only("b", "glutes_ball", "ball"), {own_tools}},
      {"a side there is not", {}, {own_tools}, word<&Words::side>("up", 4)},
      {"the middle", on_spine, {}},
      {"no middle", only("m", "calves_roller", "soft"), {own_tools}},
      {"wished away", avoids(shin, left), {wish}}});
}

TEST(Audit, StartsSoft) {
  const auto two_steps = [](const char* with) {
    return only("lrlr", "hamstrings_roller", with) & sets({45});
  };
  const auto lie = [](PlanDocument& p) { p.steps[0].alternatives[0].rung = 2; };
  const auto used_to_it = past(hamstrings, 3, 1);
  const auto no_level = [](Sample& s) { s.plan.steps[0].level_low.reset(); };
  const std::optional<std::int32_t> unsaid;
  expect({
      {"regular on firm, hard", weighs(1200) & on("firm", "harder"), {soft_first}},
      {"regular on texture", on("spiky"), {soft_first}},
      {"new, heavy on soft", is(fresh) & weighs(1500) & on("soft", "harder"), {soft_first}},
      {"new on firm", is(fresh) & on("firm"), {}},
      {"new on firm, hard", is(fresh) & on("firm", "harder"), {soft_first}},
      {"new on firm, long", is(fresh) & on("firm") & sets({30, 31}), {soft_first}},
      {"new on firm, long in two steps", is(fresh) & two_steps("firm"), {soft_first}},
      {"new on medium, long in two steps", is(fresh) & two_steps("medium"), {}},
      {"new on firm, felt too much", is(fresh) & on("firm") & felt(5), {soft_first}},
      {"new on firm, used to it", is(fresh) & used_to_it & on("firm") & sets({61}) & felt(5), {}},
      {"new on texture", is(fresh) & on("spiky"), {soft_first}},
      {"seasoned on texture, lighter", is(seasoned) & on("spiky"), {}},
      {"seasoned on texture", is(seasoned) & on("spiky", "standard"), {soft_first}},
      {"seasoned, heavy", is(seasoned) & weighs(2000) & on("soft", "harder"), {soft_first}},
      {"felt more than anybody should", felt(7), {soft_first}},
      {"no feeling named", no_level, {soft_first}},
      {"feeling upside down", felt(2), {soft_first}},
      {"a rung that lies", {}, {soft_first}, word<&Words::rung>(2)},
      {"an intensity that lies", {}, {soft_first}, word<&Words::intensity>(3)},
      {"no rung", {}, {soft_first}, word<&Words::rung>(unsaid)},
      {"no intensity", {}, {soft_first}, word<&Words::intensity>(unsaid)},
      {"or else too firm", on("soft") & or_else("hamstrings_roller", "spiky"), {soft_first}},
      {"or else a rung that lies", or_on_floor, {soft_first}, lie}});
}

TEST(Audit, AllowsNobodyMoreThanTheCeiling) {
  Sample s = clean();
  (weighs(4000) & past(hamstrings, 1, 3) & on("soft", "harder"))(s);
  limit(Number::again_intensity_max, 10)(s);
  fill(s);
  const auto found = audit(s.plan, s.request, s.pack);
  ASSERT_EQ(found.size(), 2U) << words_of(found);
  EXPECT_EQ(found[0].limit, model::quantity(8, Unit::index));
}

TEST(Audit, ClimbsByHistory) {
  const auto long_sore = after(hamstrings, AfterEffect::sore_over_48h, gone);
  const auto one = past(hamstrings, 3, 3, {{6, 5, 5}});
  const auto other = past(hamstrings, 3, 3, {{5, 6, 5}});
  const auto on_right = [](Sample& s) { s.request.history[0].side = right; };
  expect({
      {"again", past(hamstrings, 4, 1) & on("spiky", "standard"), {}},
      {"again, not clean", past(hamstrings, 4, 0) & on("spiky"), {soft_first}},
      {"too hard", past(hamstrings, 4, 1) & weighs(1200) & on("spiky", "harder"), {soft_first}},
      {"one up", one & on("spiky"), {}},
      {"one up too early", past(hamstrings, 3, 2) & on("spiky"), {soft_first}},
      {"two up", past(hamstrings, 2, 3) & on("spiky"), {soft_first}},
      {"one up, a level unknown", past(hamstrings, 3, 3, {{3, {}, 3}}) & on("spiky"), {soft_first}},
      {"one up, too few levels", past(hamstrings, 3, 3, {{3, 3}}) & on("spiky"), {soft_first}},
      {"one up, median too high", past(hamstrings, 3, 3, {{6, 3, 6}}) & on("spiky"), {soft_first}},
      {"one up elsewhere", past(glutes, 3, 3) & on("spiky"), {soft_first}},
      {"back after seven", past(hamstrings, 2, 3, {{3, 7, 3}}) & on("medium"), {soft_first}},
      {"back, together", past(hamstrings, 3, 3, {{7}}) & past(hamstrings, 2, 3) & on("medium"),
       {soft_first}},
      {"back, but never below soft", past(hamstrings, 1, 3, {{7}}), {}},
      {"back after long soreness", long_sore & on("medium"), {soft_first}},
      {"the stricter of two", one & past(hamstrings, 3, 2) & on("spiky"), {soft_first}},
      {"forbidden only together", one & other & on("spiky"), {soft_first}},
      {"one up, the other side not", one & on_right & on("spiky"), {soft_first}}});
}

TEST(Audit, SpacesSessions) {
  expect({
      {"too much of it used", used(hamstrings, 31), {spacing}},
      {"a dose left", used(hamstrings, 60) & sets({30}), {}},
      {"less than a dose left", used(hamstrings, 61) & sets({30}), {spacing}},
      {"areas that share a muscle add up", used(calves, 20) & used(soleus, 20), {spacing}},
      {"twice today", used(hamstrings, 0, 2), {spacing}},
      {"twice today in a shared muscle", used(calves, 0, 1) & used(soleus, 0, 1), {spacing}}});
}

TEST(Audit, MeasuresDoses) {
  const auto soleus_too = [](Sample& s) { roll(s, "lr", "soleus_roller", "soft"); };
  const auto hold = only("lr", "piriformis_hold", "ball");
  const std::optional<std::int32_t> no_pace;
  expect({
      {"ninety", sets({30, 30, 30}), {}},
      {"ninety-one", sets({30, 30, 31}), {dose_range}},
      {"twenty-nine", sets({29}), {dose_range}},
      {"thirty in two steps", only("lrlr", "hamstrings_roller", "soft") & sets({15}), {}},
      {"too much over a shared muscle", soleus_too, {dose_range}},
      {"no sets", on("soft") & sets({}), {dose_range}},
      {"a set of nothing", sets({60, 0}), {dose_range}},
      {"a sum that lies", {}, {dose_range}, word<&Words::seconds>(59)},
      {"sixty-one before effort", warm_up & sets({30, 31}), {warm_up_cap}},
      {"no word of moving", warm_up & starts_in(60), {warm_up_cap}},
      {"too late", starts_in(16), {warm_up_cap}},
      {"a hold of thirty-one", hold & sets({31}), {spot_hold}},
      {"or else a long hold", sets({60}) & or_else("hamstrings_hold", "soft"), {spot_hold}},
      {"a hold with a pace", hold, {pace}, word<&Words::seconds_per_pass>(4)},
      {"no pace", {}, {pace}, word<&Words::seconds_per_pass>(no_pace)},
      {"too fast", {}, {pace}, word<&Words::seconds_per_pass>(1)},
      {"too fast for a newcomer", is(fresh), {pace}, word<&Words::seconds_per_pass>(2)},
      {"slow enough for a newcomer", is(fresh), {}, word<&Words::seconds_per_pass>(3)},
      {"slow", {}, {}, word<&Words::seconds_per_pass>(6)},
      {"too slow", {}, {pace}, word<&Words::seconds_per_pass>(7)}});
}

TEST(Audit, WeighsTheWholePlan) {
  const auto more_left = first_sets({30, 31});
  const auto wants = [](Sample& s) { s.request.want = {{hamstrings, left, ""}}; };
  expect({
      {"one side more", more_left, {equal_sides}},
      {"one side alone", no_left, {equal_sides}},
      {"one side more, wanted", more_left & wants, {}},
      {"one side more, with what has no side", more_left & has("no_heat"), {equal_sides}},
      {"three tools", in<&Words::tool>(0, "medium"), {groups}},
      {"or else three tools", or_else("hamstrings_roller", "medium"), {groups}},
      {"three areas of two", limit(Number::max_areas, 2), {groups}},
      {"no time", minutes(11), {budget}},
      {"a total that lies", {}, {budget}, [](PlanDocument& p) { --p.total_seconds; }},
      {"a total that hides", minutes(11), {budget}, [](PlanDocument& p) { p.total_seconds = 600; }},
      {"time running backwards", in<&Words::rest_seconds>(0, -5), {budget}},
      {"half an hour, nobody told", minutes(30), {budget}},
      {"half an hour, used", minutes(30) & setup(0, 600), {budget}, advises("budget")},
      {"one sore calf, nobody told", feels(calves, left, sore, 2), {refer}},
      {"one sore hamstring, not listed", feels(hamstrings, left, sore, 2), {}}});
}

TEST(Audit, JudgesWhatWasRolledByCeilingsAlone) {
  const auto unscreened = [](Sample& s) { s.request.red_flags = {}; };
  const auto in_a_hurry = minutes(1) & felt(9) & aged(12) & moves(no) & avoids(calves, both) &
                          has("fever") & unscreened;
  const auto lies = [](PlanDocument& p) {
    p.total_seconds = 0;
    p.outcome = "";
    p.steps[0].rung = 4;
    p.steps[0].place = "bed";
  };
  expect({
      {"stopped early", sets({5}) & first_sets({}), {}},
      {"nothing done", nothing, {}},
      {"no floors, no advice, no form", in_a_hurry, {}, lies},
      {"nothing done on the pain", feels(hamstrings, left, pain) & first_sets({}) & no_right, {}},
      {"too long", first_sets({91}), {dose_range}},
      {"too long before effort", warm_up & first_sets({61}), {warm_up_cap}},
      {"too long when gentle", has("bruising") & first_sets({61}), {condition}},
      {"too soon", used(hamstrings, 31), {spacing}},
      {"a little after a lot", used(hamstrings, 80) & sets({10}), {}},
      {"held too long", only("l", "piriformis_hold", "ball") & sets({31}), {spot_hold}},
      {"on a zone", in<&Words::area>(4, "low_back"), {never_zones}},
      {"on the pain", feels(hamstrings, left, pain, 1), {around_the_pain}},
      {"leaning on the pain", feels(wrist, left, injury), {around_the_pain}},
      {"on a bruise", after(hamstrings, AfterEffect::bruise, there), {after_effects}},
      {"too firm", on("spiky"), {soft_first}},
      {"what a condition bars", has("no_ball"), {condition}},
      {"what is not known", {}, {own_tools}, word<&Words::tool>("?", 4)}},
      AuditMode::rolled);
}
// clang-format on
TEST(Audit, TellsWhatItFound) {
  Sample s = clean();
  (first_sets({60, 60}) & minutes(30) & past(spine, 1, 1))(s);
  fill(s);
  const auto found = audit(s.plan, s.request, s.pack);
  ASSERT_EQ(found.size(), 3U) << words_of(found);
  EXPECT_EQ(found[0].rule, dose_range);
  EXPECT_EQ(found[0].step, 0U);
  EXPECT_EQ(found[0].at, "hamstrings");
  EXPECT_EQ(found[0].side, "left");
  EXPECT_EQ(found[0].asked, model::quantity(120, Unit::second));
  EXPECT_EQ(found[0].limit, model::quantity(90, Unit::second));
  EXPECT_EQ(found[1].rule, equal_sides);
  EXPECT_EQ(found[2].rule, budget);
  EXPECT_EQ(found[2].step, std::nullopt);
}

TEST(Audit, TellsEachThingOnce) {
  Sample s = clean();
  (feels(calves, both, pain, 1) & feels(calves, both, injury) & calves_only)(s);
  fill(s);
  EXPECT_EQ(audit(s.plan, s.request, s.pack).size(), 1U);
}

}  // namespace
}  // namespace unknot::safety::audit_test
