#include "search.hpp"

#include <algorithm>

#include "programme.hpp"

namespace unknot::planner {

using knowledge::Pack;
using knowledge::PlaceIndex;
using knowledge::PositionIndex;
using model::Request;
using safety::Envelope;

namespace {

/// Nobody wants to get up and down more often than this in one session.
constexpr std::size_t most_positions = 4;
constexpr std::size_t most_flags = 3;

using ToolSet = std::vector<std::size_t>;

/// One open position and the areas rolled there.
struct Assignment {
  std::vector<const Offer*> offers;  ///< By area.
};

class Searcher {
 public:
  Searcher(const Menu& menu, const Envelope& envelope, const Request& request, const Pack& pack,
           const std::vector<std::vector<PlaceIndex>>& must_offer)
      : menu_(menu), envelope_(envelope), request_(request), pack_(pack), must_offer_(must_offer) {
    find_components();
  }

  Best run() {
    for (const ToolSet& tools : tool_sets()) try_tools(tools);
    return std::move(best_);
  }

 private:
  /// Areas linked by shared muscles carry one number; of each at most one is rolled.
  void find_components() {
    const std::size_t areas = envelope_.areas.size();
    for (std::size_t a = 0; a < areas; ++a) component_.push_back(a);
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t a = 0; a < areas; ++a) {
        for (const PlaceIndex other : pack_.places[a].overlaps) {
          const std::size_t least = std::min(component_[a], component_[other.value]);
          changed = changed || component_[a] != least || component_[other.value] != least;
          component_[a] = component_[other.value] = least;
        }
      }
    }
  }

  /// Tools that appear in some option, softer first: singles are covered by their pairs.
  std::vector<ToolSet> tool_sets() const {
    std::vector<std::size_t> tools;
    for (const Offer& offer : menu_.offers) {
      for (const Option& option : offer.options) {
        const bool known =
            std::find(tools.begin(), tools.end(), option.choice.tool) != tools.end();
        if (!known) tools.push_back(option.choice.tool);
      }
    }
    std::sort(tools.begin(), tools.end(), [&](std::size_t a, std::size_t b) {
      const auto rung_a = safety::rung_of(request_.tools[a]);
      const auto rung_b = safety::rung_of(request_.tools[b]);
      return rung_a != rung_b ? rung_a < rung_b : a < b;
    });
    std::vector<ToolSet> sets;
    if (tools.size() == 1 || envelope_.max_tools < 2) {
      for (const std::size_t tool : tools) sets.push_back({tool});
      return sets;
    }
    for (std::size_t i = 0; i < tools.size(); ++i) {
      for (std::size_t j = i + 1; j < tools.size(); ++j) sets.push_back({tools[i], tools[j]});
    }
    return sets;
  }

  static std::uint8_t bit_of(const ToolSet& tools, std::size_t tool) {
    for (std::size_t i = 0; i < tools.size(); ++i) {
      if (tools[i] == tool) return static_cast<std::uint8_t>(1U << i);
    }
    return 0;
  }

  static bool usable(const Offer& offer, const ToolSet& tools) {
    return std::any_of(offer.options.begin(), offer.options.end(),
                       [&](const Option& o) { return bit_of(tools, o.choice.tool) != 0; });
  }

  void try_tools(const ToolSet& tools) {
    std::vector<const Offer*> offers;
    std::vector<PositionIndex> positions;
    for (const Offer& offer : menu_.offers) {
      if (!usable(offer, tools)) continue;
      offers.push_back(&offer);
      if (std::find(positions.begin(), positions.end(), offer.position) == positions.end()) {
        positions.push_back(offer.position);
      }
    }
    std::sort(positions.begin(), positions.end());
    const std::size_t subsets = std::size_t{1} << positions.size();
    for (std::size_t bits = 1; bits < subsets; ++bits) {
      std::vector<PositionIndex> open;
      for (std::size_t p = 0; p < positions.size(); ++p) {
        if ((bits >> p & 1) != 0) open.push_back(positions[p]);
      }
      if (open.size() <= most_positions) try_positions(tools, offers, open);
    }
  }

  /// Each area goes to the open position that suits it best.
  std::vector<const Offer*> assign(const std::vector<const Offer*>& offers,
                                   const std::vector<PositionIndex>& open) const {
    std::vector<const Offer*> chosen;
    for (const Offer* offer : offers) {
      if (std::find(open.begin(), open.end(), offer->position) == open.end()) continue;
      if (!chosen.empty() && chosen.back()->area == offer->area) {
        if (offer->fit > chosen.back()->fit) chosen.back() = offer;
        continue;
      }
      chosen.push_back(offer);
    }
    return chosen;
  }

