#include <gtest/gtest.h>

#include "log.hpp"
#include "unknot/journal/people.hpp"

namespace unknot::journal {
namespace {

using model::AfterEffect;
using model::Experience;
using Conditions = std::vector<ConditionData>;

Profile only(const Log& log, std::string_view now) {
  const auto all = people(log.records, pack(), at(now));
  EXPECT_EQ(all.size(), 1U);
  return all.at(0);
}

TEST(People, SomebodyOfWhomNothingIsKnown) {
  const Log log;
  const auto profile = only(log, "2026-03-01T08:00:00Z");
  EXPECT_EQ(profile.id, log.person);
  EXPECT_EQ(profile.name, "Ada");
  EXPECT_EQ(profile.person.experience, Experience::fresh);
  EXPECT_FALSE(profile.person.age);
  EXPECT_TRUE(profile.conditions_due);
  EXPECT_FALSE(profile.may_be_regular);
  EXPECT_FALSE(profile.at);
}

TEST(People, TheNewestOfEachFactCounts) {
  Log log;
  log.profile("2026-02-01T08:00:00Z", {.age = 40, .language = std::string("de")});
  log.profile("2026-02-03T08:00:00Z", {.age = 42, .territory = std::string("DE")});
  log.profile("2026-02-02T08:00:00Z",
              {.name = std::string("Ada L."), .age = 41, .mass_hectograms = 705});
  const auto profile = only(log, "2026-03-01T08:00:00Z");
  EXPECT_EQ(profile.name, "Ada L.");
  EXPECT_EQ(profile.person.age, 42);
  EXPECT_EQ(profile.person.mass_hectograms, 705);
  EXPECT_EQ(profile.language, "de");
  EXPECT_EQ(profile.territory, "DE");
  EXPECT_EQ(profile.age_said, at("2026-02-03T08:00:00Z"));
  EXPECT_EQ(only(log, "2026-02-02T12:00:00Z").person.age, 41) << "as of a day";
}

TEST(People, AFactCanBeTakenBack) {
  Log log;
  log.profile("2026-02-01T08:00:00Z", {.experience = Experience::seasoned, .age = 40});
  log.profile("2026-02-02T08:00:00Z", {.experience = Fact<Experience>::taken_back(),
                                       .age = Fact<std::int32_t>::taken_back()});
  const auto profile = only(log, "2026-03-01T08:00:00Z");
  EXPECT_FALSE(profile.person.age);
  EXPECT_EQ(profile.person.experience, Experience::fresh);
}

TEST(People, ListsReplaceLists) {
  Log log;
  const model::Tool blue{.id = "blue", .density = knowledge::Density::soft};
  const model::Tool red{.id = "red", .diameter_tenths_cm = 155, .vibration = true};
  log.profile("2026-02-01T08:00:00Z", {.tools = std::vector{blue, red}});
  log.profile("2026-02-02T08:00:00Z",
              {.at = std::vector{knowledge::Support::wall}, .tools = std::vector{red}});
  const auto profile = only(log, "2026-03-01T08:00:00Z");
  ASSERT_EQ(profile.tools.size(), 1U);
  EXPECT_EQ(profile.tools[0].id, "red");
  EXPECT_EQ(profile.tools[0].diameter_tenths_cm, 155);
  EXPECT_TRUE(profile.tools[0].vibration);
  EXPECT_EQ(profile.at, std::vector{knowledge::Support::wall});
  EXPECT_EQ(profile.tools_said, at("2026-02-02T08:00:00Z"));
}

struct DueCase {
  std::string asked, now;
  bool due;
};

TEST(People, ConditionsAreAskedAgain) {
  const DueCase cases[] = {
      {"2026-02-01T08:00:00Z", "2026-02-01T08:00:00Z", false},
      {"2026-02-01T08:00:00Z", "2026-05-02T07:59:59Z", false},
      {"2026-02-01T08:00:00Z", "2026-05-02T08:00:00Z", true},
      {"2026-02-01T08:00:00+05:00", "2026-05-02T07:59:59+05:00", false},
      {"2026-02-02T08:00:00Z", "2026-02-01T08:00:00Z", true},  // Not asked yet, as of then.
  };
  for (const auto& row : cases) {
    Log log;
    log.profile(row.asked, {.conditions = Conditions{}});
    EXPECT_EQ(only(log, row.now).conditions_due, row.due) << row.asked << " " << row.now;
  }
}

TEST(People, ConditionsAsTheRulesReadThem) {
  Log log;
  log.profile("2026-02-01T08:00:00Z",
              {.conditions = Conditions{{.id = "pregnancy", .weeks = 20},
                                        {.id = "fracture",
                                         .at = "shin",
                                         .side = model::Side::left,
                                         .cleared_on = base::parse_day("2026-01-20")}}});
  const auto profile = only(log, "2026-02-02T08:00:00Z");
  ASSERT_EQ(profile.conditions.size(), 2U);
  EXPECT_EQ(pack()[profile.conditions[0].id].id, "pregnancy");
  EXPECT_EQ(profile.conditions[0].weeks, 20);
  EXPECT_EQ(pack()[profile.conditions[1].at].id, "shin");
  EXPECT_EQ(profile.conditions[1].side, model::Side::left);
  EXPECT_EQ(profile.conditions[1].cleared_on, base::parse_day("2026-01-20"));
  EXPECT_FALSE(profile.conditions_due);
}

TEST(People, AConditionOfANewerCatalogueIsAskedAbout) {
  for (const ConditionData& unknown :
       {ConditionData{.id = "of_next_year"}, ConditionData{.id = "fracture", .at = "new_place"}}) {
    Log log;
    log.profile("2026-02-01T08:00:00Z", {.conditions = Conditions{unknown}});
    const auto profile = only(log, "2026-02-02T08:00:00Z");
    EXPECT_TRUE(profile.conditions.empty());
    ASSERT_EQ(profile.unknown_conditions.size(), 1U);
    EXPECT_TRUE(profile.conditions_due);
  }
}

TEST(People, SeveralEachWithTheirOwn) {
  Log ada("Ada", 1);
  Log bo("Bo", 2);
  ada.profile("2026-02-01T08:00:00Z", {.age = 40});
  bo.profile("2026-02-01T08:00:00Z", {.age = 50});
  std::vector<Record> both = bo.records;
  both.insert(both.end(), ada.records.begin(), ada.records.end());
  const auto all = people(both, pack(), at("2026-03-01T08:00:00Z"));
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].name + std::to_string(*all[0].person.age), "Ada40");
  EXPECT_EQ(all[1].name + std::to_string(*all[1].person.age), "Bo50");
  bo.remove(bo.person);
  EXPECT_TRUE(people(bo.records, pack(), at("2026-03-01T08:00:00Z")).empty());
}

