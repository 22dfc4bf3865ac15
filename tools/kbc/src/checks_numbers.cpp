// The numbers of rules and settings against what the code asks for.

#include <map>

#include "checks.hpp"
#include "numbers_of.hpp"

namespace unknot::kbc {

namespace {

using knowledge::Number;

const knowledge::NumberSpec* find_spec(std::string_view owner, std::string_view key) {
  for (const auto& spec : knowledge::number_specs) {
    if (spec.owner == owner && spec.key == key) return &spec;
  }
  return nullptr;
}

std::vector<std::string_view> keys_of(std::string_view owner) {
  std::vector<std::string_view> keys;
  for (const auto& spec : knowledge::number_specs) {
    if (spec.owner == owner) keys.push_back(spec.key);
  }
  return keys;
}

void check_against(const Review& review, const NumberRow& row, const knowledge::NumberSpec& spec) {
  if (row.unit.given() && row.unit.value != spec.unit) {
    review.complaints.add(row.unit.where,
                          say("the number ", title_of(spec), " has the unit ",
                              ticked(knowledge::name_of(row.unit.value)), "; expected ",
                              ticked(knowledge::name_of(spec.unit))));
  }
  const auto value = row.value.value;
  if (row.value.given() && (value < spec.least || value > spec.most)) {
    review.complaints.add(row.value.where, say("the number ", title_of(spec), " is ", value,
                                               "; expected ", spec.least, " to ", spec.most));
  }
}

Where where_of_owner(const Tables& tables, std::string_view id) {
  for (const auto& rule : tables.rules) {
    if (rule.id.value == id) return rule.where;
  }
  for (const auto& setting : tables.settings) {
    if (setting.id.value == id) return setting.where;
  }
  return {};
}

/// Numbers of which the first may not exceed the second; else no plan could satisfy both.
struct Ordered {
  Number low;
  Number high;
};
constexpr Ordered ordered_numbers[] = {
    {Number::dose_min_seconds, Number::dose_max_seconds},
    {Number::dose_min_seconds, Number::warm_up_max_seconds},
    {Number::dose_min_seconds, Number::gentle_seconds_max},
    {Number::dose_min_seconds, Number::new_third_seconds_max},
    {Number::warm_up_max_seconds, Number::dose_max_seconds},
    {Number::gentle_seconds_max, Number::dose_max_seconds},
    {Number::new_third_seconds_max, Number::dose_max_seconds},
    {Number::pace_min_seconds, Number::pace_new_min_seconds},
    {Number::pace_min_seconds, Number::pace_default_seconds},
    {Number::pace_default_seconds, Number::pace_max_seconds},
    {Number::pace_new_min_seconds, Number::pace_new_default_seconds},
    {Number::pace_new_default_seconds, Number::pace_max_seconds},
    {Number::new_intensity_max, Number::intensity_ceiling},
    {Number::regular_intensity_max, Number::intensity_ceiling},
    {Number::seasoned_intensity_max, Number::intensity_ceiling},
    {Number::min_age, Number::adult_age},
    {Number::adult_age, Number::old_age_above},
    {Number::level_target_low, Number::level_target_high},
    {Number::level_target_gentle_low, Number::gentle_level_max},
};

}  // namespace

void check_numbers_known(const Review& review) {
  std::map<std::string, Where> seen;
  for_each_number(review.tables, [&](const Str& owner, const NumberRow& row) {
    if (!row.key.given()) return;
    const auto* spec = find_spec(owner.value, row.key.value);
    const auto title = ticked(say(owner.value, ".", row.key.value));
    if (spec == nullptr) {
      review.complaints.add(row.key.where, say("no code asks for the number ", title,
                                               suggestion(row.key.value, keys_of(owner.value))));
      return;
    }
    const auto [first, is_new] = seen.emplace(title, row.key.where);
    if (!is_new) {
      review.complaints.add(row.key.where, say("the number ", title, " is repeated; it stands at ",
                                               review.complaints.shown(first->second)));
    }
    check_against(review, row, *spec);
  });
}

void check_numbers_present(const Review& review) {
  for (std::size_t i = 0; i < knowledge::number_count; ++i) {
    if (find_number(review.tables, static_cast<Number>(i)) != nullptr) continue;
    const auto& spec = knowledge::number_specs[i];
    review.complaints.add(where_of_owner(review.tables, spec.owner),
                          say("the number ", title_of(spec), " is missing; expected ", spec.least,
                              " to ", spec.most, ", unit ", ticked(knowledge::name_of(spec.unit))));
  }
}

void check_numbers_agree(const Review& review) {
  for (const auto& [low, high] : ordered_numbers) {
    const auto least = number_of(review.tables, low);
    const auto most = number_of(review.tables, high);
    if (!least || !most || *least <= *most) continue;
    const auto title = [](Number n) {
      return title_of(knowledge::number_specs[static_cast<std::size_t>(n)]);
    };
    review.complaints.add(find_number(review.tables, low)->value.where,
                          say("the number ", title(low), " is ", *least, "; expected at most the ",
                              *most, " of ", title(high)));
  }
}

}  // namespace unknot::kbc
