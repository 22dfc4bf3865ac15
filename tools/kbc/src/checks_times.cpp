// Durations against the step in which the planner counts time.

#include "checks.hpp"
#include "numbers_of.hpp"

namespace unknot::kbc {

namespace {

/// The planner fills a session in steps of five seconds; what is no multiple would not fit.
constexpr std::int32_t step_seconds = 5;

void check_step(const Review& review, const Int& seconds, std::string_view what) {
  if (!seconds.given() || seconds.value % step_seconds == 0) return;
  review.complaints.add(
      seconds.where, say(what, " is ", seconds.value, " s; expected a multiple of ", step_seconds,
                         ", the step in which the planner counts"));
}

void check_sets(const Review& review, const Many<Int>& sets, std::string_view name) {
  for (const auto& set : sets) check_step(review, set, say("a set of ", ticked(name)));
}

}  // namespace

void check_time_steps(const Review& review) {
  const auto& tables = review.tables;
  for (const auto& row : tables.positions) check_step(review, row.setup_seconds, "`setup_seconds`");
  for (const auto& row : tables.techniques)
    check_step(review, row.setup_seconds, "`setup_seconds`");
  for (const auto& dose : tables.doses) {
    check_step(review, dose.seconds, "a dose");
    check_sets(review, dose.stroke_sets, "stroke_sets");
    check_sets(review, dose.hold_sets, "hold_sets");
  }
  for (const auto number :
       {knowledge::Number::rest_seconds, knowledge::Number::change_tool_seconds}) {
    const auto* row = find_number(tables, number);
    if (row == nullptr) continue;
    const auto& spec = knowledge::number_specs[static_cast<std::size_t>(number)];
    check_step(review, row->value, say("the number ", title_of(spec)));
  }
}

}  // namespace unknot::kbc
