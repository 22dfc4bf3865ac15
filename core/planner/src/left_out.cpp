#include <algorithm>

#include "report.hpp"

namespace unknot::planner {

using knowledge::PlaceIndex;
using knowledge::PlaceKind;
using knowledge::RuleCode;
using knowledge::Unit;
using model::LeftOut;
using model::Side;
using model::SideIndex;

namespace {

class LeftOutBuilder {
 public:
  explicit LeftOutBuilder(const Outcome& outcome) : o_(outcome) {}

  std::vector<LeftOut> build() {
    for (const auto& feel : o_.request.feel) {
      add_named(feel.at, feel.side);
      add_barred_region(feel.at, feel.side);
    }
    for (const auto& wish : o_.request.want) add_named(wish.at, wish.side);
    for (const auto& choice : o_.request.use) add_named(choice.at, Side::both);
    for (const auto& avoid : o_.request.avoid) add_named(avoid.at, avoid.side);
    for (std::size_t a = 0; a < o_.envelope.areas.size(); ++a) {
      add_area({static_cast<std::uint16_t>(a)}, Side::both);
    }
    return std::move(out_);
  }

  WhyNot why_not(PlaceIndex area, Side side) const {
    WhyNot out{explained(area, side)};
    if (out.entry.rule == RuleCode::budget) out.way = cheapest(area).way;
    // Another stands in its stead, or too many do: then its worth is what is compared.
    const bool ousted =
        out.entry.rule == RuleCode::dose_range || out.entry.rule == RuleCode::groups;
    if (ousted) out.way = worthiest(area);
    return out;
  }

 private:
  struct Addition {
    std::int32_t seconds = none;
    const Option* way = nullptr;
  };

  void add_named(PlaceIndex place, Side side) {
    if (o_.pack[place].kind == PlaceKind::area) {
      add_area(place, side);
      return;
    }
    if (known(place)) return;
    for (const PlaceIndex area : o_.pack[place].covers) add_area(area, side);
    // A region that stands for areas is told by them.
    if (o_.pack[place].kind == PlaceKind::region && !o_.pack[place].covers.empty()) return;
    LeftOut entry{.at = place, .side = side, .rule = RuleCode::never_zones};
    entry.instead = preferred(o_.pack[place].around, meant(place, side));
    out_.push_back(std::move(entry));
  }

  /// What hurts so much that its areas are left out is told by its own name too: it may be more
  /// than a sore muscle.
  void add_barred_region(PlaceIndex place, Side side) {
    if (o_.pack[place].kind != PlaceKind::region || known(place)) return;
    const auto barred = [&](PlaceIndex area) {
      const auto& sides = o_.envelope.areas[area.value];
      return std::any_of(sides.begin(), sides.end(), [&](const safety::SideLimits& limits) {
        return std::any_of(limits.bars.begin(), limits.bars.end(), [&](const safety::Bar& bar) {
          return bar.rule == RuleCode::around_the_pain && bar.cause == place;
        });
      });
    };
    const auto covers = o_.pack[place].covers;
    if (std::none_of(covers.begin(), covers.end(), barred)) return;
    LeftOut entry{.at = place, .side = meant(place, side), .rule = RuleCode::around_the_pain};
    entry.cause = place;
    entry.instead = preferred(o_.pack[place].around, entry.side);
    out_.push_back(std::move(entry));
  }

  bool known(PlaceIndex place) const {
    return std::any_of(out_.begin(), out_.end(),
                       [&](const LeftOut& entry) { return entry.at == place; });
  }

  bool planned(PlaceIndex area, SideIndex side) const {
    return std::any_of(o_.best.chosen.begin(), o_.best.chosen.end(), [&](const Chosen& chosen) {
      return chosen.offer->area == area && model::counts_for(chosen.option->side, side);
    });
  }

  bool planned(PlaceIndex area) const { return planned(area, 0) || planned(area, 1); }

