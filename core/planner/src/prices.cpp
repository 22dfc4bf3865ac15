#include "prices.hpp"

#include <algorithm>

namespace unknot::planner {

namespace {

constexpr int unit_rounds = 20;
constexpr int place_rounds = 12;

/// What all groups together gain and use at some prices.
struct Use {
  std::int64_t gain = 0;
  std::int64_t units = 0;
  std::int64_t places = 0;
};

/// The items as a flat list, so that trying prices touches little memory.
class Market {
 public:
  explicit Market(const Problem& problem)
      : time_(problem.time), places_(static_cast<std::int64_t>(problem.max_areas)) {
    for (const Station& station : problem.stations) {
      for (const Group& group : station) {
        for (const Item& item : group) goods_.push_back({item.option->value, item.option->cost});
        ends_.push_back(goods_.size());
      }
    }
  }

  Use use_at(const Prices& prices) const {
    Use use;
    std::size_t i = 0;
    for (const std::size_t end : ends_) {
      std::int64_t best = 0;
      std::int64_t cost = 0;
      for (; i < end; ++i) {
        const std::int64_t gain = goods_[i].value - goods_[i].cost * prices.unit - prices.place;
        if (gain <= best) continue;
        best = gain;
        cost = goods_[i].cost;
      }
      use.gain += best;
      use.units += cost;
      use.places += best > 0 ? 1 : 0;
    }
    return use;
  }

  std::int64_t total(const Prices& prices, const Use& use) const {
    return use.gain + prices.unit * time_ + prices.place * places_;
  }

  /// Halves the range of one price, by whether more or less is asked for than there is.
  Prices best_unit(std::int64_t place) const {
    Prices best{0, place};
    std::int64_t least = total(best, use_at(best));
    std::int64_t low = 0;
    std::int64_t high = dearest();
    for (int round = 0; round < unit_rounds && low < high; ++round) {
      const Prices tried{(low + high) / 2, place};
      const Use use = use_at(tried);
      if (const auto value = total(tried, use); value < least) {
        least = value;
        best = tried;
      }
      if (use.units > time_) {
        low = tried.unit + 1;
      } else {
        high = tried.unit;
      }
    }
    return best;
  }

  Prices best_prices() const {
    Prices best = best_unit(0);
    Use use = use_at(best);
    if (use.places <= places_) return best;
    std::int64_t least = total(best, use);
    std::int64_t low = 0;
    std::int64_t high = largest();
    for (int round = 0; round < place_rounds && low < high; ++round) {
      const Prices tried = best_unit((low + high) / 2);
      use = use_at(tried);
      if (const auto value = total(tried, use); value < least) {
        least = value;
        best = tried;
      }
      if (use.places > places_) {
        low = tried.place + 1;
      } else {
        high = tried.place;
      }
    }
    return best;
  }

 private:
  struct Good {
    std::int64_t value;
    std::int64_t cost;
  };

  std::int64_t largest() const {
    std::int64_t most = 0;
    for (const Good& good : goods_) most = std::max(most, good.value);
    return most;
  }
  std::int64_t dearest() const {
    std::int64_t most = 0;
    for (const Good& good : goods_) most = std::max(most, good.value / good.cost + 1);
    return most;
  }

  std::int64_t time_;
  std::int64_t places_;
  std::vector<Good> goods_;
  std::vector<std::size_t> ends_;
};

std::int64_t best_gain(const Group& group, const Prices& prices, std::uint8_t flag) {
  std::int64_t best = flag == 0 ? 0 : -offer_bonus;
  for (const Item& item : group) {
    if (flag == 0 || (item.flags & flag) != 0) {
      best = std::max(best, gain_of(*item.option, prices));
    }
  }
  return best;
}

/// What it costs at least to take some item with this flag rather than the best of its group.
std::int64_t price_of_flag(const Problem& problem, const Prices& prices, std::uint8_t flag) {
  std::int64_t least = offer_bonus;
  for (const Station& station : problem.stations) {
    for (const Group& group : station) {
      least = std::min(least, best_gain(group, prices, 0) - best_gain(group, prices, flag));
    }
  }
  return least;
}

}  // namespace

Bound bound_of(const Problem& problem, const Prices& known, std::int64_t target) {
  const Market market(problem);
  const std::uint8_t flags = flags_within(problem);
  Bound bound{known, market.total(known, market.use_at(known)) + bonus_of(flags), 0, {}};
  if (bound.value < target) return bound;
  bound.prices = market.best_prices();
  bound.value = market.total(bound.prices, market.use_at(bound.prices)) + bonus_of(flags);
  for (const Station& station : problem.stations) {
    for (const Group& group : station) bound.gains.push_back(best_gain(group, bound.prices, 0));
  }
  for (unsigned bit = 1; bit <= flags; bit <<= 1U) {
    if ((flags & bit) == 0) continue;
    const auto flag = static_cast<std::uint8_t>(bit);
    bound.slack = std::max(bound.slack, price_of_flag(problem, bound.prices, flag));
  }
  return bound;
}

void drop_hopeless(Problem& problem, Bound& bound, std::int64_t target) {
  std::size_t index = 0;
  std::vector<std::int64_t> gains;
  for (Station& station : problem.stations) {
    for (Group& group : station) {
      const std::int64_t gain = bound.gains[index++];
      std::erase_if(group, [&](const Item& item) {
        return bound.value - gain + gain_of(*item.option, bound.prices) < target;
      });
      if (!group.empty()) gains.push_back(gain);
    }
    std::erase_if(station, [](const Group& group) { return group.empty(); });
  }
  bound.gains = std::move(gains);
}

}  // namespace unknot::planner
