#pragma once
/// @file
/// A small made-up pack for tests of safety: a few areas, ways and conditions, one of each kind
/// the rules tell apart. It stays as it is while the knowledge files grow. With it a healthy person
/// and a clean plan for that person, for tests to spoil one thing at a time.

#include <algorithm>
#include <array>
#include <functional>
#include <string>

#include "rows.hpp"
#include "unknot/model/plan_document.hpp"

namespace unknot::safety::small {

using namespace knowledge;
using namespace made_up;

inline constexpr MuscleIndex gastrocnemius{0}, soleus_muscle{1}, gluteus{2}, biceps{3}, pear{4},
    rhomboid{5};
inline constexpr PlaceIndex calves{0}, glutes{1}, hamstrings{2}, piriformis{3}, rhomboids{4},
    soleus{5}, spine{6}, low_back{7}, knee{8}, shin{9}, wrist{10};

inline constexpr std::array<Muscle, 6> muscles{};
inline constexpr std::array calf_muscles{gastrocnemius, soleus_muscle};
inline constexpr std::array glute_muscles{gluteus};
inline constexpr std::array hamstring_muscles{biceps};
inline constexpr std::array piriformis_muscles{pear, gluteus};
inline constexpr std::array rhomboid_muscles{rhomboid};
inline constexpr std::array soleus_muscles{soleus_muscle};

inline constexpr std::array by_calves{hamstrings};
inline constexpr std::array by_glutes{hamstrings, piriformis};
inline constexpr std::array by_hamstrings{calves, glutes};
inline constexpr std::array around_low_back{glutes, piriformis, hamstrings};
inline constexpr std::array around_knee{hamstrings, calves};
inline constexpr std::array only_calves{calves};
inline constexpr std::array only_low_back{low_back};
inline constexpr std::array only_rhomboids{rhomboids};
inline constexpr std::array only_wrist{wrist};
inline constexpr std::array buttock{glutes, piriformis};

inline constexpr std::array only_glutes{glutes};
inline constexpr std::array only_piriformis{piriformis};
inline constexpr std::array only_soleus{soleus};
inline constexpr std::array only_spine{spine};

/// What lies beside an area and what shares a muscle with it.
struct Next {
  List<PlaceIndex> neighbours;
  List<PlaceIndex> overlaps;
};

constexpr Place area(Text id, Sides sides, List<MuscleIndex> of, Next next) {
  Place place;
  place.id = id;
  place.kind = PlaceKind::area;
  place.sides = sides;
  place.muscles = of;
  place.neighbours = next.neighbours;
  place.overlaps = next.overlaps;
  return place;
}

inline constexpr std::array places{
    area("calves", Sides::pair, calf_muscles, {by_calves, only_soleus}),
    area("glutes", Sides::pair, glute_muscles, {by_glutes, only_piriformis}),
    area("hamstrings", Sides::pair, hamstring_muscles, {by_hamstrings, {}}),
    area("piriformis", Sides::pair, piriformis_muscles, {only_glutes, only_glutes}),
    area("rhomboids", Sides::pair, rhomboid_muscles, {{}, only_spine}),
    area("soleus", Sides::pair, soleus_muscles, {{}, only_calves}),
    area("spine", Sides::middle, rhomboid_muscles, {{}, only_rhomboids}),
    named(PlaceKind::zone, "low_back", {}, around_low_back),
    named(PlaceKind::region, "knee", {}, around_knee),
    named(PlaceKind::region, "shin", only_calves, {}),
    named(PlaceKind::region, "wrist", {}, {})};

inline constexpr std::array<Position, 4> positions{{{"long_sit", Support::floor, "", 15},
                                                    {"standing", Support::wall, "", 10},
                                                    {"seated", Support::chair, "", 10},
                                                    {"prone", Support::floor, "", 15}}};
inline constexpr PositionIndex long_sit{0}, standing{1}, seated{2}, prone{3};

inline constexpr std::array<Variant, 3> variants{{{VariantKind::lighter, 100, "", true, {}},
                                                  {VariantKind::standard, 200, "", true, {}},
                                                  {VariantKind::harder, 400, "", true, {}}}};
inline constexpr std::array<Variant, 2> ball_variants{
    {{VariantKind::lighter, 50, "", true, {}}, {VariantKind::standard, 80, "", true, {}}}};

constexpr Technique technique(Text id, PlaceIndex of, ToolKind tool, PositionIndex position) {
  Technique row;
  row.id = id;
  row.area = of;
  row.tool = tool;
  row.position = position;
  row.setup_seconds = 10;
  row.variants = tool == ToolKind::ball ? List<Variant>(ball_variants) : List<Variant>(variants);
  return row;
}

constexpr Technique propped(Technique row) {
  row.loads = only_wrist;
  return row;
}

inline constexpr std::array techniques{
    propped(technique("hamstrings_roller", hamstrings, ToolKind::roller, long_sit)),
    technique("hamstrings_stick", hamstrings, ToolKind::stick, seated),
    technique("glutes_ball", glutes, ToolKind::ball, standing),
    held(technique("piriformis_hold", piriformis, ToolKind::ball, standing)),
    together(technique("calves_roller", calves, ToolKind::roller, long_sit)),
    technique("rhomboids_roller", rhomboids, ToolKind::roller, prone),
    technique("soleus_roller", soleus, ToolKind::roller, long_sit),
    together(technique("spine_roller", spine, ToolKind::roller, prone)),
    together(technique("hamstrings_both", hamstrings, ToolKind::stick, seated)),
    held(propped(technique("hamstrings_hold", hamstrings, ToolKind::roller, long_sit)))};

inline constexpr std::array<Contact, 7> contacts{
    {{ToolKind::roller, Density::soft, Surface::smooth, 7500, true, {}},
     {ToolKind::roller, Density::medium, Surface::smooth, 6800, true, {}},
     {ToolKind::roller, Density::firm, Surface::smooth, 5500, true, {}},
     {ToolKind::roller, Density::firm, Surface::textured, 4700, true, {}},
     {ToolKind::stick, Density::firm, Surface::smooth, 5500, true, {}},
     {ToolKind::ball, Density::soft, Surface::smooth, 2500, true, {}},
     {ToolKind::ball, Density::firm, Surface::smooth, 1300, true, {}}}};

inline constexpr std::array rules{rule("around_the_pain", only_low_back),
                                  rule("never_zones", buttock), rule("refer", only_calves)};

inline constexpr std::array<Text, 1> face_down{"prone"};

constexpr Effects pregnant() {
  Effects effects;
  effects.bar_places = only_calves;
  effects.bar_positions = face_down;
  effects.positions_from_week = 13;
  return effects;
}

constexpr Effects leg_signs() {
  Effects effects = with<&Effects::refer>();
  effects.bar_places = buttock;
  effects.with_pain_at = low_back;
  return effects;
}

inline constexpr std::array conditions{condition("fever", with<&Effects::refuse>()),
                                       condition("clots", with<&Effects::ask>()),
                                       condition("wound", with<&Effects::bar_at>(), true),
                                       condition("bruising", with<&Effects::gentle>()),
                                       condition("no_ball", with<&Effects::bar_ball>()),
                                       condition("no_stick", with<&Effects::bar_stick>()),
                                       condition("no_texture", with<&Effects::bar_textured>()),
                                       condition("no_firm", with<&Effects::bar_firm>()),
                                       condition("no_heat", with<&Effects::bar_temperature>()),
                                       condition("no_shaking", with<&Effects::bar_vibration>()),
                                       condition("pregnancy", pregnant()),
                                       condition("leg_signs", leg_signs())};

inline constexpr std::array<RedFlag, 1> red_flags{
    {{"numb_saddle", "", "", Urgency::emergency, "", {}}}};

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
  set_numbers(pack, rule_numbers);
  return pack;
}

