#pragma once
/// @file
/// What the product knows, as immutable plain data. Every value here is a row of `knowledge/*.toml`
/// compiled by `tools/kbc`; no number or sentence of the domain is written in C++.
///
/// All rows are trivially copyable views into one static pack; the pack owns nothing and never
/// changes, so views stay valid for the life of the program.

#include <cstdint>
#include <span>
#include <string_view>

namespace unknot::knowledge {

using Text = std::string_view;
template <class T>
using List = std::span<const T>;

/// Position of a row in its table of the pack. Typed, so that a muscle cannot be used as a place.
template <class Row>
struct Index {
  static constexpr std::uint16_t none_value = 0xFFFF;
  std::uint16_t value = none_value;
  [[nodiscard]] constexpr bool valid() const { return value != none_value; }
  friend constexpr bool operator==(Index, Index) = default;
  friend constexpr auto operator<=>(Index, Index) = default;
};

struct Source;
struct Muscle;
struct Place;
struct Position;
struct Technique;
struct Preset;
struct Rule;
struct Condition;
struct RedFlag;
struct Claim;
struct Activity;
struct Goal;
using SourceIndex = Index<Source>;
using MuscleIndex = Index<Muscle>;
using PlaceIndex = Index<Place>;
using PositionIndex = Index<Position>;
using TechniqueIndex = Index<Technique>;
using PresetIndex = Index<Preset>;
using RuleIndex = Index<Rule>;
using ConditionIndex = Index<Condition>;
using RedFlagIndex = Index<RedFlag>;
using ClaimIndex = Index<Claim>;
using ActivityIndex = Index<Activity>;
using GoalIndex = Index<Goal>;

// Enumerators are spelled the same in C++, TOML and JSON (see enums.hpp for the names).

/// An area can be rolled, a zone never, a region is a part that people name.
enum class PlaceKind : std::uint8_t { area, zone, region };
/// Whether a place exists twice (left and right) or once, in the middle of the body.
enum class Sides : std::uint8_t { pair, middle };
enum class ToolKind : std::uint8_t { roller, stick, ball };
enum class Density : std::uint8_t { soft, medium, firm };
enum class Surface : std::uint8_t { smooth, textured };
enum class Temperature : std::uint8_t { none, cold, warm };
/// Where a technique is done.
enum class Support : std::uint8_t { floor, wall, chair, bed };
/// stroke: slow passes to and fro; hold: still pressure, at most a small rocking.
enum class Motion : std::uint8_t { stroke, hold };
/// each: one side on the tool at a time; both: left and right on the tool at once.
enum class Laterality : std::uint8_t { each, both };
enum class VariantKind : std::uint8_t { lighter, standard, harder };
/// How a source was checked before anything leans on it.
enum class Verified : std::uint8_t {
  read,       ///< The source itself was read (most often its abstract).
  secondary,  ///< Read through another page that reports it.
  recalled,   ///< Nobody has checked it: never shown as a fact.
  computed,   ///< Calculated by us; the method is stated.
  judgement   ///< Our own caution or estimate, said as such.
};
/// How well a claim stands today.
enum class Grade : std::uint8_t {
  supported,
  moderate,
  weak,
  mixed,
  unsupported,
  contradicted,
  expert_opinion,
  description
};
/// What a claim speaks about.
enum class ClaimKind : std::uint8_t { effect, mechanism, comparison, procedure, definition };
enum class Topic : std::uint8_t { what, benefits, tools, basics, areas };
/// What a number or a rule rests on.
enum class Basis : std::uint8_t { article, evidence, caution };
enum class Unit : std::uint8_t {
  none,
  second,
  minute,
  hour,
  day,
  week,
  year,
  count,
  level,
  rung,
  index,
  percent,
  permille,
  centimetre,
  kilogram,
  hectopascal
};
enum class Urgency : std::uint8_t { emergency, urgent };
enum class GoalKind : std::uint8_t { recover, warm_up, mobility, unwind };

/// One publication, page or judgement of our own, listed once and cited by index.
struct Source {
  Text id;
  Text title;    ///< Full citation, or what the judgement is.
  Text address;  ///< doi, PMID, URL without scheme, or empty.
  Verified verified = Verified::recalled;
  Text note;  ///< What was read, what it is good for.
};

struct Muscle {
  Text id;
  Text name;
  Text fma;     ///< Foundational Model of Anatomy id; empty when not verified.
  Text uberon;  ///< UBERON id; empty when not verified.
};

/// A named part of the body. Which members are filled depends on `kind`.
struct Place {
  Text id;
  Text name;   ///< Anatomical name.
  Text plain;  ///< Everyday words.
  PlaceKind kind = PlaceKind::zone;
  Sides sides = Sides::pair;
  Text part;                    ///< Body part it is grouped under: back, hip, thigh, ...
  List<Text> aliases;           ///< Other everyday words, lower case.
  List<MuscleIndex> muscles;    ///< Areas only.
  List<PlaceIndex> neighbours;  ///< Areas only: areas next to it.
  List<PlaceIndex> overlaps;    ///< Areas only, derived: other areas that share a muscle.
  List<PlaceIndex> covers;      ///< Zones and regions: areas treated as if named.
  List<PlaceIndex> around;      ///< Zones and regions: areas offered instead.
  Text landmarks;               ///< Areas: where it lies.
  Text reason;                  ///< Zones: why it is never rolled; regions: what to know.
  bool article = false;         ///< One of the article's six areas.
  List<SourceIndex> sources;
};

/// A body position at a support; opening one costs its set-up once.
struct Position {
  Text id;  ///< Not unique alone: `seated` exists on floor, chair and bed.
  Support place = Support::floor;
  Text name;
  std::int32_t setup_seconds = 0;  ///< To get into it from elsewhere, s.
};

struct Variant {
  VariantKind kind = VariantKind::standard;
  std::int32_t load_permille = 0;  ///< Share of body weight on the tool, 1/1000.
  Text how;                        ///< What the person changes.
  bool estimated = true;           ///< The share is our estimate, not a measurement.
  List<SourceIndex> sources;
};

struct Fault {
  Text fault;
  Text correction;
};

/// One way to roll one area.
struct Technique {
  Text id;
  Text name;
  PlaceIndex area;
  ToolKind tool = ToolKind::roller;
  PositionIndex position;  ///< Also tells the support.
  Motion motion = Motion::stroke;
  Laterality laterality = Laterality::each;
  List<PlaceIndex> loads;          ///< Parts it leans on: wrist, elbow, shoulder_joint, knee, ...
  std::int32_t setup_seconds = 0;  ///< To get onto the tool once in position, s.
  std::int32_t seconds_per_pass = 0;  ///< Its own usual one-way pace, s; 0: the session's default.
  std::int32_t fit = 0;               ///< How well tool and support suit the area, 0..100.
  Text start;                         ///< Clamped landmark where the path begins.
  Text end;                           ///< Clamped landmark where the path ends.
  Text direction;
  List<PlaceIndex> clear_of;  ///< Zones the clamp keeps clear of.
  List<Text> setup;           ///< In the order the body moves.
  List<Text> cues;
  List<Text> cautions;
  List<Fault> faults;
  List<Variant> variants;  ///< lighter and standard always; harder where there is one.
  List<SourceIndex> sources;
  Text signed_by;  ///< The physiotherapist who signed it; empty: nobody yet.
};

struct ToolKindRow {
  ToolKind kind = ToolKind::roller;
  Text name;
  Text description;
  Text suits;  ///< What it is good for.
  List<SourceIndex> sources;
};

/// Contact area of a tool under load, for the pressure estimate.
struct Contact {
  ToolKind kind = ToolKind::roller;
  Density density = Density::soft;
  Surface surface = Surface::smooth;
  std::int32_t area_mm2 = 1;
  bool estimated = true;
  List<SourceIndex> sources;
};

/// How a person can tell a tool's density or surface without a data sheet.
struct ToolHint {
  Text id;  ///< soft, medium, firm, smooth, textured, cold, warm, vibration.
  Text test;
};

/// An everyday object with its everyday name.
struct Preset {
  Text id;
  Text name;
  ToolKind kind = ToolKind::roller;
  Density density = Density::soft;
  Surface surface = Surface::smooth;
  Temperature temperature = Temperature::none;
  bool vibration = false;
  std::int32_t diameter_mm = 0;  ///< 0: not stated.
  List<Text> aliases;
  Text hint;
};

/// One number of a rule, with its unit and what it rests on.
struct NumberRow {
  Text key;
  std::int32_t value = 0;
  Unit unit = Unit::none;
  Basis basis = Basis::caution;
  List<SourceIndex> sources;
};

struct Rule {
  Text id;
  Text name;
  Text summary;  ///< What it demands, in one plain sentence.
  Text reason;   ///< Why.
  Text known;    ///< What research knows about it, honestly.
  Basis basis = Basis::caution;
  List<SourceIndex> sources;
  List<NumberRow> numbers;
  List<PlaceIndex> places;  ///< A list of places the rule needs, such as where no firm ball goes.
};

/// Numbers that belong to no safety rule: timings, weights, the pressure model.
struct Setting {
  Text id;
  Text name;
  Text summary;
  List<NumberRow> numbers;
};

/// What a condition does to a plan. Several may hold together.
struct Effects {
  bool refuse = false;  ///< No plan while it is present.
  bool ask = false;     ///< Refused until a clinician has cleared it.
  bool bar_at = false;  ///< Bars the named place, its overlaps and neighbours.
  bool gentle = false;  ///< See the numbers of the screening rule.
  bool bar_ball = false;
  bool bar_stick = false;
  bool bar_textured = false;
  bool bar_firm = false;
  bool bar_temperature = false;  ///< Neither cold nor warm tools.
  bool bar_vibration = false;
  bool refer = false;                    ///< Advice to see a clinician, the plan stands.
  List<PlaceIndex> bar_places;           ///< Barred (with overlaps), both sides.
  List<Text> bar_positions;              ///< Position ids, at every support.
  std::int32_t positions_from_week = 0;  ///< bar_positions hold from this week on; 0: always.
  PlaceIndex with_pain_at;               ///< bar_places hold only with pain or injury there.
};

struct Condition {
  Text id;
  Text name;
  Text question;          ///< The line a person answers.
  Text says;              ///< What is done about it and why, plain words.
  bool needs_at = false;  ///< Place-bound: without `at` it is refused, asking where.
  Effects effects;
  Basis basis = Basis::caution;
  List<SourceIndex> sources;
};

struct RedFlag {
  Text id;
  Text name;
  Text question;  ///< One plain line of the screening list.
  Urgency urgency = Urgency::emergency;
  Text text;  ///< What to do; for emergencies with the slot {number}.
  List<SourceIndex> sources;
};

/// One factual statement of the article in our own words, with what is known about it.
struct Claim {
  Text id;
  Text text;   ///< The claim.
  Text known;  ///< What research says, with figures.
  ClaimKind kind = ClaimKind::effect;
  Grade grade = Grade::weak;
  Topic topic = Topic::what;
  PlaceIndex place;  ///< Area the claim is about, when it is about one.
  RuleIndex rule;    ///< Rule that follows from it, when one does.
  List<SourceIndex> sources;
};

/// One sentence of the article: which claims carry it, or why it states nothing.
struct Sentence {
  Text id;
  Text gist;  ///< Our own short pointer to it, not its words.
  List<ClaimIndex> claims;
  Text no_claim;  ///< Why it carries no claim; empty when it does.
};

struct Weight {
  PlaceIndex area;
  std::int32_t weight = 0;  ///< 0..100.
};

struct Activity {
  Text id;
  Text name;
  List<Text> aliases;
  List<Weight> weights;
  Text why;
  List<SourceIndex> sources;
};

struct Goal {
  GoalKind kind = GoalKind::recover;
  Text name;
  Text description;
  List<Weight> weights;
  List<SourceIndex> sources;
};

/// A dose the planner may give to one side of one area.
struct Dose {
  std::int32_t seconds = 0;
  std::int32_t response_permille = 0;  ///< Share of the full benefit; estimate.
  List<std::int32_t> stroke_sets;      ///< s; sums to `seconds`.
  List<std::int32_t> hold_sets;        ///< s; sums to `seconds`.
};

struct EmergencyNumber {
  Text number;
  Text name;               ///< Where it holds, in words.
  List<Text> territories;  ///< ISO 3166 alpha-2, upper case.
  List<SourceIndex> sources;
};

/// One sentence with {slots}, found by its key.
struct Phrase {
  Text key;
  Text text;
};

}  // namespace unknot::knowledge
