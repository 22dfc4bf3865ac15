#pragma once
/// @file
/// Random problems small enough to try everything.

#include <random>

#include "problem.hpp"

namespace unknot::planner {

constexpr std::int64_t dearest = 60;  ///< No item is worth more, so no higher price means more.

/// Two stations of up to three groups of up to three items each; owns what the items point to.
struct Small {
  Problem problem;
  std::vector<Option> options;
  std::vector<Offer> offers;
};

inline Small small_problem(std::mt19937& dice) {
  const auto roll = [&](unsigned n) { return static_cast<std::int32_t>(dice() % n); };
  Small s;
  s.options.reserve(18);
  s.offers = {{{}, {0}, {}}, {{}, {1}, {}}};
  s.problem.time = 3 + roll(15);
  s.problem.second_tool = 1 + s.problem.time % 3;
  s.problem.max_areas = 1 + static_cast<std::size_t>(roll(5));
  s.problem.flag_count = 2;
  for (const Offer& offer : s.offers) {
    auto& groups = s.problem.stations.emplace_back();
    for (int g = roll(3); g >= 0; --g) {
      auto& group = groups.emplace_back();
      for (int i = roll(3); i >= 0; --i) {
        s.options.push_back({1 + roll(dearest), 1 + roll(8), {}, model::Side::both, 0, 0});
        const auto flags = static_cast<std::uint8_t>(roll(3) == 0 ? 1 + roll(2) : 0);
        const auto tool_bit = static_cast<std::uint8_t>(1 + s.options.size() % 2);
        group.push_back({&offer, &s.options.back(), tool_bit, flags});
      }
    }
  }
  return s;
}

}  // namespace unknot::planner
