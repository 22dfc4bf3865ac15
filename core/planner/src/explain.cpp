#include "unknot/planner/explain.hpp"

#include <algorithm>

#include "worked.hpp"

namespace unknot::planner {

using knowledge::Pack;
using knowledge::PlaceIndex;
using knowledge::RuleCode;
using model::AreaReason;
using model::Manner;
using model::Request;
using model::Side;
using model::SideIndex;
using model::SideReason;
using model::Standing;

namespace {

constexpr std::int64_t full_fit = 100;
constexpr std::int64_t full_response = 1000;

std::int32_t in_points(std::int64_t value) {
  return static_cast<std::int32_t>(value / (full_fit * full_response));
}

class Explainer {
 public:
  Explainer(const Outcome& outcome, const std::vector<Need>& needs, const Answer& answer)
      : o_(outcome), needs_(needs), answer_(answer) {}

  std::vector<AreaReason> areas() const {
    std::vector<AreaReason> out;
    for (std::size_t a = 0; a < needs_.size(); ++a) {
      AreaReason area{{static_cast<std::uint16_t>(a)}, {}};
      const bool pair = o_.pack[area.area].sides == knowledge::Sides::pair;
      area.sides.push_back(reason(area.area, 0));
      if (pair) {
        area.sides.push_back(reason(area.area, 1));
      } else {
        area.sides[0].side = Side::middle;
      }
      out.push_back(std::move(area));
    }
    return out;
  }

 private:
  const Option* planned(PlaceIndex area, SideIndex side) const {
    for (const Chosen& chosen : o_.best.chosen) {
      const bool here = chosen.offer->area == area;
      if (here && model::counts_for(chosen.option->side, side)) return chosen.option;
    }
    return nullptr;
  }

  Manner way_of(const Option& option, std::int32_t need) const {
    const auto& dose = o_.pack.doses[option.dose];
    Manner way{option.choice, dose.seconds, option.fit, dose.response_permille, 0};
    way.points = in_points(std::int64_t{need} * option.fit * dose.response_permille);
    return way;
  }

  SideReason reason(PlaceIndex area, SideIndex side) const {
    const Need& need = needs_[area.value];
    SideReason out{.side = model::side_at(side),
                   .need = need.shares[side],
                   .recent_percent = need.recent_percent[side],
                   .points = need.value[side]};
    if (const Option* option = planned(area, side)) {
      out.standing = Standing::planned;
      out.way = way_of(*option, out.points);
      return out;
    }
    const bool open = o_.envelope.areas[area.value][side].open();
    if (open && planned(area, 1 - side) != nullptr) {
      out.standing = Standing::other_side;
      return out;
    }
    const WhyNot why = why_not(o_, area, out.side);
    const bool for_room = why.entry.rule == RuleCode::budget || why.entry.rule == RuleCode::groups;
    const bool no_session = answer_.refusal && answer_.refusal->reason != model::StopReason::budget;
    if (for_room && no_session) return out;
    out.standing = Standing::left_out;
    out.left_out = why.entry;
    if (why.way != nullptr) out.way = way_of(*why.way, out.points);
    return out;
  }

  const Outcome& o_;
  const std::vector<Need>& needs_;
  const Answer& answer_;
};

}  // namespace

Explained explain(const Request& request, const Pack& pack) {
  const Worked worked(request, pack);
  const Outcome outcome{request, pack, worked.envelope, worked.menu, worked.best};
  Explained out{answer_of(outcome, worked.needs), {}};
  // A warning sign is answered before anything is weighed.
  const auto& refusal = out.answer.refusal;
  if (refusal && refusal->reason == model::StopReason::screening) return out;
  out.areas = Explainer(outcome, worked.needs, out.answer).areas();
  return out;
}

std::int32_t points_of(const Answer& answer) { return in_points(answer.benefit); }

}  // namespace unknot::planner
