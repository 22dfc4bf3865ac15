// Rules against the code that applies them, and the doses against the rules.

#include <algorithm>
#include <map>
#include <numeric>

#include "checks.hpp"
#include "numbers_of.hpp"
#include "unknot/knowledge/rule_code.hpp"

namespace unknot::kbc {

namespace {

using knowledge::Number;
using knowledge::RuleCode;

/// Rules that speak of places and would do nothing without them.
constexpr RuleCode rules_of_places[] = {RuleCode::around_the_pain, RuleCode::never_zones,
                                        RuleCode::refer};

const RuleRow* find_rule(const Tables& tables, std::string_view id) {
  const auto row =
      std::ranges::find(tables.rules, id, [](const RuleRow& rule) { return rule.id.value; });
  return row == tables.rules.end() ? nullptr : &*row;
}

std::int64_t sum_of(const Many<Int>& list) {
  return std::accumulate(list.begin(), list.end(), std::int64_t{0},
                         [](std::int64_t sum, const Int& item) { return sum + item.value; });
}

void check_sum(const Review& review, const DoseRow& dose, const Many<Int>& sets,
               std::string_view name) {
  if (!sets.given() || !dose.seconds.given() || sum_of(sets) == dose.seconds.value) return;
  review.complaints.add(sets.where, say(ticked(name), " sums to ", sum_of(sets), "; expected ",
                                        dose.seconds.value, ", the `seconds` of the dose"));
}

void check_dose_range(const Review& review, const Int& seconds) {
  const auto least = number_of(review.tables, Number::dose_min_seconds);
  const auto most = number_of(review.tables, Number::dose_max_seconds);
  if (!seconds.given() || !least || !most) return;
  if (seconds.value >= *least && seconds.value <= *most) return;
  review.complaints.add(seconds.where, say("a dose of ", seconds.value, " s; the rule ",
                                           "`dose_range` allows ", *least, " to ", *most));
}

void check_hold_sets(const Review& review, const DoseRow& dose) {
  const auto most = number_of(review.tables, Number::hold_max_seconds);
  for (const auto& set : dose.hold_sets) {
    if (!most || set.value <= *most) continue;
    review.complaints.add(set.where, say("a hold of ", set.value,
                                         " s; the rule `spot_hold` allows ", "at most ", *most));
  }
}

}  // namespace

void check_rules_known(const Review& review) {
  for (const auto& rule : review.tables.rules) {
    if (!rule.id.given() || knowledge::parse_enum<RuleCode>(rule.id.value)) continue;
    review.complaints.add(rule.id.where,
                          say("no code applies the rule ", ticked(rule.id.value),
                              suggestion(rule.id.value, choices_of<RuleCode>().names)));
  }
  for (const auto& code : knowledge::EnumNames<RuleCode>::all) {
    if (find_rule(review.tables, code.name) != nullptr) continue;
    review.complaints.add({}, say("there is no [[rule]] ", ticked(code.name)));
  }
}

void check_rule_order(const Review& review) {
  std::map<std::int32_t, const RuleRow*> seen;
  for (const auto& rule : review.tables.rules) {
    if (!rule.order.given()) continue;
    const auto [first, is_new] = seen.emplace(rule.order.value, &rule);
    if (is_new) continue;
    review.complaints.add(rule.order.where,
                          say("`order` is ", rule.order.value, ", which the rule ",
                              ticked(first->second->id.value), " has already"));
  }
  const RuleRow* before = nullptr;
  for (const auto& code : knowledge::EnumNames<RuleCode>::all) {
    const auto* rule = find_rule(review.tables, code.name);
    if (rule == nullptr || !rule->order.given()) continue;
    if (before != nullptr && rule->order.value < before->order.value) {
      review.complaints.add(
          rule->order.where,
          say("`order` is ", rule->order.value, "; expected more than the ", before->order.value,
              " of ", ticked(before->id.value), ", which the code applies before"));
    }
    before = rule;
  }
}

void check_rule_places(const Review& review) {
  for (const auto code : rules_of_places) {
    const auto* rule = find_rule(review.tables, knowledge::name_of(code));
    // A list that is there but empty was refused when it was read.
    if (rule == nullptr || rule->places.given()) continue;
    review.complaints.add(rule->where, say("the rule ", ticked(rule->id.value),
                                           " has no `places`; the code that applies it asks for "
                                           "at least one"));
  }
}

void check_doses(const Review& review) {
  if (review.tables.doses.empty()) review.complaints.add({}, "there is no [[dose]]");
  for (const auto& dose : review.tables.doses) {
    check_dose_range(review, dose.seconds);
    check_sum(review, dose, dose.stroke_sets, "stroke_sets");
    check_sum(review, dose, dose.hold_sets, "hold_sets");
    check_hold_sets(review, dose);
  }
}

}  // namespace unknot::kbc
