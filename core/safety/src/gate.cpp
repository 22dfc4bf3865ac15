#include "unknot/safety/gate.hpp"

#include <algorithm>

#include "bench.hpp"
#include "envelope_parts.hpp"
#include "unknot/base/check.hpp"

namespace unknot::safety {

using base::ErrorCode;
using knowledge::Laterality;
using knowledge::Pack;
using knowledge::RuleCode;
using model::DraftStep;
using model::Side;

namespace {

constexpr std::int32_t longest_set = 600;
constexpr std::size_t most_sets = 40;
constexpr std::int32_t highest_level = 10;

std::unexpected<base::Error> malformed(std::size_t i, std::string_view field,
                                       std::string_view value, std::string_view expected) {
  return base::fail(ErrorCode::draft_malformed,
                    "steps[" + std::to_string(i) + "]." + std::string(field), value, expected);
}

base::Result<void> check_choice(const Pack& pack, const model::Request& request, const DraftStep& s,
                                std::size_t i) {
  if (s.area.value >= pack.places.size()) return malformed(i, "area", "", "a known area");
  if (pack[s.area].kind != knowledge::PlaceKind::area) return {};  // The zone rule speaks of it.
  if (s.technique.value >= pack.techniques.size()) {
    return malformed(i, "technique", "", "a known technique");
  }
  if (s.tool >= request.tools.size()) return malformed(i, "tool", "", "a tool of the request");
  const auto& technique = pack[s.technique];
  if (technique.area != s.area) {
    return malformed(i, "technique", technique.id,
                     "a technique for " + std::string(pack[s.area].id));
  }
  const bool middle = pack[s.area].sides == knowledge::Sides::middle;
  const bool whole = s.side == Side::both || s.side == Side::middle;
  if (middle != (s.side == Side::middle)) {
    return malformed(i, "side", knowledge::name_of(s.side),
                     middle ? "middle, as this area lies there" : "left, right or both");
  }
  if (whole != (technique.laterality == Laterality::both)) {
    return malformed(i, "side", knowledge::name_of(s.side),
                     whole ? "left or right" : "both, as this technique rolls both at once");
  }
  if (knowledge::find_variant(technique, s.variant) == nullptr) {
    return malformed(i, "variant", knowledge::name_of(s.variant), "a variant it has");
  }
  return {};
}

base::Result<void> check_step(const Pack& pack, const model::Request& request, const DraftStep& s,
                              std::size_t i) {
  const bool bad_set = std::any_of(s.sets.begin(), s.sets.end(), [](std::int32_t seconds) {
    return seconds < 1 || seconds > longest_set;
  });
  if (s.sets.empty() || s.sets.size() > most_sets || bad_set) {
    return malformed(i, "sets", std::to_string(s.sets.size()) + " sets",
                     "1 to 40 sets of 1 to 600 s each");
  }
  if (s.rest_seconds < 0 || s.rest_seconds > longest_set) {
    return malformed(i, "rest_seconds", std::to_string(s.rest_seconds), "0 to 600");
  }
  if (s.level_low < 0 || s.level_high > highest_level || s.level_low > s.level_high) {
    return malformed(i, "level_target",
                     std::to_string(s.level_low) + " to " + std::to_string(s.level_high),
                     "0 to 10, the lower one first");
  }
  for (const model::Alternative& choice : s.alternatives) {
    const bool known = choice.technique.value < pack.techniques.size() &&
                       choice.tool < request.tools.size() &&
                       knowledge::find_variant(pack[choice.technique], choice.variant) != nullptr;
    if (!known) return malformed(i, "alternatives", "", "a known technique, tool and variant");
  }
  return check_choice(pack, request, s, i);
}

base::Result<Bench> lay_on_bench(const model::DraftPlan& draft, const model::Request& request,
                                 const Pack& pack, const Envelope& envelope) {
  if (draft.steps.empty() || draft.steps.size() > max_draft_steps) {
    return base::fail(ErrorCode::draft_malformed, "steps",
                      std::to_string(draft.steps.size()) + " steps", "1 to 64 steps");
  }
  Bench bench{request, pack, envelope, {}, {}};
  for (std::size_t i = 0; i < draft.steps.size(); ++i) {
    if (auto good = check_step(pack, request, draft.steps[i], i); !good) {
      return std::unexpected(std::move(good.error()));
    }
    bench.steps.push_back({draft.steps[i], i});
  }
  return bench;
}

void apply_rules(Bench& bench) {
  rule_zones(bench);
  rule_bars(bench);
  rule_ladder(bench);
  rule_holds(bench);
  rule_dose(bench);
  rule_pace(bench);
  rule_levels(bench);
  rule_equal_sides(bench);
  rule_groups(bench);
  rule_budget(bench);
}

/// An offer that could stand and does not: the one thing a gate cannot mend by taking away.
std::optional<model::Refusal> missing_offer(const Bench& bench) {
  for (const auto& offer : bench.envelope.offers) {
    const bool made = std::any_of(bench.steps.begin(), bench.steps.end(), [&](const Work& work) {
      return std::find(offer.begin(), offer.end(), work.step.area) != offer.end();
    });
    const bool possible = std::any_of(offer.begin(), offer.end(), [&](const auto area) {
      return can_stand(bench.envelope, bench.request, bench.pack, area);
    });
    if (!made && possible) {
      return model::Refusal{.reason = model::StopReason::pain,
                            .rule = RuleCode::never_zones,
                            .would_change = {model::Change::name_less_pain}};
    }
  }
  return std::nullopt;
}

}  // namespace

std::int32_t rolling_seconds_of(const DraftStep& step) {
  UNKNOT_CHECK(!step.sets.empty());
  const auto rests = static_cast<std::int32_t>(step.sets.size() - 1);
  return model::seconds_of(step) + rests * step.rest_seconds;
}

model::Alternative way_of(const DraftStep& step) {
  return {step.technique, step.tool, step.variant};
}

std::int32_t setup_seconds_of(const Pack& pack, std::int32_t factor,
                              const model::Alternative* before, const model::Alternative& now) {
  const auto& technique = pack[now.technique];
  std::int32_t seconds = technique.setup_seconds;
  const bool moved = before == nullptr || pack[before->technique].position != technique.position;
  if (moved) seconds += pack[technique.position].setup_seconds;
  if (moved || before->tool != now.tool) {
    seconds += pack.number(knowledge::Number::change_tool_seconds);
  }
  return seconds * factor;
}

std::int32_t Bench::total_seconds() const {
  std::int32_t total = 0;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    total += setup_seconds(i) + rolling_seconds_of(steps[i].step);
  }
  return total;
}

