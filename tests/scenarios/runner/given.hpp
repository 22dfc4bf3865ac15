#pragma once
/// @file
/// What a person says, from the clauses of a scenario.

#include <vector>

#include "sheet.hpp"
#include "words.hpp"

namespace unknot::scenarios {

/// The request that `clauses` make, one after another; a later one wins where only one can hold.
/// It went through the written form, so that no scenario starts from what nobody could ask.
[[nodiscard]] Read<model::Request> request_of(const std::vector<Line>& clauses,
                                              const knowledge::Pack& pack);

/// Clauses of one cell, all on the cell's line.
[[nodiscard]] std::vector<Line> lines_of(std::string_view cell, std::size_t number);

}  // namespace unknot::scenarios
