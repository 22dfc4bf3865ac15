#pragma once
/// @file
/// The words in which the log is spoken of on a command line: a place with a side, a length, a
/// time, the short form of an id.

#include <string>
#include <string_view>
#include <vector>

#include "unknot/desk/outlook.hpp"
#include "unknot/journal/record.hpp"
#include "unknot/knowledge/pack.hpp"
#include "unknot/model/request.hpp"

namespace unknot::cli {

struct AreaSide {
  knowledge::PlaceIndex area;
  model::Side side = model::Side::both;
};

/// AREA[/SIDE]; `both` when an area with sides is named without one.
/// @param field  What an error calls it.
/// @error id_unknown, field_type  An area that can be rolled, a side that it has.
[[nodiscard]] base::Result<AreaSide> area_of_word(std::string_view word, std::string_view field,
                                                  const knowledge::Pack& pack);

/// `60`, `60s`, `1m30s`, `2min`, in the range of a piece of rolling.
[[nodiscard]] base::Result<std::int32_t> seconds_of_word(std::string_view word,
                                                         std::string_view field);

/// 0..10.
[[nodiscard]] base::Result<std::int32_t> level_of_word(std::string_view word,
                                                       std::string_view field);

/// RFC 3339, or a time here without an offset; the past and now alone.
[[nodiscard]] base::Result<base::Instant> past_of_word(std::string_view word,
                                                       std::string_view field, base::Instant now);

/// A record by its id, or by the beginning or end of it.
inline constexpr std::size_t least_id = 4;  ///< characters of a shortened id
[[nodiscard]] base::Result<std::string> id_of_word(std::string_view word,
                                                   const std::vector<std::string>& ids);
/// The same; one that counts no more is said to be so.
[[nodiscard]] base::Result<std::string> id_of_word(std::string_view word,
                                                   const std::vector<std::string>& ids,
                                                   const std::vector<std::string>& removed);

/// The last characters of an id: those that chance made.
[[nodiscard]] std::string short_id(std::string_view id);

using desk::clock_words;

/// "left", "both sides"
[[nodiscard]] std::string side_words(model::Side side);

/// "calves left", "calves both sides"
[[nodiscard]] std::string area_words(knowledge::PlaceIndex area, model::Side side,
                                     const knowledge::Pack& pack);

}  // namespace unknot::cli
