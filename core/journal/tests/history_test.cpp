#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "log.hpp"
#include "unknot/journal/projections.hpp"
#include "unknot/model/request_format.hpp"

namespace unknot::journal {
namespace {

using model::AfterEffect;
using model::Side;

/// The entries of a history as a request writes them, for areas by name.
std::string line(const model::History& h) {
  const auto effect = knowledge::name_of(h.after_effect);
  std::string out = std::string(pack()[h.area].id) + ' ' + std::string(knowledge::name_of(h.side));
  out += " r" + std::to_string(h.rung) + " clean" + std::to_string(h.clean_sessions) + " [";
  for (const auto& level : h.last_levels) out += level ? std::to_string(*level) + ' ' : "? ";
  if (!h.last_levels.empty()) out.pop_back();
  out += "] " + std::string(effect) + (h.after_effect_gone ? " gone" : "");
  out += " 6h:" + std::to_string(h.seconds_6h) + " 24h:" + std::to_string(h.times_24h);
  return out + (h.last ? " " + format_instant(*h.last) : " never");
}

std::vector<std::string> told(const Log& log, std::string_view now) {
  std::vector<std::string> out;
  for (const auto& entry : history(log.records, pack(), at(now))) out.push_back(line(entry));
  return out;
}

using Lines = std::vector<std::string>;

RolledData calves(std::int32_t seconds, std::optional<std::int32_t> level = {},
                  std::int32_t rung = 1, Side side = Side::left) {
  return {.area = "calves", .side = side, .seconds = seconds, .rung = rung, .level = level};
}
AfterEffectData felt(AfterEffect effect, bool gone = false, Side side = Side::left) {
  return {.area = "calves", .side = side, .effect = effect, .gone = gone};
}

TEST(History, NothingRolledIsNothingKnown) {
  EXPECT_EQ(told(Log(), "2026-03-01T08:00:00Z"), Lines{});
}

TEST(History, OnePieceOfOneSide) {
  Log log;
  log.rolled("2026-02-28T08:00:00Z", calves(45, 4));
  EXPECT_EQ(told(log, "2026-03-01T08:00:01Z"),
            Lines{"calves left r1 clean1 [4] unknown 6h:0 24h:0 2026-02-28T08:00:00Z"});
}

TEST(History, BothCountsForEachSide) {
  Log log;
  log.rolled("2026-02-28T08:00:00Z", calves(45, 4, 1, Side::both));
  EXPECT_EQ(told(log, "2026-02-28T08:10:00Z"),
            (Lines{"calves left r1 clean1 [4] unknown 6h:45 24h:1 2026-02-28T08:00:00Z",
                   "calves right r1 clean1 [4] unknown 6h:45 24h:1 2026-02-28T08:00:00Z"}));
}

TEST(History, AnAreaWithoutSidesIsOne) {
  Log log;
  for (const auto& place : pack().places) {
    if (place.kind != knowledge::PlaceKind::area) break;
    if (place.sides != knowledge::Sides::middle) continue;
    log.rolled("2026-02-28T08:00:00Z",
               {.area = std::string(place.id), .side = Side::left, .seconds = 30});
    ASSERT_EQ(told(log, "2026-02-28T08:10:00Z"),
              Lines{std::string(place.id) +
                    " middle r1 clean0 [?] unknown 6h:30 24h:1 2026-02-28T08:00:00Z"});
    return;
  }
  FAIL() << "no area without sides";
}

TEST(History, PiecesOfOneSessionAreOneSession) {
  Log log;
  const auto plan = log.plan("2026-02-28T07:50:00Z");
  log.rolled("2026-02-28T08:00:00Z", calves(30, 5, 2), plan);
  log.rolled("2026-02-28T08:01:00Z", calves(15, 3, 1), plan);
  EXPECT_EQ(told(log, "2026-02-28T08:10:00Z"),
            Lines{"calves left r1 clean1 [5] unknown 6h:45 24h:1 2026-02-28T08:01:00Z"});
}

struct LevelCase {
  std::vector<std::optional<std::int32_t>> pieces;  ///< Of one session.
  std::string says;
};

TEST(History, TheLevelOfASession) {
  const LevelCase cases[] = {
      {{4}, "clean1 [4]"},     {{{}}, "clean0 [?]"},    {{0}, "clean1 [0]"},
      {{6}, "clean1 [6]"},     {{7}, "clean0 [7]"},     {{3, 5}, "clean1 [5]"},
      {{5, 3}, "clean1 [5]"},  {{3, {}}, "clean0 [?]"}, {{{}, 6}, "clean0 [?]"},
      {{{}, 7}, "clean0 [7]"}, {{8, {}}, "clean0 [8]"}, {{2, 10}, "clean0 [10]"},
  };
  for (const auto& row : cases) {
    Log log;
    const auto plan = log.plan("2026-02-28T07:50:00Z");
    for (const auto& level : row.pieces) {
      log.rolled("2026-02-28T08:00:00Z", calves(30, level), plan);
    }
    const auto lines = told(log, "2026-03-28T08:10:00Z");
    EXPECT_TRUE(lines.at(0).contains(row.says)) << lines[0] << ", expected " << row.says;
  }
}

struct RowCase {
  std::vector<RolledData> sessions;  ///< One a day, oldest first.
  std::string says;
};

TEST(History, SessionsInARow) {
  const RowCase cases[] = {
      {{calves(30, 3), calves(30, 4), calves(30, 5)}, "r1 clean3 [5 4 3]"},
      {{calves(30, 2), calves(30, 3), calves(30, 4), calves(30, 5)}, "r1 clean4 [5 4 3]"},
      {{calves(30, 7), calves(30, 4)}, "r1 clean1 [4 7]"},
      {{calves(30, 3), calves(30, 7)}, "r1 clean0 [7 3]"},
      {{calves(30, 3), calves(30), calves(30, 3)}, "r1 clean1 [3 ? 3]"},
      {{calves(30, 3, 1), calves(30, 3, 2)}, "r2 clean1 [3 3]"},
      {{calves(30, 3, 2), calves(30, 3, 1), calves(30, 3, 2), calves(30, 3, 2)},
       "r2 clean2 [3 3 3]"},
  };
  for (const auto& row : cases) {
    Log log;
    for (std::size_t i = 0; i < row.sessions.size(); ++i) {
      log.rolled("2026-02-1" + std::to_string(i) + "T08:00:00Z", row.sessions[i]);
    }
    const auto lines = told(log, "2026-03-28T08:10:00Z");
    EXPECT_TRUE(lines.at(0).contains(row.says)) << lines[0] << ", expected " << row.says;
  }
}

struct FeltCase {
  std::string what;
  /// In order of happening, a day apart: a session, or a word about one.
  std::vector<std::optional<AfterEffectData>> days;
  std::string says;
};

TEST(History, HowItFeltAfterwards) {
  constexpr auto session = std::nullopt;
  const AfterEffectData all_gone{.area = "calves", .side = Side::left, .effect = {}, .gone = true};
  const FeltCase cases[] = {
      {"nothing said", {session}, "clean1 [3] unknown 6h"},
      {"nothing felt", {session, felt(AfterEffect::none)}, "clean1 [3] none gone 6h"},
      {"said to be unknown", {session, felt(AfterEffect::unknown)}, "clean1 [3] unknown 6h"},
      {"known later",
       {session, felt(AfterEffect::unknown), felt(AfterEffect::none)},
       "clean1 [3] none gone 6h"},
      {"sore", {session, felt(AfterEffect::sore)}, "clean1 [3] sore 6h"},
      {"sore, then for long",
       {session, felt(AfterEffect::sore), felt(AfterEffect::sore_over_48h)},
       "clean1 [3] sore_over_48h 6h"},
      {"sore for long, then gone",
       {session, felt(AfterEffect::sore_over_48h), felt(AfterEffect::sore_over_48h, true)},
       "clean1 [3] sore_over_48h gone 6h"},
      {"a bruise", {session, felt(AfterEffect::bruise)}, "clean0 [3] bruise 6h"},
      {"a bruise that went",
       {session, felt(AfterEffect::bruise), felt(AfterEffect::bruise, true)},
       "clean0 [3] bruise gone 6h"},
      {"all gone", {session, felt(AfterEffect::bruise), all_gone}, "clean0 [3] bruise gone 6h"},
      {"told once it was over",
       {session, felt(AfterEffect::swelling, true)},
       "clean0 [3] swelling gone 6h"},
      {"another thing went",
       {session, felt(AfterEffect::bruise), felt(AfterEffect::tingling),
        felt(AfterEffect::tingling, true)},
       "clean0 [3] bruise 6h"},
      {"the worst of two",
       {session, felt(AfterEffect::tingling), felt(AfterEffect::bruise)},
       "clean0 [3] tingling 6h"},
      {"rolled on over a bruise",
       {session, felt(AfterEffect::bruise), session},
       "clean1 [3 3] bruise 6h"},
      {"a new session after one that went",
       {session, felt(AfterEffect::bruise), felt(AfterEffect::bruise, true), session},
       "clean1 [3 3] unknown 6h"},
      {"and that one well",
       {session, felt(AfterEffect::bruise), all_gone, session, felt(AfterEffect::none)},
       "clean1 [3 3] none gone 6h"},
      {"the bruise of an older session went later",
       {session, felt(AfterEffect::bruise), session, felt(AfterEffect::bruise, true)},
       "clean1 [3 3] unknown 6h"},
      {"a bruise before any session", {felt(AfterEffect::bruise)}, "r1 clean0 [] bruise 6h"},
      {"gone before any session",
       {felt(AfterEffect::bruise), all_gone},
       "r1 clean0 [] bruise gone 6h"},
      {"the other side",
       {session, felt(AfterEffect::bruise, false, Side::right)},
       "calves left r1 clean1 [3] unknown 6h"},
      {"both sides",
       {session, felt(AfterEffect::bruise, false, Side::both)},
       "calves left r1 clean0 [3] bruise 6h"},
  };
  for (const auto& row : cases) {
    Log log;
    for (std::size_t i = 0; i < row.days.size(); ++i) {
      const std::string when = "2026-02-1" + std::to_string(i) + "T08:00:00Z";
      if (row.days[i]) {
        log.felt(when, *row.days[i]);
      } else {
        log.rolled(when, calves(30, 3));
      }
    }
    const auto lines = told(log, "2026-03-28T08:10:00Z");
    ASSERT_FALSE(lines.empty()) << row.what;
    EXPECT_TRUE(lines[0].contains(row.says))
        << row.what << ": " << lines[0] << ", expected " << row.says;
  }
}

TEST(History, NothingFeltBeforeAnySessionIsNothing) {
  Log log;
  log.felt("2026-02-10T08:00:00Z", felt(AfterEffect::sore));
  EXPECT_EQ(told(log, "2026-03-01T08:00:00Z"), Lines{});
}

TEST(History, TinglingDuringASessionBelongsToIt) {
  Log log;
  log.rolled("2026-02-10T08:00:00Z", calves(30, 3));
  const auto plan = log.plan("2026-02-12T07:55:00Z");
  log.felt("2026-02-12T08:00:00Z", felt(AfterEffect::tingling), plan);
  log.rolled("2026-02-12T08:00:01Z", calves(20, 3), plan);
  EXPECT_EQ(told(log, "2026-02-20T08:00:00Z"),
            Lines{"calves left r1 clean0 [3 3] tingling 6h:0 24h:0 2026-02-12T08:00:01Z"});
  log.felt("2026-02-13T08:00:00Z", felt(AfterEffect::tingling, true));
  EXPECT_EQ(told(log, "2026-02-20T08:00:00Z"),
            Lines{"calves left r1 clean0 [3 3] tingling gone 6h:0 24h:0 2026-02-12T08:00:01Z"});
}

TEST(History, LevelsSaidLater) {
  Log log;
  const auto piece = log.rolled("2026-02-10T08:00:00Z", calves(30));
  log.add(make_level(log.stamp("2026-02-10T09:00:00Z"), {piece, 3}));
  log.add(make_level(log.stamp("2026-02-10T10:00:00Z"), {piece, 5}));
  EXPECT_TRUE(told(log, "2026-02-10T08:30:00Z").at(0).contains("[?]"));
  EXPECT_TRUE(told(log, "2026-02-10T09:30:00Z").at(0).contains("[3]"));
  EXPECT_TRUE(told(log, "2026-02-10T10:30:00Z").at(0).contains("[5]"));
}

struct WindowCase {
  std::string what, rolled, now, says;
};

TEST(History, WindowsAreOfRealTime) {
  const WindowCase cases[] = {
      {"six hours to the second", "2026-02-10T08:00:00Z", "2026-02-10T14:00:00Z", "6h:30 24h:1"},
      {"a second more", "2026-02-10T08:00:00Z", "2026-02-10T14:00:01Z", "6h:0 24h:1"},
      {"a day to the second", "2026-02-10T08:00:00Z", "2026-02-11T08:00:00Z", "6h:0 24h:1"},
      {"a second more than a day", "2026-02-10T08:00:00Z", "2026-02-11T08:00:01Z", "6h:0 24h:0"},
      {"spring forward: the day has 23 hours", "2026-03-28T12:00:00+01:00",
       "2026-03-29T12:59:59+02:00", "6h:0 24h:1"},
      {"and after 24 real ones", "2026-03-28T12:00:00+01:00", "2026-03-29T13:00:01+02:00",
       "6h:0 24h:0"},
      {"fall back: six hours over seven on the clock", "2026-10-24T23:00:00+02:00",
       "2026-10-25T04:00:00+01:00", "6h:30 24h:1"},
      {"and just over", "2026-10-24T23:00:00+02:00", "2026-10-25T04:00:01+01:00", "6h:0 24h:1"},
      {"leap day", "2028-02-28T12:00:00Z", "2028-02-29T12:00:00Z", "6h:0 24h:1"},
      {"past a leap day", "2028-02-28T12:00:00Z", "2028-03-01T11:59:59Z", "6h:0 24h:0"},
      {"no leap day in 2027", "2027-02-28T12:00:00Z", "2027-03-01T12:00:00Z", "6h:0 24h:1"},
      {"flown west: two in the afternoon twice", "2026-02-10T14:00:00+09:00",
       "2026-02-10T14:00:00-08:00", "6h:0 24h:1"},
      {"flown east", "2026-02-10T08:00:00-08:00", "2026-02-11T07:00:00+09:00", "6h:30 24h:1"},
  };
  for (const auto& row : cases) {
    Log log;
    log.rolled(row.rolled, calves(30, 3));
    const auto lines = told(log, row.now);
    EXPECT_TRUE(lines.at(0).contains(row.says)) << row.what << ": " << lines[0];
  }
}

TEST(History, AClockThatWasAheadByADay) {
  Log log;
  log.rolled("2026-02-11T08:00:00Z", calves(30, 3));
  log.rolled("2026-02-10T08:05:00Z", calves(40, 4));  // Set right again.
  EXPECT_EQ(told(log, "2026-02-10T09:00:00Z"),
            Lines{"calves left r1 clean1 [4] unknown 6h:40 24h:1 2026-02-10T08:05:00Z"});
  EXPECT_EQ(told(log, "2026-02-11T08:00:00Z"),
            Lines{"calves left r1 clean2 [3 4] unknown 6h:30 24h:2 2026-02-11T08:00:00Z"});
}

TEST(History, SessionsOfOneDayAreCountedNotPieces) {
  Log log;
  for (const auto* hour : {"08", "12", "20"}) {
    const auto plan = log.plan("2026-02-10T" + std::string(hour) + ":00:00Z");
    log.rolled("2026-02-10T" + std::string(hour) + ":01:00Z", calves(30, 3), plan);
    log.rolled("2026-02-10T" + std::string(hour) + ":02:00Z", calves(15, 3), plan);
  }
  EXPECT_TRUE(told(log, "2026-02-10T20:10:00Z").at(0).contains("6h:45 24h:3"));
}

TEST(History, MoreThanARequestHoldsIsTheMost) {
  Log log;
  for (int i = 0; i < 1010; ++i) log.rolled("2026-02-10T08:00:00Z", calves(60, 3));
  EXPECT_TRUE(told(log, "2026-02-10T08:10:00Z").at(0).contains("6h:21600 24h:1000"));
}

TEST(History, CorrectionsAreRecords) {
  Log log;
  log.rolled("2026-02-09T08:00:00Z", calves(30, 3));
  const auto wrong = log.rolled("2026-02-10T08:00:00Z", calves(600, 9));
  const auto plain = "calves left r1 clean1 [3] unknown 6h:0 24h:0 2026-02-09T08:00:00Z";
  auto edit = make_edit(log.stamp("2026-02-10T08:00:00Z"), log.next(), wrong, calves(60, 4));
  auto edited = log;
  for (auto& record : edit) edited.add(record);
  EXPECT_EQ(told(edited, "2026-02-11T08:10:00Z"),
            Lines{"calves left r1 clean2 [4 3] unknown 6h:0 24h:0 2026-02-10T08:00:00Z"});
  EXPECT_EQ(rolled_data(edit[1])->replaces, wrong);

  const auto removal = log.remove(wrong);
  EXPECT_EQ(told(log, "2026-02-12T08:00:00Z"), Lines{plain});
  const auto second_thoughts = log.remove(removal);
  EXPECT_EQ(told(log, "2026-02-12T08:00:00Z").at(0).substr(0, 27), "calves left r1 clean0 [9 3]");
  log.remove(second_thoughts);
  EXPECT_EQ(told(log, "2026-02-12T08:00:00Z"), Lines{plain});
}

TEST(History, ARemovedPlanTakesItsPiecesAlong) {
  Log log;
  const auto plan = log.plan("2026-02-10T07:55:00Z");
  log.rolled("2026-02-10T08:00:00Z", calves(30, 3), plan);
  log.felt("2026-02-10T09:00:00Z", felt(AfterEffect::bruise), plan);
  log.remove(plan);
  EXPECT_EQ(told(log, "2026-02-12T08:00:00Z"),
            Lines{"calves left r1 clean0 [] bruise 6h:0 24h:0 never"});
}

TEST(History, ARemovalByAnotherPersonIsNone) {
  Log log;
  const auto piece = log.rolled("2026-02-10T08:00:00Z", calves(30, 3));
  Log other("Bo", 9);
  other.remove(piece);
  log.add(other.records.back());
  EXPECT_EQ(told(log, "2026-02-12T08:00:00Z").size(), 1U);
}

TEST(History, WhatIsNotUnderstoodIsPassedOver) {
  Log log;
  const auto good = calves(30, 3);
  log.rolled("2026-02-10T08:00:00Z", good);
  const char* broken[] = {"",
                          "{",
                          "[]",
                          "{}",
                          R"({"area":"calves"})",
                          R"({"area":"calves","side":"left","seconds":0})",
                          R"({"area":"calves","side":"left","seconds":"30"})",
                          R"({"area":"calves","side":"up","seconds":30})",
                          R"({"area":"calves","side":"left","seconds":30,"level":11})",
                          R"({"area":"calves","side":"left","seconds":30} x)",
                          R"({"area":"low_back","side":"left","seconds":30})",
                          R"({"area":"new_area","side":"left","seconds":30})"};
  for (const char* data : broken) {
    Record record = log.records[1];
    record.id = log.next();
    record.data = data;
    log.add(record);
  }
  EXPECT_EQ(told(log, "2026-02-12T08:00:00Z"),
            Lines{"calves left r1 clean1 [3] unknown 6h:0 24h:0 2026-02-10T08:00:00Z"});
}

TEST(History, OtherFormsOfTheSameNumbersAreRead) {
  for (const char* data :
       {R"({"area":"calves","side":"left","seconds":3e1,"rung":2.0,"level":4})",
        R"({ "level" : 4 , "rung" : 2, "seconds" : 30.0, "new":{"a":[1]}, "side":"left",
             "area":"\u0063alves"})",
        R"({"area":"calves","side":"left","seconds":30,"rung":2,"level":4,"tool":null})"}) {
    Log log;
    log.rolled("2026-02-10T08:00:00Z", calves(30, 3));
    log.records.back().data = data;
    EXPECT_EQ(told(log, "2026-02-10T09:00:00Z"),
              Lines{"calves left r2 clean1 [4] unknown 6h:30 24h:1 2026-02-10T08:00:00Z"});
  }
}

