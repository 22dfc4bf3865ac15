// The dynamic programme against trying everything, on small menus.

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "need.hpp"
#include "options.hpp"
#include "search.hpp"
#include "unknot/model/request_format.hpp"
#include "unknot/planner/planner.hpp"

namespace unknot::planner {
namespace {

using knowledge::Density;
using knowledge::embedded_pack;
using knowledge::PlaceIndex;
using knowledge::PositionIndex;
using knowledge::Support;
using knowledge::Surface;
using knowledge::ToolKind;

/// All combinations of options over all areas, judged by the words of docs/planner.md and nothing
/// of search.cpp: one position an area by best fit among the open ones, one area a muscle group.
class Exhaustive {
 public:
  Exhaustive(const Menu& menu, const safety::Envelope& envelope)
      : menu_(menu), envelope_(envelope) {
    for (std::size_t a = 0; a < envelope.areas.size(); ++a) areas_.push_back(a);
  }

  std::int64_t best() {
    std::set<PositionIndex> all;
    for (const Offer& offer : menu_.offers) all.insert(offer.position);
    const std::vector<PositionIndex> positions(all.begin(), all.end());
    for (std::size_t bits = 1; bits < (std::size_t{1} << positions.size()); ++bits) {
      open_.clear();
      for (std::size_t p = 0; p < positions.size(); ++p) {
        if ((bits >> p & 1) != 0) open_.push_back(positions[p]);
      }
      if (open_.size() > 4) continue;
      taken_.clear();
      descend(0, 0);
    }
    return best_;
  }

 private:
  const Offer* offer_of(std::size_t area) const {
    const Offer* best = nullptr;
    for (const Offer& offer : menu_.offers) {
      const bool here = offer.area.value == area &&
                        std::find(open_.begin(), open_.end(), offer.position) != open_.end();
      // Only tools of the request count towards fit; with at most two of them all are usable.
      if (here && (best == nullptr || fit_of(offer) > fit_of(*best))) best = &offer;
    }
    return best;
  }

  static std::int32_t fit_of(const Offer& offer) {
    std::int32_t fit = 0;
    for (const Option& option : offer.options) fit = std::max(fit, option.fit);
    return fit;
  }

  bool clashes(std::size_t area) const {
    const auto& overlaps = embedded_pack().places[area].overlaps;
    return std::any_of(taken_.begin(), taken_.end(), [&](const Chosen& c) {
      return std::find(overlaps.begin(), overlaps.end(), c.offer->area) != overlaps.end();
    });
  }

  std::int32_t cost() const {
    const auto& pack = embedded_pack();
    const std::int32_t change = pack.number(knowledge::Number::change_tool_seconds);
    std::map<PositionIndex, std::set<std::size_t>> tools;
    std::int32_t seconds = 0;
    for (const PositionIndex p : open_) {
      seconds += (pack[p].setup_seconds + change) * envelope_.setup_factor;
    }
    for (const Chosen& c : taken_) {
      tools[c.offer->position].insert(c.option->choice.tool);
      seconds += c.option->cost * time_unit;
    }
    for (const auto& [position, used] : tools) {
      seconds += static_cast<std::int32_t>(used.size() - 1) * change * envelope_.setup_factor;
    }
    return seconds;
  }

  void descend(std::size_t area, std::int64_t value) {
    if (cost() > envelope_.budget_seconds) return;
    best_ = std::max(best_, value);
    if (area == areas_.size()) return;
    descend(area + 1, value);
    const Offer* offer = offer_of(area);
    if (offer == nullptr || clashes(area)) return;
    for (const Option& option : offer->options) {
      taken_.push_back({offer, &option});
      descend(area + 1, value + option.value);
      taken_.pop_back();
    }
  }

