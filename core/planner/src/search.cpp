#include "search.hpp"

#include <algorithm>
#include <bit>
#include <tuple>

#include "tool_set.hpp"

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

/// One set of tools with one set of open positions: what is worth solving, best prospects first.
struct Prospect {
  std::int64_t bound = 0;
  std::size_t set = 0;   ///< Index of the tool set.
  std::size_t open = 0;  ///< Positions, as bits.
};

class Searcher {
 public:
  Searcher(const Menu& menu, const Envelope& envelope, const Request& request, const Pack& pack,
           const std::vector<std::vector<PlaceIndex>>& must_offer)
      : menu_(menu),
        envelope_(envelope),
        request_(request),
        pack_(pack),
        must_offer_(must_offer),
        change_(pack.number(knowledge::Number::change_tool_seconds) * envelope.setup_factor) {
    find_components();
  }

  Best run() {
    make_tool_sets();
    std::vector<Prospect> prospects;
    for (std::size_t set = 0; set < sets_.size(); ++set) add_prospects(set, prospects);
    std::stable_sort(prospects.begin(), prospects.end(),
                     [](const Prospect& a, const Prospect& b) { return a.bound > b.bound; });
    for (const Prospect& prospect : prospects) {
      if (prospect.bound < best_.value) break;
      now_ = prospect;
      branch(assign(sets_[prospect.set], prospect.open));
    }
    return std::move(best_);
  }

 private:
  /// Areas linked by shared muscles carry one number; of each number at most one is rolled.
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

  /// Tools that appear in some option, softer first.
  std::vector<std::size_t> useful_tools() const {
    std::vector<std::size_t> tools;
    for (const Offer& offer : menu_.offers) {
      for (const Option& option : offer.options) {
        const bool known = std::find(tools.begin(), tools.end(), option.choice.tool) != tools.end();
        if (!known) tools.push_back(option.choice.tool);
      }
    }
    std::sort(tools.begin(), tools.end(), [&](std::size_t a, std::size_t b) {
      const auto rung_a = safety::rung_of(request_.tools[a]);
      const auto rung_b = safety::rung_of(request_.tools[b]);
      return rung_a != rung_b ? rung_a < rung_b : a < b;
    });
    return tools;
  }

  /// Pairs, as the model has them: one of a pair may stay unused.
  void make_tool_sets() {
    const auto tools = useful_tools();
    if (tools.size() == 1 || envelope_.max_tools < 2) {
      for (const std::size_t tool : tools) sets_.push_back(tool_set({tool}));
      return;
    }
    for (std::size_t i = 0; i < tools.size(); ++i) {
      for (std::size_t j = i + 1; j < tools.size(); ++j) {
        sets_.push_back(tool_set({tools[i], tools[j]}));
      }
    }
  }

  ToolSet tool_set(std::vector<std::size_t> tools) const {
    ToolSet set;
    set.tools = std::move(tools);
    set.preferences.resize(envelope_.areas.size());
    for (const Offer& offer : menu_.offers) add_choice(set, offer);
    for (auto& preference : set.preferences) {
      std::stable_sort(preference.begin(), preference.end(), [&](std::size_t a, std::size_t b) {
        const Choice& first = set.choices[a];
        const Choice& second = set.choices[b];
        if (first.fit != second.fit) return first.fit > second.fit;
        return first.offer->position < second.offer->position;
      });
    }
    sort_slopes(set.slopes);
    return set;
  }

  void add_choice(ToolSet& set, const Offer& offer) const {
    Choice choice{&offer, 0, {}, 0, component_[offer.area.value], flags_of(offer.area)};
    for (const Option& option : offer.options) add_item(choice, option, set.tools);
    if (choice.items.empty()) return;
    const auto known = std::find(set.positions.begin(), set.positions.end(), offer.position);
    choice.position = static_cast<std::size_t>(known - set.positions.begin());
    if (known == set.positions.end()) set.positions.push_back(offer.position);
    add_hull(choice.items, set.choices.size(), set.slopes);
    set.preferences[offer.area.value].push_back(set.choices.size());
    set.choices.push_back(std::move(choice));
  }

