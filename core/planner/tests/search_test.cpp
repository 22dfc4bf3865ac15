// The whole search against trying everything, on made-up menus: owed offers, shared muscles, pairs
// of tools, positions, places and ties, many of them at once.

#include "search.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <tuple>

#include "problem.hpp"
#include "toy_pack.hpp"

namespace unknot::planner {
namespace {

using knowledge::Density;
using knowledge::PlaceIndex;
using knowledge::PositionIndex;
using knowledge::ToolKind;

constexpr std::size_t areas = 5;
constexpr std::array<PlaceIndex, areas> area{{{0}, {1}, {2}, {3}, {4}}};

/// Which areas share a muscle: none, two, three of which the outer ones share none, two and two,
/// and four in a row.
using Overlaps = std::array<std::vector<PlaceIndex>, areas>;
const Overlaps overlaps[] = {{},
                             {{{}, {area[3]}, {}, {area[1]}, {}}},
                             {{{area[2]}, {}, {area[0], area[4]}, {}, {area[2]}}},
                             {{{area[4]}, {area[2]}, {area[1]}, {}, {area[0]}}},
                             {{{area[3]}, {area[2]}, {area[1], area[3]}, {area[0], area[2]}, {}}}};

constexpr std::array<knowledge::Position, 5> positions{
    {{"a", {}, "", 15}, {"b", {}, "", 10}, {"c", {}, "", 10}, {"d", {}, "", 5}, {"e", {}, "", 20}}};

/// What a search starts from, and the places it points to.
struct Case {
  std::array<knowledge::Place, areas> places{};
  knowledge::Pack pack;
  model::Request request;
  safety::Envelope envelope;
  Menu menu;
  Offers must_offer;
};

class Maker {
 public:
  explicit Maker(std::mt19937& dice) : dice_(dice) {}

  void fill(Case& c) {
    const auto& linked = overlaps[roll(5)];
    for (std::size_t a = 0; a < areas; ++a) c.places[a].overlaps = linked[a];
    c.pack.places = c.places;
    c.pack.positions = positions;
    c.pack.numbers[static_cast<std::size_t>(knowledge::Number::change_tool_seconds)] = 5;
    for (std::size_t t = 0; t < 3; ++t) {
      c.request.tools.push_back(toy::tool("", ToolKind::ball, Density{roll<std::uint8_t>(3)}));
    }
    c.envelope.areas.resize(areas);
    c.envelope.budget_seconds = 5 * roll<std::int32_t>(50);
    c.envelope.setup_factor = 1 + roll<std::int32_t>(2);
    c.envelope.max_areas = 1 + roll<std::int32_t>(5);
    c.envelope.max_tools = 1 + static_cast<std::int32_t>(roll(4) > 0);
    worth_ = roll(2) == 0 ? 1 : 997;
    range_ = 1 + roll<unsigned>(9);
    for (const PlaceIndex at : area) add_offers(c.menu, at);
    for (std::size_t i = roll(5); i > 0; --i) {
      c.must_offer.push_back({area[roll(areas)], area[roll(areas)]});
    }
  }

 private:
  template <class T = std::size_t>
  T roll(unsigned n) {
    return static_cast<T>(dice_() % n);
  }

  void add_offers(Menu& menu, PlaceIndex at) {
    for (std::uint16_t p = 0; p < positions.size(); ++p) {
      if (roll(2) == 0) continue;
      Offer offer{at, {p}, {}};
      const std::int32_t fits[] = {roll<std::int32_t>(3), roll<std::int32_t>(3), 1};
      for (std::size_t i = roll(3); i < 3; ++i) {
        Option option{
            worth_ * (1 + roll<std::int64_t>(range_)), 1 + roll<std::int32_t>(9), {}, {}, 0, 0};
        option.choice.tool = roll(3);
        option.fit = fits[option.choice.tool];
        offer.options.push_back(option);
      }
      menu.offers.push_back(offer);
    }
  }

  std::mt19937& dice_;
  std::int64_t worth_ = 1;
  unsigned range_ = 1;
};

/// What a plan is compared by, the better the less: worth, time, tools, positions.
using Key = std::tuple<std::int64_t, std::int32_t, std::size_t, std::size_t>;

/// By the words of docs/planner.md and nothing of the search.
class Exhaustive {
 public:
  explicit Exhaustive(const Case& c) : c_(c) { find_links(); }

  Key best() {
    const auto sets = sets_of_tools();
    for (set_ = 0; set_ < sets.size(); ++set_) {
      tools_ = sets[set_];
      for (open_ = 1; open_ < std::size_t{1} << positions.size(); ++open_) {
        if (std::popcount(open_) > 4) continue;
        taken_.clear();
        descend(0);
      }
    }
    return best_;
  }

  /// The least key of all sets of tools and positions these choices could have come from.
  Key key_of(const std::vector<Chosen>& chosen) {
    taken_ = chosen;
    open_ = 0;
    for (const Chosen& c : chosen) open_ |= std::size_t{1} << c.offer->position.value;
    Key least;
    const auto sets = sets_of_tools();
    for (set_ = sets.size(); set_-- > 0;) {
      tools_ = sets[set_];
      if (std::all_of(chosen.begin(), chosen.end(), [&](const Chosen& c) { return usable(c); })) {
        least = key();
      }
    }
    return least;
  }

