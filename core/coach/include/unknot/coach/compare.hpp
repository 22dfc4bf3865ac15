#pragma once
/// @file
/// Two requests beside each other: what they ask differently and what the plans do differently.

#include "unknot/base/json.hpp"
#include "unknot/coach/coach.hpp"
#include "unknot/model/difference.hpp"

namespace unknot::coach {

/// A field of the two requests as understood. Of lists, the entries that only one of them has.
struct FieldDifference {
  std::string field;  ///< Path such as `person.age`.
  base::Json a;
  base::Json b;
};

/// What left a place out, in one plan.
struct LeftOutWhy {
  std::string rule;
  std::string says;
};

/// A place that one plan leaves out and the other does not, or not by the same rule.
struct LeftOutDifference {
  knowledge::PlaceIndex at;
  std::string side;
  std::optional<LeftOutWhy> a;
  std::optional<LeftOutWhy> b;
};

struct Compared {
  Planned a;
  Planned b;
  std::vector<FieldDifference> request;     ///< In the order of the format.
  std::vector<model::Difference> areas;     ///< From a to b.
  std::vector<LeftOutDifference> left_out;  ///< In the order of a, then of b.
  std::vector<std::string> advice_a;        ///< Sentences that only a gives.
  std::vector<std::string> advice_b;
  std::string json;  ///< `unknot/comparison@1`

  /// Both have a plan that rolls the same, or both have none.
  [[nodiscard]] bool same_plan() const {
    return areas.empty() && a.answer.plan.has_value() == b.answer.plan.has_value();
  }
};

/// Plans for two requests in JSON and compares.
/// @error  Those of read_request; the field begins with `a.` or `b.`, or is `a` or `b`.
[[nodiscard]] base::Result<Compared> compare(std::string_view request_a, std::string_view request_b,
                                             const knowledge::Pack& pack, const Context& context);

}  // namespace unknot::coach
