#pragma once
/// @file
/// A made-up pack small enough to plan by hand: five areas, six techniques, three tools. It stays
/// as it is while the knowledge files grow.

#include <array>
#include <functional>
#include <string>

#include "rows.hpp"
#include "unknot/model/plan.hpp"
#include "unknot/model/request.hpp"

namespace unknot::planner::toy {

using namespace knowledge;
using namespace made_up;

inline constexpr PlaceIndex calf{0}, hip{1}, nape{2}, rump{3}, thigh{4}, back{5}, leg{6}, wrist{7};

inline constexpr std::array<Muscle, 5> muscles{};
inline constexpr std::array<MuscleIndex, 1> of_calf{{{0}}}, of_hip{{{1}}}, of_nape{{{2}}},
    of_thigh{{{4}}};
inline constexpr std::array<MuscleIndex, 2> of_rump{{{3}, {1}}};
inline constexpr std::array only_calf{calf}, only_hip{hip}, only_rump{rump}, only_thigh{thigh},
    only_wrist{wrist}, only_back{back};
inline constexpr std::array by_thigh{calf, hip}, around_back{hip, rump}, of_leg{calf, thigh};

constexpr Place area(Text id, List<MuscleIndex> of, List<PlaceIndex> neighbours,
                     List<PlaceIndex> overlaps = {}) {
  Place place;
  place.id = id;
  place.kind = PlaceKind::area;
  place.sides = Sides::pair;
  place.muscles = of;
  place.neighbours = neighbours;
  place.overlaps = overlaps;
  return place;
}

constexpr Place in_the_middle(Place place) {
  place.sides = Sides::middle;
  return place;
}

inline constexpr std::array places{area("calf", of_calf, only_thigh),
                                   area("hip", of_hip, only_thigh, only_rump),
                                   in_the_middle(area("nape", of_nape, {})),
                                   area("rump", of_rump, only_hip, only_hip),
                                   area("thigh", of_thigh, by_thigh),
                                   named(PlaceKind::zone, "back", {}, around_back),
                                   named(PlaceKind::region, "leg", of_leg, only_hip),
                                   named(PlaceKind::region, "wrist", {}, {})};

inline constexpr std::array<Position, 3> positions{{{"sit", Support::floor, "", 15},
                                                    {"stand", Support::wall, "", 10},
                                                    {"chair", Support::chair, "", 10}}};

inline constexpr std::array<Variant, 3> variants{{{VariantKind::lighter, 100, "", true, {}},
                                                  {VariantKind::standard, 200, "", true, {}},
                                                  {VariantKind::harder, 300, "", true, {}}}};
inline constexpr std::array<Variant, 2> two_variants{
    {{VariantKind::lighter, 50, "", true, {}}, {VariantKind::standard, 80, "", true, {}}}};

struct How {
  ToolKind tool;
  std::uint16_t position;
  std::int32_t fit;
};

constexpr Technique technique(Text id, PlaceIndex of, How how) {
  Technique row;
  row.id = id;
  row.area = of;
  row.tool = how.tool;
  row.position = {how.position};
  row.fit = how.fit;
  row.setup_seconds = 10;
  row.variants = how.tool == ToolKind::ball ? List<Variant>(two_variants) : List<Variant>(variants);
  return row;
}

constexpr Technique slowly(Technique row) {
  row.seconds_per_pass = 5;
  return row;
}

constexpr Technique propped(Technique row) {
  row.loads = only_wrist;
  return row;
}

inline constexpr std::array techniques{
    together(technique("calf_roller", calf, {ToolKind::roller, 0, 90})),
    technique("calf_stick", calf, {ToolKind::stick, 2, 60}),
    slowly(technique("hip_ball", hip, {ToolKind::ball, 1, 80})),
    together(technique("nape_roller", nape, {ToolKind::roller, 1, 50})),
    held(technique("rump_ball", rump, {ToolKind::ball, 1, 80})),
    propped(technique("thigh_roller", thigh, {ToolKind::roller, 0, 90})),
    technique("thigh_stick", thigh, {ToolKind::stick, 2, 70})};

inline constexpr std::array<Contact, 5> contacts{
    {{ToolKind::roller, Density::soft, Surface::smooth, 7500, true, {}},
     {ToolKind::roller, Density::firm, Surface::smooth, 5000, true, {}},
     {ToolKind::stick, Density::soft, Surface::smooth, 5000, true, {}},
     {ToolKind::ball, Density::soft, Surface::smooth, 2500, true, {}},
     {ToolKind::ball, Density::firm, Surface::smooth, 1300, true, {}}}};

inline constexpr std::array rules{rule("around_the_pain", only_back), rule("never_zones", only_hip),
                                  rule("refer", only_calf)};

inline constexpr std::array conditions{
    condition("fever", with<&Effects::refuse>()), condition("bruising", with<&Effects::gentle>()),
    condition("no_ball", with<&Effects::bar_ball>()), condition("wound", with<&Effects::bar_at>()),
    condition("cut", with<&Effects::bar_at>())};

inline constexpr std::array<RedFlag, 1> red_flags{{{"numb", "", "", Urgency::emergency, "", {}}}};

inline constexpr std::array<Weight, 3> recover_weights{{{calf, 20}, {thigh, 60}, {hip, 10}}};
inline constexpr std::array<Weight, 2> running_weights{{{calf, 80}, {thigh, 39}}};
inline constexpr std::array<Weight, 1> sitting_weights{{{hip, 40}}};
inline constexpr std::array<Goal, 1> goals{{{GoalKind::recover, "", "", recover_weights, {}}}};
inline constexpr std::array<Activity, 2> activities{
    {{"running", "", {}, running_weights, "", {}}, {"sitting", "", {}, sitting_weights, "", {}}}};
inline constexpr ActivityIndex running{0}, sitting{1};

inline constexpr std::array<std::int32_t, 1> s30{30}, s60{60};
inline constexpr std::array<std::int32_t, 2> s30_30{30, 30}, s45_45{45, 45};
inline constexpr std::array<std::int32_t, 3> s30_30_30{30, 30, 30};
inline constexpr std::array<Dose, 3> doses{
    {{30, 500, s30, s30}, {60, 800, s60, s30_30}, {90, 1000, s45_45, s30_30_30}}};

// clang-format off
inline constexpr std::array need_numbers{
    Value{Number::pace_default_seconds, 4}, Value{Number::pace_new_default_seconds, 6},
    Value{Number::need_base, 10}, Value{Number::need_goal_percent, 100},
    Value{Number::need_activity_percent, 50}, Value{Number::need_want, 400},
    Value{Number::need_tight, 100}, Value{Number::need_sore, 80},
    Value{Number::need_per_level, 15}, Value{Number::need_around, 120},
    Value{Number::need_default_level, 4}, Value{Number::need_recent_percent, 60},
    Value{Number::recent_hours, 20}, Value{Number::why_activity_weight_min, 40},
    Value{Number::slow_floor_fit_percent, 50}};
// clang-format on

inline Pack pack() {
  Pack pack;
  pack.muscles = muscles;
  pack.places = places;
  pack.positions = positions;
  pack.techniques = techniques;
  pack.contacts = contacts;
  pack.rules = rules;
  pack.conditions = conditions;
  pack.red_flags = red_flags;
  pack.goals = goals;
  pack.activities = activities;
  pack.doses = doses;
  set_numbers(pack, rule_numbers);
  set_numbers(pack, need_numbers);
  return pack;
}

inline model::Tool tool(std::string id, ToolKind kind, Density density = Density::soft) {
  model::Tool made;
  made.id = std::move(id);
  made.kind = kind;
  made.density = density;
  made.surface = Surface::smooth;
  return made;
}

struct Sample {
  Pack pack = toy::pack();
  model::Request request;
};

/// An adult used to rolling, with a soft roller and a soft ball, on the floor or at a wall.
inline Sample usual() {
  Sample s;
  model::Request& r = s.request;
  r.now = noon;
  r.person.experience = model::Experience::regular;
  r.person.age = 40;
  r.minutes = 20;
  r.at = {Support::floor, Support::wall};
  r.red_flags = {true, noon, {}};
  r.tools = {tool("roller", ToolKind::roller), tool("ball", ToolKind::ball)};
  return s;
}

/// Something else about the request or the pack; several at once with `&`, in order.
struct Change : std::function<void(Sample&)> {
  using function::function;
};

inline Change operator&(Change a, Change b) {
  return [=](Sample& s) {
    a(s);
    b(s);
  };
}

inline Change feels(PlaceIndex at, model::Side side, model::FeelKind kind, int level = -1) {
  const auto known = level < 0 ? std::nullopt : std::optional(level);
  return [=](Sample& s) { s.request.feel.push_back({at, side, kind, known}); };
}

inline Change wants(PlaceIndex at, model::Side side = model::Side::both) {
  return [=](Sample& s) { s.request.want.push_back({at, side, ""}); };
}

inline Change avoids(PlaceIndex at, model::Side side = model::Side::both) {
  return [=](Sample& s) { s.request.avoid.push_back({at, side, ""}); };
}

inline Change has(const char* condition, PlaceIndex at = {}) {
  return [=](Sample& s) {
    s.request.conditions.push_back(
        {find_condition(s.pack, condition), at, model::Side::both, {}, {}});
  };
}

/// The last condition named is on this side.
inline Change on_side(model::Side side) {
  return [=](Sample& s) { s.request.conditions.back().side = side; };
}

inline Change does(ActivityIndex activity) {
  return [=](Sample& s) { s.request.activity = activity; };
}

inline Change minutes(int n) {
  return [=](Sample& s) { s.request.minutes = n; };
}

inline Change at(std::vector<Support> supports) {
  return [=](Sample& s) { s.request.at = supports; };
}

inline Change tools(std::vector<model::Tool> with) {
  return [=](Sample& s) { s.request.tools = with; };
}

inline Change is(model::Experience experience) {
  return [=](Sample& s) { s.request.person.experience = experience; };
}

inline Change moves(model::FloorTransfer how) {
  return [=](Sample& s) { s.request.person.floor_transfer = how; };
}

inline Change aged(int years) {
  return [=](Sample& s) { s.request.person.age = years; };
}

inline Change limit(Number n, int value) {
  return [=](Sample& s) { s.pack.numbers[static_cast<std::size_t>(n)] = value; };
}

/// A session on `at`, so many seconds ago.
inline Change rolled(PlaceIndex area, std::int64_t ago, model::Side side = model::Side::both) {
  return [=](Sample& s) {
    model::History entry;
    entry.area = area;
    entry.side = side;
    entry.last = base::Instant{noon.seconds - ago, 0};
    s.request.history.push_back(entry);
  };
}

/// The same with something in it changed.
template <class Edit>
Change past(PlaceIndex area, Edit edit) {
  return [=](Sample& s) {
    model::History entry;
    entry.area = area;
    edit(entry);
    s.request.history.push_back(entry);
  };
}

}  // namespace unknot::planner::toy
