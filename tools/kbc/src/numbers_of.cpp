#include "numbers_of.hpp"

namespace unknot::kbc {

void for_each_number(const Tables& tables,
                     const std::function<void(const Str&, const NumberRow&)>& visit) {
  for (const auto& rule : tables.rules) {
    for (const auto& number : rule.numbers) visit(rule.id, number);
  }
  for (const auto& setting : tables.settings) {
    for (const auto& number : setting.numbers) visit(setting.id, number);
  }
}

const NumberRow* find_number(const Tables& tables, knowledge::Number number) {
  const auto& spec = knowledge::number_specs[static_cast<std::size_t>(number)];
  const NumberRow* found = nullptr;
  for_each_number(tables, [&](const Str& owner, const NumberRow& row) {
    if (found == nullptr && owner.value == spec.owner && row.key.value == spec.key) found = &row;
  });
  return found;
}

std::optional<std::int32_t> number_of(const Tables& tables, knowledge::Number number) {
  const auto* row = find_number(tables, number);
  if (row == nullptr || !row->value.given()) return std::nullopt;
  return row->value.value;
}

std::string title_of(const knowledge::NumberSpec& spec) {
  return ticked(say(spec.owner, ".", spec.key));
}

}  // namespace unknot::kbc
