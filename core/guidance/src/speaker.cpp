#include "unknot/guidance/speaker.hpp"

#include <algorithm>

#include "unknot/base/text.hpp"

namespace unknot::guidance {

using knowledge::name_of;
using knowledge::Pack;
using knowledge::PlaceIndex;
using knowledge::RuleCode;
using model::StopReason;

namespace {

/// Whether `place`, or anywhere when unset, is to be avoided because it hurt.
bool hurt_at(const model::Request& request, PlaceIndex place = {}) {
  return std::any_of(request.avoid.begin(), request.avoid.end(), [&](const model::Wish& wish) {
    return wish.why == model::why_hurt && (!place.valid() || wish.at == place);
  });
}

}  // namespace

Speaker::Speaker(const Pack& pack, std::string_view language)
    : pack_(pack), wording_(pack, language) {}

std::string Speaker::say(std::string_view key, const std::vector<Slot>& slots) const {
  return wording_.phrase(key, slots);
}

std::string Speaker::amount(model::Quantity quantity) const {
  if (!quantity.set) return {};
  return say("unit." + std::string(name_of(quantity.unit)),
             {{"n", std::to_string(quantity.value)}});
}

std::string Speaker::left_alone() const {
  const auto hours = pack_.number(knowledge::Number::left_alone_hours);
  return amount(model::quantity(hours, knowledge::Unit::hour));
}

std::string Speaker::place(PlaceIndex place) const {
  return place.valid() ? within(pack_[place].name) : std::string();
}

std::string Speaker::side(model::Side side) const {
  return text("side." + std::string(name_of(side)));
}

std::string Speaker::any_of(const std::vector<PlaceIndex>& places) const {
  if (places.empty()) return text("nothing_instead");
  std::string out;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const bool last = i + 1 == places.size();
    if (i > 0) out += last ? ' ' + text("list.or") + ' ' : std::string(", ");
    out += place(places[i]);
  }
  return out;
}

std::string Speaker::why(const model::Why& why, const model::Request& request) const {
  const auto* goal = knowledge::find_goal(pack_, request.goal);
  std::vector<Slot> slots{{"place", place(why.at)},
                          {"goal", goal == nullptr ? "" : within(goal->name)}};
  if (request.activity.valid()) {
    slots.emplace_back("activity", within(pack_[request.activity].name));
  }
  // An area that a zone or region covers was not named itself.
  const bool covered =
      why.reason == model::Reason::complaint && pack_[why.at].kind != knowledge::PlaceKind::area;
  return say("why." + std::string(name_of(why.reason)) + (covered ? "_covered" : ""), slots);
}

std::string Speaker::left_out(const model::LeftOut& entry, const model::Request& request) const {
  const std::string condition = entry.condition.valid() ? within(pack_[entry.condition].name) : "";
  const PlaceIndex cause = entry.cause.valid() ? entry.cause : entry.at;
  std::string key = "left_out." + std::string(name_of(entry.rule));
  const auto kind = pack_[entry.at].kind;
  const bool zone_rule = entry.rule == RuleCode::never_zones;
  // A gentle session measures the tools there are; a condition that bars the place measures none.
  if (entry.rule == RuleCode::condition && entry.asked.set) key = "left_out.gentle";
  if (zone_rule && kind == knowledge::PlaceKind::region) key = "left_out.region";
  if (zone_rule && kind == knowledge::PlaceKind::area) key = "left_out.hard_ball";
  // A hurt is stricter than a wish: who asked for both is told of the hurt.
  const bool hurt = entry.rule == RuleCode::wish && hurt_at(request, cause);
  if (hurt) key = "left_out.wish_hurt";
  std::string out = say(key, {{"place", place(entry.at)},
                              {"side", side(entry.side)},
                              {"cause", place(cause)},
                              {"condition", condition},
                              {"instead", any_of(entry.instead)},
                              {"asked", amount(entry.asked)},
                              {"limit", hurt ? left_alone() : amount(entry.limit)}});
  if (kind != knowledge::PlaceKind::area) {
    out += ' ' + own(pack_[entry.at].reason);
  }
  const bool tells_instead = !entry.instead.empty() && entry.rule != RuleCode::budget &&
                             entry.rule != RuleCode::dose_range && entry.rule != RuleCode::groups;
  if (tells_instead) out += ' ' + say("left_out.instead", {{"instead", any_of(entry.instead)}});
  return out;
}

std::string Speaker::advice(const model::Advice& advice) const {
  const std::string condition = advice.condition.valid() ? own(pack_[advice.condition].name) : "";
  const std::string says = advice.condition.valid() ? own(pack_[advice.condition].says) : "";
  return say("advice." + std::string(name_of(advice.kind)), {{"says", says},
                                                             {"place", place(advice.at)},
                                                             {"side", side(advice.side)},
                                                             {"amount", amount(advice.amount)},
                                                             {"condition", condition}});
}

