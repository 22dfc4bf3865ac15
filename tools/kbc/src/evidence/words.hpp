#pragma once
/// @file
/// Grades, units and other enumerators in the words of the evidence pages.

#include <string>

#include "rows.hpp"
#include "unknot/knowledge/grade_words.hpp"

namespace unknot::kbc::evidence {

using knowledge::words_of;  // Of a grade.
[[nodiscard]] std::string_view meaning_of(knowledge::Grade grade);
[[nodiscard]] std::string_view words_of(knowledge::Verified verified);
[[nodiscard]] std::string_view meaning_of(knowledge::Verified verified);
/// What a rule or number rests on; the honest mark where that is nobody but us.
[[nodiscard]] std::string_view words_of(knowledge::Basis basis);
[[nodiscard]] std::string_view words_of(knowledge::Urgency urgency);

/// "90 seconds", "4 of 10", "2".
[[nodiscard]] std::string quantity(std::int32_t value, knowledge::Unit unit);
/// Thousandths as per cent: 250 -> "25 %", 1 -> "0.1 %".
[[nodiscard]] std::string percent_of(std::int32_t permille);

/// The text as Markdown that shows just its characters.
[[nodiscard]] std::string escaped(std::string_view text);
[[nodiscard]] std::string capital(std::string_view text);

}  // namespace unknot::kbc::evidence
