#include "prospects.hpp"

#include <algorithm>
#include <array>

namespace unknot::planner {

namespace {

/// Goes through all sets of positions for each set of tools, adding one position at a time.
class Surveyor {
 public:
  Surveyor(const Terrain& terrain, const Prices& prices, std::int64_t target, bool only_best)
      : terrain_(terrain), prices_(prices), target_(target), only_best_(only_best) {
    const std::size_t size = terrain.tools.size() * terrain.positions.size() * terrain.components;
    gains_.assign(size, 0);
    flags_.assign(terrain.tools.size() * terrain.positions.size(), 0);
    for (const Way& way : terrain.ways) {
      const std::size_t cell = way.tool * terrain.positions.size() + way.position;
      auto& gain = gains_[cell * terrain.components + way.component];
      gain = std::max(gain, gain_of(*way.option, prices));
      flags_[cell] = static_cast<std::uint8_t>(flags_[cell] | way.flags);
    }
    for (auto& level : best_) level.assign(terrain.components, 0);
  }

  std::vector<Prospect> run() {
    for (set_ = 0; set_ < terrain_.sets.size(); ++set_) {
      join_tools(terrain_.sets[set_]);
      if (most_of_set() < target_) continue;
      descend({.first = 0, .open = 0, .paid = 0, .flags = 0, .depth = 0});
    }
    return std::move(found_);
  }

 private:
  struct Node {
    std::size_t first = 0;  ///< Positions before this one are decided.
    std::size_t open = 0;
    std::int32_t paid = 0;
    std::uint8_t flags = 0;
    std::size_t depth = 0;
  };

  /// Of each position and component, the most that any tool of the set gains there.
  void join_tools(const std::vector<std::size_t>& tools) {
    const std::size_t width = terrain_.positions.size() * terrain_.components;
    joined_.assign(width, 0);
    joined_flags_.assign(terrain_.positions.size(), 0);
    for (const std::size_t tool : tools) {
      for (std::size_t i = 0; i < width; ++i) {
        joined_[i] = std::max(joined_[i], gains_[tool * width + i]);
      }
      for (std::size_t p = 0; p < terrain_.positions.size(); ++p) {
        const std::size_t cell = tool * terrain_.positions.size() + p;
        joined_flags_[p] = static_cast<std::uint8_t>(joined_flags_[p] | flags_[cell]);
      }
    }
  }

  /// A bound for all prospects of the set: as if every position were open and cost nothing.
  std::int64_t most_of_set() const {
    std::uint8_t flags = 0;
    for (const std::uint8_t some : joined_flags_) flags = static_cast<std::uint8_t>(flags | some);
    std::int64_t value = bonus_of(flags) + price_of_session(0);
    for (std::size_t c = 0; c < terrain_.components; ++c) {
      std::int64_t most = 0;
      for (std::size_t p = 0; p < terrain_.positions.size(); ++p) {
        most = std::max(most, joined_[p * terrain_.components + c]);
      }
      value += most;
    }
    return value;
  }

  std::int64_t price_of_session(std::int32_t paid) const {
    return prices_.unit * ((terrain_.budget - paid) / time_unit) +
           prices_.place * static_cast<std::int64_t>(terrain_.max_areas);
  }

  void found(std::int64_t value, std::size_t open) {
    if (value < target_) return;
    if (only_best_) {
      found_.clear();
      target_ = value + 1;
    }
    found_.push_back({value, set_, open});
  }

  void descend(const Node& node) {
    for (std::size_t p = node.first; p < terrain_.positions.size(); ++p) {
      const Node next{p + 1, node.open | std::size_t{1} << p, node.paid + terrain_.setups[p],
                      static_cast<std::uint8_t>(node.flags | joined_flags_[p]), node.depth + 1};
      if (next.paid > terrain_.budget) continue;
      std::int64_t value = bonus_of(next.flags) + price_of_session(next.paid);
      const auto& before = best_[node.depth];
      auto& after = best_[next.depth];
      const std::int64_t* here = joined_.data() + p * terrain_.components;
      for (std::size_t c = 0; c < terrain_.components; ++c) {
        after[c] = std::max(before[c], here[c]);
        value += after[c];
      }
      found(value, next.open);
      if (next.depth < most_positions) descend(next);
    }
  }

  const Terrain& terrain_;
  Prices prices_;
  std::int64_t target_;
  bool only_best_;
  std::vector<std::int64_t> gains_;  ///< By tool, position and component; at least 0.
  std::vector<std::uint8_t> flags_;  ///< By tool and position.
  std::vector<std::int64_t> joined_;
  std::vector<std::uint8_t> joined_flags_;
  std::array<std::vector<std::int64_t>, most_positions + 1> best_;
  std::size_t set_ = 0;
  std::vector<Prospect> found_;
};

}  // namespace

Prospect best_prospect(const Terrain& terrain, const Prices& prices) {
  const auto found = Surveyor(terrain, prices, 0, true).run();
  return found.empty() ? Prospect{-1, 0, 0} : found.front();
}

std::vector<Prospect> prospects_of(const Terrain& terrain, const Prices& prices,
                                   std::int64_t target) {
  auto prospects = Surveyor(terrain, prices, target, false).run();
  std::stable_sort(prospects.begin(), prospects.end(),
                   [](const Prospect& a, const Prospect& b) { return a.bound > b.bound; });
  return prospects;
}

}  // namespace unknot::planner
