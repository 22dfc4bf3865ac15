#pragma once
/// @file
/// Every sentence that a voice can be asked to say in one language: what must be there as a clip.
/// Slots are finite on purpose: numbers, sides, tools by kind, never a person's own words.

#include <string>
#include <vector>

#include "unknot/knowledge/pack.hpp"

namespace unknot::guidance {

/// Sorted, each once. A few thousand. The greeting by name is the one sentence left out.
/// @param language  One of the pack's; another id falls back to English.
[[nodiscard]] std::vector<std::string> inventory(const knowledge::Pack& pack,
                                                 std::string_view language);

}  // namespace unknot::guidance
