#pragma once
/// @file
/// What is taught, in the order in which it is told.

#include <string>
#include <vector>

#include "unknot/guidance/speaker.hpp"

namespace unknot::desk {

/// Claims of a topic in the order in which the article makes them, each once.
[[nodiscard]] std::vector<knowledge::ClaimIndex> claims_of(knowledge::Topic topic,
                                                           const knowledge::Pack& pack);

/// What it is for, and what it is not for.
[[nodiscard]] std::vector<std::string> intended_use(const guidance::Speaker& speaker,
                                                    const knowledge::Pack& pack);

}  // namespace unknot::desk
