// The dynamic programme against trying every solution, on small problems.

#include "programme.hpp"

#include <gtest/gtest.h>

#include <tuple>

#include "small_problem.hpp"

namespace unknot::planner {
namespace {

/// What is left of a solution when its items are forgotten.
struct Worth {
  std::int64_t value = -1;
  std::int32_t time = 0;
  bool operator==(const Worth&) const = default;
};

/// Time and worth of some items, station by station, by the words of docs/planner.md.
Worth worth_of(const Problem& problem, const std::vector<std::vector<Item>>& taken) {
  Worth worth{0, 0};
  std::size_t flags = 0;
  for (const auto& station : taken) {
    unsigned tools = 0;
    for (const Item& item : station) {
      worth.value += item.option->value;
      worth.time += item.option->cost;
      tools |= item.tool_bit;
      flags |= item.flags;
    }
    if (tools == 3) worth.time += problem.second_tool;
  }
  worth.value += offer_bonus * static_cast<std::int64_t>((flags & 1) + (flags >> 1));
  return worth;
}

class Exhaustive {
 public:
  explicit Exhaustive(const Problem& problem) : problem_(problem), taken_(2) {}

  Worth best() {
    descend(0, 0, 0);
    return best_;
  }

 private:
  void descend(std::size_t station, std::size_t group, std::size_t areas) {
    if (station == problem_.stations.size()) {
      const Worth worth = worth_of(problem_, taken_);
      const bool better =
          std::tuple(worth.value, -worth.time) > std::tuple(best_.value, -best_.time);
      if (worth.time <= problem_.time && worth.value > 0 && better) best_ = worth;
      return;
    }
    if (group == problem_.stations[station].size()) {
      descend(station + 1, 0, areas);
      return;
    }
    descend(station, group + 1, areas);
    if (areas == problem_.max_areas) return;
    for (const Item& item : problem_.stations[station][group]) {
      taken_[station].push_back(item);
      descend(station, group + 1, areas + 1);
      taken_[station].pop_back();
    }
  }

  const Problem& problem_;
  std::vector<std::vector<Item>> taken_;
  Worth best_;
};

/// What the solution says of itself must hold for its items too.
Worth worth_of(const Problem& problem, const Solution& solution) {
  std::vector<std::vector<Item>> taken(2);
  for (const Item& item : solution.items) taken[item.offer->position.value].push_back(item);
  EXPECT_LE(solution.items.size(), problem.max_areas);
  const auto key = [](const Item& item) { return std::tuple(item.offer->position, item.tool_bit); };
  for (std::size_t i = 1; i < solution.items.size(); ++i) {
    EXPECT_LE(key(solution.items[i - 1]), key(solution.items[i]));
  }
  return worth_of(problem, taken);
}

/// With any prices, and with whatever target the best still reaches.
TEST(Programme, FindsWhatTryingEverythingFinds) {
  std::mt19937 dice(4);
  Programme programme;  // One for all, so that nothing of a problem may stay in its memory.
  for (int round = 0; round < 4000; ++round) {
    const Small s = small_problem(dice);
    const Worth best = Exhaustive(s.problem).best();
    Bound careless = bound_of(s.problem, {}, 0);
    if (round % 2 == 0) careless = bound_of(s.problem, {round % 5, round % 3}, 0);
    for (const std::int64_t target : {std::int64_t{1}, best.value - 3, best.value}) {
      const Solution solution =
          programme.solve(s.problem, careless, std::max<std::int64_t>(target, 1));
      EXPECT_EQ((Worth{solution.value, solution.time}), best) << round << ", " << target;
      if (solution.value > 0) {
        EXPECT_EQ(worth_of(s.problem, solution), best) << round;
      }
    }
    EXPECT_LE(programme.solve(s.problem, careless, best.value + 1).value, best.value) << round;
  }
}

TEST(Programme, TheLeastIsBetterThanNothing) {
  std::mt19937 dice(8);
  Small s = small_problem(dice);
  s.problem.flag_count = 0;
  for (Option& option : s.options) option.value = 0;
  for (auto& station : s.problem.stations) {
    for (Group& group : station) {
      for (Item& item : group) item.flags = 0;
    }
  }
  Bound bound = bound_of(s.problem, {}, 0);
  EXPECT_LT(Programme().solve(s.problem, bound, 1).value, 0);
  s.options.front().value = 1;
  bound = bound_of(s.problem, {}, 0);
  EXPECT_EQ(Programme().solve(s.problem, bound, 1).value, 1);
}

TEST(Programme, NothingIsSolvedWithoutTime) {
  std::mt19937 dice(5);
  Small s = small_problem(dice);
  const Bound bound = bound_of(s.problem, {}, 0);
  for (const std::int32_t time : {0, -1}) {
    s.problem.time = time;
    EXPECT_LT(Programme().solve(s.problem, bound, 1).value, 0) << time;
  }
}

}  // namespace
}  // namespace unknot::planner