using Words = model::StepDocument;

struct Sample {
  Pack pack = small::pack();
  model::Request request;
  model::PlanDocument plan;
};

inline model::Tool tool(std::string id, ToolKind kind, Density density, Surface surface) {
  model::Tool made;
  made.id = std::move(id);
  made.kind = kind;
  made.density = density;
  made.surface = surface;
  return made;
}

/// An adult used to rolling, with one tool of every kind and nothing to complain about.
inline model::Request healthy() {
  model::Request r;
  r.now = noon;
  r.person.experience = model::Experience::regular;
  r.person.age = 40;
  r.person.mass_hectograms = 700;
  r.minutes = 20;
  r.at = {Support::floor, Support::wall};
  r.red_flags = {true, base::Instant{noon.seconds - 60, 0}, {}};
  r.tools = {tool("soft", ToolKind::roller, Density::soft, Surface::smooth),
             tool("medium", ToolKind::roller, Density::medium, Surface::smooth),
             tool("firm", ToolKind::roller, Density::firm, Surface::smooth),
             tool("spiky", ToolKind::roller, Density::firm, Surface::textured),
             tool("ball", ToolKind::ball, Density::soft, Surface::smooth),
             tool("rock", ToolKind::ball, Density::firm, Surface::smooth),
             tool("stick", ToolKind::stick, Density::soft, Surface::smooth)};
  return r;
}

