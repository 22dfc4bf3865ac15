#pragma once
/// @file
/// The dynamic programme for one set of tools and one set of open positions.

#include "prices.hpp"

namespace unknot::planner {

struct Solution {
  std::int64_t value = -1;
  std::int32_t time = 0;
  std::vector<Item> items;  ///< By station, first tool before second, then by area.
};

/// Keeps its memory between calls.
class Programme {
 public:
  /// The best solution worth at least `target`, the least time among equals; exact. What cannot
  /// reach the target even at the bound's prices is not followed.
  /// @return  When nothing is worth the target: some solution worth less, or value -1.
  /// O(items x time x tools x flags x areas) at worst, a small share of that with a near target.
  [[nodiscard]] Solution solve(const Problem& problem, const Bound& bound, std::int64_t target);

 private:
  /// What has been taken from the groups so far; skipped groups leave no trace.
  struct State {
    std::int64_t value = 0;
    const Item* item = nullptr;  ///< Taken last.
    std::int32_t from = -1;      ///< The state before it, in `past_`.
    std::int32_t time = 0;
    std::uint8_t tools = 0;  ///< Used in this position, as bits.
    std::uint8_t flags = 0;
    std::uint8_t areas = 0;
  };

  void start(const Problem& problem);
  void take_group(const Problem& problem, const Group& group);
  void close_station();
  void keep(const State& state);
  void next_layer();
  [[nodiscard]] bool hopeless(const State& state) const;
  [[nodiscard]] std::size_t slot_of(const State& state) const;
  [[nodiscard]] Solution best_of_last() const;

  std::vector<State> past_;           ///< All states that something was built on.
  std::vector<State> layer_;          ///< After the groups so far.
  std::vector<State> next_;           ///< The layer being made.
  std::vector<std::int32_t> places_;  ///< By slot: index in `next_`; -1 none.
  const Bound* bound_ = nullptr;
  std::int64_t target_ = 0;
  std::int64_t rest_ = 0;       ///< What the groups to come may gain at most.
  std::int64_t all_flags_ = 0;  ///< Owed offers that some item makes.
  std::int32_t time_ = 0;
  std::int32_t max_areas_ = 0;
  std::size_t times_ = 1;        ///< Time states.
  std::size_t flag_states_ = 1;  ///< Sets of owed offers.
  bool counted_ = false;         ///< More groups than a session may have areas.
};

}  // namespace unknot::planner
