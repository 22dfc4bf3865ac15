#include "need.hpp"

#include <algorithm>

namespace unknot::planner {

using knowledge::Number;
using knowledge::Pack;
using knowledge::PlaceIndex;
using knowledge::PlaceKind;
using model::Feel;
using model::FeelKind;
using model::NeedFrom;
using model::NeedShare;
using model::Reason;
using model::Request;
using model::Side;
using model::SideIndex;
using model::Why;

namespace {

constexpr std::int64_t seconds_per_hour = 3600;
constexpr std::int32_t percent = 100;

struct Part {
  std::int32_t points = 0;
  PlaceIndex at;
};

/// Parts of a need on one side. Of several complaints the strongest counts, not their sum.
struct Parts {
  Part wish;
  Part complaint;
  Part around;
};

void raise(Part& part, Part to) {
  if (to.points > part.points) part = to;
}

struct Draft {
  std::array<Parts, model::side_count> parts{};
  std::vector<Why> why;
};

void add_why(Draft& draft, Why why) {
  const bool known = std::any_of(draft.why.begin(), draft.why.end(), [&](const Why& other) {
    return other.reason == why.reason && other.at == why.at && other.side == why.side;
  });
  if (!known) draft.why.push_back(why);
}

/// One pass over what the person said.
class NeedBuilder {
 public:
  NeedBuilder(const Request& request, const Pack& pack)
      : request_(request), pack_(pack), drafts_(knowledge::area_count(pack)) {}

  std::vector<Need> build() {
    for (const Feel& feel : request_.feel) add_feel(feel);
    for (const model::Wish& wish : request_.want) add_wish(wish);
    // Nobody says with what a place is to be rolled who does not want it rolled.
    for (const auto& choice : request_.use) add_wish({choice.at, Side::both, {}});
    std::vector<Need> needs;
    for (std::size_t a = 0; a < drafts_.size(); ++a) {
      needs.push_back(finish({static_cast<std::uint16_t>(a)}));
    }
    return needs;
  }

 private:
  std::int32_t number(Number n) const { return pack_.number(n); }

  Side meant(PlaceIndex at, Side side) const {
    return pack_[at].sides == knowledge::Sides::middle ? Side::middle : side;
  }

  template <class Apply>
  void on_sides(knowledge::List<PlaceIndex> areas, Side side, Why why, Apply apply) {
    for (const PlaceIndex area : areas) {
      Draft& draft = drafts_[area.value];
      add_why(draft, why);
      for (SideIndex s = 0; s < model::side_count; ++s) {
        if (model::counts_for(side, s)) apply(draft.parts[s]);
      }
    }
  }

  std::int32_t level_bonus(const Feel& feel) const {
    const std::int32_t level = feel.level.value_or(number(Number::need_default_level));
    return level * number(Number::need_per_level);
  }

  void add_feel(const Feel& feel) {
    const auto& place = pack_[feel.at];
    const bool area = place.kind == PlaceKind::area;
    const Side side = meant(feel.at, feel.side);
    const bool hurts = feel.kind == FeelKind::pain || feel.kind == FeelKind::injury;
    const bool barred = hurts || (feel.level && *feel.level >= number(Number::bar_level_min));
    if (!barred) {
      const std::int32_t base =
          number(feel.kind == FeelKind::sore ? Number::need_sore : Number::need_tight);
      const std::int32_t value = base + level_bonus(feel);
      const PlaceIndex self[] = {feel.at};
      const auto named = area ? knowledge::List<PlaceIndex>(self) : place.covers;
      on_sides(named, side, {Reason::complaint, feel.at, side},
               [=](Parts& p) { raise(p.complaint, {value, feel.at}); });
    }
    // Around what hurts, and around what cannot be rolled at all, is where rolling may still help.
    const bool itself = area || (place.kind == PlaceKind::region && !place.covers.empty());
    if (feel.kind == FeelKind::injury || (itself && !barred)) return;
    const std::int32_t value = number(Number::need_around) + level_bonus(feel);
    on_sides(area ? place.neighbours : place.around, side, {Reason::offered, feel.at, side},
             [=](Parts& p) { raise(p.around, {value, feel.at}); });
  }

