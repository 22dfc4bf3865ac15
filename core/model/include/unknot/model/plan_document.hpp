#pragma once
/// @file
/// `unknot/plan@1` as somebody handed it over: read leniently, trusted in nothing. It keeps words
/// where a checked plan has indices, so that a plan naming the low back can be judged and not
/// merely called unreadable.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "unknot/base/json.hpp"
#include "unknot/base/result.hpp"
#include "unknot/model/request.hpp"

namespace unknot::model {

inline constexpr std::string_view plan_format = "unknot/plan@1";

struct AlternativeDocument {
  std::string technique;
  std::string tool;
  std::string variant;
  std::optional<std::int32_t> rung;
  std::optional<std::int32_t> intensity;
};

struct StepDocument {
  std::string area;
  std::string side;
  std::string technique;
  std::string motion;
  std::string tool;
  std::string place;
  std::string position;
  std::string variant;
  std::optional<std::int32_t> rung;
  std::optional<std::int32_t> intensity;
  std::int32_t setup_seconds = 0;
  std::vector<std::int32_t> sets;
  std::int32_t rest_seconds = 0;
  std::int32_t seconds = 0;
  std::optional<std::int32_t> seconds_per_pass;
  std::optional<std::int32_t> level_low;
  std::optional<std::int32_t> level_high;
  std::vector<AlternativeDocument> alternatives;
};

struct PlanDocument {
  std::string id;
  std::optional<base::Instant> made;
  std::string knowledge;  ///< Pack hash it was made with.
  std::string outcome;    ///< plan | refused
  std::int32_t total_seconds = 0;
  std::vector<StepDocument> steps;
  std::vector<std::string> advice_rules;  ///< Rule of each piece of advice.
  bool has_refusal = false;
  bool has_urgent = false;         ///< It carries an urgent text.
  std::optional<Request> request;  ///< The request inside the file, when it has one.
};

/// Reads a plan. Unknown fields are kept out and ignored; unknown words in known fields are kept
/// for the audit to judge. The request inside is read as strictly as any request.
/// @error format_unknown, field_missing, field_type, out_of_range (a number that cannot be a
///        duration at all, or more than limits.hpp reads), and those of read_request with the path
///        `request.`.
[[nodiscard]] base::Result<PlanDocument> read_plan(std::string_view text,
                                                   const knowledge::Pack& pack,
                                                   base::Instant clock);

}  // namespace unknot::model
