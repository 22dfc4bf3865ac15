#include "unknot/planner/planner.hpp"

#include <algorithm>
#include <tuple>

#include "order.hpp"
#include "problem.hpp"
#include "unknot/base/check.hpp"
#include "worked.hpp"

namespace unknot::planner {

using knowledge::Pack;
using knowledge::PlaceIndex;
using knowledge::VariantKind;
using model::Alternative;
using model::DraftStep;
using model::Request;
using safety::Envelope;

namespace {

constexpr std::size_t most_easings = 3;
constexpr std::size_t most_hardenings = 1;

/// Offers that are owed and can be made; each set once.
Offers owed(const Envelope& envelope, const Request& request, const Pack& pack) {
  Offers out;
  for (auto offer : envelope.offers) {
    std::erase_if(
        offer, [&](PlaceIndex area) { return !safety::can_stand(envelope, request, pack, area); });
    const bool known = std::find(out.begin(), out.end(), offer) != out.end();
    if (!offer.empty() && !known) out.push_back(std::move(offer));
  }
  return out;
}

/// Whether there is a plan, and it makes every owed offer.
bool makes_all(const Best& best, const Offers& must_offer) {
  return best.value > 0 && best.value / offer_bonus ==
                               static_cast<std::int64_t>(std::min(must_offer.size(), most_flags));
}

/// Ways to carry on with a step that are easier or harder, with the tools of the plan. The gate
/// keeps the lawful ones.
class AlternativeFinder {
 public:
  AlternativeFinder(const Request& request, const Pack& pack, std::vector<std::size_t> tools)
      : request_(request), pack_(pack), tools_(std::move(tools)) {}

  /// The technique in hand before others, the same position before another, the smallest change
  /// of pressure first.
  std::vector<Alternative> easings(const DraftStep& step) const {
    const auto key = [&](const Alternative& c) {
      const auto& technique = pack_[c.technique];
      return std::tuple(c.technique != step.technique || c.tool != step.tool,
                        technique.position != pack_[step.technique].position, -intensity(c),
                        c.technique.value, c.tool);
    };
    std::vector<Alternative> out;
    for (std::size_t t = 0; t < pack_.techniques.size(); ++t) {
      if (pack_.techniques[t].area != step.area) continue;
      for (const std::size_t tool : tools_) {
        if (request_.tools[tool].kind != pack_.techniques[t].tool) continue;
        add_easing(step, {{static_cast<std::uint16_t>(t)}, tool, VariantKind::standard}, out);
        add_easing(step, {{static_cast<std::uint16_t>(t)}, tool, VariantKind::lighter}, out);
      }
    }
    std::stable_sort(out.begin(), out.end(),
                     [&](const auto& a, const auto& b) { return key(a) < key(b); });
    return out;
  }

  std::vector<Alternative> hardenings(const DraftStep& step) const {
    std::vector<Alternative> out;
    const Alternative now{step.technique, step.tool, step.variant};
    for (const VariantKind kind : {VariantKind::standard, VariantKind::harder}) {
      const Alternative choice{step.technique, step.tool, kind};
      const bool exists = knowledge::find_variant(pack_[step.technique], kind) != nullptr;
      if (exists && share(choice) > share(now)) out.push_back(choice);
    }
    return out;
  }

 private:
  std::int32_t intensity(const Alternative& choice) const {
    return safety::load_of(request_, pack_, choice).intensity;
  }
  std::int32_t share(const Alternative& choice) const {
    return knowledge::find_variant(pack_[choice.technique], choice.variant)->load_permille;
  }
  void add_easing(const DraftStep& step, const Alternative& choice,
                  std::vector<Alternative>& out) const {
    const Alternative now{step.technique, step.tool, step.variant};
    const bool same_way = choice.technique == step.technique && choice.tool == step.tool;
    const bool lighter = same_way ? share(choice) < share(now) : intensity(choice) < intensity(now);
    if (lighter) out.push_back(choice);
  }