  void add_wish(const model::Wish& wish) {
    const auto& place = pack_[wish.at];
    const Side side = meant(wish.at, wish.side);
    const PlaceIndex self[] = {wish.at};
    const auto named =
        place.kind == PlaceKind::area ? knowledge::List<PlaceIndex>(self) : place.covers;
    const std::int32_t value = number(Number::need_want);
    on_sides(named, side, {Reason::wish, wish.at, side},
             [=](Parts& p) { raise(p.wish, {value, wish.at}); });
    if (!named.empty()) return;
    const std::int32_t around = number(Number::need_around);
    on_sides(place.around, side, {Reason::offered, wish.at, side},
             [=](Parts& p) { raise(p.around, {around, wish.at}); });
  }

  static std::int32_t weight_in(knowledge::List<knowledge::Weight> weights, PlaceIndex area) {
    for (const auto& row : weights) {
      if (row.area == area) return row.weight;
    }
    return 0;
  }

  bool recent(PlaceIndex area, SideIndex side) const {
    const std::int64_t window = number(Number::recent_hours) * seconds_per_hour;
    return std::any_of(request_.history.begin(), request_.history.end(), [&](const auto& h) {
      return h.area == area && model::counts_at(pack_, area, h.side, side) && h.last &&
             request_.now.seconds - h.last->seconds < window;
    });
  }

  /// What both sides share: the base, and how much goal and activity use the area.
  std::vector<NeedShare> common_of(PlaceIndex area) const {
    std::vector<NeedShare> shares{{NeedFrom::base, {}, number(Number::need_base)}};
    const auto* goal = knowledge::find_goal(pack_, request_.goal);
    const std::int32_t by_goal = goal == nullptr ? 0 : weight_in(goal->weights, area);
    shares.push_back({NeedFrom::goal, {}, by_goal * number(Number::need_goal_percent) / percent});
    // Squared: what an activity really uses stands out from what it uses a little.
    const std::int32_t weight = activity_weight(area);
    shares.push_back(
        {NeedFrom::activity,
         {},
         weight * weight * number(Number::need_activity_percent) / (percent * percent)});
    return shares;
  }

  std::int32_t activity_weight(PlaceIndex area) const {
    return request_.activity.valid() ? weight_in(pack_[request_.activity].weights, area) : 0;
  }

  Need finish(PlaceIndex area) {
    Draft& draft = drafts_[area.value];
    // A weak link is no reason to tell; and the goal is told when there is nothing better.
    if (activity_weight(area) >= number(Number::why_activity_weight_min)) {
      draft.why.push_back({Reason::activity, {}});
    }
    draft.why.push_back({Reason::goal, {}});
    Need need;
    for (SideIndex s = 0; s < model::side_count; ++s) sum_up(need, area, s);
    std::stable_sort(draft.why.begin(), draft.why.end(),
                     [](const Why& a, const Why& b) { return a.reason < b.reason; });
    need.why = std::move(draft.why);
    return need;
  }

  void sum_up(Need& need, PlaceIndex area, SideIndex s) const {
    const Parts& p = drafts_[area.value].parts[s];
    auto& shares = need.shares[s];
    shares = common_of(area);
    shares.push_back({NeedFrom::wish, p.wish.at, p.wish.points});
    shares.push_back({NeedFrom::complaint, p.complaint.at, p.complaint.points});
    shares.push_back({NeedFrom::around, p.around.at, p.around.points});
    std::erase_if(shares, [](const NeedShare& share) { return share.points <= 0; });
    std::int32_t value = 0;
    for (const NeedShare& share : shares) value += share.points;
    need.recent_percent[s] = recent(area, s) ? number(Number::need_recent_percent) : percent;
    need.value[s] = std::max(value * need.recent_percent[s] / percent, 1);
  }

  const Request& request_;
  const Pack& pack_;
  std::vector<Draft> drafts_;
};

}  // namespace

std::vector<Need> needs_of(const Request& request, const Pack& pack) {
  return NeedBuilder(request, pack).build();
}

}  // namespace unknot::planner
