#include "unknot/base/instant.hpp"

#include <gtest/gtest.h>

namespace unknot::base {
namespace {

// Seconds computed with `date -u -d ... +%s`.
TEST(Instant, ReadsRfc3339) {
  const std::pair<std::string_view, std::int64_t> cases[] = {
      {"1970-01-01T00:00:00Z", 0},
      {"2026-11-22T08:00:00Z", 1795334400},
      {"2026-11-22T09:00:00+01:00", 1795334400},
      {"2026-11-22T04:30:00-03:30", 1795334400},
      {"2026-11-22t08:00:00.987z", 1795334400},
      {"2024-02-29T23:59:59Z", 1709251199},
      {"1900-01-01T00:00:00Z", -2208988800},
  };
  for (const auto& [text, seconds] : cases) {
    const auto instant = parse_instant(text);
    ASSERT_TRUE(instant) << text;
    EXPECT_EQ(instant->seconds, seconds) << text;
  }
}

TEST(Instant, RefusesWhatIsNoInstant) {
  for (const char* bad :
       {"", "2026-11-22", "2026-11-22 08:00:00Z", "2026-11-22T08:00Z", "2026-11-22T08:00:00",
        "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-11-22T24:00:00Z",
        "2026-11-22T08:00:60Z", "2026-11-22T08:00:00+24:00", "2026-11-22T08:00:00+0100",
        "2026-11-22T08:00:00.Z", "1899-12-31T00:00:00Z", "2026-11-22T08:00:00Zx"}) {
    EXPECT_FALSE(parse_instant(bad)) << bad;
  }
}

TEST(Instant, WritesWhatItReads) {
  for (const char* text : {"2026-11-22T08:00:00Z", "2026-11-22T09:00:00+01:00",
                           "2026-11-22T23:30:00-03:30", "1969-12-31T23:59:59Z"}) {
    EXPECT_EQ(format_instant(*parse_instant(text)), text);
  }
}

TEST(Day, IsTheDayWhereItWasSaid) {
  EXPECT_EQ(format_day(day_of(*parse_instant("2026-11-22T00:30:00+02:00"))), "2026-11-22");
  EXPECT_EQ(format_day(day_of(*parse_instant("2026-11-22T23:30:00-05:00"))), "2026-11-22");
  EXPECT_EQ(format_day(day_of(*parse_instant("1969-12-31T23:59:59Z"))), "1969-12-31");
  EXPECT_FALSE(parse_day("2026-02-30"));
  EXPECT_TRUE(parse_day("2024-02-29"));
  EXPECT_FALSE(parse_day("2026-2-01"));
}

}  // namespace
}  // namespace unknot::base
