#pragma once
/// @file
/// What the reader of a journal accepts: lengths and ranges. kbc writes the JSON Schema from it.

#include <cstddef>

#include "unknot/model/limits.hpp"

namespace unknot::journal::limits {

using model::Range;

inline constexpr std::size_t document_bytes = std::size_t{1} << 28;  ///< Of a whole document.
inline constexpr std::size_t data_bytes = std::size_t{1} << 20;      ///< Of one record's data.
inline constexpr std::size_t name_length = 40;      ///< characters of a person's name
inline constexpr std::size_t word_length = 100;     ///< characters of an id or word
inline constexpr std::size_t note_length = 4000;    ///< characters of a note
inline constexpr std::size_t language_length = 35;  ///< characters of a BCP 47 tag
inline constexpr std::size_t sets_listed = model::limits::sets_read;
inline constexpr Range rolled_seconds{1, 21600};                        ///< s of one piece
inline constexpr Range session_seconds{0, 86400};                       ///< s of all of a session
inline constexpr Range moment_ms{-9007199254740991, 9007199254740991};  ///< what JSON is exact in

}  // namespace unknot::journal::limits
