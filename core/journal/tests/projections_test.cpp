#include "unknot/journal/projections.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "log.hpp"

namespace unknot::journal {
namespace {

using model::AfterEffect;
using model::Side;
using Lines = std::vector<std::string>;

RolledData piece(std::string_view area, Side side, std::int32_t seconds) {
  return {.area = std::string(area), .side = side, .seconds = seconds, .level = 3};
}

Lines load_of(const Log& log) {
  Lines out;
  for (const auto& load : weekly_load(log.records, pack())) {
    out.push_back(format_day(load.week) + ' ' + std::string(pack()[load.area].id) + ' ' +
                  std::to_string(load.seconds[0]) + '/' + std::to_string(load.seconds[1]));
  }
  return out;
}

TEST(Load, AddsUpByWeekAreaAndSide) {
  Log log;
  log.rolled("2026-02-15T23:59:59Z", piece("calves", Side::left, 30));  // A Sunday.
  log.rolled("2026-02-16T00:00:00Z", piece("calves", Side::left, 40));
  log.rolled("2026-02-20T08:00:00Z", piece("calves", Side::both, 50));
  log.rolled("2026-02-20T08:00:00Z", piece("hamstrings", Side::right, 60));
  log.rolled("2026-02-20T08:00:00Z", piece("low_back", Side::both, 60));
  EXPECT_EQ(load_of(log), (Lines{"2026-02-09 calves 30/0", "2026-02-16 calves 90/50",
                                 "2026-02-16 hamstrings 0/60"}));
}

TEST(Load, WeeksAreThoseOfThePlace) {
  const std::pair<const char*, const char*> cases[] = {
      {"2026-02-15T23:30:00-08:00", "2026-02-09"},  // Monday morning already in London.
      {"2026-02-16T00:30:00+09:00", "2026-02-16"},  // Sunday afternoon still in London.
      {"2026-03-29T23:59:59+02:00", "2026-03-23"},  // The short Sunday of spring.
      {"2026-10-25T23:59:59+01:00", "2026-10-19"},  // The long one of autumn.
      {"2028-02-29T12:00:00Z", "2028-02-28"},       // A leap day.
      {"2027-01-01T00:00:00Z", "2026-12-28"},       // A week over the turn of a year.
      {"1969-12-31T12:00:00Z", "1969-12-29"},       // A clock that was never set.
  };
  for (const auto& [when, week] : cases) {
    Log log;
    log.rolled(when, piece("calves", Side::left, 30));
    EXPECT_EQ(load_of(log), Lines{std::string(week) + " calves 30/0"}) << when;
  }
}

TEST(Load, OfAMuscleIsThatOfAllAreasThatShareIt) {
  Log log;
  log.rolled("2026-02-16T08:00:00Z", piece("glutes", Side::left, 30));
  log.rolled("2026-02-16T09:00:00Z", piece("piriformis", Side::both, 40));
  const auto& glutes = pack()[knowledge::find_place(pack(), "glutes")];
  const auto& piriformis = pack()[knowledge::find_place(pack(), "piriformis")];
  std::size_t shared = 0;
  for (const auto& load : weekly_muscle_load(log.records, pack())) {
    const auto has = [&](const knowledge::Place& place) {
      return std::find(place.muscles.begin(), place.muscles.end(), load.muscle) !=
             place.muscles.end();
    };
    shared += has(glutes) && has(piriformis) ? 1 : 0;
    EXPECT_EQ(load.seconds[0], (has(glutes) ? 30 : 0) + (has(piriformis) ? 40 : 0));
    EXPECT_EQ(load.seconds[1], has(piriformis) ? 40 : 0);
  }
  EXPECT_GT(shared, 0U);
}

/// What is open, such as "calves left bruise".
Lines open_at(const Log& log, std::string_view until) {
  Lines out;
  for (const auto& one : open_effects(log.records, pack(), at(until))) {
    out.push_back(std::string(pack()[one.area].id) + ' ' +
                  std::string(knowledge::name_of(one.side)) + ' ' +
                  std::string(knowledge::name_of(one.effect)));
  }
  return out;
}

AfterEffectData effect(std::string_view area, Side side, std::optional<AfterEffect> what,
                       bool gone = false) {
  return {.area = std::string(area), .side = side, .effect = what, .gone = gone};
}

TEST(OpenEffects, AreThoseThatAreNotGone) {
  Log log;
  EXPECT_EQ(open_at(log, "2026-02-20T08:00:00Z"), Lines{});
  log.felt("2026-02-01T08:00:00Z", effect("calves", Side::left, AfterEffect::bruise));
  log.felt("2026-02-02T08:00:00Z", effect("calves", Side::both, AfterEffect::tingling));
  log.felt("2026-02-03T08:00:00Z", effect("thoracic_spine", Side::middle, AfterEffect::sore));
  log.felt("2026-02-04T08:00:00Z", effect("calves", Side::right, AfterEffect::none));
  log.felt("2026-02-04T08:00:00Z", effect("glutes", Side::right, AfterEffect::unknown));
  EXPECT_EQ(open_at(log, "2026-02-01T08:00:00Z"), Lines{"calves left bruise"});
  EXPECT_EQ(open_at(log, "2026-02-20T08:00:00Z"),
            (Lines{"calves both tingling", "calves left bruise", "thoracic_spine middle sore"}));
  log.felt("2026-02-05T08:00:00Z", effect("calves", Side::left, AfterEffect::tingling, true));
  EXPECT_EQ(open_at(log, "2026-02-20T08:00:00Z"),
            (Lines{"calves left bruise", "calves right tingling", "thoracic_spine middle sore"}));
  log.felt("2026-02-06T08:00:00Z", effect("calves", Side::both, std::nullopt, true));
  EXPECT_EQ(open_at(log, "2026-02-20T08:00:00Z"), Lines{"thoracic_spine middle sore"});
}

TEST(OpenEffects, SorenessIsThatOfTheLastTimeAndABruiseIsNot) {
  Log log;
  log.felt("2026-02-01T08:00:00Z", effect("calves", Side::left, AfterEffect::sore_over_48h));
  log.felt("2026-02-01T08:00:00Z", effect("calves", Side::left, AfterEffect::bruise));
  log.rolled("2026-02-02T08:00:00Z", piece("calves", Side::right, 30));
  EXPECT_EQ(open_at(log, "2026-02-20T08:00:00Z"),
            (Lines{"calves left bruise", "calves left sore_over_48h"}));
  log.rolled("2026-02-03T08:00:00Z", piece("calves", Side::left, 30));
  EXPECT_EQ(open_at(log, "2026-02-02T20:00:00Z").size(), 2U);
  EXPECT_EQ(open_at(log, "2026-02-20T08:00:00Z"), Lines{"calves left bruise"});
  log.felt("2026-02-04T08:00:00Z", effect("calves", Side::left, AfterEffect::sore));
  EXPECT_EQ(open_at(log, "2026-02-20T08:00:00Z"),
            (Lines{"calves left bruise", "calves left sore"}));
}

struct SteadyCase {
  std::string what;
  std::vector<std::string> sessions;
  std::string now;
  std::string says;  ///< weeks in a row, this week, days since
};

TEST(Steadiness, IsToldWithoutReproach) {
  const SteadyCase cases[] = {
      {"nothing yet", {}, "2026-02-18T08:00:00Z", "0 0 -1"},
      {"today", {"2026-02-18T07:00:00Z"}, "2026-02-18T08:00:00Z", "1 1 0"},
      {"yesterday, one hour ago", {"2026-02-17T23:30:00Z"}, "2026-02-18T00:30:00Z", "1 1 1"},
      {"once a week is as steady as daily",
       {"2026-02-02T08:00:00Z", "2026-02-15T08:00:00Z", "2026-02-16T08:00:00Z"},
       "2026-02-18T08:00:00Z",
       "3 1 2"},
      {"this week may still be empty", {"2026-02-09T08:00:00Z"}, "2026-02-22T23:00:00Z", "1 0 13"},
      {"a week without", {"2026-02-08T08:00:00Z"}, "2026-02-22T23:00:00Z", "0 0 14"},
      {"a gap ends the row",
       {"2026-01-26T08:00:00Z", "2026-02-10T08:00:00Z"},
       "2026-02-18T08:00:00Z",
       "1 0 8"},
      {"of tomorrow by a wrong clock", {"2026-02-19T08:00:00Z"}, "2026-02-18T08:00:00Z", "0 0 -1"},
      {"flown west over midnight",
       {"2026-02-18T01:00:00+09:00"},
       "2026-02-17T20:00:00-08:00",
       "1 1 0"},
      {"over the end of summer time",
       {"2026-10-24T23:30:00+02:00"},
       "2026-10-25T23:00:00+01:00",
       "1 1 1"},
      {"over a leap day", {"2028-02-28T08:00:00Z"}, "2028-03-01T08:00:00Z", "1 1 2"},
  };
  for (const auto& row : cases) {
    Log log;
    for (const auto& when : row.sessions) {
      const auto plan = log.plan(when);
      log.rolled(when, piece("calves", Side::left, 30), plan);
      log.rolled(when, piece("area_of_next_year", Side::right, 30), plan);
    }
    const auto steady = steadiness(log.records, at(row.now));
    EXPECT_EQ(std::to_string(steady.weeks_in_a_row) + ' ' +
                  std::to_string(steady.sessions_this_week) + ' ' +
                  std::to_string(steady.days_since),
              row.says)
        << row.what;
  }
}

TEST(Sessions, GuidedAndByHand) {
  Log log;
  log.rolled("2026-02-18T08:00:00Z", {.area = "calves", .seconds = 45, .tool = "blue"});
  const auto plan = log.plan("2026-02-16T07:50:00Z");
  const auto first = log.rolled("2026-02-16T08:02:00Z", piece("calves", Side::right, 30), plan);
  log.rolled("2026-02-16T08:01:00Z", piece("new_area", Side::left, 40), plan);
  log.add(make_level(log.stamp("2026-02-16T09:00:00Z", plan), {first, 6}));
  log.add(make_session_end(log.stamp("2026-02-16T08:03:00Z", plan), {"stopped", 70}));
  log.add(make_note(log.stamp("2026-02-16T08:05:00Z", plan), {.text = "good"}));
  log.add(make_note(log.stamp("2026-02-15T08:05:00Z"), {.text = "of none", .place = "calves"}));
  const auto broken_off = log.plan("2026-02-17T07:50:00Z");

  const auto all = sessions(log.records, pack());
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].id, plan);
  EXPECT_EQ(all[0].at, at("2026-02-16T07:50:00Z"));
  EXPECT_TRUE(!all[0].by_hand && all[0].complete);
  EXPECT_EQ(all[0].reason, "stopped");
  EXPECT_EQ(all[0].seconds, 70);
  ASSERT_EQ(all[0].pieces.size(), 2U);
  EXPECT_EQ(all[0].pieces[0].area_word, "new_area");
  EXPECT_FALSE(all[0].pieces[0].area.valid());
  EXPECT_EQ(all[0].pieces[1].level, 6) << "said later";
  ASSERT_EQ(all[0].notes.size(), 1U);
  EXPECT_EQ(all[0].notes[0].text, "good");
  EXPECT_EQ(all[1].id, broken_off);
  EXPECT_TRUE(!all[1].by_hand && !all[1].complete && all[1].pieces.empty());
  EXPECT_TRUE(all[2].by_hand && all[2].complete);
  EXPECT_EQ(all[2].pieces.at(0).tool, "blue");
  EXPECT_EQ(notes(log.records, pack()).at(0).text, "of none");

