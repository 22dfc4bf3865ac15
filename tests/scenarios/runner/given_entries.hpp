#pragma once
/// @file
/// Clauses that add an entry to a list of the request. Each answers a complaint, empty when the
/// clause was understood.

#include "words.hpp"

namespace unknot::scenarios {

/// `kit blue = roller soft smooth cold vibrating`
[[nodiscard]] std::string give_tool(Words& words, model::Request& request);
/// `feel hamstrings/left pain 5`
[[nodiscard]] std::string give_feel(Words& words, model::Request& request,
                                    const knowledge::Pack& pack);
/// `want calves`, `avoid adductors/left`
[[nodiscard]] std::string give_wish(Words& words, std::vector<model::Wish>& wishes,
                                    const knowledge::Pack& pack);
/// `condition pregnancy weeks 20 cleared 2026-11-01`, `condition fracture at shin/left`
[[nodiscard]] std::string give_condition(Words& words, model::Request& request,
                                         const knowledge::Pack& pack);
/// `flag clot_signs`
[[nodiscard]] std::string give_flag(Words& words, model::Request& request,
                                    const knowledge::Pack& pack);
/// `history hamstrings/left rung 1 clean 3 levels 3 4 ? after bruise gone seconds_6h 60`
[[nodiscard]] std::string give_history(Words& words, model::Request& request,
                                       const knowledge::Pack& pack);

}  // namespace unknot::scenarios
