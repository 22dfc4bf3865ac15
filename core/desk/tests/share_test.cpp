/// What is handed on of a plan, and what becomes of what comes from elsewhere.
#include <random>

#include "host.hpp"

namespace unknot::desk {
namespace {

constexpr std::string_view canary = "canary";

class ShareTest : public testing::Test {
 protected:
  std::string shared_of(const std::string& plan) {
    static_cast<void>(host_.good("share", R"("plan":)" + plan));
    return host_.last;
  }
  std::string open(const std::string& shared, const std::string& request) {
    return host_.moment() + R"(,"person":null,"shared":)" + shared + R"(,"request":{)" + request +
           (request.empty() ? "" : ",") + host_.screened() + '}';
  }
  Host host_;
};

/// Whether the second judge finds anything in a plan.
bool lawful(const Json& plan) {
  const auto checked =
      coach::check(raw(plan), std::nullopt, knowledge::embedded_pack(), coach::Context{});
  return checked && checked->breaches.empty();
}

TEST_F(ShareTest, NothingOfAPersonGoesAlong) {
  host_.person("canary Ada", R"(,"age":67,"mass_kg":61.3,"height_cm":171.7)");
  const std::string plan = host_.plan(
      "",
      R"("minutes":10,"goal":"mobility","activity":"running","language":"de",)"
      R"("tools":[{"id":"canary roller","kind":"roller","density":"soft","surface":"smooth"},)"
      R"({"id":"canary spare","kind":"stick","density":"firm","surface":"textured"}],)"
      R"("avoid":[{"at":"shin","why":"canary"}],"feel":[{"at":"knee","kind":"tight","level":2}],)"
      R"("conditions":["hypermobility"])");
  if (at(parsed(plan), "error").kind != Json::Kind::null) GTEST_FAIL() << plan;
  const std::string shared = shared_of(plan);
  for (const std::string_view word :
       {canary, std::string_view("67"), std::string_view("61.3"), std::string_view("hypermob"),
        std::string_view("knee"), std::string_view("shin"), std::string_view("running"),
        std::string_view("2026"), std::string_view("request"), std::string_view("why"),
        std::string_view("textured")}) {
    EXPECT_EQ(shared.find(word), std::string::npos) << word << " in " << shared;
  }
}

TEST_F(ShareTest, AWordThatIsNoneOfTheCatalogueIsNotHandedOn) {
  std::string plan = host_.plan(host_.person());
  const auto where = plan.find(R"("technique":")");
  plan.replace(where, 13, R"("technique":"canary )");
  EXPECT_EQ(host_.bad("share", R"("plan":)" + plan), "id_unknown plan.steps[0].technique");
}

TEST_F(ShareTest, AnotherPersonGetsItJudgedForThemselves) {
  const std::string shared = shared_of(host_.plan(host_.person()));
  Host other;
  host_ = std::move(other);
  const Json out = host_.good("open_shared", open(shared, R"("tools":[],"person":{"mass_kg":95})"));
  EXPECT_EQ(at(out, "renewal").text, "none") << host_.last;
  EXPECT_TRUE(lawful(at(out, "plan")));
  EXPECT_EQ(at(at(out, "plan.request.tools").items.front(), "id").text, "tool1");
}

TEST_F(ShareTest, WhoMustNotRollIsRefusedWhateverWasShared) {
  const std::string shared = shared_of(host_.plan(host_.person()));
  host_ = Host();
  const Json out = host_.good(
      "open_shared", open(shared, R"("minutes":5,"tools":[],"conditions":["infection_or_fever"])"));
  EXPECT_NE(at(out, "plan.outcome").text, "plan") << host_.last;
}

TEST_F(ShareTest, WithoutScreeningTodayNothingIsOpened) {
  const std::string shared = shared_of(host_.plan(host_.person()));
  const Json out =
      host_.good("open_shared", host_.moment() + R"(,"person":null,"shared":)" + shared +
                                    R"(,"request":{"red_flags":{"screened":false}})");
  EXPECT_EQ(at(out, "plan.outcome").text, "refused");
  EXPECT_TRUE(at(out, "asks_screening").flag);
}

TEST_F(ShareTest, AStrangersNameOfAToolIsShownToNobody) {
  std::string shared = shared_of(host_.plan(host_.person()));
  for (std::size_t i = 0; (i = shared.find("tool1", i)) != std::string::npos; i += canary.size()) {
    shared.replace(i, 5, canary);
  }
  const Json out = host_.good("open_shared", open(shared, ""));
  EXPECT_EQ(host_.last.find(canary), std::string::npos);
  EXPECT_TRUE(lawful(at(out, "plan")));
}

/// Bytes of a lawful document changed at random: an error, or a plan that the rules let pass.
TEST_F(ShareTest, HostileDocumentsGiveAnErrorOrALawfulPlan) {
  const std::string shared = shared_of(host_.plan(host_.person(), R"("minutes":15)"));
  std::mt19937 random(7);
  const std::string_view words[] = {
      "0",   "1",   "600",      "-1",   "9999999",      "null",       "[]",       "{}",      "true",
      "1e3", "2.5", "\"left\"", "\"\"", "\"low_back\"", "\"harder\"", "\"both\"", "\"firm\""};
  int opened = 0;
  for (int i = 0; i < 400; ++i) {
    std::string wild = shared;
    const int changes = 1 + static_cast<int>(random() % 3);
    for (int k = 0; k < changes; ++k) {
      if (i % 2 == 0) {
        const auto digit = wild.find_first_of("0123456789", random() % wild.size());
        if (digit != std::string::npos) wild[digit] = static_cast<char>('0' + random() % 10);
        continue;
      }
      // A whole value is put in the place of another, so that some documents can still be read.
      const auto from = wild.find(':', random() % wild.size());
      if (from == std::string::npos) continue;
      const auto to = wild.find_first_of(",]}", from + 1);
      if (to == std::string::npos) continue;
      wild.replace(from + 1, to - from - 1, words[random() % std::size(words)]);
    }
    const Json out = host_.ask("open_shared", open(wild, ""));
    if (out.find("error") != nullptr) continue;
    ++opened;
    EXPECT_TRUE(lawful(at(out, "plan"))) << wild;
  }
  EXPECT_GT(opened, 20);
}

TEST_F(ShareTest, APlanOfAnotherDayIsMadeAnewAndAsksForTheSigns) {
  const std::string ada = host_.person();
  const std::string plan = host_.plan(ada);
  const auto ask = [&](const std::string& more) {
    return host_.good("guidable",
                      host_.moment() + R"(,"person":")" + ada + R"(","plan":)" + plan + more);
  };
  EXPECT_EQ(at(ask(""), "renewal").text, "none");
  host_.pass(3 * 86'400'000LL);
  const Json old = ask("");
  EXPECT_EQ(at(old, "renewal").text, "too_old");
  EXPECT_TRUE(at(old, "asks_screening").flag);
  const Json renewed = ask(',' + host_.screened());
  EXPECT_EQ(at(renewed, "plan.outcome").text, "plan");
  EXPECT_TRUE(lawful(at(renewed, "plan")));
}

TEST(PlanWords, TellsEachStepInTheLanguageAskedFor) {
  Host host;
  const std::string request = R"("minutes":5,"at":["floor"],)"
                              R"("feel":[{"at":"low_back","kind":"pain","level":4}],)"
                              R"("tools":[{"id":"blue","kind":"roller","density":"soft",)"
                              R"("surface":"smooth"}],)" +
                              host.screened();
  const std::string plan =
      raw(host.good("log_plan", host.moment() + R"(,"person":null,"request":{)" + request + '}'));
  const Json told = host.ask("plan_words", R"("plan":)" + plan + R"(,"language":"de")");
  const auto& steps = at(told, "steps").items;
  ASSERT_EQ(steps.size(), at(parsed(plan), "steps").items.size());
  for (const Json& step : steps) {
    for (const std::string_view part : {"name", "tool", "position", "dose", "path"}) {
      EXPECT_FALSE(at(step, std::string(part)).text.empty()) << part;
    }
    EXPECT_EQ(at(step, "tool").text, "blue");
    EXPECT_FALSE(at(step, "set_up").items.empty());
    EXPECT_FALSE(at(step, "why").items.empty());
  }
  EXPECT_NE(at(told, "headline").text.find("5"), std::string::npos);
  const auto& left = at(told, "left_out").items;
  const auto named =
      std::find_if(left.begin(), left.end(), [](const Json& one) { return at(one, "named").flag; });
  ASSERT_NE(named, left.end()) << "the low back was spoken of";
  EXPECT_EQ(at(told, "refusal").kind, Json::Kind::null);
}

TEST(PlanWords, WhatIsNoPlanHasNoWordsAndHarmsNothing) {
  Host host;
  EXPECT_EQ(host.bad("plan_words", R"("plan":3)"), "field_type plan");
  EXPECT_EQ(host.bad("plan_words", R"("language":"en")"), "field_missing plan");
  for (const std::string_view plan :
       {"{}", R"({"outcome":"plan","steps":[{}]})", R"({"steps":{"a":1},"left_out":[[]]})",
        R"({"outcome":"plan","steps":[{"area":"calves","technique":"calves_roller_floor",)"
        R"("sets":["x",-1],"level_target":[1],"why":[3]}],"refusal":[],"advice":{}})"}) {
    const Json told = host.ask("plan_words", R"("plan":)" + std::string(plan));
    EXPECT_EQ(at(told, "steps").kind, Json::Kind::array) << plan;
  }
}

}  // namespace
}  // namespace unknot::desk
