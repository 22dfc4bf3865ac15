// What is said of reasons and of differences between plans.

#include "unknot/base/text.hpp"
#include "unknot/guidance/speaker.hpp"

namespace unknot::guidance {

using knowledge::name_of;
using knowledge::Unit;
using model::Difference;
using model::DifferenceKind;
using model::quantity;
using model::Rolled;
using model::Side;
using model::Standing;

namespace {

constexpr std::int32_t permille_in_percent = 10;

/// The same technique, tool and variant.
bool same_way(const Rolled& a, const Rolled& b) {
  return a.technique == b.technique && a.tool == b.tool && a.variant == b.variant;
}

}  // namespace

std::string Speaker::ranking() const { return text("explain.ranking"); }

std::string Speaker::need(const model::NeedShare& share, const model::Request& request) const {
  const auto* goal = knowledge::find_goal(pack_, request.goal);
  std::vector<Slot> slots{{"place", place(share.at)},
                          {"goal", goal == nullptr ? "" : within(goal->name)}};
  if (request.activity.valid()) {
    slots.emplace_back("activity", within(pack_[request.activity].name));
  }
  return say("need." + std::string(name_of(share.from)), slots);
}

std::string Speaker::recent(std::int32_t percent) const {
  return say("explain.recent", {{"percent", amount(quantity(percent, Unit::percent))}});
}

std::string Speaker::worth(const model::SideReason& reason, const model::Request& request) const {
  if (!reason.way) return {};
  const model::Manner& way = *reason.way;
  const auto response = quantity(way.response_permille / permille_in_percent, Unit::percent);
  const std::string key =
      reason.standing == Standing::planned ? "explain.planned" : "explain.would_be";
  return say(key, {{"need", std::to_string(reason.points)},
                   {"fit", amount(quantity(way.fit_percent, Unit::percent))},
                   {"response", amount(response)},
                   {"amount", amount(quantity(way.seconds, Unit::second))},
                   {"technique", own(pack_[way.choice.technique].name)},
                   {"tool", request.tools[way.choice.tool].id},
                   {"points", std::to_string(way.points)}});
}

std::string Speaker::reason(const model::SideReason& reason, const model::Request& request) const {
  if (reason.standing == Standing::other_side) return text("explain.other_side");
  if (reason.standing == Standing::refused) return text("explain.refused");
  std::string out = reason.left_out ? left_out(*reason.left_out, request) : std::string();
  const std::string more = worth(reason, request);
  if (!out.empty() && !more.empty()) out += ' ';
  return out + more;
}

std::string Speaker::way(const Rolled& rolled) const {
  const auto& technique = pack_[rolled.technique];
  return say("differs.way", {{"tool", rolled.tool},
                             {"position", within(pack_[technique.position].name)},
                             {"variant", text("variant." + std::string(name_of(rolled.variant)))}});
}

std::string Speaker::pressure(const Rolled& rolled) const {
  return say("differs.pressure", {{"index", amount(quantity(rolled.intensity, Unit::index))},
                                  {"low", std::to_string(rolled.level_low)},
                                  {"high", std::to_string(rolled.level_high)}});
}

std::string Speaker::difference(const Difference& difference) const {
  const auto seconds = [&](const std::optional<Rolled>& rolled) {
    return rolled ? amount(quantity(rolled->seconds, Unit::second)) : std::string();
  };
  const auto& before = difference.before;
  const auto& after = difference.after;
  std::vector<Slot> slots{{"place", place(difference.area)},
                          {"side", side(difference.side)},
                          {"before", seconds(before)},
                          {"after", seconds(after)}};
  const bool pressed = difference.kind == DifferenceKind::other_pressure;
  if (before) slots.emplace_back("was", pressed ? pressure(*before) : way(*before));
  if (after) slots.emplace_back("is", pressed ? pressure(*after) : way(*after));
  std::string out = say("differs." + std::string(name_of(difference.kind)), slots);
  const bool timed =
      difference.kind == DifferenceKind::longer || difference.kind == DifferenceKind::shorter;
  if (timed && !same_way(*before, *after)) out += say("differs.and_way", slots);
  return out;
}

std::string Speaker::what_if(model::WhatIf question, std::string_view tool) const {
  return say("what_if." + std::string(name_of(question)), {{"tool", std::string(tool)}});
}

std::string Speaker::what_then(model::WhatThen then,
                               const std::vector<Difference>& differences) const {
  std::string out = text("what_then." + std::string(name_of(then)));
  for (std::size_t i = 0; i < differences.size(); ++i) {
    const Difference& one = differences[i];
    // Where there was none, everything is new.
    const bool all_new = then == model::WhatThen::a_plan && one.after;
    out += (i == 0    ? " "
            : all_new ? ", "
                      : "; ") +
           (all_new ? say("differs.rolled",
                          {{"place", place(one.area)},
                           {"side", side(one.side)},
                           {"after", amount(quantity(one.after->seconds, Unit::second))}})
                    : difference(one));
  }
  return out + '.';
}

}  // namespace unknot::guidance
