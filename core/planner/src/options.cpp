#include "options.hpp"

#include <algorithm>

namespace unknot::planner {

using knowledge::Laterality;
using knowledge::Motion;
using knowledge::Number;
using knowledge::Pack;
using knowledge::PlaceIndex;
using knowledge::Technique;
using knowledge::TechniqueIndex;
using knowledge::VariantKind;
using model::Alternative;
using model::Request;
using model::Side;
using model::SideIndex;
using safety::Envelope;

namespace {

constexpr std::int32_t round_up(std::int32_t seconds) {
  return (seconds + time_unit - 1) / time_unit;
}

/// Sides on which a choice is lawful.
using Lawful = std::array<bool, model::side_count>;

struct Candidate {
  Alternative choice;
  Lawful lawful{};
};

class MenuBuilder {
 public:
  MenuBuilder(const Envelope& envelope, const Request& request, const Pack& pack,
              const std::vector<Need>& needs, Alone alone, Tools as_asked)
      : envelope_(envelope),
        request_(request),
        pack_(pack),
        needs_(needs),
        alone_(alone),
        as_asked_(as_asked) {
    for (std::size_t i = 0; i < request.tools.size(); ++i) tools_.push_back(i);
    std::stable_sort(tools_.begin(), tools_.end(), [&](std::size_t a, std::size_t b) {
      return safety::rung_of(request.tools[a]) < safety::rung_of(request.tools[b]);
    });
    first_side_ = side_spoken_of();
  }

  Menu build() {
    Menu menu;
    for (std::size_t a = 0; a < needs_.size(); ++a) {
      const PlaceIndex area{static_cast<std::uint16_t>(a)};
      const auto candidates = candidates_for(area);
      add_offers(menu, area, candidates);
    }
    return menu;
  }

 private:
  /// The side that was named first, so that of equals the plan takes the side the person spoke of.
  SideIndex side_spoken_of() const {
    std::optional<Side> first;
    const auto look = [&](PlaceIndex at, Side side) {
      const bool one = side == Side::left || side == Side::right;
      const bool has_sides = at.valid() && pack_[at].sides == knowledge::Sides::pair;
      if (!first && one && has_sides) first = side;
    };
    for (const auto& feel : request_.feel) look(feel.at, feel.side);
    for (const auto& wish : request_.want) look(wish.at, wish.side);
    for (const auto& wish : request_.avoid) look(wish.at, wish.side);
    for (const auto& entry : request_.conditions) look(entry.at, entry.side);
    for (const auto& entry : request_.history) look(entry.area, entry.side);
    return first == Side::right ? 1 : 0;
  }

  /// Somebody new to an area starts with the lighter variant, and so does a gentle session.
  bool lighter_first(PlaceIndex area) const {
    if (envelope_.gentle) return true;
    if (request_.person.experience != model::Experience::fresh) return false;
    return std::none_of(request_.history.begin(), request_.history.end(), [&](const auto& h) {
      return h.area == area && h.clean_sessions >= pack_.number(Number::again_clean_sessions);
    });
  }

  Lawful lawful(const Alternative& choice) const {
    Lawful out{};
    for (SideIndex s = 0; s < model::side_count; ++s) {
      out[s] = !safety::objection(envelope_, request_, pack_, choice, s);
    }
    return out;
  }

  /// One variant a technique and tool: the preferred one that is lawful on most sides.
  Candidate best_variant(PlaceIndex area, TechniqueIndex technique, std::size_t tool) const {
    constexpr VariantKind gentle_order[] = {VariantKind::lighter, VariantKind::standard};
    constexpr VariantKind usual_order[] = {VariantKind::standard, VariantKind::lighter};
    const auto& order = lighter_first(area) ? gentle_order : usual_order;
    Candidate best;
    int best_sides = 0;
    for (const VariantKind kind : order) {
      const Alternative choice{technique, tool, kind};
      const Lawful sides = lawful(choice);
      const int count = int{sides[0]} + int{sides[1]};
      if (count > best_sides) {
        best = {choice, sides};
        best_sides = count;
      }
    }
    return best;
  }

  std::vector<Candidate> candidates_for(PlaceIndex area) const {
    std::vector<Candidate> out;
    for (std::size_t t = 0; t < pack_.techniques.size(); ++t) {
      if (pack_.techniques[t].area != area) continue;
      for (const std::size_t tool : tools_) {
        if (request_.tools[tool].kind != pack_.techniques[t].tool) continue;
        const Candidate c = best_variant(area, {static_cast<std::uint16_t>(t)}, tool);
        if (c.lawful[0] || c.lawful[1]) out.push_back(c);
      }
    }
    if (as_asked_ == Tools::as_asked) keep_chosen_tool(area, out);
    return out;
  }

  /// Whoever asked for a tool gets that one, where it is lawful at all; else any that is.
  void keep_chosen_tool(PlaceIndex area, std::vector<Candidate>& candidates) const {
    const auto asked_for = [&](const Candidate& c) {
      return std::any_of(request_.use.begin(), request_.use.end(), [&](const auto& choice) {
        return choice.at == area && choice.tool == c.choice.tool;
      });
    };
    if (std::none_of(candidates.begin(), candidates.end(), asked_for)) return;
    std::erase_if(candidates, [&](const Candidate& c) { return !asked_for(c); });
  }

