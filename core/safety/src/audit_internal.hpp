#pragma once
/// @file
/// Shared by the files of the audit and by nobody else. The audit turns the words of a document
/// into rows of the pack, asks every rule about them and collects what they answer.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "unknot/knowledge/pack.hpp"
#include "unknot/safety/audit.hpp"

namespace unknot::safety::auditing {

using knowledge::Number;
using knowledge::PlaceIndex;
using knowledge::RuleCode;
using knowledge::Unit;
using model::Side;
using model::SideIndex;

using Breaches = std::vector<Breach>;
using BothSides = std::array<bool, model::side_count>;

/// A way of rolling. What the document names but nobody knows stays unset.
struct Way {
  const knowledge::Technique* technique = nullptr;
  const model::Tool* tool = nullptr;
  const knowledge::Variant* variant = nullptr;

  [[nodiscard]] bool known() const {
    return technique != nullptr && tool != nullptr && variant != nullptr;
  }
};

/// A way on one area and side for some time: a step's own, an alternative's, or one that could be
/// offered. Judged alike, so that no alternative escapes what binds its step.
struct Candidate {
  std::optional<std::size_t> step;  ///< Unset: not in the document.
  PlaceIndex area;                  ///< Unset: what the document names is no area.
  Side side = Side::both;
  Way way;
  std::int64_t seconds = 0;
  std::optional<std::int32_t> level_high;  ///< Unset: nothing said.
};

struct Step {
  const model::StepDocument* words = nullptr;
  Candidate own;
};

/// Which areas must not be rolled on which side, and by which rules.
class Bars {
 public:
  explicit Bars(std::size_t places) : rules_(places) {}
  void add(PlaceIndex area, SideIndex side, RuleCode rule);
  [[nodiscard]] bool has(PlaceIndex area, SideIndex side, RuleCode rule) const;
  [[nodiscard]] bool any(PlaceIndex area, SideIndex side) const;

 private:
  std::vector<std::array<std::uint32_t, model::side_count>> rules_;
};

/// All that is judged, and what follows from the request alone.
struct Case {
  const model::PlanDocument& plan;
  const model::Request& request;
  const knowledge::Pack& pack;
  AuditMode mode;
  Bars bars;
  std::optional<RuleCode> gentle;  ///< The rule that makes everything gentle.
  std::vector<Step> steps{};

  [[nodiscard]] bool planned() const { return mode == AuditMode::planned; }
  [[nodiscard]] std::int32_t number(Number n) const { return pack.number(n); }
};

/// A number of a breach beside its limit; unset when the breach is about no number.
struct Measure {
  model::Quantity asked;
  model::Quantity limit;
};

[[nodiscard]] Measure measure(std::int64_t asked, std::int64_t limit, Unit unit);
[[nodiscard]] Breach about_plan(RuleCode rule, std::string_view at, Measure m = {});
[[nodiscard]] Breach about_step(RuleCode rule, const Candidate& c, std::string_view at,
                                Measure m = {});

// Looking things up (audit_lookup.cpp).

/// Whether something said of `side` of `at` concerns `index`; a place without sides is one whole.
[[nodiscard]] bool touches(const knowledge::Pack& pack, PlaceIndex at, Side side, SideIndex index);
/// The areas meant by naming `at`: itself, or what a zone or region covers.
[[nodiscard]] std::vector<PlaceIndex> named_areas(const knowledge::Pack& pack, PlaceIndex at);
/// The areas next to `at`: its neighbours, or what lies around a zone or region.
[[nodiscard]] knowledge::List<PlaceIndex> areas_around(const knowledge::Pack& pack, PlaceIndex at);
/// Whether two different areas share a muscle.
[[nodiscard]] bool overlapping(const knowledge::Pack& pack, PlaceIndex a, PlaceIndex b);
[[nodiscard]] bool listed(knowledge::List<PlaceIndex> places, PlaceIndex place);
[[nodiscard]] knowledge::List<PlaceIndex> places_of(const knowledge::Pack& pack, RuleCode rule);
[[nodiscard]] const knowledge::Effects* effects_of(const knowledge::Pack& pack,
                                                   const model::ConditionEntry& entry);
/// The steps with their words looked up; in rolled mode without those of which nothing was done.
[[nodiscard]] std::vector<Step> steps_of(const Case& c);
/// What an alternative would be on its step's area, side and dose.
[[nodiscard]] Candidate alternative_of(const Case& c, const Step& step,
                                       const model::AlternativeDocument& words);
/// Step of the ladder, 1..4.
[[nodiscard]] std::int32_t rung_of(const model::Tool& tool);
/// Pressure index 1..10.
[[nodiscard]] std::int32_t intensity_of(const Case& c, const Way& way);

// What follows from the person (audit_person.cpp).
[[nodiscard]] Bars bars_of(const model::Request& request, const knowledge::Pack& pack);
[[nodiscard]] std::optional<RuleCode> gentle_by(const model::Request& request,
                                                const knowledge::Pack& pack);
/// Over the age of the rule, or slow to the floor and back.
[[nodiscard]] bool slow_body(const Case& c);
/// Longest the whole session may take, s; below 0 when it should have begun already.
[[nodiscard]] std::int64_t time_limit(const Case& c);
/// Set-ups, sets and the rests between the sets of a step (audit_form.cpp).
[[nodiscard]] std::int64_t total_seconds(const Case& c);
/// Nothing left to give some muscle of `area` on `side`, because of what was rolled before
/// (audit_dose.cpp).
[[nodiscard]] bool exhausted(const Case& c, PlaceIndex area, SideIndex side);

// The rules. Each adds what it finds to `out`.
void judge_outcome(const Case& c, Breaches& out);  // audit_form.cpp
void judge_words(const Case& c, const Step& step, Breaches& out);
void judge_sums(const Case& c, Breaches& out);
void judge_person(const Case& c, Breaches& out);  // audit_session.cpp
void judge_budget(const Case& c, Breaches& out);
void judge_advice(const Case& c, Breaches& out);
void judge_groups(const Case& c, Breaches& out);
void judge_way(const Case& c, const Candidate& way, Breaches& out);  // audit_way.cpp
void judge_setup(const Case& c, Breaches& out);
void judge_ladder(const Case& c, const Candidate& way, Breaches& out);  // audit_ladder.cpp
void judge_target(const Case& c, const Step& step, Breaches& out);
void judge_holds(const Case& c, const Step& step, Breaches& out);  // audit_dose.cpp
void judge_pace(const Case& c, const Step& step, Breaches& out);
/// Whether anything was said of one side alone, which is a reason to roll the sides unequally.
[[nodiscard]] bool said_of_one_side(const Case& c);
void judge_doses(const Case& c, Breaches& out);
void judge_sides(const Case& c, Breaches& out);
void judge_offers(const Case& c, Breaches& out);  // audit_offer.cpp

}  // namespace unknot::safety::auditing