  void try_positions(const ToolSet& tools, const std::vector<const Offer*>& offers,
                     const std::vector<PositionIndex>& open) {
    const auto chosen = assign(offers, open);
    for (const PositionIndex position : open) {
      const bool used = std::any_of(chosen.begin(), chosen.end(),
                                    [&](const Offer* o) { return o->position == position; });
      if (!used) return;  // The set without it is tried anyway and costs less.
    }
    branch(tools, open, chosen, 0);
  }

  /// A component whose areas lie in different positions is split into one case for each of them.
  void branch(const ToolSet& tools, const std::vector<PositionIndex>& open,
              const std::vector<const Offer*>& chosen, std::size_t from) {
    for (std::size_t i = from; i < chosen.size(); ++i) {
      const std::size_t component = component_[chosen[i]->area.value];
      const auto straddles = [&](const Offer* other) {
        return component_[other->area.value] == component &&
               other->position != chosen[i]->position;
      };
      if (std::none_of(chosen.begin(), chosen.end(), straddles)) continue;
      for (const Offer* keep : chosen) {
        if (component_[keep->area.value] != component) continue;
        std::vector<const Offer*> fewer;
        std::copy_if(chosen.begin(), chosen.end(), std::back_inserter(fewer), [&](const Offer* o) {
          return component_[o->area.value] != component || o == keep;
        });
        branch(tools, open, fewer, 0);
      }
      return;
    }
    solve(tools, open, chosen);
  }

  std::uint8_t flags_of(PlaceIndex area) const {
    std::uint8_t flags = 0;
    for (std::size_t f = 0; f < must_offer_.size() && f < most_flags; ++f) {
      const auto& set = must_offer_[f];
      if (std::find(set.begin(), set.end(), area) != set.end()) {
        flags = static_cast<std::uint8_t>(flags | 1U << f);
      }
    }
    return flags;
  }

  void add_items(Group& group, const Offer& offer, const ToolSet& tools) const {
    for (const Option& option : offer.options) {
      const std::uint8_t bit = bit_of(tools, option.choice.tool);
      if (bit == 0) continue;
      const Item item{&offer, &option, bit, flags_of(offer.area)};
      // An option as dear and no better than one with the same tool never helps.
      const bool beaten = std::any_of(group.begin(), group.end(), [&](const Item& other) {
        return other.tool_bit == bit && (other.flags & item.flags) == item.flags &&
               other.option->cost <= option.cost && other.option->value >= option.value;
      });
      if (!beaten) group.push_back(item);
    }
  }

  Problem problem_of(const ToolSet& tools, const std::vector<PositionIndex>& open,
                     const std::vector<const Offer*>& chosen) const {
    Problem problem;
    const std::int32_t change = pack_.number(knowledge::Number::change_tool_seconds);
    std::int32_t paid = 0;
    for (const PositionIndex position : open) {
      paid += (pack_[position].setup_seconds + change) * envelope_.setup_factor;
      Station station;
      std::vector<std::size_t> components;
      for (const Offer* offer : chosen) {
        if (offer->position != position) continue;
        const std::size_t component = component_[offer->area.value];
        const auto known = std::find(components.begin(), components.end(), component);
        const auto at = static_cast<std::size_t>(known - components.begin());
        if (known == components.end()) {
          components.push_back(component);
          station.emplace_back();
        }
        add_items(station[at], *offer, tools);
      }
      problem.stations.push_back(std::move(station));
    }
    problem.time = (envelope_.budget_seconds - paid) / time_unit;
    if (envelope_.budget_seconds < paid) problem.time = -1;
    problem.second_tool = change * envelope_.setup_factor / time_unit;
    problem.flag_count = std::min(must_offer_.size(), most_flags);
    problem.max_areas = static_cast<std::size_t>(envelope_.max_areas);
    return problem;
  }

  void solve(const ToolSet& tools, const std::vector<PositionIndex>& open,
             const std::vector<const Offer*>& chosen) {
    const Problem problem = problem_of(tools, open, chosen);
    if (problem.time < 0 || bound_of(problem) < best_.value) return;
    const Solution solution = programme_.solve(problem);
    const std::int32_t time =
        envelope_.budget_seconds / time_unit - problem.time + solution.time;
    const bool better = solution.value > best_.value ||
                        (solution.value == best_.value && time < best_.time);
    if (solution.value <= 0 || !better) return;
    best_.value = solution.value;
    best_.time = time;
    best_.tools = tools;
    best_.chosen.clear();
    for (const Item& item : solution.items) best_.chosen.push_back({item.offer, item.option});
  }

  const Menu& menu_;
  const Envelope& envelope_;
  const Request& request_;
  const Pack& pack_;
  const std::vector<std::vector<PlaceIndex>>& must_offer_;
  std::vector<std::size_t> component_;
  Programme programme_;
  Best best_;
};

}  // namespace

Best search(const Menu& menu, const Envelope& envelope, const Request& request, const Pack& pack,
            const std::vector<std::vector<PlaceIndex>>& must_offer) {
  return Searcher(menu, envelope, request, pack, must_offer).run();
}

}  // namespace unknot::planner
