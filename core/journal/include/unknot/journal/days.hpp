#pragma once
/// @file
/// The records of a log counted by days, so that two logs see which days they do not share without
/// showing each other what they hold.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace unknot::journal {

/// Days since 1970 that an id can name.
inline constexpr std::int64_t last_id_day = ((std::int64_t{1} << 48) - 1) / 86'400'000;

/// The records whose ids were made on one day of UTC. `sum` adds up the last 32 bits of their ids,
/// modulo 2^32: of two logs whose numbers agree, the records do, but for one chance in 2^32.
struct DayOfIds {
  std::int64_t day = 0;  ///< 0..last_id_day
  std::int64_t records = 0;
  std::uint32_t sum = 0;
  friend bool operator==(const DayOfIds&, const DayOfIds&) = default;
};

/// @param ids  UUIDs of version 7, in order; others are passed over.
/// @return     Only days that have records, in order.
[[nodiscard]] std::vector<DayOfIds> days_of(std::span<const std::string> ids);

/// What every id of that day or a later one is not less than.
/// @param day  0..last_id_day + 1
[[nodiscard]] std::string first_id_of(std::int64_t day);

}  // namespace unknot::journal
