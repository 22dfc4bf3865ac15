#pragma once
/// @file
/// A plan as text for a person.

#include <string>

#include "terminal.hpp"
#include "unknot/coach/coach.hpp"

namespace unknot::cli {

/// full: how each step is done. brief: one line a step, for who knows the positions. steps: the
/// same without what is left out.
enum class Detail : std::uint8_t { full, brief, steps };

struct PlanToShow {
  const coach::Planned& planned;
  const knowledge::Pack& pack;
  const coach::Context& context;
  Detail detail = Detail::full;
};

/// The plan or the refusal, in 80 columns, without closing words.
[[nodiscard]] std::string plan_text(const PlanToShow& what, const Style& style);

/// When to stop, and what this is not: the last lines of whatever shows a plan.
[[nodiscard]] std::string closing_words(const coach::Planned& planned, const knowledge::Pack& pack,
                                        const Style& style);

}  // namespace unknot::cli
