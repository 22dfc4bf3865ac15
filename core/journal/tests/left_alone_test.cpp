#include <gtest/gtest.h>

#include "log.hpp"
#include "unknot/journal/projections.hpp"

namespace unknot::journal {
namespace {

using Lines = std::vector<std::string>;

Lines told(const Log& log, std::string_view now) {
  Lines out;
  for (const LeftAlone& one : left_alone(log.records, pack(), at(now))) {
    out.push_back(std::string(pack()[one.area].id) + " until " + format_instant(one.until));
  }
  return out;
}

RolledData piece(std::string area, std::optional<std::int32_t> level) {
  return {.area = std::move(area), .side = model::Side::left, .seconds = 30, .level = level};
}

constexpr std::string_view noon = "2026-03-01T12:00:00Z";

TEST(LeftAlone, WhatASessionEndedAndWhatOverlapsIt) {
  struct Row {
    std::string name;
    std::string area;
    Lines expected;
  };
  const std::vector<Row> rows{
      {"alone", "hamstrings", {"hamstrings until 2026-03-02T12:00:00Z"}},
      {"overlapping",
       "piriformis",
       {"glutes until 2026-03-02T12:00:00Z", "piriformis until 2026-03-02T12:00:00Z"}},
      {"a zone is never rolled anyway", "low_back", {}},
      {"of a catalogue to come", "area_of_next_year", {}}};
  for (const Row& row : rows) {
    Log log;
    log.over(noon, row.area);
    EXPECT_EQ(told(log, "2026-03-01T18:00:00Z"), row.expected) << row.name;
  }
}

TEST(LeftAlone, FromEightOnAPieceIsTooStrong) {
  for (const auto& [level, many] : std::vector<std::pair<std::optional<std::int32_t>, std::size_t>>{
           {{}, 0}, {0, 0}, {7, 0}, {8, 1}, {10, 1}}) {
    Log log;
    log.rolled(noon, piece("hamstrings", level));
    EXPECT_EQ(told(log, noon).size(), many) << level.value_or(-1);
  }
}

TEST(LeftAlone, ForADayOfRealTimeWhicheverWayTheClockWent) {
  for (const auto& [now, many] : std::vector<std::pair<std::string, std::size_t>>{
           {"2026-03-01T12:00:00Z", 1},
           {"2026-03-02T12:00:00Z", 1},
           {"2026-03-02T12:00:01Z", 0},
           {"2026-03-02T13:30:00+02:00", 1},  // A journey ends nothing.
           {"2026-02-28T12:00:00Z", 1},       // Nor does a clock set back a day.
           {"2026-02-28T11:59:59Z", 0}}) {
    Log log;
    log.over(noon, "hamstrings");
    EXPECT_EQ(told(log, now).size(), many) << now;
    Log felt;
    felt.rolled(noon, piece("hamstrings", 9));
    EXPECT_EQ(told(felt, now).size(), many) << now;
  }
}

TEST(LeftAlone, TheLatestOfSeveralCounts) {
  Log log;
  log.over(noon, "piriformis");
  log.rolled("2026-03-01T08:00:00Z", piece("glutes", 9));
  log.over("2026-03-01T17:00:00+01:00", "glutes");
  EXPECT_EQ(told(log, "2026-03-01T18:00:00Z"),
            (Lines{"glutes until 2026-03-02T17:00:00+01:00",
                   "piriformis until 2026-03-02T17:00:00+01:00"}));
}

TEST(LeftAlone, WhatWasSaidLaterAndWhatWasWrong) {
  Log log;
  const auto mild = log.rolled(noon, piece("hamstrings", 3));
  const auto strong = log.rolled(noon, piece("calves", 9));
  log.add(make_level(log.stamp(noon), {mild, 9}));
  log.add(make_level(log.stamp(noon), {strong, 2}));
  EXPECT_EQ(told(log, noon), Lines{"hamstrings until 2026-03-02T12:00:00Z"});
  log.remove(mild);
  EXPECT_EQ(told(log, noon), Lines{});
  const auto wrong = log.over(noon, "quadriceps");
  EXPECT_FALSE(told(log, noon).empty());
  log.remove(wrong);
  EXPECT_EQ(told(log, noon), Lines{});
}

TEST(LeftAlone, RemovingTheSessionOpensNothingThatHurt) {
  Log log;
  const auto session = log.plan(noon);
  log.over(noon, "hamstrings", "hurt", session);
  log.remove(session);
  EXPECT_EQ(told(log, noon), Lines{"hamstrings until 2026-03-02T12:00:00Z"});
}

TEST(LeftAlone, ARequestAvoidsItOnBothSides) {
  Log log;
  log.over(noon, "hamstrings");
  const auto avoided = as_avoided(left_alone(log.records, pack(), at(noon)));
  ASSERT_EQ(avoided.size(), 1U);
  EXPECT_EQ(pack()[avoided[0].at].id, "hamstrings");
  EXPECT_EQ(avoided[0].side, model::Side::both);
  EXPECT_EQ(avoided[0].why, model::why_hurt);
}

}  // namespace
}  // namespace unknot::journal
