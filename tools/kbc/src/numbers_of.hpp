#pragma once
/// @file
/// Finding the numbers that the code asks for (`unknot/knowledge/numbers.hpp`) among the rows.

#include <functional>
#include <optional>

#include "schema.hpp"
#include "unknot/knowledge/numbers.hpp"

namespace unknot::kbc {

/// Calls `visit(owner id, number row)` for each number of each rule and setting.
void for_each_number(const Tables& tables,
                     const std::function<void(const Str&, const NumberRow&)>& visit);

/// The first row that gives `number`, or null.
[[nodiscard]] const NumberRow* find_number(const Tables& tables, knowledge::Number number);

/// Its value, when there is a readable one.
[[nodiscard]] std::optional<std::int32_t> number_of(const Tables& tables, knowledge::Number number);

/// `owner.key`, as messages name a number.
[[nodiscard]] std::string title_of(const knowledge::NumberSpec& spec);

}  // namespace unknot::kbc
