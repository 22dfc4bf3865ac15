#include <gtest/gtest.h>

#include "unknot/model/request_format.hpp"

namespace unknot::model {
namespace {

using knowledge::embedded_pack;

const base::Instant noon = *base::parse_instant("2026-11-22T12:00:00Z");

std::string with(std::string_view more) {
  return R"({"format":"unknot/request@1","minutes":10,)"
         R"("tools":[{"id":"blue","kind":"roller","density":"soft","surface":"smooth"}],)"
         R"("red_flags":{"screened":true,"at":"2026-11-22T11:00:00Z","present":[]})" +
         std::string(more) + "}";
}

Request good(std::string_view more) {
  const auto request = read_request(with(more), embedded_pack(), noon);
  EXPECT_TRUE(request) << more << ": " << sentence(request.error());
  return request ? *request : Request{};
}

std::string bad(const std::string& text) {
  const auto request = read_request(text, embedded_pack(), noon);
  return request ? "accepted" : sentence(request.error());
}

TEST(Request, DefaultsAreTheCautiousOnes) {
  const Request r = good("");
  EXPECT_EQ(r.now, noon);
  EXPECT_EQ(r.language, "en");
  EXPECT_EQ(r.person.experience, Experience::fresh);
  EXPECT_EQ(r.goal, knowledge::GoalKind::recover);
  EXPECT_EQ(r.at, std::vector{knowledge::Support::floor});
  EXPECT_FALSE(r.person.age);
  EXPECT_FALSE(r.tools[0].vibration);
}

TEST(Request, TakesConditionsAsWordOrObject) {
  const Request r = good(R"(,"conditions":["easy_bruising",)"
                         R"({"id":"pregnancy","weeks":20,"cleared_on":"2026-11-01"}])");
  ASSERT_EQ(r.conditions.size(), 2U);
  EXPECT_FALSE(r.conditions[0].cleared_on);
  EXPECT_EQ(r.conditions[1].weeks, 20);
  EXPECT_EQ(format_day(*r.conditions[1].cleared_on), "2026-11-01");
}

TEST(Request, NullMeansNotSaid) {
  const Request r = good(R"(,"starts_in_minutes":null,"activity":null,"person":{"age":null})");
  EXPECT_FALSE(r.starts_in_minutes);
  EXPECT_FALSE(r.activity.valid());
}

TEST(Request, KeepsOneDecimal) {
  EXPECT_EQ(good(R"(,"person":{"mass_kg":70.5})").person.mass_hectograms, 705);
}

struct BadRow {
  const char* more;
  const char* sentence;
};

TEST(Request, NamesFieldValueAndExpectation) {
  const BadRow rows[] = {
      {R"(,"minuts":5)", "minuts: unknown field, expected \"minutes\"."},
      {R"(,"goal":"win")", "goal: got \"win\", expected recover | warm_up | mobility | unwind."},
      {R"(,"feel":[{"at":"hamstring","kind":"pain"}])",
       "feel[0].at: got \"hamstring\", expected a known area; did you mean hamstrings."},
      {R"(,"feel":[{"at":"glutes","kind":"pain","level":11}])",
       "feel[0].level: got 11, expected a whole number from 0 to 10."},
      {R"(,"feel":[{"at":"glutes"}])",
       "feel[0].kind: missing, expected tight | sore | pain | injury."},
      {R"(,"person":{"age":"old"})",
       "person.age: got \"old\", expected a whole number from 0 to 120."},
      {R"(,"person":{"mass_kg":70.55})",
       "person.mass_kg: got 70.55, expected a number from 20 to 400 with at most one decimal."},
      {R"(,"history":[{"area":"low_back"}])",
       "history[0].area: got \"low_back\", expected an area that can be rolled "
       "(unknot areas lists them)."},
      {R"(,"history":[{"area":"glutes","last_levels":[1,2,3,4]}])",
       "history[0].last_levels: got 4 entries, expected at most 3 entries."},
      {R"(,"at":[])", "at: got a list, expected at least one of floor | wall | chair | bed."},
      {R"(,"now":"yesterday")",
       "now: got \"yesterday\", expected a time such as 2026-11-22T08:00:00Z "
       "(RFC 3339 with offset)."},
  };
  for (const BadRow& row : rows) EXPECT_EQ(bad(with(row.more)), row.sentence) << row.more;
}

TEST(Request, RequiresFormatMinutesToolsAndRedFlags) {
  EXPECT_EQ(bad("{}"), "format: missing, expected \"unknot/request@1\".");
  EXPECT_EQ(bad(R"({"format":"unknot/request@1"})"),
            "minutes: missing, expected a whole number from 1 to 600.");
  EXPECT_EQ(bad(R"({"format":"unknot/request@2","minutes":1})"),
            "format: got \"unknot/request@2\", expected \"unknot/request@1\".");
  EXPECT_EQ(bad("[]"), "input: got a list, expected an object.");
}

TEST(Request, RefusesTheTwoContradictions) {
  EXPECT_EQ(bad(R"({"format":"unknot/request@1","minutes":10,"tools":[],)"
                R"("red_flags":{"screened":false,"present":["clot_signs"]}})"),
            "red_flags.screened: got false, expected true when flags are present.");
  EXPECT_EQ(bad(R"({"format":"unknot/request@1","minutes":10,"red_flags":{},"tools":[)"
                R"({"id":"a","kind":"ball","density":"soft","surface":"smooth"},)"
                R"({"id":"a","kind":"ball","density":"firm","surface":"smooth"}]})"),
            "tools[1].id: got \"a\", expected an id no other tool has.");
}

TEST(Request, WhatIsWrittenReadsBackTheSame) {
  const Request r =
      good(R"(,"feel":[{"at":"low_back","side":"both","kind":"pain","level":5}],)"
           R"("avoid":[{"at":"adductors","why":"trial"}],)"
           R"("history":[{"area":"hamstrings","side":"left","rung":1,"clean_sessions":4,)"
           R"("last_levels":[3,null,3],"after_effect":"none","last":"2026-11-20T07:00:00Z"}])");
  base::JsonWriter once;
  write_request(once, r, embedded_pack());
  const auto again = read_request(once.text(), embedded_pack(), noon);
  ASSERT_TRUE(again) << once.text();
  base::JsonWriter twice;
  write_request(twice, *again, embedded_pack());
  EXPECT_EQ(once.text(), twice.text());
}

}  // namespace
}  // namespace unknot::model
