#pragma once
/// @file
/// Small pieces of words that several verbs use.

#include "unknot/guidance/log_words.hpp"
#include "unknot/guidance/speaker.hpp"

namespace unknot::desk {

/// "left", "both sides"; nothing in the middle, where the name says it all.
[[nodiscard]] std::string side_words(const guidance::Speaker& speaker, model::Side side);

/// "left calf", "both calves": the place in gender and number of the language.
[[nodiscard]] std::string where_words(const guidance::Wording& wording, knowledge::PlaceIndex place,
                                      model::Side side);

/// "today", "yesterday", "3 days ago".
[[nodiscard]] std::string day_words(const guidance::Speaker& speaker, base::Instant then,
                                    base::Instant now);

/// The first letter as a capital, of the letters that European languages begin with.
[[nodiscard]] std::string capital(std::string text);
/// All letters small, the accented ones of Latin-1 too.
[[nodiscard]] std::string lower(std::string_view text);

}  // namespace unknot::desk
