#include "unknot/coach/coach.hpp"

#include <gtest/gtest.h>

#include "unknot/base/json.hpp"
#include "unknot/base/uuid.hpp"

namespace unknot::coach {
namespace {

using base::Json;
using knowledge::embedded_pack;

const base::Instant now = *base::parse_instant("2026-11-22T08:00:00Z");

Json parsed(const std::string& text) {
  auto json = base::parse_json(text, {std::size_t{1} << 24, 64});
  EXPECT_TRUE(json) << text;
  return json ? *json : Json{};
}

TEST(Coach, PlansItsOwnExample) {
  const auto planned = plan(example_request(embedded_pack(), now), embedded_pack(), {});
  ASSERT_TRUE(planned);
  const Json json = parsed(planned->json);
  EXPECT_EQ(json.find("format")->text, "unknot/plan@1");
  EXPECT_EQ(json.find("outcome")->text, "plan");
  EXPECT_EQ(json.find("made")->text, "2026-11-22T08:00:00Z");
  EXPECT_EQ(json.find("knowledge")->text, embedded_pack().hash);
  EXPECT_TRUE(base::is_uuid(json.find("id")->text));
  EXPECT_EQ(json.find("id")->text[14], '8') << "a plan's id is a UUIDv8";
}

TEST(Coach, ChecksItsOwnPlanAsClean) {
  const auto planned = plan(example_request(embedded_pack(), now), embedded_pack(), {});
  const auto checked = check(planned->json, std::nullopt, embedded_pack(), {});
  ASSERT_TRUE(checked);
  EXPECT_TRUE(checked->breaches.empty()) << checked->json;
}

TEST(Coach, FindsWhatSomebodyChanged) {
  const auto planned = plan(example_request(embedded_pack(), now), embedded_pack(), {});
  std::string text = planned->json;
  const auto at = text.find("\"sets\":[");
  text.insert(at + 8, "99,");
  const auto checked = check(text, std::nullopt, embedded_pack(), {});
  ASSERT_TRUE(checked);
  EXPECT_FALSE(checked->breaches.empty());
  EXPECT_EQ(parsed(checked->json).find("clean")->flag, false);
}

TEST(Coach, AnEmergencyIsToldWithTheNumberOfThePlace) {
  std::string request = example_request(embedded_pack(), now);
  const auto at = request.find("\"present\":[");
  request.insert(at + 11, "\"cauda_equina\"");
  const auto planned = plan(request, embedded_pack(), {now, "GB"});
  ASSERT_TRUE(planned);
  const Json json = parsed(planned->json);
  EXPECT_EQ(json.find("outcome")->text, "refused");
  EXPECT_TRUE(json.find("steps")->items.empty());
  EXPECT_NE(json.find("urgent")->text.find("999"), std::string::npos);
}

TEST(Coach, ListsHaveIdAndName) {
  for (const auto name : list_names()) {
    const auto rows = list(name, embedded_pack());
    ASSERT_TRUE(rows) << name;
    const Json json = parsed(*rows);
    ASSERT_FALSE(json.items.empty()) << name;
    for (const Json& row : json.items) {
      ASSERT_NE(row.find("id"), nullptr) << name;
      ASSERT_NE(row.find("name"), nullptr) << name;
      EXPECT_FALSE(row.find("name")->text.empty()) << name;
    }
  }
  EXPECT_FALSE(list("spells", embedded_pack()));
}

TEST(Coach, CallAnswersEveryVerbAndRefusesOthers) {
  EXPECT_EQ(call("version", ""), "{\"version\":\"" + std::string(version()) +
                                     "\",\"knowledge\":\"" + std::string(embedded_pack().hash) +
                                     "\"}");
  EXPECT_EQ(call("list", "areas"), *list("areas", embedded_pack()));
  EXPECT_NE(call("example", "2026-11-22T08:00:00Z").find("unknot/request@1"), std::string::npos);
  EXPECT_NE(call("example", "noon").find("\"error\""), std::string::npos);
  EXPECT_NE(call("dance", "").find("verb_unknown"), std::string::npos);
  EXPECT_NE(call("plan", "{").find("json_malformed"), std::string::npos);
  EXPECT_NE(call("check", "{}").find("field_missing"), std::string::npos);
  const std::string example = call("example", "2026-11-22T08:00:00Z");
  const std::string answer = call("plan", example);
  EXPECT_NE(call("check", "{\"plan\":" + answer + "}").find("\"clean\":true"), std::string::npos);
}

TEST(Coach, ExplainsByCall) {
  const std::string example = call("example", "2026-11-22T08:00:00Z");
  const Json told = parsed(call("explain", example));
  EXPECT_EQ(told.find("format")->text, "unknot/explanation@1");
  EXPECT_EQ(base::JsonWriter().value(*told.find("plan")).take(), call("plan", example));
  EXPECT_EQ(told.find("areas")->items.size(), knowledge::area_count(embedded_pack()));
  EXPECT_NE(call("explain", "{}").find("field_missing"), std::string::npos);
}

TEST(Coach, ComparesByCall) {
  const std::string a = call("example", "2026-11-22T08:00:00Z");
  std::string b = a;
  const std::string ten = "\"minutes\":10";
  b.replace(b.find(ten), ten.size(), "\"minutes\":20");
  const Json told = parsed(call("compare", "{\"a\":" + a + ",\"b\":" + b + "}"));
  EXPECT_EQ(told.find("format")->text, "unknot/comparison@1");
  EXPECT_FALSE(told.find("same_plan")->flag);
  ASSERT_EQ(told.find("request")->items.size(), 1U);
  EXPECT_EQ(told.find("request")->items[0].find("field")->text, "minutes");
}

TEST(Coach, AComparisonSaysWhichRequestIsWrong) {
  const std::string good = call("example", "2026-11-22T08:00:00Z");
  const auto field = [](const std::string& answer) {
    return parsed(answer).find("error")->find("field")->text;
  };
  EXPECT_EQ(field(call("compare", "{\"a\":" + good + "}")), "b");
  EXPECT_EQ(field(call("compare", "{\"b\":" + good + "}")), "a");
  EXPECT_EQ(field(call("compare", "{\"a\":" + good + ",\"b\":{}}")), "b.format");
  EXPECT_EQ(field(call("compare", "{\"a\":[],\"b\":{}}")), "a");
}

TEST(Coach, ACallWithoutATimeIsNotScreened) {
  const std::string answer =
      call("plan", R"({"format":"unknot/request@1","minutes":10,"tools":[],)"
                   R"("red_flags":{"screened":true,"at":"2026-11-22T08:00:00Z","present":[]}})");
  EXPECT_NE(answer.find("\"reason\":\"screening\""), std::string::npos);
}

}  // namespace
}  // namespace unknot::coach
