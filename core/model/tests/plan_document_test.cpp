#include "unknot/model/plan_document.hpp"

#include <gtest/gtest.h>

namespace unknot::model {
namespace {

const base::Instant noon = *base::parse_instant("2026-11-22T12:00:00Z");

base::Result<PlanDocument> read(std::string_view text) {
  return read_plan(text, knowledge::embedded_pack(), noon);
}

TEST(PlanDocument, KeepsUnknownWordsForTheAudit) {
  const auto plan = read(R"({"format":"unknot/plan@1","outcome":"plan","mood":"sunny",)"
                         R"("steps":[{"area":"spleen","sets":[600],"technique":"magic"}]})");
  ASSERT_TRUE(plan) << sentence(plan.error());
  EXPECT_EQ(plan->steps[0].area, "spleen");
  EXPECT_EQ(plan->steps[0].sets, std::vector{600});
  EXPECT_FALSE(plan->request);
}

TEST(PlanDocument, ReadsTheRequestInsideStrictly) {
  const auto plan = read(R"({"format":"unknot/plan@1","outcome":"refused","steps":[],)"
                         R"("request":{"format":"unknot/request@1","minutes":0}})");
  ASSERT_FALSE(plan);
  EXPECT_EQ(plan.error().field, "request.minutes");
}

TEST(PlanDocument, RefusesWhatIsNoPlan) {
  const std::pair<const char*, const char*> rows[] = {
      {"[]", "input: got a list, expected an object."},
      {"{}", "format: missing, expected \"unknot/plan@1\"."},
      {R"({"format":"unknot/request@1"})",
       "format: got \"unknot/request@1\", expected \"unknot/plan@1\"."},
      {R"({"format":"unknot/plan@1","outcome":"plan"})",
       "steps: missing, expected a list of steps."},
      {R"({"format":"unknot/plan@1","outcome":"plan","steps":[{"area":"glutes","sets":["x"]}]})",
       "steps[0].sets[0]: got \"x\", expected a whole number."},
      {R"({"format":"unknot/plan@1","outcome":"plan","steps":[7]})",
       "steps[0]: got 7, expected an object."},
  };
  for (const auto& [text, expected] : rows) {
    const auto plan = read(text);
    ASSERT_FALSE(plan) << text;
    EXPECT_EQ(sentence(plan.error()), expected) << text;
  }
}

}  // namespace
}  // namespace unknot::model
