#pragma once
/// @file
/// What earlier sessions say of one area and side, as the ladder needs it. Private to the audit.

#include "audit_internal.hpp"

namespace unknot::safety::auditing {

inline constexpr std::int32_t lowest_rung = 1;
inline constexpr std::int32_t third_rung = 3;
inline constexpr std::int32_t highest_rung = 4;
inline constexpr std::int32_t not_at_all = 0;  ///< No intensity is as low as this.

/// One entry of the history, or several merged.
struct Known {
  std::int32_t rung = lowest_rung;
  std::int32_t clean = 0;
  std::vector<std::optional<std::int32_t>> levels;
  std::int32_t highest_level = 0;
  bool sore_long = false;
  bool mark_gone = false;  ///< A bruise, tingling or swelling that has gone.
};

/// Every entry there, and their merge last: each must allow what is done. Empty: no history there.
[[nodiscard]] std::vector<Known> known_there(const Case& c, PlaceIndex area, SideIndex side);

/// Highest intensity that what is known allows at `rung`, beside what experience allows.
[[nodiscard]] std::int32_t earned(const Case& c, const Known& known, std::int32_t rung);

/// Highest rung after a session too strong or soreness too long; unset: neither happened.
[[nodiscard]] std::optional<std::int32_t> back_off_rung(const Case& c, const Known& known);

/// Highest rung after a mark that has gone; unset: there was none.
[[nodiscard]] std::optional<std::int32_t> rung_after_mark(const Known& known);

}  // namespace unknot::safety::auditing
