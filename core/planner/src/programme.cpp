#include "programme.hpp"

#include <algorithm>
#include <bit>

namespace unknot::planner {

Estimate estimate_of(const Problem& problem) {
  std::vector<std::int64_t> best(static_cast<std::size_t>(problem.time) + 1, 0);
  std::uint8_t flags = 0;
  for (const Station& station : problem.stations) {
    for (const Group& group : station) {
      for (const Item& item : group) flags = static_cast<std::uint8_t>(flags | item.flags);
      // Downwards, so that what is read has not taken from this group yet.
      for (std::size_t t = best.size(); t-- > 0;) {
        for (const Item& item : group) {
          const auto cost = static_cast<std::size_t>(item.option->cost);
          if (cost <= t) best[t] = std::max(best[t], best[t - cost] + item.option->value);
        }
      }
    }
  }
  const auto first = std::find(best.begin(), best.end(), best.back());
  return {best.back() + std::popcount(flags) * offer_bonus,
          static_cast<std::int32_t>(first - best.begin())};
}

void Programme::take_group(const Problem& problem, const Group& group) {
  if (layers_.size() == used_) layers_.emplace_back();
  const Layer& before = layers_[used_ - 1];
  Layer& after = layers_[used_];
  after.assign(before.size(), State{});
  for (std::size_t i = 0; i < before.size(); ++i) {
    after[i] = {before[i].value, static_cast<std::int32_t>(i), -1};
  }
  const std::size_t area_step = counted_ ? 1 : 0;
  const std::size_t area_end = counted_ ? area_states_ - 1 : 1;
  const std::vector<bool> was_reached = reached_;
  for (std::size_t areas = 0; areas < area_end; ++areas) {
    for (std::size_t flags = 0; flags < flag_states_; ++flags) {
      for (std::size_t mask = 0; mask < 4; ++mask) {
        if (!was_reached[index(areas, flags, mask, 0) / times_]) continue;
        for (std::size_t k = 0; k < group.size(); ++k) {
          const Item& item = group[k];
          const bool second = mask != 0 && (mask & item.tool_bit) == 0;
          const std::int32_t extra = second ? problem.second_tool : 0;
          const auto cost =
              static_cast<std::size_t>(item.option->cost) + static_cast<std::size_t>(extra);
          const std::size_t new_flags = flags | item.flags;
          const auto gained = std::popcount(new_flags) - std::popcount(flags);
          const std::int64_t value = item.option->value + gained * offer_bonus;
          const std::size_t from = index(areas, flags, mask, 0);
          const std::size_t to = index(areas + area_step, new_flags, mask | item.tool_bit, 0);
          reached_[to / times_] = true;
          for (std::size_t t = 0; t + cost < times_; ++t) {
            const std::int64_t old = before[from + t].value;
            State& state = after[to + t + cost];
            if (old >= 0 && old + value > state.value) {
              state = {old + value, static_cast<std::int32_t>(from + t),
                       static_cast<std::int16_t>(k)};
            }
          }
        }
      }
    }
  }
  groups_.push_back(&group);
  ++used_;
}

/// In the next position no tool is in hand yet.
void Programme::close_station() {
  if (layers_.size() == used_) layers_.emplace_back();
  const Layer& before = layers_[used_ - 1];
  Layer& after = layers_[used_];
  after.assign(before.size(), State{});
  for (std::size_t outer = 0; outer < area_states_ * flag_states_; ++outer) {
    for (std::size_t mask = 0; mask < 4; ++mask) {
      for (std::size_t t = 0; t < times_; ++t) {
        const std::size_t from = (outer * 4 + mask) * times_ + t;
        State& state = after[outer * 4 * times_ + t];
        if (before[from].value > state.value) {
          state = {before[from].value, static_cast<std::int32_t>(from), -1};
        }
      }
    }
  }
  for (std::size_t outer = 0; outer < area_states_ * flag_states_; ++outer) {
    for (std::size_t mask = 1; mask < 4; ++mask) {
      if (reached_[outer * 4 + mask]) reached_[outer * 4] = true;
      reached_[outer * 4 + mask] = false;
    }
  }
  groups_.push_back(nullptr);
  ++used_;
}

Solution Programme::solve(const Problem& problem) {
  Solution solution;
  if (problem.time < 0) return solution;
  std::size_t group_count = 0;
  for (const Station& station : problem.stations) group_count += station.size();
  // Counting areas is only needed where there are more than a session may have.
  counted_ = group_count > problem.max_areas;
  area_states_ = counted_ ? problem.max_areas + 1 : 1;
  flag_states_ = std::size_t{1} << problem.flag_count;
  times_ = static_cast<std::size_t>(problem.time) + 1;
  if (layers_.empty()) layers_.emplace_back();
  layers_[0].assign(area_states_ * flag_states_ * 4 * times_, State{});
  layers_[0][0].value = 0;
  reached_.assign(area_states_ * flag_states_ * 4, false);
  reached_[0] = true;
  used_ = 1;
  groups_.clear();
  for (const Station& station : problem.stations) {
    for (const Group& group : station) take_group(problem, group);
    close_station();
  }
  const Layer& last = layers_[used_ - 1];
  std::size_t at = 0;
  for (std::size_t i = 0; i < last.size(); ++i) {
    const bool sooner = i % times_ < at % times_;
    if (last[i].value > last[at].value || (last[i].value == last[at].value && sooner)) at = i;
  }
  if (last[at].value <= 0) return solution;
  solution.value = last[at].value;
  solution.time = static_cast<std::int32_t>(at % times_);
  for (std::size_t layer = used_ - 1; layer > 0; --layer) {
    const State& state = layers_[layer][at];
    if (state.item >= 0) {
      solution.items.push_back((*groups_[layer - 1])[static_cast<std::size_t>(state.item)]);
    }
    at = static_cast<std::size_t>(state.from);
  }
  std::reverse(solution.items.begin(), solution.items.end());
  std::stable_sort(solution.items.begin(), solution.items.end(), [](const Item& a, const Item& b) {
    if (a.offer->position != b.offer->position) return a.offer->position < b.offer->position;
    return a.tool_bit < b.tool_bit;
  });
  return solution;
}

}  // namespace unknot::planner
