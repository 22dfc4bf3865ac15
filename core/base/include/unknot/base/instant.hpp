#pragma once
/// @file
/// Points in time and calendar days, as numbers. Nothing here reads a clock: time is an argument.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace unknot::base {

/// A point in time with the offset in which it was said.
struct Instant {
  std::int64_t seconds = 0;         ///< Since 1970-01-01T00:00:00Z, without leap seconds.
  std::int32_t offset_minutes = 0;  ///< East of Greenwich, -1439..1439.

  /// Order and equality are of the point in time, whatever the offset.
  friend constexpr bool operator==(const Instant& a, const Instant& b) {
    return a.seconds == b.seconds;
  }
  friend constexpr std::strong_ordering operator<=>(const Instant& a, const Instant& b) {
    return a.seconds <=> b.seconds;
  }
};

/// RFC 3339 with `Z` or an offset, years 1900..9999; a fraction of a second is cut off.
[[nodiscard]] std::optional<Instant> parse_instant(std::string_view text);

/// RFC 3339 in the instant's own offset, `Z` for none.
[[nodiscard]] std::string format_instant(Instant instant);

/// Days since 1970-01-01 (proleptic Gregorian).
struct Day {
  std::int32_t number = 0;
  friend constexpr auto operator<=>(Day, Day) = default;
};

/// `YYYY-MM-DD`, a real date of years 1900..9999.
[[nodiscard]] std::optional<Day> parse_day(std::string_view text);
[[nodiscard]] std::string format_day(Day day);

/// The calendar day of `instant` where it was said.
[[nodiscard]] Day day_of(Instant instant);

}  // namespace unknot::base
