#pragma once
/// @file
/// What a scenario can say of a planned session, in the columns `has` and `without`:
///   hamstrings | hamstrings/left | hamstrings_roller_floor | wall | roller | blue | lighter | hold
///   only wall                     every step is so
///   any of glutes piriformis      at least one of them is in the plan
///   equal_sides                   left and right of every area get the same seconds
///   total <= 600 | muscle <= 90   see measures.hpp
///   advice move_after_rolling [at PLACE/SIDE] [2 min]
///   left_out low_back [never_zones]

#include "unknot/planner/planner.hpp"
#include "words.hpp"

namespace unknot::scenarios {

/// An answer and what it answers.
struct Answered {
  const model::Request& request;
  const knowledge::Pack& pack;
  const planner::Answer& answer;

  [[nodiscard]] std::span<const safety::VettedStep> steps() const {
    return answer.plan ? answer.plan->steps() : std::span<const safety::VettedStep>{};
  }
};

/// Whether `fact` holds, or why it cannot be read.
[[nodiscard]] Read<bool> fact_holds(std::string_view fact, const Answered& answered);

/// The plan in a few words, for a complaint.
[[nodiscard]] std::string shown_plan(const Answered& answered);

}  // namespace unknot::scenarios