  Side meant(PlaceIndex place, Side side) const {
    return o_.pack[place].sides == knowledge::Sides::middle ? Side::middle : side;
  }

  /// Of the places offered instead, on the sides in question: those in the plan; when there are
  /// none, those that are open.
  std::vector<PlaceIndex> preferred(knowledge::List<PlaceIndex> places, Side side) const {
    std::vector<PlaceIndex> in_plan;
    std::vector<PlaceIndex> open;
    for (const PlaceIndex place : places) {
      bool is_planned = false;
      bool is_open = false;
      for (const SideIndex s : safety::sides_of(side)) {
        is_planned = is_planned || planned(place, s);
        is_open = is_open || o_.envelope.areas[place.value][s].open();
      }
      if (is_planned) in_plan.push_back(place);
      if (is_open && on_menu(place)) open.push_back(place);
    }
    return in_plan.empty() ? open : in_plan;
  }

  /// One entry an area: for the sides that are not in the plan.
  void add_area(PlaceIndex area, Side) {
    if (known(area)) return;
    LeftOut sides[] = {explained(area, Side::left), explained(area, Side::right)};
    if (o_.pack[area].sides == knowledge::Sides::middle) {
      // It has one side only: what keeps either from being rolled keeps it from being rolled.
      const bool left = !o_.envelope.areas[area.value][0].open();
      LeftOut& whole = left ? sides[0] : sides[1];
      whole.side = Side::middle;
      if (!planned(area)) out_.push_back(std::move(whole));
      return;
    }
    const bool alike = sides[0].rule == sides[1].rule && sides[0].cause == sides[1].cause &&
                       sides[0].condition == sides[1].condition;
    if (!planned(area) && alike) {
      sides[0].side = Side::both;
      out_.push_back(std::move(sides[0]));
      return;
    }
    for (SideIndex s = 0; s < model::side_count; ++s) {
      // The other side of one that was rolled alone is not missed unless something bars it.
      const bool missed = planned(area) ? !o_.envelope.areas[area.value][s].open() : true;
      if (!planned(area, s) && missed) out_.push_back(std::move(sides[s]));
    }
  }

  LeftOut explained(PlaceIndex area, Side side) const {
    LeftOut entry{.at = area, .side = side};
    explain(entry);
    if (entry.instead.empty()) entry.instead = preferred(o_.pack[area].neighbours, side);
    return entry;
  }

  void explain(LeftOut& entry) const {
    const auto& limits = o_.envelope.areas[entry.at.value][entry.side == Side::right ? 1 : 0];
    if (!limits.open()) {
      // By the order of the rules; of one rule, what was said of the place itself.
      const auto key = [&](const safety::Bar& bar) {
        return std::pair(bar.rule, bar.cause != entry.at);
      };
      explain_bar(entry,
                  *std::min_element(limits.bars.begin(), limits.bars.end(),
                                    [&](const auto& a, const auto& b) { return key(a) < key(b); }));
      return;
    }
    if (!on_menu(entry.at)) {
      explain_technique(entry);
      return;
    }
    explain_choice(entry);
  }

  static void explain_bar(LeftOut& entry, const safety::Bar& bar) {
    entry.rule = bar.rule;
    entry.cause = bar.cause;
    entry.condition = bar.condition;
    entry.asked = bar.asked;
    entry.limit = bar.limit;
  }

  bool on_menu(PlaceIndex area) const {
    return std::any_of(o_.menu.offers.begin(), o_.menu.offers.end(),
                       [&](const Offer& offer) { return offer.area == area; });
  }

