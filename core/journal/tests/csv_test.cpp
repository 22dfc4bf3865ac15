#include "unknot/journal/csv.hpp"

#include <gtest/gtest.h>

#include "log.hpp"
#include "unknot/base/uuid.hpp"
#include "unknot/journal/projections.hpp"

namespace unknot::journal {
namespace {

constexpr std::string_view heading =
    "id,at,session,area,side,seconds,level,rung,technique,tool,variant\r\n";

base::Result<CsvImport> import(std::string_view text, std::string_view mapping = "",
                               char separator = ',', std::span<const Record> present = {}) {
  auto map = parse_mapping(mapping);
  EXPECT_TRUE(map) << sentence(map.error());
  map->separator = separator;
  static const Log log;
  return read_csv(text, *map, pack(), {log.person, 60, present});
}

TEST(CsvExport, OnePieceARow) {
  Log log;
  const auto plan = log.plan("2026-02-10T07:55:00+01:00");
  const auto id = log.rolled("2026-02-10T08:00:00+01:00",
                             {.area = "calves",
                              .side = model::Side::left,
                              .seconds = 45,
                              .rung = 2,
                              .technique = "some_way",
                              .tool = "blue, \"soft\"",
                              .variant = "lighter"},
                             plan);
  log.add(make_level(log.stamp("2026-02-10T09:00:00+01:00"), {id, 4}));
  const auto gone = log.rolled("2026-02-11T08:00:00Z", {.area = "calves", .seconds = 30});
  log.remove(gone);
  EXPECT_EQ(write_csv(log.records),
            std::string(heading) + id + ",2026-02-10T08:00:00+01:00," + plan +
                ",calves,left,45,4,2,some_way,\"blue, \"\"soft\"\"\",lighter\r\n");
}

TEST(CsvExport, NoCellIsAFormula) {
  for (const std::string tool : {"=1+1", "+1", "-1", "@SUM(A1)", "'=1", "\t=1", "plain", "'"}) {
    Log log;
    log.rolled("2026-02-10T08:00:00Z", {.area = "calves", .seconds = 45, .tool = tool});
    const auto text = write_csv(log.records);
    EXPECT_EQ(text.contains('\'' + tool), tool != "plain") << text;
    const auto back = import(text);
    ASSERT_TRUE(back) << sentence(back.error());
    EXPECT_EQ(rolled_data(back->records.at(0))->tool, tool) << text;
  }
}

TEST(CsvImport, WhatIsWrittenIsReadTheSame) {
  Log log;
  const auto plan = log.plan("2026-02-10T07:55:00+01:00");
  log.rolled("2026-02-10T08:00:00+01:00", {.area = "calves", .seconds = 45, .level = 0}, plan);
  log.rolled("2026-02-10T08:01:00+01:00", {.area = "glutes", .seconds = 60, .tool = "b\r\nc"});
  const auto text = write_csv(log.records);
  const auto back = import(text);
  ASSERT_TRUE(back) << sentence(back.error());
  EXPECT_EQ(write_csv(back->records), text);
  EXPECT_EQ(back->records[0].id, log.records[2].id);
  const auto again = import(text, "", ',', log.records);
  EXPECT_EQ(again->records.size(), 0U);
  EXPECT_EQ(again->passed_over, 2U);
}

TEST(CsvImport, SomebodysOwnTable) {
  const auto back = import(
      "\xEF\xBB\xBF"
      "Date;Muscle;Min;How hard;Side;Remark;Weather\n"
      "2026-02-10 18:30;Calves;1,5;4;Left;\"felt\n\"\"good\"\"\";rain\n"
      "\n"
      "2026-02-11;calves;0.01;;;;\n",
      "at=Date,area=Muscle,minutes=Min,level=How hard,side=Side,note=Remark", ';');
  ASSERT_TRUE(back) << sentence(back.error());
  EXPECT_EQ(back->rows, 2U);
  ASSERT_EQ(back->records.size(), 3U);
  EXPECT_EQ(format_instant(back->records[0].at), "2026-02-10T18:30:00+01:00");
  const auto first = rolled_data(back->records[0]);
  EXPECT_EQ(first->area, "calves");
  EXPECT_EQ(first->side, model::Side::left);
  EXPECT_EQ(first->seconds, 90);
  EXPECT_EQ(first->level, 4);
  EXPECT_EQ(note_data(back->records[1])->text, "felt\n\"good\"");
  EXPECT_EQ(back->records[1].session, back->records[0].id);
  EXPECT_EQ(format_instant(back->records[2].at), "2026-02-11T12:00:00+01:00");
  EXPECT_EQ(rolled_data(back->records[2])->seconds, 1);
  EXPECT_FALSE(rolled_data(back->records[2])->level);
}

TEST(CsvImport, EveryNameOfAnAreaLeadsToIt) {
  for (const auto& place : pack().places) {
    if (place.kind != knowledge::PlaceKind::area) continue;
    std::vector<std::string_view> names{place.id, place.name};
    names.insert(names.end(), place.aliases.begin(), place.aliases.end());
    for (const auto name : names) {
      const auto back = import("at,area,seconds\n2026-02-11,\"" + std::string(name) + "\",30\n");
      ASSERT_TRUE(back) << sentence(back.error());
      EXPECT_TRUE(knowledge::find_place(pack(), rolled_data(back->records[0])->area).valid());
    }
  }
}

TEST(CsvImport, TheSameTableGivesTheSameIds) {
  const auto text =
      "at,area,seconds,note\n2026-02-11,calves,30,x\n2026-02-11,calves,30,x\n"
      "2026-02-11,calves,31,x\n";
  const auto one = import(text);
  const auto two = import(text);
  ASSERT_TRUE(one && two);
  EXPECT_EQ(one->records, two->records);
  ASSERT_EQ(one->records.size(), 6U);
  for (std::size_t i = 0; i < 6; ++i) {
    EXPECT_EQ(base::uuid_v7_time(one->records[i].id), one->records[i].at.seconds * 1000);
    for (std::size_t j = 0; j < i; ++j) EXPECT_NE(one->records[i].id, one->records[j].id);
  }
  const auto third = import(text, "", ',', one->records);
  EXPECT_EQ(third->passed_over, 3U);
  EXPECT_TRUE(third->records.empty());
  EXPECT_EQ(sessions(one->records, pack()).size(), 3U);
}

struct Broken {
  std::string text, field, says;
};

TEST(CsvImport, BrokenTablesAreRefusedByLine) {
  const std::string head = "at,area,side,seconds,level,id,tool\n";
  const std::string good = "2026-02-11,calves,left,30,4,,\n";
  const std::string id = "019b76da-a800-7002-8102-030405060708";
  const Broken cases[] = {
      {"", "line 1", "headings"},
      {"area,seconds\n", "line 1", "at"},
      {"at,seconds\n", "line 1", "area"},
      {"at,area\n", "line 1", "seconds or minutes"},
      {"at,area,seconds,minutes\n", "line 1", "not both"},
      {"at,at,area,seconds\n", "line 1", "one column"},
      {head + "2026-02-11,calves\n", "line 2", "7 cells"},
      {head + good + "yesterday,calves,left,30,4,,\n", "line 3, at", "\"yesterday\""},
      {head + "2026-02-30,calves,left,30,4,,\n", "line 2, at", "2026-02-30"},
      {head + "2026-02-11T25:00,calves,left,30,4,,\n", "line 2, at", ""},
      {head + "2026-02-11,calvs,left,30,4,,\n", "line 2, area", "did you mean calves"},
      {head + "2026-02-11,low_back,left,30,4,,\n", "line 2, area", "can be rolled"},
      {head + "2026-02-11,,left,30,4,,\n", "line 2, area", "can be rolled"},
      {head + "2026-02-11,calves,up,30,4,,\n", "line 2, side", "left | right"},
      {head + "2026-02-11,calves,left,,4,,\n", "line 2, seconds", "from 1 to 21600"},
      {head + "2026-02-11,calves,left,30,11,,\n", "line 2, level", "from 0 to 10"},
      {head + "2026-02-11,calves,left,30,4,abc,\n", "line 2, id", "UUID"},
      {head + "2026-02-11,calves,left,30,4,," + std::string(41, 'x') + "\n", "line 2, tool",
       "40 characters"},
      {head + "2026-02-11,calves,left,30,4," + id + ",\n2026-02-11,calves,left,30,4," + id + ",\n",
       "line 3, id", "no other row"},
      {head + "\n\n\"2026\n-02-11\",\"cal", "line 5", "does not close"},
      {head + "2026-02-11,cal\"ves,left,30,4,,\n", "line 2", "quote inside"},
      {head + "2026-02-11,\"calves\"x,left,30,4,,\n", "line 2", "closing quote"},
      {head + "2026-02-11,cal\xff,left,30,4,,\n", "line 2", "UTF-8"},
  };
  for (const auto& row : cases) {
    const auto back = import(row.text);
    ASSERT_FALSE(back) << row.text;
    EXPECT_EQ(back.error().field, row.field) << row.text;
    EXPECT_TRUE(sentence(back.error()).contains(row.says)) << sentence(back.error());
  }
}

TEST(CsvImport, MinutesThatAreNone) {
  for (const auto* minutes : {"", "-1", "0", "1.", "1.234", ".5", "1.-5", "361", "x", "1:30"}) {
    const auto back =
        import("at;area;minutes\n2026-02-11;calves;" + std::string(minutes) + "\n", "", ';');
    ASSERT_FALSE(back) << minutes;
    EXPECT_EQ(back.error().field, "line 2, minutes");
  }
}

TEST(CsvMapping, WhatIsWrongWithIt) {
  for (const auto& [text, says] : {std::pair{"when=Date", "id | at"},
                                   {"at", "field=heading"},
                                   {"at=", "field=heading"},
                                   {"at=a,at=b", "each field once"}}) {
    const auto mapping = parse_mapping(text);
    ASSERT_FALSE(mapping) << text;
    EXPECT_TRUE(sentence(mapping.error()).contains(says)) << sentence(mapping.error());
  }
  const auto missing = import("at,area,seconds\n", "tool=Tool");
  ASSERT_FALSE(missing);
  EXPECT_TRUE(sentence(missing.error()).contains("headed Tool"));
}

}  // namespace
}  // namespace unknot::journal
