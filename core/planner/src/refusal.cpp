#include <algorithm>
#include <initializer_list>
#include <optional>

#include "report.hpp"

namespace unknot::planner {

using knowledge::RuleCode;
using knowledge::Unit;
using knowledge::VariantKind;
using model::Change;
using model::Refusal;
using model::StopReason;

namespace {

struct Cause {
  StopReason reason;
  RuleCode rule;
  std::initializer_list<Change> would_change;
};

constexpr auto over_or_other_tool = {Change::until_it_is_over, Change::add_a_tool};
constexpr auto place_or_softer = {Change::add_a_place, Change::softer_tool};
constexpr auto less_pain = {Change::name_less_pain};
constexpr auto gone = {Change::wait_until_gone};
constexpr auto no_avoid = {Change::drop_avoid};
constexpr auto tool_or_place = {Change::add_a_tool, Change::add_a_place};
constexpr auto softer_or_later = {Change::softer_tool, Change::gain_sessions};
constexpr auto later = {Change::wait_hours};

/// In the order of telling.
constexpr Cause causes[] = {{StopReason::bodies, RuleCode::bodies, place_or_softer},
                            {StopReason::condition, RuleCode::condition, over_or_other_tool},
                            {StopReason::pain, RuleCode::around_the_pain, less_pain},
                            {StopReason::after_effects, RuleCode::after_effects, gone},
                            {StopReason::own_tools, RuleCode::wish, no_avoid},
                            {StopReason::own_tools, RuleCode::own_tools, tool_or_place},
                            {StopReason::ladder, RuleCode::soft_first, softer_or_later},
                            {StopReason::spacing, RuleCode::spacing, later}};

RuleCode told_as(RuleCode rule) {
  if (rule == RuleCode::refer) return RuleCode::around_the_pain;
  return rule == RuleCode::never_zones ? RuleCode::soft_first : rule;
}

/// The rules that object to one way of rolling one side, as a set of bits by rule.
using RuleBits = std::uint32_t;
constexpr RuleBits bit(RuleCode rule) { return RuleBits{1} << static_cast<unsigned>(rule); }

RuleBits bits_of(const std::vector<safety::Bar>& bars) {
  RuleBits bits = 0;
  for (const auto& bar : bars) bits |= bit(told_as(bar.rule));
  return bits;
}

/// What stands against a technique on one side: with a tool, or without one.
RuleBits objections_to(const Outcome& o, std::size_t t, std::optional<std::size_t> tool,
                       model::SideIndex side) {
  const auto area = o.pack.techniques[t].area;
  const RuleBits base =
      bits_of(o.envelope.techniques[t]) | bits_of(o.envelope.areas[area.value][side].bars);
  if (!tool) return base | bit(RuleCode::own_tools);
  const model::Alternative choice{{static_cast<std::uint16_t>(t)}, *tool, VariantKind::lighter};
  const auto last = safety::objection(o.envelope, o.request, o.pack, choice, side);
  const RuleBits by_load = last ? bit(told_as(last->rule)) : RuleBits{0};
  return base | bits_of(o.envelope.tools[*tool]) | by_load;
}

/// Each way to use a technique: on either side, or, when it rolls both at once, on both.
void add_ways(const Outcome& o, std::size_t t, std::optional<std::size_t> tool,
              std::vector<RuleBits>& out) {
  const RuleBits left = objections_to(o, t, tool, 0);
  const RuleBits right = objections_to(o, t, tool, 1);
  if (o.pack.techniques[t].laterality == knowledge::Laterality::both) {
    out.push_back(left | right);
    return;
  }
  out.push_back(left);
  out.push_back(right);
}

/// Every way there is, whether the person has the tool or not, with what stands against it.
std::vector<RuleBits> all_objections(const Outcome& o) {
  std::vector<RuleBits> out;
  for (std::size_t t = 0; t < o.pack.techniques.size(); ++t) {
    bool fits = false;
    for (std::size_t tool = 0; tool < o.request.tools.size(); ++tool) {
      if (o.request.tools[tool].kind != o.pack.techniques[t].tool) continue;
      fits = true;
      add_ways(o, t, tool, out);
    }
    if (!fits) add_ways(o, t, std::nullopt, out);
  }
  return out;
}

/// Seconds of the cheapest lawful plan there is, by solving with ever more time.
std::int32_t least_seconds(const Outcome& o) {
  constexpr std::int32_t step = 5;
  safety::Envelope wider = o.envelope;
  const std::int32_t most = o.pack.number(knowledge::Number::budget_max_minutes) * 60;
  for (wider.budget_seconds = step; wider.budget_seconds <= most; wider.budget_seconds += step) {
    for (std::size_t a = 0; a < wider.areas.size(); ++a) {
      if (safety::can_stand(wider, o.request, o.pack, {static_cast<std::uint16_t>(a)})) {
        return wider.budget_seconds;
      }
    }
  }
  return most;
}

Refusal out_of_time(const Outcome& o) {
  const bool starts = o.request.starts_in_minutes.has_value();
  return {.reason = StopReason::budget,
          .rule = RuleCode::budget,
          .asked = model::quantity(o.envelope.budget_seconds, Unit::second),
          .limit = model::quantity(least_seconds(o), Unit::second),
          .would_change = starts ? std::vector{Change::start_earlier, Change::more_minutes}
                                 : std::vector{Change::more_minutes}};
}

/// Another place helps somebody who cannot get to the floor, a softer tool one who must be gentle.
void keep_what_helps(const Outcome& o, std::vector<Change>& changes) {
  const bool floor = o.request.person.floor_transfer != model::FloorTransfer::no;
  const bool young = o.envelope.gentle && o.envelope.gentle_rule == RuleCode::bodies;
  if (floor && young) std::erase(changes, Change::add_a_place);
  if (!young) std::erase(changes, Change::softer_tool);
}

/// The first cause, in the order of telling, after which no way is left; null when some is.
const Cause* first_cause(std::vector<RuleBits> ways) {
  for (const Cause& cause : causes) {
    std::erase_if(ways, [&](RuleBits bits) { return (bits & bit(cause.rule)) != 0; });
    if (ways.empty()) return &cause;
  }
  return nullptr;
}

}  // namespace

std::vector<Refusal> other_stops(const Outcome& o) {
  std::vector<Refusal> stops = o.envelope.stops;
  if (!stops.empty()) stops.erase(stops.begin());
  return stops;
}

Refusal refusal_of(const Outcome& o) {
  if (!o.envelope.stops.empty()) return o.envelope.stops.front();
  const std::vector<RuleBits> ways = all_objections(o);
  std::vector<RuleBits> own = ways;
  std::erase_if(own, [](RuleBits bits) { return (bits & bit(RuleCode::own_tools)) != 0; });
  // Of all ways, and of those with the tools and places there are: whichever tells the earlier.
  const Cause* cause = first_cause(ways);
  const Cause* own_cause = own.empty() ? nullptr : first_cause(own);
  if (cause == nullptr || (own_cause != nullptr && own_cause < cause)) cause = own_cause;
  if (cause == nullptr) return out_of_time(o);
  Refusal refusal{
      .reason = cause->reason, .rule = cause->rule, .would_change = cause->would_change};
  if (cause->rule == RuleCode::bodies) keep_what_helps(o, refusal.would_change);
  return refusal;
}

}  // namespace unknot::planner