inline model::StepDocument step(std::string_view side, std::string technique, std::string with) {
  model::StepDocument made;
  made.side = side;
  made.technique = std::move(technique);
  made.tool = std::move(with);
  made.variant = "lighter";
  made.sets = {30, 30};
  made.rest_seconds = 15;
  made.setup_seconds = 60;
  made.level_low = 3;
  made.level_high = 4;
  return made;
}

/// One step a letter of `sides`: l, r, b or m.
inline void roll(Sample& s, std::string_view sides, const char* technique, const char* with) {
  for (const char letter : sides) {
    for (const auto& row : EnumNames<model::Side>::all) {
      if (row.name.front() == letter) s.plan.steps.push_back(step(row.name, technique, with));
    }
  }
}

/// What the ladder makes of a tool, told again by hand so that the audit is not its own witness.
template <class Words>
void fill_ladder(const Sample& s, Words& words) {
  const auto found = find_technique(s.pack, words.technique);
  for (const auto& t : s.request.tools) {
    if (t.id != words.tool || !found.valid()) continue;
    words.rung = t.surface == Surface::textured ? 4 : 1 + static_cast<std::int32_t>(t.density);
    for (const auto& variant : s.pack[found].variants) {
      if (name_of(variant.kind) != words.variant) continue;
      const double area = contact_area_mm2(s.pack, t.kind, t.density, t.surface);
      const double mass = s.request.person.mass_hectograms.value_or(750);
      const double index = mass * variant.load_permille * 981 / area / 15000;
      words.intensity = std::clamp(static_cast<std::int32_t>(index + 0.5), 1, 10);
    }
  }
}

/// Writes what follows from the choices, so that a test breaks only what it means to break.
inline void fill_step(const Sample& s, model::StepDocument& words) {
  const auto found = find_technique(s.pack, words.technique);
  fill_ladder(s, words);
  for (auto& other : words.alternatives) fill_ladder(s, other);
  words.seconds = 0;
  for (const auto set : words.sets) words.seconds += set;
  if (!found.valid()) return;
  const Technique& row = s.pack[found];
  if (words.area.empty()) words.area = s.pack[row.area].id;
  words.motion = name_of(row.motion);
  words.place = name_of(s.pack[row.position].place);
  words.position = s.pack[row.position].id;
  if (row.motion == Motion::stroke) words.seconds_per_pass = 4;
}

inline void fill(Sample& s) {
  s.plan.outcome = "plan";
  s.plan.total_seconds = 0;
  for (auto& words : s.plan.steps) {
    fill_step(s, words);
    const auto rests = words.sets.empty() ? 0 : static_cast<std::int32_t>(words.sets.size()) - 1;
    s.plan.total_seconds += words.setup_seconds + words.seconds + rests * words.rest_seconds;
  }
}

/// Left and right of hamstrings and glutes, and both calves, a minute each; not yet filled.
inline Sample clean() {
  Sample s;
  s.request = healthy();
  roll(s, "lr", "hamstrings_roller", "soft");
  roll(s, "lr", "glutes_ball", "ball");
  roll(s, "b", "calves_roller", "soft");
  return s;
}

/// Something else about the person or the plan; several at once with `&`, in order.
struct Change : std::function<void(Sample&)> {
  using function::function;
};

inline Change operator&(Change a, Change b) {
  return [=](Sample& s) {
    a(s);
    b(s);
  };
}

// clang-format off

inline Change feels(PlaceIndex at, model::Side side, model::FeelKind kind, int level = -1) {
  const auto known = level < 0 ? std::nullopt : std::optional(level);
  return [=](Sample& s) { s.request.feel.push_back({at, side, kind, known}); };
}