std::int32_t Bench::setup_seconds(std::size_t i) const {
  const model::Alternative now = choice(steps[i]);
  if (i == 0) return setup_seconds_of(pack, envelope.setup_factor, nullptr, now);
  const model::Alternative before = choice(steps[i - 1]);
  return setup_seconds_of(pack, envelope.setup_factor, &before, now);
}

std::int32_t Bench::planned_on(knowledge::PlaceIndex area, model::SideIndex side) const {
  std::int32_t sum = 0;
  for (const Work& work : steps) {
    const bool here = work.step.area == area && model::counts_for(work.step.side, side);
    if (here) sum += model::seconds_of(work.step);
  }
  return sum;
}

std::int32_t Bench::most_seconds(const Work& work, const Load& load) const {
  std::int32_t most = no_limit_seconds;
  for (const auto side : sides_of(work.step.side)) {
    const Ladder& ladder = envelope.areas[work.step.area.value][side].ladder;
    most = std::min(most, ladder[static_cast<std::size_t>(load.rung - 1)].seconds);
  }
  return most;
}

base::Result<Ruling> Gate::vet(const model::DraftPlan& draft, const model::Request& request) const {
  return vet(draft, request, draw_envelope(request, pack_));
}

base::Result<Ruling> Gate::vet(const model::DraftPlan& draft, const model::Request& request,
                               const Envelope& envelope) const {
  auto bench = lay_on_bench(draft, request, pack_, envelope);
  if (!bench) return std::unexpected(std::move(bench.error()));
  Ruling ruling;
  if (!envelope.stops.empty()) {
    ruling.refusal = envelope.stops.front();
    return ruling;
  }
  apply_rules(*bench);
  ruling.refusal = missing_offer(*bench);
  if (bench->steps.empty() || ruling.refusal) {
    ruling.findings = std::move(bench->findings);
    return ruling;
  }
  std::vector<VettedStep> steps;
  for (std::size_t i = 0; i < bench->steps.size(); ++i) {
    const Work& work = bench->steps[i];
    const Load load = load_of(request, pack_, bench->choice(work));
    steps.push_back({work.step, load, bench->setup_seconds(i), bench->most_seconds(work, load),
                     lawful_alternatives(*bench, work)});
    steps.back().draft.alternatives.clear();
  }
  const std::int32_t total = bench->total_seconds();
  ruling.findings = std::move(bench->findings);
  ruling.plan = VettedPlan(
      std::move(steps),
      {envelope.muscle_seconds, envelope.hold_max, envelope.hold_rest, envelope.setup_factor},
      total);
  return ruling;
}

}  // namespace unknot::safety
