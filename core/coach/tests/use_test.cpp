// A tool asked for at a place: where the rules allow it, and never at the price of a plan.

#include <gtest/gtest.h>

#include <set>

#include "unknot/coach/coach.hpp"
#include "unknot/model/request_format.hpp"

namespace unknot::coach {
namespace {

using knowledge::embedded_pack;

const base::Instant now = *base::parse_instant("2026-11-22T08:00:00Z");

std::string request_with(const std::string& members) {
  return R"({"format":"unknot/request@1","now":"2026-11-22T08:00:00Z","red_flags":{)"
         R"("screened":true,"at":"2026-11-22T08:00:00Z","present":[]},)"
         R"("at":["floor","wall","chair"],"tools":[)"
         R"({"id":"roller","kind":"roller","density":"soft","surface":"smooth"},)"
         R"({"id":"stick","kind":"stick","density":"medium","surface":"smooth"},)"
         R"({"id":"ridged","kind":"roller","density":"firm","surface":"textured"}],)" +
         members + '}';
}

/// Such as "calves: stick; glutes: roller".
std::string tools_of(const std::string& members) {
  const auto planned = plan(request_with(members), embedded_pack(), {now, {}});
  if (!planned) return base::sentence(planned.error());
  if (!planned->answer.plan) return "refused";
  std::set<std::string> rows;
  for (const auto& step : planned->answer.plan->steps()) {
    rows.insert(std::string(embedded_pack()[step.draft.area].id) + ": " +
                planned->request.tools[step.draft.tool].id);
  }
  std::string out;
  for (const auto& row : rows) out += (out.empty() ? "" : "; ") + row;
  return out;
}

TEST(Use, AToolIsTakenWhereItIsAskedForAndElsewhereNot) {
  const std::string running = R"("minutes":10,"activity":"running")";
  const std::string usual = tools_of(running);
  ASSERT_NE(usual.find("calves: roller"), usual.npos) << usual;
  const std::string asked = tools_of(running + R"(,"use":[{"at":"calves","tool":"stick"}])");
  EXPECT_NE(asked.find("calves: stick"), asked.npos) << asked;
  EXPECT_EQ(asked.find("calves: roller"), asked.npos) << asked;
  EXPECT_NE(asked.find(": roller"), asked.npos) << "elsewhere as before: " << asked;
}

TEST(Use, WhatTheRulesDoNotAllowIsNotTaken) {
  const std::string members = R"("minutes":10,"activity":"running")";
  // Somebody new does not begin with a firm ridged roller, and the low back is rolled with nothing:
  // it stays a wish.
  EXPECT_EQ(tools_of(members + R"(,"use":[{"at":"calves","tool":"ridged"}])"),
            tools_of(members + R"(,"want":[{"at":"calves"}])"));
  EXPECT_EQ(tools_of(members + R"(,"use":[{"at":"low_back","tool":"stick"}])"),
            tools_of(members + R"(,"want":[{"at":"low_back"}])"));
}

TEST(Use, EitherOfTwo) {
  const std::string members = R"("minutes":10,"activity":"running","use":[)"
                              R"({"at":"calves","tool":"ridged"},{"at":"calves","tool":"stick"}])";
  const std::string asked = tools_of(members);
  EXPECT_NE(asked.find("calves: stick"), asked.npos) << asked;
}

TEST(Use, NeverCostsThePlan) {
  for (const std::string_view place : {"glutes", "calves", "hamstrings", "quadriceps"}) {
    for (const std::string_view tool : {"roller", "stick", "ridged"}) {
      for (int minutes = 1; minutes <= 4; ++minutes) {
        const std::string members = R"("minutes":)" + std::to_string(minutes) +
                                    R"(,"feel":[{"at":"low_back","kind":"pain","level":4}])";
        const std::string use = R"(,"use":[{"at":")" + std::string(place) + R"(","tool":")" +
                                std::string(tool) + R"("}])";
        EXPECT_EQ(tools_of(members + use) == "refused", tools_of(members) == "refused")
            << members << use;
      }
    }
  }
}

TEST(Use, IsReadAndWrittenAndWrongOnesAreNamed) {
  const std::string members = R"("minutes":5,"use":[{"at":"calves","tool":"stick"}])";
  const auto planned = plan(request_with(members), embedded_pack(), {now, {}});
  ASSERT_TRUE(planned);
  EXPECT_NE(planned->json.find(R"("use":[{"at":"calves","tool":"stick"}])"), std::string::npos);
  const struct {
    const char* use;
    const char* field;
  } wrong[] = {
      {R"([{"at":"calves","tool":"hammer"}])", "use[0].tool"},
      {R"([{"at":"calves","tool":5}])", "use[0].tool"},
      {R"([{"at":"calves"}])", "use[0].tool"},
      {R"([{"at":"moon","tool":"stick"}])", "use[0].at"},
      {R"([{"at":"calves","tool":"stick","side":"left"}])", "use[0].side"},
      {R"({"at":"calves"})", "use"},
  };
  for (const auto& row : wrong) {
    const auto request = model::read_request(
        request_with(R"("minutes":5,"use":)" + std::string(row.use)), embedded_pack(), now);
    ASSERT_FALSE(request) << row.use;
    EXPECT_EQ(request.error().field, row.field);
  }
}

TEST(Use, WhatIsUsableIsWhatAPlanWouldTake) {
  const auto request =
      model::read_request(request_with(R"("minutes":20)"), embedded_pack(), now).value();
  const auto usable = planner::usable_tools(request, embedded_pack());
  ASSERT_EQ(usable.size(), embedded_pack().places.size());
  int seen = 0;
  for (std::size_t place = 0; place < usable.size(); ++place) {
    for (const std::size_t tool : usable[place]) {
      model::Request asked = request;
      const knowledge::PlaceIndex at{static_cast<std::uint16_t>(place)};
      asked.use = {{at, tool}};
      asked.want = {{at, model::Side::both, {}}};
      const Planned planned = plan(asked, embedded_pack(), {now, {}});
      ASSERT_TRUE(planned.answer.plan);
      for (const auto& step : planned.answer.plan->steps()) {
        if (step.draft.area != at) continue;
        ++seen;
        EXPECT_EQ(step.draft.tool, tool) << embedded_pack()[at].id;
      }
    }
  }
  EXPECT_GT(seen, 20);
}

}  // namespace
}  // namespace unknot::coach