std::string Speaker::refusal(const model::Refusal& refusal, const model::Request& request) const {
  const bool hurt = refusal.rule == RuleCode::wish && hurt_at(request);
  const std::vector<Slot> slots{
      {"asked", amount(refusal.asked)},
      {"limit", hurt ? left_alone() : amount(refusal.limit)},
      {"red_flag", refusal.red_flag.valid() ? own(pack_[refusal.red_flag].name) : ""},
      {"condition", refusal.condition.valid() ? own(pack_[refusal.condition].name) : ""}};
  std::string key = "refusal." + std::string(name_of(refusal.reason));
  if (refusal.red_flag.valid()) key = "refusal.red_flag";
  if (refusal.reason == StopReason::screening && refusal.asked.set) key += "_stale";
  if (refusal.reason == StopReason::bodies && refusal.asked.set) key = "refusal.too_young";
  const bool softer = std::find(refusal.would_change.begin(), refusal.would_change.end(),
                                model::Change::softer_tool) != refusal.would_change.end();
  if (refusal.reason == StopReason::bodies && softer) key = "refusal.bodies_gentle";
  if (refusal.reason == StopReason::condition && !refusal.condition.valid()) key += "_bars";
  if (refusal.rule == RuleCode::wish) key = hurt ? "refusal.wish_hurt" : "refusal.wish";
  if (refusal.rule == RuleCode::warm_up_cap) key = "refusal.starts_too_soon";
  std::string out = say(key, slots);
  if (refusal.reason == StopReason::condition && refusal.condition.valid()) {
    out += ' ' + own(pack_[refusal.condition].says);
  }
  return out;
}

std::string Speaker::change(model::Change change, const model::Refusal& refusal,
                            const model::Request& request) const {
  // What hurt is no wish that could be taken back.
  const auto own_wish = [](const model::Wish& wish) { return wish.why != model::why_hurt; };
  const bool wait = change == model::Change::drop_avoid && hurt_at(request) &&
                    std::none_of(request.avoid.begin(), request.avoid.end(), own_wish);
  if (wait) return say("change.drop_avoid_hurt", {{"limit", left_alone()}});
  const std::string condition = refusal.condition.valid() ? own(pack_[refusal.condition].name) : "";
  return say("change." + std::string(name_of(change)),
             {{"limit", amount(refusal.limit)}, {"condition", condition}});
}

std::string Speaker::rule_sentence(RuleCode rule, std::string_view at, model::Quantity asked,
                                   model::Quantity limit) const {
  const std::vector<Slot> slots{
      {"place", std::string(at)}, {"asked", amount(asked)}, {"limit", amount(limit)}};
  std::string out = say("finding." + std::string(name_of(rule)), slots);
  if (!asked.set || !limit.set) return out;
  const bool sum = at == "total_seconds" || at == "seconds";
  const bool floor = asked.value < limit.value;
  const std::string_view key = !floor ? "finding.asked_limit"
                               : sum  ? "finding.sum"
                                      : "finding.asked_least";
  return out + ": " + say(key, slots);
}

std::string Speaker::finding(const safety::Finding& finding) const {
  return rule_sentence(finding.rule, place(finding.at), finding.asked, finding.limit);
}

std::string Speaker::breach(const safety::Breach& breach) const {
  return rule_sentence(breach.rule, base::printable(breach.at), breach.asked, breach.limit);
}

std::string Speaker::phrase(std::string_view key, const std::vector<Slot>& slots) const {
  return say(key, slots);
}

std::string Speaker::emergency_number(std::string_view territory) const {
  for (const auto& row : pack_.emergency_numbers) {
    const auto& where = row.territories;
    if (std::find(where.begin(), where.end(), territory) != where.end()) {
      return std::string(row.number);
    }
  }
  return text("emergency.local_number");
}

std::string Speaker::urgent(const knowledge::RedFlag& flag, std::string_view territory) const {
  return fill(own(flag.text), {{"number", emergency_number(territory)}});
}

std::string Speaker::ask_after(PlaceIndex area, model::Side side,
                               std::optional<model::AfterEffect> not_gone) const {
  const std::string effect =
      not_gone ? text("after_effect." + std::string(name_of(*not_gone))) : "";
  const bool sided = side == model::Side::left || side == model::Side::right;
  const std::string what =
      sided ? say("guide.place_side", {{"place", place(area)}, {"side", this->side(side)}})
            : place(area);
  return say(not_gone ? "ask.gone" : "ask.after", {{"what", what}, {"effect", effect}});
}

std::string Speaker::renewed(std::string_view what) const {
  return text("renewed." + std::string(what));
}

std::string_view source_of(const Pack& pack, RuleCode rule) {
  const auto index = knowledge::find_rule(pack, name_of(rule));
  if (!index.valid() || pack[index].sources.empty()) return {};
  return pack[pack[index].sources.front()].id;
}

std::string_view source_of(const Pack& pack, RuleCode rule, knowledge::ConditionIndex condition) {
  if (!condition.valid() || pack[condition].sources.empty()) return source_of(pack, rule);
  return pack[pack[condition].sources.front()].id;
}

}  // namespace unknot::guidance
