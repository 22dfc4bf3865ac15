#pragma once
/// @file
/// The teaching of the pack as text: claims with grade and sources, places, rules, conditions,
/// techniques, and what the product is for.

#include <optional>
#include <string>

#include "terminal.hpp"
#include "unknot/knowledge/pack.hpp"

namespace unknot::cli {

/// What Unknot is for, what it is not, and what there is to read.
[[nodiscard]] std::string intended_use(const knowledge::Pack& pack, const Style& style);

/// What the pack teaches about a topic or an id; nothing when it is neither.
[[nodiscard]] std::optional<std::string> lesson(std::string_view about, const knowledge::Pack& pack,
                                                const Style& style, std::string_view language);

}  // namespace unknot::cli
