#pragma once
/// @file
/// How long a day is where time is counted since 1970: leap seconds are not.

#include <cstdint>

namespace unknot::journal {

inline constexpr std::int64_t seconds_per_day = 86400;

}  // namespace unknot::journal