TEST(History, OrderAndRepetitionDoNotMatter) {
  std::mt19937 random(7);
  for (int round = 0; round < 40; ++round) {
    Log log;
    for (int i = 0; i < 30; ++i) {
      const std::string when = "2026-02-" + std::to_string(10 + random() % 15) + "T0" +
                               std::to_string(random() % 10) + ":00:00Z";
      const auto level = random() % 11;
      switch (random() % 4) {
        case 0: log.felt(when, felt(static_cast<AfterEffect>(random() % 7), random() % 2)); break;
        case 1: log.remove(log.records[random() % log.records.size()].id); break;
        default:
          log.rolled(when, calves(30, level < 8 ? std::optional<int>(level) : std::nullopt,
                                  1 + static_cast<int>(random() % 2)));
      }
    }
    const auto straight = told(log, "2026-02-20T05:00:00Z");
    for (int i = 0; i < 10; ++i) log.add(log.records[random() % log.records.size()]);
    std::shuffle(log.records.begin(), log.records.end(), random);
    ASSERT_EQ(told(log, "2026-02-20T05:00:00Z"), straight);
  }
}

TEST(History, FitsARequest) {
  Log log;
  for (const auto& place : pack().places) {
    if (place.kind != knowledge::PlaceKind::area) break;
    log.rolled("2026-02-10T08:00:00Z", {.area = std::string(place.id), .seconds = 30, .level = 3});
    log.felt("2026-02-11T08:00:00Z", {.area = std::string(place.id), .effect = AfterEffect::sore});
  }
  model::Request request;
  request.now = at("2026-02-12T08:00:00Z");
  request.minutes = 10;
  request.history = history(log.records, pack(), request.now);
  base::JsonWriter out;
  write_request(out, request, pack());
  const auto again = model::read_request(out.text(), pack(), request.now);
  ASSERT_TRUE(again) << sentence(again.error());
  EXPECT_EQ(again->history.size(), request.history.size());
}

}  // namespace
}  // namespace unknot::journal