 private:
  /// Areas that share a muscle, also by way of others, carry one letter.
  void find_links() {
    for (std::size_t a = 0; a < areas; ++a) link_[a] = a;
    for (std::size_t round = 0; round < areas; ++round) {
      for (std::size_t a = 0; a < areas; ++a) {
        for (const PlaceIndex b : c_.places[a].overlaps) {
          link_[a] = link_[b.value] = std::min(link_[a], link_[b.value]);
        }
      }
    }
  }

  std::vector<std::vector<std::size_t>> sets_of_tools() const {
    std::set<std::pair<std::int32_t, std::size_t>> useful;
    for (const Offer& offer : c_.menu.offers) {
      for (const Option& option : offer.options) {
        const std::size_t tool = option.choice.tool;
        useful.insert({safety::rung_of(c_.request.tools[tool]), tool});
      }
    }
    std::vector<std::vector<std::size_t>> out;
    for (const auto& [rung, one] : useful) {
      if (useful.size() == 1 || c_.envelope.max_tools == 1) out.push_back({one});
      for (const auto& other : useful) {
        const bool later = std::pair(rung, one) < other;
        if (later && c_.envelope.max_tools == 2) out.push_back({one, other.second});
      }
    }
    return out;
  }

  bool usable(const Option& option) const {
    return std::find(tools_.begin(), tools_.end(), option.choice.tool) != tools_.end();
  }

  /// In the open position that suits its area best with these tools.
  bool usable(const Chosen& c) const {
    return usable(*c.option) && offer_of(c.offer->area) == c.offer;
  }

  std::int32_t fit_of(const Offer& offer) const {
    std::int32_t fit = -1;
    for (const Option& option : offer.options) {
      if (usable(option)) fit = std::max(fit, option.fit);
    }
    return fit;
  }

  const Offer* offer_of(PlaceIndex at) const {
    const Offer* best = nullptr;
    for (const Offer& offer : c_.menu.offers) {
      const bool here = offer.area == at && (open_ >> offer.position.value & 1) != 0;
      if (!here || fit_of(offer) < 0) continue;
      if (best == nullptr || fit_of(offer) > fit_of(*best)) best = &offer;
    }
    return best;
  }

  /// Units of all that is taken and open.
  std::int32_t time() const {
    std::int32_t seconds = 0;
    for (std::size_t p = 0; p < positions.size(); ++p) {
      if ((open_ >> p & 1) == 0) continue;
      std::set<std::size_t> used;
      for (const Chosen& c : taken_) {
        if (c.offer->position.value == p) used.insert(c.option->choice.tool);
      }
      const std::int32_t changes = 1 + static_cast<std::int32_t>(used.size() > 1);
      seconds += (positions[p].setup_seconds + 5 * changes) * c_.envelope.setup_factor;
    }
    for (const Chosen& c : taken_) seconds += c.option->cost * 5;
    return seconds / 5;
  }

  std::int64_t value() const {
    std::int64_t value = 0;
    for (const Chosen& c : taken_) value += c.option->value;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, c_.must_offer.size()); ++i) {
      const auto& set = c_.must_offer[i];
      const bool made = std::any_of(taken_.begin(), taken_.end(), [&](const Chosen& c) {
        return std::find(set.begin(), set.end(), c.offer->area) != set.end();
      });
      if (made) value += offer_bonus;
    }
    return value;
  }

  Key key() const { return {-value(), time(), set_, open_}; }

  void descend(std::size_t a) {
    if (time() * 5 > c_.envelope.budget_seconds) return;
    if (!taken_.empty()) best_ = std::min(best_, key());
    if (a == areas) return;
    descend(a + 1);
    const Offer* offer = offer_of(area[a]);
    const bool linked = std::any_of(taken_.begin(), taken_.end(), [&](const Chosen& c) {
      return link_[c.offer->area.value] == link_[a];
    });
    const bool full = taken_.size() == static_cast<std::size_t>(c_.envelope.max_areas);
    if (offer == nullptr || linked || full) return;
    for (const Option& option : offer->options) {
      if (!usable(option)) continue;
      taken_.push_back({offer, &option});
      descend(a + 1);
      taken_.pop_back();
    }
  }

  const Case& c_;
  std::array<std::size_t, areas> link_{};
  std::size_t set_ = 0;
  std::size_t open_ = 0;
  std::vector<std::size_t> tools_;
  std::vector<Chosen> taken_;
  Key best_{1, 0, 0, 0};
};

std::string in_words(const Key& key) {
  const auto [value, time, set, open] = key;
  return "value " + std::to_string(-value) + " time " + std::to_string(time) + " tools " +
         std::to_string(set) + " positions " + std::to_string(open);
}

TEST(Search, FindsTheFirstOfTheBest) {
  std::mt19937 dice(7);
  for (int round = 0; round < 400; ++round) {
    Case c;
    Maker(dice).fill(c);
    const Best best = search(c.menu, c.envelope, c.request, c.pack, c.must_offer);
    Exhaustive exhaustive(c);
    const Key expected = exhaustive.best();
    if (std::get<0>(expected) > 0) {
      EXPECT_LT(best.value, 0) << round;
      continue;
    }
    const Key found = exhaustive.key_of(best.chosen);
    EXPECT_EQ(in_words(found), in_words(expected)) << round;
    EXPECT_EQ(best.value, -std::get<0>(found)) << round;
    EXPECT_EQ(best.time, std::get<1>(found)) << round;
  }
}

}  // namespace
}  // namespace unknot::planner