  const Request& request_;
  const Pack& pack_;
  std::vector<std::size_t> tools_;
};

/// Keeps the first few lawful ones: judged by the same envelope as the step.
void keep_lawful(std::vector<Alternative>& choices, std::size_t most, const DraftStep& step,
                 const Envelope& envelope, const Request& request, const Pack& pack) {
  std::erase_if(choices, [&](const Alternative& choice) {
    const auto& technique = pack[choice.technique];
    const auto& own = pack[step.technique];
    if (technique.laterality != own.laterality || technique.motion != own.motion) return true;
    for (const auto side : safety::sides_of(step.side)) {
      if (safety::objection(envelope, request, pack, choice, side)) return true;
    }
    return false;
  });
  if (choices.size() > most) choices.resize(most);
}

/// The reasons that speak of the step's side; the goal alone is told only for want of others.
std::vector<model::Why> reasons_for(const std::vector<model::Why>& all, model::Side side) {
  std::vector<model::Why> out;
  for (const model::Why& why : all) {
    bool meant = false;
    for (const auto s : safety::sides_of(side)) meant = meant || model::counts_for(why.side, s);
    const bool better_known = why.reason == model::Reason::goal && !out.empty();
    if (meant && !better_known) out.push_back(why);
  }
  return out;
}

model::DraftPlan draft_of(const Best& best, const Envelope& envelope, const Request& request,
                          const Pack& pack, const std::vector<Need>& needs) {
  std::vector<std::size_t> tools;
  for (const Chosen& chosen : best.chosen) {
    const std::size_t tool = chosen.option->choice.tool;
    if (std::find(tools.begin(), tools.end(), tool) == tools.end()) tools.push_back(tool);
  }
  const AlternativeFinder finder(request, pack, tools);
  model::DraftPlan draft;
  for (const Chosen& chosen : best.chosen) {
    for (DraftStep& step : steps_of(*chosen.option, envelope, request, pack)) {
      step.why = reasons_for(needs[step.area.value].why, step.side);
      step.alternatives = finder.easings(step);
      keep_lawful(step.alternatives, most_easings, step, envelope, request, pack);
      auto harder = finder.hardenings(step);
      keep_lawful(harder, most_hardenings, step, envelope, request, pack);
      step.alternatives.insert(step.alternatives.end(), harder.begin(), harder.end());
      draft.steps.push_back(std::move(step));
    }
  }
  return draft;
}

/// Without a session nothing is short of time in it, and beside a warning sign nothing is offered.
void fit_to_refusal(std::vector<model::LeftOut>& left_out, const model::Refusal& refusal) {
  if (refusal.reason != model::StopReason::budget) {
    std::erase_if(left_out, [](const model::LeftOut& entry) {
      return entry.rule == knowledge::RuleCode::budget || entry.rule == knowledge::RuleCode::groups;
    });
  }
  if (!refusal.red_flag.valid()) return;
  for (model::LeftOut& entry : left_out) entry.instead.clear();
}

}  // namespace

Worked::Worked(const Request& request, const Pack& pack)
    : envelope(safety::draw_envelope(request, pack)),
      needs(needs_of(request, pack)),
      menu(menu_of(envelope, request, pack, needs)) {
  const Offers must_offer = owed(envelope, request, pack);
  if (!envelope.stops.empty()) return;
  best = search(menu, envelope, request, pack, must_offer);
  const auto once_more = [&](Alone alone, Tools tools) {
    if (makes_all(best, must_offer)) return;
    menu = menu_of(envelope, request, pack, needs, alone, tools);
    best = search(menu, envelope, request, pack, must_offer);
  };
  // Better one side alone, and then better another tool than was asked for, than an offer not made
  // or nothing at all.
  if (envelope.sides_may_differ) once_more(Alone::wherever_lawful, Tools::as_asked);
  if (!request.use.empty()) once_more(Alone::with_reason, Tools::any);
  if (!request.use.empty() && envelope.sides_may_differ) {
    once_more(Alone::wherever_lawful, Tools::any);
  }
  best.chosen = in_order_of_need(std::move(best.chosen), needs, pack);
}

bool is_about_softer(model::AdviceKind kind) {
  return kind == model::AdviceKind::softer_after_soreness ||
         kind == model::AdviceKind::softer_after_strong ||
         kind == model::AdviceKind::softer_after_harm;
}

/// What is softer than last time is told of the places that the answer speaks of.
void drop_advice_on_other_places(Answer& answer) {
  std::erase_if(answer.advice, [&](const model::Advice& a) {
    if (!is_about_softer(a.kind)) return false;
    const auto steps = answer.plan->steps();
    return std::none_of(steps.begin(), steps.end(),
                        [&](const auto& step) { return step.draft.area == a.at; }) &&
           std::none_of(answer.left_out.begin(), answer.left_out.end(),
                        [&](const auto& left) { return left.at == a.at && left.rule == a.rule; });
  });
}

Answer answer_of(const Outcome& outcome, const std::vector<Need>& needs) {
  const auto& [request, pack, envelope, menu, best] = outcome;
  Answer answer;
  answer.left_out = left_out_of(outcome);
  answer.advice = envelope.advice;
  if (best.value < 0) {
    // What goes with a session makes no sense without one; what should be seen still should.
    std::erase_if(answer.advice,
                  [](const model::Advice& a) { return a.rule != knowledge::RuleCode::refer; });
    answer.refusal = refusal_of(outcome);
    answer.also = other_stops(outcome);
    fit_to_refusal(answer.left_out, *answer.refusal);
    return answer;
  }
  answer.offers_made = static_cast<std::int32_t>(best.value / offer_bonus);
  answer.benefit = best.value % offer_bonus;
  auto ruling =
      safety::Gate(pack).vet(draft_of(best, envelope, request, pack, needs), request, envelope);
  // The search moves inside the envelope, so a change by the gate is a mistake of ours.
  UNKNOT_CHECK(ruling.has_value() && ruling->plan.has_value() && ruling->findings.empty());
  answer.plan = std::move(ruling->plan);
  drop_advice_on_other_places(answer);
  return answer;
}

std::vector<std::vector<std::size_t>> usable_tools(const Request& request, const Pack& pack) {
  std::vector<std::vector<std::size_t>> out(pack.places.size());
  const Envelope envelope = safety::draw_envelope(request, pack);
  const Menu menu =
      menu_of(envelope, request, pack, needs_of(request, pack), Alone::with_reason, Tools::any);
  for (const Offer& offer : menu.offers) {
    auto& tools = out[offer.area.value];
    for (const Option& option : offer.options) tools.push_back(option.choice.tool);
  }
  for (auto& tools : out) {
    std::sort(tools.begin(), tools.end());
    tools.erase(std::unique(tools.begin(), tools.end()), tools.end());
  }
  return out;
}

Answer plan(const Request& request, const Pack& pack) {
  const Worked worked(request, pack);
  return answer_of({request, pack, worked.envelope, worked.menu, worked.best}, worked.needs);
}

}  // namespace unknot::planner
