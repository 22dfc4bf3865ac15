// The reasons against the plan they speak of, and against sums made here.

#include "unknot/planner/explain.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "unknot/model/request_format.hpp"

namespace unknot::planner {
namespace {

using knowledge::embedded_pack;
using model::AreaReason;
using model::NeedFrom;
using model::SideReason;
using model::Standing;

constexpr const char* now = "2026-11-22T08:00:00Z";

model::Request request_of(const std::string& fields) {
  const std::string text =
      std::string(R"({"format":"unknot/request@1","now":")") + now +
      R"(","red_flags":{"screened":true,"at":")" + now +
      R"("},"at":["floor","wall"],"tools":[{"id":"r","kind":"roller","density":"soft",)" +
      R"("surface":"smooth"}],)" + fields + "}";
  const auto request = model::read_request(text, embedded_pack(), *base::parse_instant(now));
  EXPECT_TRUE(request) << (request ? "" : base::sentence(request.error()));
  return request ? *request : model::Request{};
}

const AreaReason& reason_of(const Explained& explained, std::string_view area) {
  return explained.areas[knowledge::find_place(embedded_pack(), area).value];
}

std::int32_t share(const SideReason& reason, NeedFrom from) {
  for (const auto& one : reason.need) {
    if (one.from == from) return one.points;
  }
  return 0;
}

std::int32_t seconds_in(const Answer& answer, knowledge::PlaceIndex area, model::SideIndex side) {
  std::int32_t sum = 0;
  for (const auto& step : answer.plan->steps()) {
    const bool here = step.draft.area == area && model::counts_for(step.draft.side, side);
    if (here) sum += model::seconds_of(step.draft);
  }
  return sum;
}

TEST(Explain, TheAnswerIsThePlan) {
  const auto request = request_of(R"("minutes":9,"want":[{"at":"calves"}])");
  const auto explained = explain(request, embedded_pack());
  const auto planned = plan(request, embedded_pack());
  ASSERT_TRUE(explained.answer.plan && planned.plan);
  EXPECT_EQ(explained.answer.benefit, planned.benefit);
  EXPECT_EQ(explained.answer.plan->total_seconds(), planned.plan->total_seconds());
  EXPECT_EQ(explained.answer.plan->steps().size(), planned.plan->steps().size());
}

TEST(Explain, EveryAreaOnceAndAsPlanned) {
  for (const int minutes : {3, 6, 10, 20}) {
    const auto request = request_of("\"minutes\":" + std::to_string(minutes));
    const auto explained = explain(request, embedded_pack());
    ASSERT_EQ(explained.areas.size(), knowledge::area_count(embedded_pack()));
    for (std::size_t a = 0; a < explained.areas.size(); ++a) {
      const AreaReason& area = explained.areas[a];
      EXPECT_EQ(area.area.value, a);
      for (std::size_t s = 0; s < area.sides.size(); ++s) {
        const SideReason& reason = area.sides[s];
        const std::int32_t seconds = seconds_in(explained.answer, area.area, s);
        EXPECT_EQ(reason.standing == Standing::planned, seconds > 0);
        if (seconds > 0) {
          EXPECT_EQ(reason.way->seconds, seconds);
        }
        EXPECT_EQ(reason.left_out.has_value(), reason.standing == Standing::left_out);
      }
    }
  }
}

/// Worked out from the rows, as docs/planner.md has it.
TEST(Explain, SharesAddUpToTheNeed) {
  const auto& pack = embedded_pack();
  using knowledge::Number;
  const auto request =
      request_of(R"("minutes":20,"want":[{"at":"calves","side":"left"}],)"
                 R"("feel":[{"at":"calves","side":"left","kind":"sore","level":4},)"
                 R"({"at":"low_back","kind":"pain","level":3}])");
  const auto explained = explain(request, pack);
  const auto& left = reason_of(explained, "calves").sides[0];
  const auto& right = reason_of(explained, "calves").sides[1];
  EXPECT_EQ(share(left, NeedFrom::base), pack.number(Number::need_base));
  EXPECT_EQ(share(left, NeedFrom::wish), pack.number(Number::need_want));
  EXPECT_EQ(share(left, NeedFrom::complaint),
            pack.number(Number::need_sore) + 4 * pack.number(Number::need_per_level));
  EXPECT_EQ(share(right, NeedFrom::wish), 0);
  EXPECT_EQ(share(right, NeedFrom::complaint), 0);
  EXPECT_EQ(share(reason_of(explained, "glutes").sides[0], NeedFrom::around),
            pack.number(Number::need_around) + 3 * pack.number(Number::need_per_level));
  for (const auto& area : explained.areas) {
    for (const auto& side : area.sides) {
      std::int32_t sum = 0;
      for (const auto& one : side.need) sum += one.points;
      EXPECT_EQ(side.points, std::max(1, sum * side.recent_percent / 100));
    }
  }
}

TEST(Explain, RecentRollingCountsLess) {
  const auto explained =
      explain(request_of(R"("minutes":10,"history":[{"area":"calves","side":"left",)"
                         R"("last":"2026-11-22T01:00:00Z"}])"),
              embedded_pack());
  const auto& sides = reason_of(explained, "calves").sides;
  EXPECT_LT(sides[0].recent_percent, 100);
  EXPECT_EQ(sides[1].recent_percent, 100);
  EXPECT_LT(sides[0].points, sides[1].points);
}

TEST(Explain, WorthIsNeedTimesFitTimesResponse) {
  const auto explained = explain(request_of(R"("minutes":10)"), embedded_pack());
  std::int64_t sum = 0;
  for (const auto& area : explained.areas) {
    for (const auto& side : area.sides) {
      if (!side.way) continue;
      const auto worth =
          std::int64_t{side.points} * side.way->fit_percent * side.way->response_permille;
      EXPECT_EQ(side.way->points, worth / 100000);
      if (side.standing == Standing::planned) sum += worth;
    }
  }
  EXPECT_EQ(sum, explained.answer.benefit);
  EXPECT_EQ(points_of(explained.answer), sum / 100000);
}

/// The seconds it names are what the very same way would take beside the plan.
TEST(Explain, WhatIsShortOfTimeSaysHowItWouldComeIn) {
  const auto explained = explain(request_of(R"("minutes":5)"), embedded_pack());
  std::size_t short_of_time = 0;
  for (const auto& area : explained.areas) {
    for (const auto& side : area.sides) {
      if (!side.left_out || side.left_out->rule != knowledge::RuleCode::budget) continue;
      ++short_of_time;
      ASSERT_TRUE(side.way);
      EXPECT_GE(side.way->seconds, 30);
      EXPECT_GT(side.left_out->asked.value, 0);
    }
  }
  EXPECT_GT(short_of_time, 0U);
}

TEST(Explain, NothingIsWeighedBesideAWarningSign) {
  auto request = request_of(R"("minutes":10)");
  request.red_flags.present = {{0}};
  EXPECT_TRUE(explain(request, embedded_pack()).areas.empty());
  request.red_flags = {};
  EXPECT_TRUE(explain(request, embedded_pack()).areas.empty());
}

TEST(Explain, WithoutAPlanWhatIsOpenIsRefused) {
  const auto explained =
      explain(request_of(R"("minutes":10,"conditions":["infection_or_fever"])"), embedded_pack());
  ASSERT_TRUE(explained.answer.refusal);
  std::size_t refused = 0;
  for (const auto& area : explained.areas) {
    for (const auto& side : area.sides) {
      EXPECT_NE(side.standing, Standing::planned);
      if (side.standing == Standing::refused) ++refused;
    }
  }
  EXPECT_GT(refused, 0U);
}

TEST(Explain, TheSideThatIsNotMeantSaysSo) {
  const auto explained =
      explain(request_of(R"("minutes":5,"want":[{"at":"calves","side":"left"}],)"
                         R"("feel":[{"at":"calves","side":"left","kind":"tight","level":6}])"),
              embedded_pack());
  const auto& sides = reason_of(explained, "calves").sides;
  ASSERT_EQ(sides[0].standing, Standing::planned);
  const bool alone = seconds_in(explained.answer, reason_of(explained, "calves").area, 1) == 0;
  EXPECT_EQ(sides[1].standing, alone ? Standing::other_side : Standing::planned);
}

}  // namespace
}  // namespace unknot::planner