/// Sessions a day apart, each with one piece: its level, -1 unknown, -2 known but bruised after.
Log sessions(const std::vector<int>& levels) {
  Log log;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const std::string day = "2026-02-" + std::to_string(10 + i);
    RolledData data{.area = "calves", .seconds = 30, .level = std::max(levels[i], 3)};
    if (levels[i] == -1) data.level.reset();
    log.rolled(day + "T08:00:00Z", data);
    if (levels[i] != -2) continue;
    log.felt(day + "T20:00:00Z", {.area = "calves", .effect = AfterEffect::bruise});
  }
  return log;
}

struct OfferCase {
  std::vector<int> levels;
  bool offered;
};

TEST(People, TheOfferToCountAsRegular) {
  const OfferCase cases[] = {
      {{3, 3, 3, 3, 3}, false},        {{3, 3, 3, 3, 3, 3}, true},
      {{3, 3, 3, 3, 3, 7}, false},     {{7, 3, 3, 3, 3, 3, 3}, true},
      {{3, 3, 3, -2, 3, 3, 3}, false}, {{3, 3, 3, -1, 3, 3}, false},
      {{3, 3, 3, -1, 3, 3, 3}, true},  {{-1, -1, -1, -1, -1, -1, -1}, false},
  };
  for (const auto& row : cases) {
    EXPECT_EQ(only(sessions(row.levels), "2026-03-01T08:00:00Z").may_be_regular, row.offered)
        << row.levels.size();
  }
}

TEST(People, TheOfferIsForThoseWhoAreNewAlone) {
  auto log = sessions({3, 3, 3, 3, 3, 3});
  log.profile("2026-02-20T08:00:00Z", {.experience = Experience::regular});
  EXPECT_FALSE(only(log, "2026-03-01T08:00:00Z").may_be_regular);
}

TEST(People, ANoIsTakenUntilThereAreSixMore) {
  auto log = sessions({3, 3, 3, 3, 3, 3});
  log.profile("2026-02-20T08:00:00Z", {.regular_declined = true});
  EXPECT_FALSE(only(log, "2026-03-01T08:00:00Z").may_be_regular);
  for (int day = 21; day < 27; ++day) {
    EXPECT_FALSE(only(log, "2026-03-01T08:00:00Z").may_be_regular) << day;
    log.rolled("2026-02-" + std::to_string(day) + "T08:00:00Z",
               {.area = "calves", .seconds = 30, .level = 3});
  }
  EXPECT_TRUE(only(log, "2026-03-01T08:00:00Z").may_be_regular);
}

}  // namespace
}  // namespace unknot::journal
