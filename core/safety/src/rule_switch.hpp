#pragma once
/// @file
/// In every shipped build all rules hold, and `on` is the constant true. The tests build safety a
/// second time with UNKNOT_SWITCHABLE_RULES, to show that without any one rule a table fails.

#include <optional>

#include "unknot/knowledge/rule_code.hpp"

namespace unknot::safety {

#ifdef UNKNOT_SWITCHABLE_RULES
/// The rule that is switched off, for tests alone.
inline std::optional<knowledge::RuleCode> rule_off;
[[nodiscard]] inline bool on(knowledge::RuleCode rule) { return rule_off != rule; }
#else
[[nodiscard]] constexpr bool on(knowledge::RuleCode) { return true; }
#endif

}  // namespace unknot::safety