inline Change has(const char* condition, PlaceIndex at = {}, int weeks = -1) {
  const auto known = weeks < 0 ? std::nullopt : std::optional(weeks);
  return [=](Sample& s) {
    const auto id = find_condition(s.pack, condition);
    s.request.conditions.push_back({id, at, model::Side::both, known, {}});
  };
}

inline Change cleared(int days_from_now) {
  const base::Day day{base::day_of(noon).number + days_from_now};
  return [=](Sample& s) { s.request.conditions.back().cleared_on = day; };
}

using Levels = std::vector<std::optional<std::int32_t>>;

/// History of one place, on both sides.
inline Change past(PlaceIndex at, int rung, int clean_sessions, Levels levels = {{3, 4, 3}}) {
  model::History entry;
  entry.area = at;
  entry.rung = rung;
  entry.clean_sessions = clean_sessions;
  entry.last_levels = levels;
  return [=](Sample& s) { s.request.history.push_back(entry); };
}

/// A session on `at`, on the second rung, that left something behind.
inline Change after(PlaceIndex at, model::AfterEffect effect, bool gone,
                    model::Side side = model::Side::both) {
  return past(at, 2, 1) & [=](Sample& s) {
    s.request.history.back().side = side;
    s.request.history.back().after_effect = effect;
    s.request.history.back().after_effect_gone = gone;
  };
}

inline Change used(PlaceIndex at, int seconds, int times = 0) {
  return past(at, 1, 1) & [=](Sample& s) {
    s.request.history.back().seconds_6h = seconds;
    s.request.history.back().times_24h = times;
  };
}

inline Change avoids(PlaceIndex at, model::Side side) {
  return [=](Sample& s) { s.request.avoid.push_back({at, side, ""}); };
}

inline Change is(model::Experience e) {
  return [=](Sample& s) { s.request.person.experience = e; };
}

inline Change moves(model::FloorTransfer how) {
  return [=](Sample& s) { s.request.person.floor_transfer = how; };
}

inline Change aged(int years) { return [=](Sample& s) { s.request.person.age = years; }; }
inline Change weighs(int hg) { return [=](Sample& s) { s.request.person.mass_hectograms = hg; }; }
inline Change minutes(int n) { return [=](Sample& s) { s.request.minutes = n; }; }
inline Change starts_in(int n) { return [=](Sample& s) { s.request.starts_in_minutes = n; }; }

/// Steps of one technique and no others.
inline Change only(const char* sides, const char* technique, const char* with) {
  return [=](Sample& s) {
    s.plan.steps.clear();
    roll(s, sides, technique, with);
  };
}

/// Every step in these sets.
inline Change sets(std::vector<std::int32_t> seconds) {
  return [=](Sample& s) { for (auto& words : s.plan.steps) words.sets = seconds; };
}

/// Another value in one step.
template <auto member, class T>
Change in(std::size_t step, T value) {
  return [=](Sample& s) { s.plan.steps[step].*member = value; };
}

/// An alternative of the first step.
inline Change or_else(const char* technique, const char* with, const char* how = "lighter") {
  return [=](Sample& s) { s.plan.steps[0].alternatives.push_back({technique, with, how, {}, {}}); };
}

/// The hamstrings alone, on some roller.
inline Change on(const char* roller, const char* variant = "lighter") {
  return only("lr", "hamstrings_roller", roller) & in<&Words::variant>(0, variant) &
         in<&Words::variant>(1, variant);
}

/// Another number of a rule.
inline Change limit(Number n, int value) {
  return [=](Sample& s) { s.pack.numbers[static_cast<std::size_t>(n)] = value; };
}

/// Something else in the finished document, so that it no longer holds together.
using Spoil = std::function<void(model::PlanDocument&)>;

/// Another word in one step of the document.
template <auto member, class T>
Spoil word(T value, std::size_t step = 0) {
  return [=](model::PlanDocument& p) { p.steps[step].*member = value; };
}

inline Spoil advises(const char* rule) {
  return [=](model::PlanDocument& p) { p.advice_rules.push_back(rule); };
}

inline Spoil says(const char* outcome, bool refusal) {
  return [=](model::PlanDocument& p) {
    p.outcome = outcome;
    p.has_refusal = refusal;
  };
}

// clang-format on

}  // namespace unknot::safety::small