  log.remove(plan);
  EXPECT_EQ(sessions(log.records, pack()).size(), 2U);
}

Lines questions(const Log& log, std::string_view now) {
  Lines out;
  for (const auto& q : open_questions(log.records, pack(), at(now))) {
    out.push_back(std::string(pack()[q.area].id) + ' ' + std::string(knowledge::name_of(q.side)) +
                  ' ' +
                  (q.not_gone ? std::string(knowledge::name_of(*q.not_gone)) : std::string("?")) +
                  ' ' + (q.rolled ? format_instant(*q.rolled) : "never"));
  }
  return out;
}

TEST(OpenQuestions, WhatIsNotKnownAndWhatIsNotGone) {
  Log log;
  log.rolled("2026-02-10T08:00:00Z", piece("calves", Side::left, 30));
  log.rolled("2026-02-10T08:01:00Z", piece("calves", Side::right, 30));
  log.rolled("2026-02-10T08:02:00Z", piece("hamstrings", Side::left, 30));
  const auto now = "2026-02-20T08:00:00Z";
  EXPECT_EQ(questions(log, now), (Lines{"calves both ? 2026-02-10T08:01:00Z",
                                        "hamstrings left ? 2026-02-10T08:02:00Z"}));
  log.felt("2026-02-11T08:00:00Z",
           {.area = "hamstrings", .side = Side::left, .effect = AfterEffect::bruise});
  log.felt("2026-02-11T08:00:00Z",
           {.area = "calves", .side = Side::left, .effect = AfterEffect::unknown});
  EXPECT_EQ(questions(log, now), (Lines{"hamstrings left bruise 2026-02-10T08:02:00Z",
                                        "calves right ? 2026-02-10T08:01:00Z"}));
  log.felt("2026-02-12T08:00:00Z", {.area = "calves", .effect = AfterEffect::sore});
  log.felt("2026-02-12T08:00:00Z", {.area = "hamstrings", .effect = {}, .gone = true});
  EXPECT_EQ(questions(log, now), Lines{});
  log.rolled("2026-02-13T08:00:00Z", piece("calves", Side::both, 30));
  EXPECT_EQ(questions(log, now), Lines{"calves both ? 2026-02-13T08:00:00Z"});
  log.felt("2026-02-13T09:00:00Z", {.area = "glutes", .effect = AfterEffect::tingling});
  EXPECT_EQ(questions(log, now).at(0), "glutes both tingling never");
}

/// Three sessions with a technique make it familiar; both sides of one session count once.
TEST(Familiar, AfterThreeSessionsWithATechnique) {
  Log log;
  const auto once = [&log](std::string_view day, std::string technique) {
    const std::string from = std::string(day) + "T07:50:00Z";
    const auto plan = log.plan(from);
    for (const Side side : {Side::left, Side::right}) {
      log.rolled(std::string(day) + "T08:00:00Z",
                 {.area = "calves", .side = side, .seconds = 45, .technique = technique}, plan);
    }
  };
  once("2026-02-10", "calves_roller_floor");
  once("2026-02-11", "calves_roller_floor");
  EXPECT_TRUE(familiar(log.records, pack()).empty());
  once("2026-02-12", "calves_roller_floor");
  once("2026-02-12", "calves_ball_chair");
  for (const auto* day : {"2026-02-13", "2026-02-14", "2026-02-15"}) once(day, "no_longer_known");
  const auto known = familiar(log.records, pack());
  ASSERT_EQ(known.size(), 1U);
  EXPECT_EQ(pack()[known[0]].id, "calves_roller_floor");
}

}  // namespace
}  // namespace unknot::journal
