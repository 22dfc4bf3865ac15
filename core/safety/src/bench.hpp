#pragma once
/// @file
/// The draft on the gate's bench: rules work on it in their order, one function a rule.

#include <vector>

#include "rule_switch.hpp"
#include "unknot/safety/gate.hpp"

namespace unknot::safety {

struct Work {
  model::DraftStep step;
  std::size_t index = 0;  ///< In the draft.
};

struct Bench {
  const model::Request& request;
  const knowledge::Pack& pack;
  const Envelope& envelope;
  std::vector<Work> steps;
  std::vector<Finding> findings;

  void note(const Finding& finding) { findings.push_back(finding); }
  /// Takes out the steps for which `objection` gives a finding, and notes it.
  template <class Objection>
  void drop_if(Objection objection) {
    std::vector<Work> kept;
    for (Work& work : steps) {
      if (std::optional<Finding> finding = objection(work)) {
        finding->verdict = Verdict::drop;
        finding->step = work.index;
        findings.push_back(*finding);
      } else {
        kept.push_back(std::move(work));
      }
    }
    steps = std::move(kept);
  }
  [[nodiscard]] const knowledge::Technique& technique(const Work& work) const {
    return pack[work.step.technique];
  }
  [[nodiscard]] model::Alternative choice(const Work& work) const { return way_of(work.step); }
  [[nodiscard]] std::int32_t total_seconds() const;
  /// To get ready for the step at place `i` of those that are left.
  [[nodiscard]] std::int32_t setup_seconds(std::size_t i) const;
  /// Longest that a way with this load may be rolled where `work` is: its stricter side.
  [[nodiscard]] std::int32_t most_seconds(const Work& work, const Load& load) const;
  /// Seconds on one side of one area over all steps.
  [[nodiscard]] std::int32_t planned_on(knowledge::PlaceIndex area, model::SideIndex side) const;
};

/// Shortens sets from the end until they sum to at most `most`.
void shorten_to(model::DraftStep& step, std::int32_t most);

void rule_zones(Bench& bench);
void rule_bars(Bench& bench);  // pain, conditions, after-effects, wishes, tools, bodies
void rule_ladder(Bench& bench);
void rule_levels(Bench& bench);
void rule_dose(Bench& bench);  // dose, spacing, warm-up and gentle caps, floor of 30 s
void rule_holds(Bench& bench);
void rule_pace(Bench& bench);
void rule_equal_sides(Bench& bench);
void rule_groups(Bench& bench);
void rule_budget(Bench& bench);
/// Keeps the alternatives that are lawful in the place of their step.
[[nodiscard]] std::vector<VettedAlternative> lawful_alternatives(const Bench& bench,
                                                                 const Work& work);

}  // namespace unknot::safety
