#include "search.hpp"

#include <algorithm>
#include <tuple>

#include "programme.hpp"
#include "prospects.hpp"
#include "tool_set.hpp"

namespace unknot::planner {

using knowledge::Pack;
using model::Request;
using safety::Envelope;

namespace {

/// Times that the most promising prospect is priced before all are looked at.
constexpr int pricing_rounds = 3;

/// Before anything is known a problem is tried with a target this share of its bound below it,
/// and if nothing reaches that, with one so many times further below.
constexpr std::int64_t gap_share = 64;
constexpr std::int64_t gap_growth = 8;

/// Whether both have the same tools and positions, at whatever prices.
bool alike(const Prospect& a, const Prospect& b) { return a.set == b.set && a.open == b.open; }

class Searcher {
 public:
  explicit Searcher(const Terrain& terrain) : terrain_(terrain), sets_(terrain.sets.size()) {}

  Best run() {
    if (!find_prices()) return {};
    const Prospect solved = now_;
    for (const Prospect& prospect : prospects_of(terrain_, prices_, best_.value)) {
      if (prospect.bound < best_.value) break;
      if (alike(prospect, solved)) continue;
      now_ = prospect;
      const ToolSet& set = tool_set(prospect.set);
      const Assignment assignment = assign(set, prospect.open);
      if (uses_all(set, assignment, prospect.open)) branch(set, assignment);
    }
    return std::move(best_);
  }

 private:
  /// Prices for which the most promising prospect is priced right; solves it, so that there is
  /// something to beat. False: there is no prospect at all.
  bool find_prices() {
    for (int round = 0; round < pricing_rounds; ++round) {
      const Prospect top = best_prospect(terrain_, prices_);
      if (top.bound < 0) return false;
      if (round > 0 && alike(top, now_)) break;
      now_ = top;
      const ToolSet& set = tool_set(top.set);
      const Problem problem = problem_of(set, assign(set, top.open));
      prices_ = bound_of(problem, prices_, 0).prices;
    }
    const ToolSet& set = tool_set(now_.set);
    const Assignment assignment = assign(set, now_.open);
    if (uses_all(set, assignment, now_.open)) branch(set, assignment);
    return true;
  }

  const ToolSet& tool_set(std::size_t index) {
    if (sets_[index].preferences.empty()) sets_[index] = tool_set_of(terrain_, index);
    return sets_[index];
  }

  /// A component whose areas lie in different positions is split into one case for each of them.
  void branch(const ToolSet& set, const Assignment& assignment) {
    for (const std::size_t first : assignment) {
      if (first == no_choice) continue;
      const auto same = [&](std::size_t other) {
        return other != no_choice && set.choices[other].component == set.choices[first].component;
      };
      const bool straddles = std::any_of(assignment.begin(), assignment.end(), [&](auto other) {
        return same(other) && set.choices[other].position != set.choices[first].position;
      });
      if (!straddles) continue;
      // Without the split the component may be taken in each of its positions: too good at best.
      if (!promising(problem_of(set, assignment))) return;
      for (const std::size_t keep : assignment) {
        if (!same(keep)) continue;
        Assignment fewer = assignment;
        for (std::size_t& other : fewer) {
          if (same(other) && other != keep) other = no_choice;
        }
        branch(set, fewer);
      }
      return;
    }
    solve(problem_of(set, assignment));
  }

  bool promising(const Problem& problem) const {
    const Bound bound = bound_of(problem, prices_, best_.value);
    return bound.value - bound.slack >= best_.value;
  }

  Problem problem_of(const ToolSet& set, const Assignment& assignment) const {
    Problem problem;
    problem.time = time_after(terrain_, now_.open);
    problem.second_tool = terrain_.change / time_unit;
    problem.flag_count = terrain_.flag_count;
    problem.max_areas = terrain_.max_areas;
    for (std::size_t p = 0; p < terrain_.positions.size(); ++p) {
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

  /// The nearer the target, the less is followed; what reaches it is found exactly.
  void solve(const Problem& problem) {
    const Bound bound = bound_of(problem, prices_, best_.value);
    const std::int64_t most = bound.value - bound.slack;
    const std::int64_t benefit = most % offer_bonus;
    for (std::int64_t gap = benefit / gap_share + 1; most >= best_.value; gap *= gap_growth) {
      // Further below than all benefit, it is owed offers that cannot be made: all is looked at.
      const std::int64_t near = gap < benefit ? most - gap : 1;
      const std::int64_t target = std::max(best_.value, near);
      Problem reduced = problem;
      Bound reduced_bound = bound;
      drop_hopeless(reduced, reduced_bound, target);
      take(programme_.solve(reduced, reduced_bound, target), problem.time);
      if (best_.value >= target || target == 1) return;
    }
  }

  /// Ties: the shorter plan, then the earlier tools, then the earlier positions.
  void take(const Solution& solution, std::int32_t time_left) {
    if (solution.value <= 0) return;
    const std::int32_t time = terrain_.budget / time_unit - time_left + solution.time;
    const auto key = [](std::int64_t v, std::int32_t t, const Prospect& p) {
      return std::tuple(-v, t, p.set, p.open);
    };
    const bool better = best_.value <= 0 || key(solution.value, time, now_) <
                                                key(best_.value, best_.time, best_prospect_);
    if (!better) return;
    best_prospect_ = now_;
    best_.value = solution.value;
    best_.time = time;
    best_.chosen.clear();
    for (const Item& item : solution.items) best_.chosen.push_back({item.offer, item.option});
  }

  const Terrain& terrain_;
  std::vector<ToolSet> sets_;  ///< Filled when first asked for.
  Programme programme_;
  Prices prices_;
  Prospect now_;
  Prospect best_prospect_;
  Best best_;
};

}  // namespace

Best search(const Menu& menu, const Envelope& envelope, const Request& request, const Pack& pack,
            const Offers& must_offer) {
  const Terrain terrain = terrain_of(menu, envelope, request, pack, must_offer);
  return Searcher(terrain).run();
}

}  // namespace unknot::planner
