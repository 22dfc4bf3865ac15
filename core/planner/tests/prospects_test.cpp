// The bounds of all tools and positions against their definition, on small random terrains.

#include "prospects.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace unknot::planner {
namespace {

/// Five positions, up to three tools, four components; owns the options of the ways.
struct Ground {
  Terrain terrain;
  std::vector<Option> options;
};

Ground some_ground(std::mt19937& dice) {
  const auto roll = [&](unsigned n) { return static_cast<std::int32_t>(dice() % n); };
  Ground g;
  Terrain& t = g.terrain;
  const auto tools = static_cast<std::size_t>(1 + roll(3));
  for (std::size_t i = 0; i < tools; ++i) t.tools.push_back(i);
  for (std::size_t i = 0; i < tools; ++i) {
    if (tools == 1) t.sets.push_back({i});
    for (std::size_t j = i + 1; j < tools; ++j) t.sets.push_back({i, j});
  }
  for (std::uint16_t p = 0; p < 5; ++p) {
    t.positions.push_back({p});
    t.setups.push_back(5 * (1 + roll(8)));
  }
  t.components = 4;
  t.max_areas = static_cast<std::size_t>(1 + roll(4));
  t.budget = 5 * (1 + roll(25));
  g.options.reserve(12);
  for (int i = roll(12); i >= 0; --i) {
    g.options.push_back({roll(60), 1 + roll(8), {}, model::Side::both, 0, 0});
    Way way{nullptr, &g.options.back(), static_cast<std::size_t>(roll(3)) % tools, 0, 0, 0};
    way.position = static_cast<std::size_t>(roll(5));
    way.component = static_cast<std::size_t>(roll(4));
    way.flags = static_cast<std::uint8_t>(roll(3) == 0 ? 1U << roll(3) : 0U);
    t.ways.push_back(way);
  }
  return g;
}

using Positions = std::vector<std::size_t>;

/// Up to four of them, in the order of a dictionary.
std::vector<Positions> sets_of_positions(std::size_t count) {
  std::vector<Positions> out;
  for (std::size_t bits = 1; bits < (std::size_t{1} << count); ++bits) {
    Positions set;
    for (std::size_t p = 0; p < count; ++p) {
      if ((bits >> p & 1) != 0) set.push_back(p);
    }
    if (set.size() <= 4) out.push_back(set);
  }
  std::sort(out.begin(), out.end());
  return out;
}

bool within(const std::vector<std::size_t>& list, std::size_t item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

/// As if the second tool cost nothing, each component could go anywhere, and offers came for free.
std::int64_t bound_of(const Terrain& t, const Prices& prices, const std::vector<std::size_t>& tools,
                      const Positions& open) {
  std::int32_t left = t.budget;
  for (const std::size_t p : open) left -= t.setups[p];
  if (left < 0) return -1;
  std::vector<std::int64_t> most(t.components, 0);
  std::size_t flags = 0;
  for (const Way& way : t.ways) {
    if (!within(tools, way.tool) || !within(open, way.position)) continue;
    most[way.component] = std::max(most[way.component], gain_of(*way.option, prices));
    flags |= way.flags;
  }
  std::int64_t bound =
      prices.unit * (left / 5) + prices.place * static_cast<std::int64_t>(t.max_areas);
  for (const std::int64_t gain : most) bound += gain;
  for (; flags != 0; flags >>= 1) bound += (flags & 1) != 0 ? offer_bonus : 0;
  return bound;
}

std::vector<Prospect> all_prospects(const Terrain& t, const Prices& prices, std::int64_t target) {
  std::vector<Prospect> out;
  for (std::size_t set = 0; set < t.sets.size(); ++set) {
    for (const Positions& open : sets_of_positions(t.positions.size())) {
      const std::int64_t bound = bound_of(t, prices, t.sets[set], open);
      std::size_t bits = 0;
      for (const std::size_t p : open) bits |= std::size_t{1} << p;
      if (bound >= target) out.push_back({bound, set, bits});
    }
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Prospect& a, const Prospect& b) { return a.bound > b.bound; });
  return out;
}

std::string in_words(const std::vector<Prospect>& prospects) {
  std::string words;
  for (const Prospect& p : prospects) {
    words +=
        std::to_string(p.set) + ':' + std::to_string(p.open) + '=' + std::to_string(p.bound) + ' ';
  }
  return words;
}

TEST(Prospects, AreBoundedByTheirDefinition) {
  std::mt19937 dice(6);
  for (int round = 0; round < 200; ++round) {
    const Ground g = some_ground(dice);
    const Prices prices{round % 7, round % 4};
    const auto all = all_prospects(g.terrain, prices, 0);
    EXPECT_EQ(in_words(prospects_of(g.terrain, prices, 0)), in_words(all)) << round;
    const Prospect best = best_prospect(g.terrain, prices);
    if (all.empty()) {
      EXPECT_LT(best.bound, 0) << round;
      continue;
    }
    EXPECT_EQ(in_words({best}), in_words({all.front()})) << round;
    const std::int64_t target = all[all.size() / 2].bound;
    EXPECT_EQ(in_words(prospects_of(g.terrain, prices, target)),
              in_words(all_prospects(g.terrain, prices, target)))
        << round;
  }
}

}  // namespace
}  // namespace unknot::planner
