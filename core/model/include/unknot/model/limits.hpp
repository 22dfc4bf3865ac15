#pragma once
/// @file
/// What the readers of requests and plans accept: ranges of numbers, lengths of texts and lists.
/// The one table of them. The readers refuse by it and kbc writes the JSON Schemas of
/// docs/formats/schema from it, so that a document and its schema cannot disagree.
///
/// These bound what can be said at all, far beyond any person; what is safe is said by the rules.

#include <cstddef>
#include <cstdint>

namespace unknot::model {

/// Both ends included.
struct Range {
  std::int64_t least = 0;
  std::int64_t most = 0;
};

namespace limits {

// unknot/request@1
inline constexpr Range starts_in_minutes{0, 10080};  ///< min, a week
inline constexpr Range age{0, 120};                  ///< years
inline constexpr Range height_tenths_cm{500, 2500};  ///< 1/10 cm
inline constexpr Range mass_hectograms{200, 4000};   ///< 1/10 kg
inline constexpr Range minutes{1, 600};              ///< min
inline constexpr Range level{0, 10};                 ///< 0 nothing, 10 unbearable
inline constexpr Range weeks{0, 45};                 ///< of a pregnancy
inline constexpr Range diameter_tenths_cm{10, 600};  ///< 1/10 cm
inline constexpr Range rung{1, 4};                   ///< of the tool ladder
inline constexpr Range clean_sessions{0, 100000};    ///< sessions
inline constexpr Range seconds_6h{0, 21600};         ///< s
inline constexpr Range times_24h{0, 1000};           ///< sessions

inline constexpr std::size_t id_length = 64;        ///< bytes of an id of the catalogue
inline constexpr std::size_t tool_id_length = 40;   ///< characters of the person's own name
inline constexpr std::size_t why_length = 40;       ///< characters of a reason to avoid a place
inline constexpr std::size_t list_length = 200;     ///< feelings, wishes, conditions, history
inline constexpr std::size_t places_to_be = 4;      ///< floor, wall, chair, bed
inline constexpr std::size_t tools_listed = 40;     ///< tools of one person
inline constexpr std::size_t last_levels_kept = 3;  ///< levels of one history entry

// unknot/plan@1
inline constexpr Range intensity{1, 10};              ///< points of the pressure index
inline constexpr std::size_t steps_read = 200;        ///< most steps a document may have
inline constexpr std::size_t sets_read = 100;         ///< most sets of a step
inline constexpr std::size_t alternatives_read = 64;  ///< most alternatives of a step
inline constexpr std::size_t advice_read = 200;       ///< most pieces of advice
inline constexpr std::size_t word_length = 100;       ///< characters of an id or word
inline constexpr std::size_t urgent_length = 10000;   ///< characters of the urgent text

// unknot/session@1
inline constexpr Range ready_percent{100, 200};       ///< percent of the planned set-up
inline constexpr Range time_left_every{0, 600};       ///< s between two calls; 0: never
inline constexpr std::size_t session_events = 20000;  ///< events of one call: hours of ticking
inline constexpr Range moment_ms{-9007199254740991,   ///< ms on a host's clock: what every
                                 9007199254740991};   ///< reader of JSON agrees on

}  // namespace limits
}  // namespace unknot::model
