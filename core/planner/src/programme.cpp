#include "programme.hpp"

#include <algorithm>

namespace unknot::planner {

Solution Programme::solve(const Problem& problem, const Bound& bound, std::int64_t target) {
  if (problem.time < 0) return {};
  bound_ = &bound;
  target_ = target;
  start(problem);
  std::size_t index = 0;
  for (const Station& station : problem.stations) {
    for (const Group& group : station) {
      rest_ -= bound.gains[index++];
      take_group(problem, group);
    }
    close_station();
  }
  return best_of_last();
}

void Programme::start(const Problem& problem) {
  rest_ = 0;
  for (const std::int64_t gain : bound_->gains) rest_ += gain;
  all_flags_ = flags_within(problem);
  time_ = problem.time;
  max_areas_ = static_cast<std::int32_t>(problem.max_areas);
  counted_ = group_count(problem) > problem.max_areas;
  const std::size_t area_states = counted_ ? problem.max_areas + 1 : 1;
  flag_states_ = std::size_t{1} << problem.flag_count;
  times_ = static_cast<std::size_t>(time_) + 1;
  places_.assign(area_states * flag_states_ * 4 * times_, -1);
  past_.clear();
  layer_.assign(1, State{});
  next_.clear();
}

/// No way to go on from here is worth the target, even with fractions and at the bound's prices.
bool Programme::hopeless(const State& state) const {
  const std::int64_t missing = all_flags_ & ~std::int64_t{state.flags};
  const std::int64_t most = state.value + rest_ + bound_->prices.unit * (time_ - state.time) +
                            bound_->prices.place * (max_areas_ - state.areas) +
                            bonus_of(static_cast<std::size_t>(missing));
  return most < target_;
}

std::size_t Programme::slot_of(const State& state) const {
  const std::size_t areas = counted_ ? state.areas : 0;
  const std::size_t outer = (areas * flag_states_ + state.flags) * 4 + state.tools;
  return outer * times_ + static_cast<std::size_t>(state.time);
}

/// Of states that leave the same choices, the most valuable is kept; of equals, the first.
void Programme::keep(const State& state) {
  std::int32_t& place = places_[slot_of(state)];
  if (place < 0) {
    place = static_cast<std::int32_t>(next_.size());
    next_.push_back(state);
  } else if (State& other = next_[static_cast<std::size_t>(place)]; state.value > other.value) {
    other = state;
  }
}

void Programme::next_layer() {
  for (const State& state : next_) places_[slot_of(state)] = -1;
  std::swap(layer_, next_);
  next_.clear();
}

void Programme::take_group(const Problem& problem, const Group& group) {
  for (const State& state : layer_) {
    if (!hopeless(state)) keep(state);
  }
  for (const State& state : layer_) {
    if (counted_ && state.areas == max_areas_) continue;
    std::int32_t from = -1;
    for (const Item& item : group) {
      const bool second = state.tools != 0 && (state.tools & item.tool_bit) == 0;
      State after = state;
      after.time += item.option->cost + (second ? problem.second_tool : 0);
      if (after.time > time_) continue;
      after.tools = static_cast<std::uint8_t>(state.tools | item.tool_bit);
      after.flags = static_cast<std::uint8_t>(state.flags | item.flags);
      after.areas = static_cast<std::uint8_t>(state.areas + 1);
      after.value +=
          item.option->value + bonus_of(static_cast<std::size_t>(after.flags & ~state.flags));
      if (hopeless(after)) continue;
      if (from < 0 && state.item != nullptr) {
        from = static_cast<std::int32_t>(past_.size());
        past_.push_back(state);
      }
      after.from = from;
      after.item = &item;
      keep(after);
    }
  }
  next_layer();
}

/// In the next position no tool is in hand yet.
void Programme::close_station() {
  for (State state : layer_) {
    state.tools = 0;
    keep(state);
  }
  next_layer();
}

Solution Programme::best_of_last() const {
  const State* best = nullptr;
  for (const State& state : layer_) {
    const bool better = best == nullptr || state.value > best->value ||
                        (state.value == best->value && state.time < best->time);
    if (better) best = &state;
  }
  Solution solution;
  if (best == nullptr || best->value <= 0) return solution;
  solution.value = best->value;
  solution.time = best->time;
  for (const State* state = best; state->item != nullptr;) {
    solution.items.push_back(*state->item);
    if (state->from < 0) break;
    state = &past_[static_cast<std::size_t>(state->from)];
  }
  std::reverse(solution.items.begin(), solution.items.end());
  std::stable_sort(solution.items.begin(), solution.items.end(), [](const Item& a, const Item& b) {
    if (a.offer->position != b.offer->position) return a.offer->position < b.offer->position;
    return a.tool_bit < b.tool_bit;
  });
  return solution;
}

}  // namespace unknot::planner
