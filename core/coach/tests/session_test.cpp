// The call `session`: strict about what goes in, and what comes out is the engine's own.

#include <gtest/gtest.h>

#include "unknot/base/json.hpp"
#include "unknot/coach/session.hpp"

namespace unknot::coach {
namespace {

const knowledge::Pack& pack() { return knowledge::embedded_pack(); }

std::string request() {
  return example_request(pack(), *base::parse_instant("2026-11-22T08:00:00Z"));
}

std::string input(const std::string& rest) {
  return "{\"request\":" + request() + "," + rest + "}";
}

std::string ticks(int seconds) {
  std::string out = R"({"at":0,"event":"start"})";
  for (int s = 1; s <= seconds; ++s) {
    out += R"(,{"at":)" + std::to_string(s * 1000) + R"(,"event":"tick"})";
  }
  return "\"events\":[" + out + "]";
}

base::Json answer(const std::string& rest) {
  const std::string told = call("session", input(rest));
  auto json = base::parse_json(told);
  EXPECT_TRUE(json) << told;
  return json ? *json : base::Json{};
}

struct Wrong {
  std::string rest;
  std::string code;
  std::string field;
};

TEST(Session, SaysWhatIsWrongWithTheInput) {
  const std::vector<Wrong> wrongs{
      {R"("events":[{"event":"start"}])", "field_missing", "events[0].at"},
      {R"("events":[{"at":0}])", "field_missing", "events[0].event"},
      {R"("events":[{"at":0,"event":"begin"}])", "id_unknown", "events[0].event"},
      {R"("events":[{"at":0.5,"event":"start"}])", "out_of_range", "events[0].at"},
      {R"("events":[{"at":"0","event":"start"}])", "field_type", "events[0].at"},
      {R"("events":[{"at":0,"event":"level"}])", "field_missing", "events[0].level"},
      {R"("events":[{"at":0,"event":"level","level":11}])", "out_of_range", "events[0].level"},
      {R"("events":[{"at":0,"event":"start","level":3}])", "field_unknown", "events[0].level"},
      {R"("events":[{"at":0,"event":"urgent","red_flag":"clot"}])", "id_unknown",
       "events[0].red_flag"},
      {R"("events":[{"at":0,"event":"pause","red_flag":"clot_signs"}])", "field_unknown",
       "events[0].red_flag"},
      {R"("events":[3])", "field_type", "events[0]"},
      {R"("events":{})", "field_type", "events"},
      {R"("preferences":{})", "field_missing", "events"},
      {R"("preferences":{"ready_percent":50},"events":[])", "out_of_range",
       "preferences.ready_percent"},
      {R"("preferences":{"voice":true},"events":[])", "field_unknown", "preferences.voice"},
      {R"("event":[],"events":[])", "field_unknown", "event"},
  };
  for (const Wrong& wrong : wrongs) {
    const base::Json told = answer(wrong.rest);
    const base::Json* error = told.find("error");
    ASSERT_NE(error, nullptr) << wrong.rest;
    EXPECT_EQ(error->find("code")->text, wrong.code) << wrong.rest;
    EXPECT_EQ(error->find("field")->text, wrong.field) << wrong.rest;
  }
}

TEST(Session, NamesTheFieldOfTheRequest) {
  const auto guided = guide(R"({"request":{"format":"unknot/request@1"},"events":[]})", pack(), {});
  ASSERT_FALSE(guided);
  EXPECT_TRUE(guided.error().field.starts_with("request.")) << guided.error().field;
  EXPECT_EQ(guide("[]", pack(), {}).error().code, base::ErrorCode::field_type);
  EXPECT_EQ(guide("{", pack(), {}).error().code, base::ErrorCode::json_malformed);
  EXPECT_EQ(guide(R"({"events":[]})", pack(), {}).error().field, "request");
}

TEST(Session, TakesOnlySoManyEvents) {
  const std::string tick = R"({"at":0,"event":"tick"})";
  std::string many = tick;
  for (std::size_t i = 0; i < model::limits::session_events; ++i) many += "," + tick;
  const base::Json told = answer("\"events\":[" + many + "]");
  ASSERT_NE(told.find("error"), nullptr);
  EXPECT_EQ(told.find("error")->find("code")->text, "out_of_range");
}

TEST(Session, GuidesTheWholePlan) {
  const auto guided = guide(input(ticks(900)), pack(), {});
  ASSERT_TRUE(guided);
  const base::Json told = *base::parse_json(guided->json);
  EXPECT_EQ(told.find("format")->text, "unknot/session@1");
  const base::Json* commands = told.find("commands");
  ASSERT_FALSE(commands->items.empty());
  EXPECT_EQ(commands->items.front().find("command")->text, "get_ready");
  EXPECT_EQ(commands->items.back().find("command")->text, "over");
  EXPECT_EQ(commands->items.back().find("reason")->text, "finished");
  EXPECT_EQ(told.find("due")->kind, base::Json::Kind::null);
  EXPECT_EQ(told.find("snapshot")->find("phase")->text, "over");
  EXPECT_GE(told.find("rolled")->items.size(), guided->planned.answer.plan->steps().size());
  // The plan inside is the plan there is for the request.
  EXPECT_EQ(base::JsonWriter().value(*told.find("plan")).take(), guided->planned.json);
}

TEST(Session, PreferencesReachTheEngine) {
  const base::Json usual = answer(ticks(1));
  const base::Json slow = answer(R"("preferences":{"ready_percent":200},)" + ticks(1));
  const auto seconds = [](const base::Json& told) {
    return *base::whole_number(*told.find("commands")->items.front().find("seconds"));
  };
  EXPECT_EQ(2 * seconds(usual), seconds(slow));
}

TEST(Session, WithoutAPlanNothingHappens) {
  std::string refused = request();
  const std::string screened = "\"screened\":true";
  refused.replace(refused.find(screened), screened.size(), "\"screened\":false");
  const auto guided = guide("{\"request\":" + refused + "," + ticks(3) + "}", pack(), {});
  ASSERT_TRUE(guided);
  const base::Json told = *base::parse_json(guided->json);
  EXPECT_EQ(told.find("plan")->find("outcome")->text, "refused");
  EXPECT_TRUE(told.find("commands")->items.empty());
  EXPECT_EQ(told.find("snapshot")->kind, base::Json::Kind::null);
}

}  // namespace
}  // namespace unknot::coach