  /// Whether one side of `area` may be rolled without the other, where that is lawful.
  Lawful alone_allowed(PlaceIndex area, const std::vector<Candidate>& candidates) const {
    if (!envelope_.sides_may_differ) return {};
    // No way is lawful on both sides where one of them is closed.
    const bool together = std::any_of(candidates.begin(), candidates.end(),
                                      [](const auto& c) { return c.lawful[0] && c.lawful[1]; });
    const bool anyway = alone_ == Alone::wherever_lawful || !together;
    const auto& need = needs_[area.value].value;
    return {anyway || need[0] > need[1], anyway || need[1] > need[0]};
  }

  void add_offers(Menu& menu, PlaceIndex area, const std::vector<Candidate>& candidates) const {
    const Lawful alone = alone_allowed(area, candidates);
    for (std::size_t p = 0; p < pack_.positions.size(); ++p) {
      Offer offer{area, {static_cast<std::uint16_t>(p)}, {}};
      for (const Candidate& c : candidates) {
        const Technique& technique = pack_[c.choice.technique];
        if (technique.position != offer.position) continue;
        add_options(offer, c, alone);
      }
      if (!offer.options.empty()) menu.offers.push_back(std::move(offer));
    }
  }

  /// For somebody slow to get down and up, the floor suits less.
  std::int32_t fit_of(const Technique& technique) const {
    const bool floor = pack_[technique.position].place == knowledge::Support::floor;
    if (!envelope_.lighter_only || !floor) return technique.fit;
    return technique.fit * pack_.number(Number::slow_floor_fit_percent) / 100;
  }

  void add_options(Offer& offer, const Candidate& c, const Lawful& alone) const {
    for (std::size_t dose = 0; dose < pack_.doses.size(); ++dose) {
      if (c.lawful[0] && c.lawful[1]) add_option(offer, c, Side::both, dose);
      if (pack_[c.choice.technique].laterality == Laterality::both) continue;
      for (const SideIndex s : {first_side_, 1 - first_side_}) {
        if (c.lawful[s] && alone[s]) add_option(offer, c, model::side_at(s), dose);
      }
    }
  }

  void add_option(Offer& offer, const Candidate& c, Side side, std::size_t dose) const {
    const std::int32_t seconds = pack_.doses[dose].seconds;
    const safety::Load load = safety::load_of(request_, pack_, c.choice);
    std::int64_t need = 0;
    for (const SideIndex s : safety::sides_of(side)) {
      const auto& limits = envelope_.areas[offer.area.value][s];
      const auto& rung = limits.ladder[static_cast<std::size_t>(load.rung - 1)];
      if (seconds > std::min(limits.seconds, rung.seconds)) return;
      need += needs_[offer.area.value].value[s];
    }
    Option option{0, 0, c.choice, side, dose};
    option.fit = fit_of(pack_[c.choice.technique]);
    option.value = need * pack_.doses[dose].response_permille * option.fit;
    for (const auto& step : steps_of(option, envelope_, request_, pack_)) {
      const std::int32_t setup = pack_[step.technique].setup_seconds * envelope_.setup_factor;
      option.cost += round_up(setup + safety::rolling_seconds_of(step));
    }
    offer.options.push_back(option);
  }

  const Envelope& envelope_;
  const Request& request_;
  const Pack& pack_;
  const std::vector<Need>& needs_;
  Alone alone_;
  Tools as_asked_;
  SideIndex first_side_ = 0;
  std::vector<std::size_t> tools_;  ///< Softer first.
};

/// The technique's own pace where it has one, else the session's; never outside the rule.
std::optional<std::int32_t> pace_of(const Technique& technique, const Envelope& envelope,
                                    const Request& request, const Pack& pack) {
  if (technique.motion == Motion::hold) return std::nullopt;
  const bool fresh = request.person.experience == model::Experience::fresh;
  const std::int32_t usual =
      pack.number(fresh ? Number::pace_new_default_seconds : Number::pace_default_seconds);
  const std::int32_t own = std::max(technique.seconds_per_pass, usual);
  return std::clamp(own, envelope.pace_min, envelope.pace_max);
}

}  // namespace

Menu menu_of(const Envelope& envelope, const Request& request, const Pack& pack,
             const std::vector<Need>& needs, Alone alone, Tools tools) {
  return MenuBuilder(envelope, request, pack, needs, alone, tools).build();
}

std::vector<model::DraftStep> steps_of(const Option& option, const Envelope& envelope,
                                       const Request& request, const Pack& pack) {
  const Technique& technique = pack[option.choice.technique];
  const auto& dose = pack.doses[option.dose];
  const auto sets = technique.motion == Motion::hold ? dose.hold_sets : dose.stroke_sets;
  model::DraftStep step;
  step.area = technique.area;
  step.technique = option.choice.technique;
  step.tool = option.choice.tool;
  step.variant = option.choice.variant;
  step.sets.assign(sets.begin(), sets.end());
  step.rest_seconds = pack.number(Number::rest_seconds);
  step.seconds_per_pass = pace_of(technique, envelope, request, pack);
  step.level_low = envelope.level_low;
  const safety::Load load = safety::load_of(request, pack, option.choice);
  for (const SideIndex s : safety::sides_of(option.side)) {
    const auto& rung =
        envelope.areas[step.area.value][s].ladder[static_cast<std::size_t>(load.rung - 1)];
    step.level_high = std::min(step.level_high, rung.level_high);
  }
  step.level_low = std::min(step.level_low, step.level_high);
  if (technique.laterality == Laterality::both || option.side != Side::both) {
    const bool middle = pack[step.area].sides == knowledge::Sides::middle;
    step.side = middle ? Side::middle : option.side;
    return {step};
  }
  model::DraftStep right = step;
  step.side = Side::left;
  right.side = Side::right;
  return {step, right};
}

}  // namespace unknot::planner
