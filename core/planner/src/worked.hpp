#pragma once
/// @file
/// One request, worked out: shared by what plans and what explains, so that both speak of the very
/// same search.

#include "report.hpp"

namespace unknot::planner {

struct Worked {
  Worked(const model::Request& request, const knowledge::Pack& pack);
  // `best` points into `menu`.
  Worked(const Worked&) = delete;
  Worked& operator=(const Worked&) = delete;

  safety::Envelope envelope;
  std::vector<Need> needs;
  Menu menu;
  Best best;
};

/// The plan, passed through the gate, or the refusal.
[[nodiscard]] Answer answer_of(const Outcome& outcome, const std::vector<Need>& needs);

}  // namespace unknot::planner