  static void add_item(Choice& choice, const Option& option,
                       const std::vector<std::size_t>& tools) {
    const auto tool = std::find(tools.begin(), tools.end(), option.choice.tool);
    if (tool == tools.end()) return;
    const auto bit = static_cast<std::uint8_t>(1U << (tool - tools.begin()));
    choice.fit = std::max(choice.fit, option.fit);
    const bool beaten =
        std::any_of(choice.items.begin(), choice.items.end(), [&](const Item& other) {
          return other.tool_bit == bit && other.option->cost <= option.cost &&
                 other.option->value >= option.value;
        });
    if (!beaten) choice.items.push_back({choice.offer, &option, bit, choice.flags});
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

  /// Time units left for rolling once the open positions are paid for; below 0: none.
  std::int32_t time_after(const ToolSet& set, std::size_t open) const {
    std::int32_t paid = 0;
    for (std::size_t p = 0; p < set.positions.size(); ++p) {
      if ((open >> p & 1) == 0) continue;
      paid += pack_[set.positions[p]].setup_seconds * envelope_.setup_factor + change_;
    }
    return envelope_.budget_seconds < paid ? -1 : (envelope_.budget_seconds - paid) / time_unit;
  }

  void add_prospects(std::size_t index, std::vector<Prospect>& prospects) const {
    const ToolSet& set = sets_[index];
    for (std::size_t open = 1; open < (std::size_t{1} << set.positions.size()); ++open) {
      if (static_cast<std::size_t>(std::popcount(open)) > most_positions) continue;
      const std::int32_t time = time_after(set, open);
      if (time < 0) continue;
      const Assignment assignment = assign(set, open);
      if (assignment.empty()) continue;
      prospects.push_back({bound_of(set, assignment, time), index, open});
    }
  }

  /// A component whose areas lie in different positions is split into one case for each of them.
  void branch(const Assignment& assignment) {
    const ToolSet& set = sets_[now_.set];
    for (const std::size_t first : assignment) {
      if (first == no_choice) continue;
      const auto same = [&](std::size_t other) {
        return other != no_choice && set.choices[other].component == set.choices[first].component;
      };
      const bool straddles = std::any_of(assignment.begin(), assignment.end(), [&](auto other) {
        return same(other) && set.choices[other].position != set.choices[first].position;
      });
      if (!straddles) continue;
      for (const std::size_t keep : assignment) {
        if (!same(keep)) continue;
        Assignment fewer = assignment;
        for (std::size_t& other : fewer) {
          if (same(other) && other != keep) other = no_choice;
        }
        branch(fewer);
      }
      return;
    }
    solve(assignment);
  }

  Problem problem_of(const Assignment& assignment) const {
    const ToolSet& set = sets_[now_.set];
    Problem problem;
    problem.time = time_after(set, now_.open);
    problem.second_tool = change_ / time_unit;
    problem.flag_count = std::min(must_offer_.size(), most_flags);
    problem.max_areas = static_cast<std::size_t>(envelope_.max_areas);
    for (std::size_t p = 0; p < set.positions.size(); ++p) {
      if ((now_.open >> p & 1) != 0) problem.stations.push_back(station_of(set, assignment, p));
    }
    return problem;
  }

  static Station station_of(const ToolSet& set, const Assignment& assignment, std::size_t p) {
    Station station;
    std::vector<std::size_t> components;
    for (const std::size_t index : assignment) {
      if (index == no_choice || set.choices[index].position != p) continue;
      const Choice& choice = set.choices[index];
      const auto known = std::find(components.begin(), components.end(), choice.component);
      const auto at = static_cast<std::size_t>(known - components.begin());
      if (known == components.end()) {
        components.push_back(choice.component);
        station.emplace_back();
      }
      station[at].insert(station[at].end(), choice.items.begin(), choice.items.end());
    }
    return station;
  }

  /// Ties: the shorter plan, then the earlier tools, then the earlier positions.
  bool could_win(std::int64_t value, std::int32_t time) const {
    const auto key = [](std::int64_t v, std::int32_t t, const Prospect& p) {
      return std::tuple(-v, t, p.set, p.open);
    };
    return best_.value <= 0 ||
           key(value, time, now_) < key(best_.value, best_.time, best_prospect_);
  }

  void solve(const Assignment& assignment) {
    const Problem problem = problem_of(assignment);
    const std::int32_t paid = envelope_.budget_seconds / time_unit - problem.time;
    const Estimate estimate = estimate_of(problem);
    if (!could_win(estimate.value, paid + estimate.time)) return;
    const Solution solution = programme_.solve(problem);
    if (solution.value <= 0) return;
    const std::int32_t time = paid + solution.time;
    if (!could_win(solution.value, time)) return;
    best_prospect_ = now_;
    best_.value = solution.value;
    best_.time = time;
    best_.chosen.clear();
    for (const Item& item : solution.items) best_.chosen.push_back({item.offer, item.option});
  }

  const Menu& menu_;
  const Envelope& envelope_;
  const Request& request_;
  const Pack& pack_;
  const std::vector<std::vector<PlaceIndex>>& must_offer_;
  std::int32_t change_;
  std::vector<std::size_t> component_;
  std::vector<ToolSet> sets_;
  Programme programme_;
  Prospect now_;
  Prospect best_prospect_;
  Best best_;
};

}  // namespace

Best search(const Menu& menu, const Envelope& envelope, const Request& request, const Pack& pack,
            const std::vector<std::vector<PlaceIndex>>& must_offer) {
  return Searcher(menu, envelope, request, pack, must_offer).run();
}

}  // namespace unknot::planner
