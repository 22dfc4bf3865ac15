// Bounds by prices against trying every price, on small problems.

#include "prices.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "small_problem.hpp"

namespace unknot::planner {
namespace {

std::int64_t most_of(const Group& group, const Prices& prices, std::uint8_t flag = 0) {
  std::int64_t most = flag == 0 ? 0 : -offer_bonus;
  for (const Item& item : group) {
    const bool counts = flag == 0 || (item.flags & flag) != 0;
    if (counts) most = std::max(most, gain_of(*item.option, prices));
  }
  return most;
}

std::int64_t worth_at(const Problem& problem, const Prices& prices) {
  std::int64_t sum =
      prices.unit * problem.time + prices.place * static_cast<std::int64_t>(problem.max_areas);
  for (const Station& station : problem.stations) {
    for (const Group& group : station) sum += most_of(group, prices);
  }
  return sum;
}

/// With places up to this price.
std::int64_t least_worth(const Problem& problem, std::int64_t most_place) {
  std::int64_t least = worth_at(problem, {});
  for (std::int64_t unit = 0; unit <= dearest; ++unit) {
    for (std::int64_t place = 0; place <= most_place; ++place) {
      least = std::min(least, worth_at(problem, {unit, place}));
    }
  }
  return least;
}

/// What making every owed offer costs at least at these prices.
std::int64_t slack_of(const Problem& problem, const Prices& prices) {
  std::int64_t slack = 0;
  for (const std::uint8_t flag : {std::uint8_t{1}, std::uint8_t{2}}) {
    std::int64_t least = offer_bonus;
    for (const Station& station : problem.stations) {
      for (const Group& group : station) {
        const std::int64_t price = most_of(group, prices) - most_of(group, prices, flag);
        least = std::min(least, price);
      }
    }
    if (least < offer_bonus) slack = std::max(slack, least);
  }
  return slack;
}

std::int64_t owed(const Problem& problem) {
  std::uint8_t flags = 0;
  for (const Station& station : problem.stations) {
    for (const Group& group : station) {
      for (const Item& item : group) flags = static_cast<std::uint8_t>(flags | item.flags);
    }
  }
  return offer_bonus * ((flags & 1) + (flags >> 1));
}

/// Halving one price is exact; halving two in turn comes near: what it misses is summed up.
TEST(Prices, TheBoundIsTheLeastOfAllPrices) {
  std::mt19937 dice(1);
  std::int64_t sum = 0;
  std::int64_t least_sum = 0;
  for (int round = 0; round < 200; ++round) {
    const Small s = small_problem(dice);
    const Bound bound = bound_of(s.problem, {}, 0);
    const std::int64_t value = bound.value - owed(s.problem);
    if (group_count(s.problem) <= s.problem.max_areas) {
      EXPECT_EQ(value, least_worth(s.problem, 0)) << round;
    } else {
      EXPECT_LE(value, least_worth(s.problem, 0)) << round;
      sum += value;
      least_sum += least_worth(s.problem, dearest);
    }
    EXPECT_EQ(bound.value - owed(s.problem), worth_at(s.problem, bound.prices)) << round;
    EXPECT_EQ(bound.slack, slack_of(s.problem, bound.prices)) << round;
    std::vector<std::int64_t> gains;
    for (const Station& station : s.problem.stations) {
      for (const Group& group : station) gains.push_back(most_of(group, bound.prices));
    }
    EXPECT_EQ(bound.gains, gains) << round;
    EXPECT_EQ(group_count(s.problem), gains.size()) << round;
  }
  EXPECT_LE(sum * 100, least_sum * 103);
}

/// Known prices that show it hopeless are enough; without a target to miss they are not kept.
TEST(Prices, KnownPricesAreTriedFirst) {
  std::mt19937 dice(2);
  for (int round = 0; round < 50; ++round) {
    const Small s = small_problem(dice);
    const Prices known{7, 3};
    const std::int64_t value = worth_at(s.problem, known) + owed(s.problem);
    const Bound hopeless = bound_of(s.problem, known, value + 1);
    EXPECT_EQ(hopeless.value, value) << round;
    EXPECT_EQ(hopeless.prices.unit, known.unit) << round;
    EXPECT_LE(bound_of(s.problem, known, value).value, value) << round;
    EXPECT_FALSE(bound_of(s.problem, known, value).gains.empty()) << round;
  }
}

/// What stays is what could still reach the target beside the best of all other groups.
TEST(Prices, OnlyWhatMayReachTheTargetStays) {
  std::mt19937 dice(3);
  for (int round = 0; round < 100; ++round) {
    const Small s = small_problem(dice);
    Bound bound = bound_of(s.problem, {}, 0);
    const std::int64_t target = bound.value - 5;
    std::vector<const Option*> expected;
    std::vector<std::int64_t> gains;
    for (const Station& station : s.problem.stations) {
      for (const Group& group : station) {
        const std::int64_t most = most_of(group, bound.prices);
        const std::size_t before = expected.size();
        for (const Item& item : group) {
          const std::int64_t lost = most - gain_of(*item.option, bound.prices);
          if (lost <= 5) expected.push_back(item.option);
        }
        if (expected.size() > before) gains.push_back(most);
      }
    }
    Problem left = s.problem;
    drop_hopeless(left, bound, target);
    std::vector<const Option*> kept;
    for (const Station& station : left.stations) {
      for (const Group& group : station) {
        EXPECT_FALSE(group.empty()) << round;
        for (const Item& item : group) kept.push_back(item.option);
      }
    }
    EXPECT_EQ(kept, expected) << round;
    EXPECT_EQ(bound.gains, gains) << round;
  }
}

}  // namespace
}  // namespace unknot::planner
