#include "grid.hpp"

namespace unknot::scope {

namespace {

/// 2026-11-22T08:00:00Z: an ordinary adult, screened a minute ago, with time and room.
model::Request ordinary() {
  model::Request request;
  request.now = {1795334400, 0};
  request.minutes = 10;
  request.at = {knowledge::Support::floor, knowledge::Support::wall};
  request.red_flags = {true, base::Instant{request.now.seconds - 60, 0}, {}};
  using namespace knowledge;
  request.tools = {{"roller", ToolKind::roller, Density::soft, Surface::smooth, {}, {}, false},
                   {"ball", ToolKind::ball, Density::soft, Surface::smooth, {}, {}, false}};
  return request;
}

/// The digits of `index`, the last dimension turning fastest.
std::vector<std::size_t> digits_of(const std::vector<Dimension>& dimensions, std::size_t index) {
  std::vector<std::size_t> digits(dimensions.size());
  for (std::size_t d = dimensions.size(); d-- > 0;) {
    digits[d] = index % dimensions[d].choices.size();
    index /= dimensions[d].choices.size();
  }
  return digits;
}

}  // namespace

std::size_t Product::size() const {
  std::size_t size = 1;
  for (const Dimension& dimension : dimensions) size *= dimension.choices.size();
  return size;
}

model::Request Product::request(std::size_t index) const {
  model::Request request = ordinary();
  const auto digits = digits_of(dimensions, index);
  for (std::size_t d = 0; d < digits.size(); ++d) {
    dimensions[d].choices[digits[d]].apply(request);
  }
  return request;
}

std::string Product::told(std::size_t index) const {
  const auto digits = digits_of(dimensions, index);
  std::string out = name + ':';
  for (std::size_t d = 0; d < digits.size(); ++d) {
    out += (d == 0 ? " " : ", ") + dimensions[d].name + ' ' + dimensions[d].choices[digits[d]].name;
  }
  return out;
}

std::vector<Product> grid_of(const knowledge::Pack& pack) {
  return {
      // All dimensions at once, each coarsely: what one rule leaves open meets every other one.
      {"everything",
       {experiences(), goals(), times(), reach(), ages(pack), few_tool_sets(), few_complaints(pack),
        few_conditions(pack), few_histories(pack)}},
      // Who, where and with what, finely.
      {"who",
       {experiences(), goals(), few_times(), supports(), transfers(), ages(pack), tool_sets()}},
      // Each place there is, each kind and level of complaint.
      {"complaints",
       {complaint_places(pack), complaint_kinds(), complaint_levels(), complaint_sides(),
        experiences(), few_tool_sets()}},
      // Each condition with all that a condition can say.
      {"conditions",
       {conditions(pack), condition_places(pack), clearances(), weeks(), few_times(),
        few_tool_sets(), few_complaints(pack)}},
      // What was rolled before, area by area, on each step of the ladder.
      {"history",
       {history_areas(pack), histories(pack), complaint_sides(), rungs(), experiences(),
        few_tool_sets()}},
      {"screening", {screenings(pack), signs(pack), ages(pack), few_complaints(pack)}},
      {"wishes", {wishes(pack), complaint_sides(), activities(pack), times()}},
  };
}

}  // namespace unknot::scope