  const Menu& menu_;
  const safety::Envelope& envelope_;
  std::vector<std::size_t> areas_;
  std::vector<PositionIndex> open_;
  std::vector<Chosen> taken_;
  std::int64_t best_ = 0;
};

model::Request request_of(std::int32_t minutes, std::size_t variant) {
  model::Request r;
  r.now = *base::parse_instant("2026-11-22T08:00:00Z");
  r.minutes = minutes;
  r.red_flags = {true, r.now, {}};
  r.person.experience = model::Experience::regular;
  r.at = {Support::floor, Support::wall};
  if (variant % 2 == 1) r.at = {Support::wall, Support::chair};
  r.tools = {{"roller", ToolKind::roller, Density::soft, Surface::smooth, {}, {}, false},
             {"ball", ToolKind::ball, Density::soft, Surface::smooth, {}, {}, false}};
  if (variant % 3 == 1) r.tools[0].kind = ToolKind::stick;
  const auto& pack = embedded_pack();
  if (variant % 4 == 2) {
    r.feel = {
        {knowledge::find_place(pack, "hamstrings"), model::Side::left, model::FeelKind::tight, 5}};
  }
  return r;
}

TEST(Planner, FindsTheOptimumThatTryingEverythingFinds) {
  const auto& pack = embedded_pack();
  for (const std::int32_t minutes : {1, 2, 3, 4, 5}) {
    for (std::size_t variant = 0; variant < 12; ++variant) {
      auto request = request_of(minutes, variant);
      // All combinations of the whole body in five minutes are too many to try.
      for (std::size_t a = 0; minutes > 3 && a < knowledge::area_count(pack); ++a) {
        if ((a + variant) % 3 == 0) continue;
        request.avoid.push_back({{static_cast<std::uint16_t>(a)}, model::Side::both, {}});
      }
      const auto envelope = safety::draw_envelope(request, pack);
      const auto needs = needs_of(request, pack);
      const Menu menu = menu_of(envelope, request, pack, needs);
      const Best best = search(menu, envelope, request, pack, {});
      EXPECT_EQ(std::max<std::int64_t>(best.value, 0), Exhaustive(menu, envelope).best())
          << minutes << " min, variant " << variant;
    }
  }
}

TEST(Planner, ThreeMinutesAreACompletePlan) {
  auto request = request_of(3, 0);
  const auto answer = plan(request, embedded_pack());
  ASSERT_TRUE(answer.plan);
  EXPECT_LE(answer.plan->total_seconds(), 180);
  EXPECT_GE(answer.plan->steps().size(), 1U);
}

TEST(Planner, EveryStepSaysWhyAndEveryOtherAreaWhyNot) {
  const auto answer = plan(request_of(5, 0), embedded_pack());
  ASSERT_TRUE(answer.plan);
  std::set<std::uint16_t> told;
  for (const auto& step : answer.plan->steps()) {
    EXPECT_FALSE(step.draft.why.empty());
    told.insert(step.draft.area.value);
  }
  for (const auto& entry : answer.left_out) told.insert(entry.at.value);
  EXPECT_EQ(told.size(), knowledge::area_count(embedded_pack()));
}

TEST(Planner, WhatIsLeftOutForTimeSaysHowMuchMore) {
  const auto request = request_of(5, 0);
  const auto answer = plan(request, embedded_pack());
  for (const auto& entry : answer.left_out) {
    if (entry.rule != knowledge::RuleCode::budget) continue;
    ASSERT_TRUE(entry.asked.set);
    EXPECT_GT(entry.asked.value, 0);
    EXPECT_LT(entry.asked.value, 300);
  }
}

TEST(Planner, AnAskedForAreaComesFirst) {
  const auto& pack = embedded_pack();
  auto request = request_of(3, 0);
  request.want = {{knowledge::find_place(pack, "rhomboids"), model::Side::both, {}}};
  const auto answer = plan(request, pack);
  ASSERT_TRUE(answer.plan);
  const bool in_plan =
      std::any_of(answer.plan->steps().begin(), answer.plan->steps().end(),
                  [&](const auto& step) { return pack[step.draft.area].id == "rhomboids"; });
  EXPECT_TRUE(in_plan);
}

/// What comes first is what was asked for, wherever it is rolled; and nothing is taken up twice.
TEST(Planner, WhatIsNeededMostIsRolledFirst) {
  const auto& pack = embedded_pack();
  for (const char* wish : {"calves", "rhomboids", "quadriceps", "glutes", "latissimus_dorsi"}) {
    for (std::size_t variant = 0; variant < 12; ++variant) {
      auto request = request_of(12, variant);
      request.feel.clear();
      request.want = {{knowledge::find_place(pack, wish), model::Side::both, {}}};
      const auto answer = plan(request, pack);
      ASSERT_TRUE(answer.plan);
      std::vector<std::string> stations;
      std::set<std::string_view> rolled;
      for (const auto& step : answer.plan->steps()) {
        const auto& position = pack[pack[step.draft.technique].position];
        const std::string station = std::string(position.id) + "@" +
                                    std::string(knowledge::name_of(position.place)) + "/" +
                                    std::to_string(step.draft.tool);
        if (stations.empty() || stations.back() != station) stations.push_back(station);
        rolled.insert(pack[step.draft.area].id);
      }
      const std::set<std::string> distinct(stations.begin(), stations.end());
      EXPECT_EQ(distinct.size(), stations.size()) << wish << ", variant " << variant;
      if (!rolled.contains(wish)) continue;
      EXPECT_EQ(pack[answer.plan->steps().front().draft.area].id, wish) << "variant " << variant;
    }
  }
}

struct RefusalRow {
  const char* name;
  void (*change)(model::Request&);
  model::StopReason reason;
};

TEST(Planner, RefusesWithTheFirstReasonInOrder) {
  const RefusalRow rows[] = {
      {"unscreened", [](model::Request& r) { r.red_flags = {}; }, model::StopReason::screening},
      {"twelve", [](model::Request& r) { r.person.age = 12; }, model::StopReason::bodies},
      {"twelve and unscreened",
       [](model::Request& r) {
         r.person.age = 12;
         r.red_flags = {};
       },
       model::StopReason::screening},
      {"fever",
       [](model::Request& r) {
         r.conditions = {{knowledge::find_condition(embedded_pack(), "infection_or_fever"),
                          {},
                          model::Side::both,
                          {},
                          {}}};
       },
       model::StopReason::condition},
      {"no tools", [](model::Request& r) { r.tools.clear(); }, model::StopReason::own_tools},
      {"only firm and textured, new",
       [](model::Request& r) {
         r.person.experience = model::Experience::fresh;
         r.tools = {{"spiky", ToolKind::roller, Density::firm, Surface::textured, {}, {}, false}};
       },
       model::StopReason::ladder},
      {"no floor",
       [](model::Request& r) {
         r.person.floor_transfer = model::FloorTransfer::no;
         r.at = {Support::floor};
       },
       model::StopReason::bodies},
      {"starts now", [](model::Request& r) { r.starts_in_minutes = 5; }, model::StopReason::budget},
  };
  for (const RefusalRow& row : rows) {
    auto request = request_of(10, 0);
    row.change(request);
    const auto answer = plan(request, embedded_pack());
    ASSERT_TRUE(answer.refusal) << row.name;
    EXPECT_EQ(answer.refusal->reason, row.reason) << row.name;
    EXPECT_FALSE(answer.refusal->would_change.empty()) << row.name;
  }
}

}  // namespace
}  // namespace unknot::planner
