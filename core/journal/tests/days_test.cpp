#include "unknot/journal/days.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "unknot/base/uuid.hpp"

namespace unknot::journal {
namespace {

constexpr std::int64_t day_ms = 86'400'000;

std::string id(std::int64_t ms, std::uint8_t last) {
  return base::uuid_v7(ms, {0, 0, 0, 0, 0, 0, 0, 0, 0, last});
}

TEST(DaysOfIds, are_counted_and_summed) {
  const std::vector<std::string> ids{id(0, 1), id(day_ms - 1, 2), id(day_ms, 3),
                                     id(20'000 * day_ms, 255), id(20'000 * day_ms + 5, 1)};
  EXPECT_EQ(days_of(ids), (std::vector<DayOfIds>{{0, 2, 3}, {1, 1, 3}, {20'000, 2, 256}}));
  EXPECT_TRUE(days_of({}).empty());
}

TEST(DaysOfIds, sums_go_round) {
  const std::string large = "00000000-0000-7000-8000-0000ffffffff";
  EXPECT_EQ(days_of(std::vector{large, large}),
            (std::vector<DayOfIds>{{0, 2, std::uint32_t{0xFFFFFFFE}}}));
}

TEST(DaysOfIds, other_ids_are_passed_over) {
  EXPECT_TRUE(days_of(std::vector<std::string>{"", "me", base::uuid_v8({})}).empty());
}

TEST(DaysOfIds, the_first_id_parts_days) {
  for (const std::int64_t day :
       {std::int64_t{0}, std::int64_t{1}, std::int64_t{20'000}, last_id_day}) {
    EXPECT_GE(id(day * day_ms, 0), first_id_of(day)) << day;
    EXPECT_LT(id((day + 1) * day_ms - 1, 255), first_id_of(day + 1)) << day;
  }
  EXPECT_LT("ffffffff-ffff-7fff-bfff-ffffffffffff", first_id_of(last_id_day + 1));
}

}  // namespace
}  // namespace unknot::journal