  /// Open, yet no technique fits: the objection that is furthest down the order stands in the way
  /// of the way that came closest.
  void explain_technique(LeftOut& entry) const {
    entry.rule = RuleCode::own_tools;
    std::optional<safety::Bar> closest;
    for (std::size_t t = 0; t < o_.pack.techniques.size(); ++t) {
      if (o_.pack.techniques[t].area != entry.at) continue;
      for (std::size_t tool = 0; tool < o_.request.tools.size(); ++tool) {
        if (o_.request.tools[tool].kind != o_.pack.techniques[t].tool) continue;
        for (SideIndex s = 0; s < model::side_count; ++s) {
          const model::Alternative choice{
              {static_cast<std::uint16_t>(t)}, tool, knowledge::VariantKind::lighter};
          const auto bar = safety::objection(o_.envelope, o_.request, o_.pack, choice, s);
          if (bar && (!closest || bar->rule > closest->rule)) closest = bar;
        }
      }
    }
    if (closest) explain_bar(entry, *closest);
  }

  /// It could have been planned; something else was worth more of the time.
  void explain_choice(LeftOut& entry) const {
    for (const PlaceIndex other : o_.pack[entry.at].overlaps) {
      if (!planned(other)) continue;
      entry.rule = RuleCode::dose_range;
      entry.cause = other;
      entry.instead = {other};
      return;
    }
    const auto areas = static_cast<std::int32_t>(o_.best.chosen.size());
    if (areas >= o_.envelope.max_areas || !fits_own_tools(entry.at)) {
      entry.rule = RuleCode::groups;
      entry.limit = model::quantity(
          areas >= o_.envelope.max_areas ? o_.envelope.max_areas : o_.envelope.max_tools,
          Unit::count);
      return;
    }
    entry.rule = RuleCode::budget;
    const std::int32_t left = o_.envelope.budget_seconds - o_.best.time * time_unit;
    entry.asked =
        model::quantity(std::max(least_addition(entry.at) - left, time_unit), Unit::second);
  }

  bool fits_own_tools(PlaceIndex area) const { return least_addition(area) < none; }

  std::int32_t least_addition(PlaceIndex area) const { return cheapest(area).seconds; }

  /// The cheapest way to add `area`, with the tools of the plan; of equals the worthier.
  Addition cheapest(PlaceIndex area) const {
    Addition least;
    const std::int32_t change = o_.pack.number(knowledge::Number::change_tool_seconds);
    for (const Offer& offer : o_.menu.offers) {
      if (offer.area != area) continue;
      const bool open =
          std::any_of(o_.best.chosen.begin(), o_.best.chosen.end(),
                      [&](const Chosen& c) { return c.offer->position == offer.position; });
      const std::int32_t extra =
          open ? 0 : (o_.pack[offer.position].setup_seconds + change) * o_.envelope.setup_factor;
      for (const Option& option : offer.options) {
        if (!tool_in_reach(option.choice.tool)) continue;
        const std::int32_t seconds = option.cost * time_unit + extra;
        const bool better = seconds < least.seconds ||
                            (seconds == least.seconds && option.value > least.way->value);
        if (better) least = {seconds, &option};
      }
    }
    return least;
  }

  const Option* worthiest(PlaceIndex area) const {
    const Option* most = nullptr;
    for (const Offer& offer : o_.menu.offers) {
      if (offer.area != area) continue;
      for (const Option& option : offer.options) {
        if (most == nullptr || option.value > most->value) most = &option;
      }
    }
    return most;
  }

  bool tool_in_reach(std::size_t tool) const {
    std::vector<std::size_t> used;
    for (const Chosen& c : o_.best.chosen) {
      const std::size_t t = c.option->choice.tool;
      if (std::find(used.begin(), used.end(), t) == used.end()) used.push_back(t);
    }
    const bool known = std::find(used.begin(), used.end(), tool) != used.end();
    return known || used.size() < static_cast<std::size_t>(o_.envelope.max_tools);
  }

  static constexpr std::int32_t none = 1000000;
  const Outcome& o_;
  std::vector<LeftOut> out_;
};

}  // namespace

WhyNot why_not(const Outcome& outcome, PlaceIndex area, Side side) {
  return LeftOutBuilder(outcome).why_not(area, side);
}

std::vector<LeftOut> left_out_of(const Outcome& outcome) { return LeftOutBuilder(outcome).build(); }

}  // namespace unknot::planner
