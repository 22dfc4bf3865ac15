#include "unknot/journal/format.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "log.hpp"
#include "unknot/base/uuid.hpp"

namespace unknot::journal {
namespace {

constexpr std::string_view a_person = "019b76da-a800-7001-8102-030405060708";

/// One of each kind.
Log whole() {
  Log log;
  log.profile("2026-02-01T08:00:00+01:00",
              {.name = std::string("Ada \"L\""),
               .experience = model::Experience::regular,
               .age = 41,
               .height_tenths_cm = 1725,
               .mass_hectograms = 700,
               .floor_transfer = model::FloorTransfer::slow,
               .language = std::string("en"),
               .territory = std::string("GB"),
               .at = std::vector{knowledge::Support::floor, knowledge::Support::wall},
               .tools = std::vector{model::Tool{.id = "blue", .diameter_tenths_cm = 155}},
               .conditions = std::vector{ConditionData{.id = "fracture", .at = "shin"}},
               .regular_declined = false});
  const auto plan = log.plan("2026-02-10T07:55:00+01:00");
  log.add(make_event(log.stamp("2026-02-10T07:55:01+01:00", plan), {.ms = 12, .kind = "start"}));
  log.add(make_event(log.stamp("2026-02-10T07:56:01+01:00", plan),
                     {.ms = 60012, .kind = "level", .level = 4}));
  log.add(make_event(log.stamp("2026-02-10T07:57:01+01:00", plan),
                     {.ms = 120012, .kind = "urgent", .red_flag = "chest_pain"}));
  const auto piece = log.rolled("2026-02-10T08:00:00+01:00",
                                {.area = "calves",
                                 .side = model::Side::left,
                                 .seconds = 60,
                                 .rung = 2,
                                 .sets = {30, 30},
                                 .technique = "calves_roller_floor",
                                 .tool = "blue",
                                 .variant = "lighter"},
                                plan);
  log.add(make_level(log.stamp("2026-02-10T08:01:00+01:00", plan), {piece, 4}));
  log.add(make_session_end(log.stamp("2026-02-10T08:02:00+01:00", plan), {"urgent", 60}));
  log.felt("2026-02-11T08:00:00+01:00", {.area = "calves", .effect = model::AfterEffect::bruise},
           plan);
  log.felt("2026-02-19T08:00:00+01:00", {.area = "calves", .effect = {}, .gone = true});
  log.add(make_note(log.stamp("2026-02-19T08:00:00+01:00"),
                    {.text = "two\nlines, =1", .place = "calves", .side = model::Side::left}));
  log.remove(piece);
  return log;
}

std::vector<Record> sorted(std::vector<Record> records) {
  std::sort(records.begin(), records.end(), before);
  return records;
}

bool alike(const std::vector<Record>& a, const std::vector<Record>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
}

TEST(Format, WhatIsWrittenIsReadTheSame) {
  const auto log = whole();
  const auto text = write_journal(log.records, at("2026-03-01T08:00:00+01:00"));
  const auto journal = read_journal(text);
  ASSERT_TRUE(journal) << sentence(journal.error());
  EXPECT_TRUE(alike(journal->records, sorted(log.records)));
  EXPECT_EQ(write_journal(journal->records, journal->made, journal->extra), text);
  EXPECT_TRUE(base::parse_json(text)) << "strict JSON";
}

TEST(Format, AnEmptyLog) {
  const auto text = write_journal({}, at("2026-03-01T08:00:00Z"));
  const auto journal = read_journal(text);
  ASSERT_TRUE(journal);
  EXPECT_TRUE(journal->records.empty());
}

TEST(Format, OrderAndRepetitionGiveTheSameBytes) {
  const auto log = whole();
  auto mixed = log.records;
  mixed.insert(mixed.end(), log.records.begin(), log.records.begin() + 5);
  std::reverse(mixed.begin(), mixed.end());
  const auto made = at("2026-03-01T08:00:00Z");
  EXPECT_EQ(write_journal(mixed, made), write_journal(log.records, made));
}

TEST(Format, EveryKindOfDataIsReadBack) {
  const auto log = whole();
  for (const auto& record : log.records) EXPECT_FALSE(broken_data(record)) << record.data;
  const auto profile = profile_data(log.records[1]);
  ASSERT_TRUE(profile);
  EXPECT_EQ(profile->name.value, "Ada \"L\"");
  EXPECT_EQ(profile->height_tenths_cm.value, 1725);
  EXPECT_EQ(profile->tools.value->at(0).diameter_tenths_cm, 155);
  EXPECT_EQ(profile->conditions.value->at(0).at, "shin");
  EXPECT_EQ(profile->regular_declined.value, false);
  EXPECT_EQ(plan_data(log.records[2])->plan, R"({"format":"unknot/plan@1"})");
  EXPECT_EQ(event_data(log.records[4])->level, 4);
  EXPECT_EQ(event_data(log.records[4])->ms, 60012);
  EXPECT_EQ(event_data(log.records[5])->red_flag, "chest_pain");
  EXPECT_EQ(rolled_data(log.records[6])->sets, (std::vector{30, 30}));
  EXPECT_EQ(rolled_data(log.records[6])->tool, "blue");
  EXPECT_EQ(level_data(log.records[7])->of, log.records[6].id);
  EXPECT_EQ(session_data(log.records[8])->seconds, 60);
  EXPECT_EQ(after_effect_data(log.records[9])->effect, model::AfterEffect::bruise);
  EXPECT_TRUE(after_effect_data(log.records[10])->gone);
  EXPECT_EQ(note_data(log.records[11])->text, "two\nlines, =1");
  EXPECT_EQ(removal_data(log.records[12])->of, log.records[6].id);
}

/// A document with one record, of which a field is put in place of another.
std::string document(std::string_view record) {
  return R"({"format":"unknot/journal@1","made":"2026-03-01T08:00:00Z","records":[)" +
         std::string(record) + "]}";
}
std::string record(std::string_view kind, std::string_view data, std::string_view more = "") {
  return R"({"id":"019b76da-a800-7002-8102-030405060708","person":")" + std::string(a_person) +
         R"(","kind":")" + std::string(kind) + R"(","at":"2026-03-01T08:00:00Z","data":)" +
         std::string(data) + std::string(more) + "}";
}

TEST(Format, WhatIsNotKnownIsCarriedAlong) {
  const std::string data = R"({ "a" : [1, 2.50 , {"b":"\u00e4"}] })";
  const std::string text =
      R"({"made":"2026-03-01T08:00:00Z","x":{"y": 1},"format":"unknot/journal@1","records":[)" +
      record("dream", data, R"(,"mood":[ 1 ],"deep":{"z":null})") + "]}";
  const auto journal = read_journal(text);
  ASSERT_TRUE(journal) << sentence(journal.error());
  const auto& kept = journal->records.at(0);
  EXPECT_EQ(kept.kind, RecordKind::unknown);
  EXPECT_EQ(kept.kind_name, "dream");
  EXPECT_EQ(kept.data, data);
  EXPECT_EQ(kept.extra, R"("mood":[ 1 ],"deep":{"z":null})");
  EXPECT_EQ(journal->extra, R"("x":{"y": 1})");
  const auto again = write_journal(journal->records, journal->made, journal->extra);
  EXPECT_TRUE(again.contains(data) && again.contains(kept.extra) && again.contains(journal->extra));
  EXPECT_TRUE(alike(read_journal(again)->records, journal->records));
  EXPECT_EQ(write_journal(read_journal(again)->records, journal->made, journal->extra), again);
}

struct Broken {
  std::string text;
  base::ErrorCode code;
  std::string field;
  std::string says;  ///< Somewhere in the sentence.
};

TEST(Format, BrokenDocumentsAreRefusedByName) {
  using enum base::ErrorCode;
  const auto rolled = [](std::string_view data) { return document(record("rolled", data)); };
  const std::string id = "019b76da-a800-7002-8102-030405060708";
  const Broken cases[] = {
      {"", json_malformed, "", "line 1, column 1"},
      {"[]", json_malformed, "", "an object"},
      {"{", json_malformed, "", "line 1, column 2"},
      {"{} x", json_malformed, "", "the end of the JSON text"},
      {"\xff", json_malformed, "", "UTF-8"},
      {"{\"format\":\"unknot/journal@1\",\n\"format\":1}", json_malformed, "", "twice"},
      {"{}", field_missing, "format", "unknot/journal@1"},
      {R"({"format":"unknot/journal@2"})", format_unknown, "format", "@1"},
      {R"({"format":"unknot/journal@1"})", field_missing, "made", ""},
      {R"({"format":"unknot/journal@1","made":1})", field_type, "made", "RFC 3339"},
      {R"({"format":"unknot/journal@1","made":"2026-03-01T08:00:00Z"})", field_missing, "records",
       ""},
      {R"({"format":"unknot/journal@1","made":"2026-03-01T08:00:00Z","records":{}})", field_type,
       "records", "a list"},
      {document("1"), field_type, "records[0]", "a record"},
      {document("{}"), field_missing, "records[0].id", "UUID"},
      {document(record("dream", "{}") + " 1"), json_malformed, "", "',' or ']'"},
      {document("{\n1}"), json_malformed, "", "line 2, column 1"},
      {document(R"({"id":"x"})"), out_of_range, "records[0].id", "version 7"},
      {document(R"({"id":"019B76DA-A800-7002-8102-030405060708"})"), out_of_range, "records[0].id",
       "small letters"},
      {document(R"({"id":"28903c85-6897-867f-beed-a993b9f00bb4"})"), out_of_range, "records[0].id",
       "version 7"},
      {document(record("Rolled", "{}")), out_of_range, "records[0].kind", "small letters"},
      {document(record("note", "{}", R"(,"data":{})")), json_malformed, "records[0]", "twice"},
      {document(record("dream", "1")), field_type, "records[0].data", "an object"},
      {document(record("dream", R"({"a":{"b":1,"b":2}})")), json_malformed, "records[0].data",
       "twice"},
      {document(record("dream", R"({"a":"\x"})")), json_malformed, "records[0].data", "escape"},
      {document(record("dream", "{}", R"(,"x":[1,])")), json_malformed, "records[0].x", "value"},
      {document(record("note", R"({"text":"x"})", R"(,"knowledge":"abc")")), out_of_range,
       "records[0].knowledge", "64"},
      {document(record("note", R"({"text":"x"})", R"(,"session":"abc")")), out_of_range,
       "records[0].session", "UUID"},
      {document(record("person", R"({"name":"Bo"})")), contradiction, "records[0].person",
       "itself"},
      {document(record("note", R"({"text":"x"})") + "," + record("note", R"({"text":"y"})")),
       contradiction, "records", id},
      {rolled("{}"), field_missing, "records[0].data.area", "word"},
      {rolled(R"({"area":"Calves"})"), out_of_range, "records[0].data.area", "small letters"},
      {rolled(R"({"area":"calves"})"), field_missing, "records[0].data.seconds", ""},
      {rolled(R"({"area":"calves","seconds":0})"), out_of_range, "records[0].data.seconds",
       "from 1 to 21600"},
      {rolled(R"({"area":"calves","seconds":1.5})"), out_of_range, "records[0].data.seconds",
       "whole number"},
      {rolled(R"({"area":"calves","seconds":"9"})"), field_type, "records[0].data.seconds",
       "\"9\""},
      {rolled(R"({"area":"calves","seconds":9,"side":"up"})"), id_unknown, "records[0].data.side",
       "left | right | both | middle"},
      {rolled(R"({"area":"calves","seconds":9,"level":11})"), out_of_range, "records[0].data.level",
       "got 11"},
      {rolled(R"({"area":"calves","seconds":9,"rung":5})"), out_of_range, "records[0].data.rung",
       ""},
      {rolled(R"({"area":"calves","seconds":9,"sets":[4,0]})"), out_of_range,
       "records[0].data.sets[1]", "got 0"},
      {document(record("level", R"({"of":"x","level":3})")), out_of_range, "records[0].data.of",
       "UUID"},
      {document(record("after_effect", R"({"area":"calves"})")), field_missing,
       "records[0].data.effect", "gone"},
      {document(record("after_effect", R"({"area":"calves","effect":"fine"})")), id_unknown,
       "records[0].data.effect", "none | sore"},
      {document(record("profile", R"({"age":130})")), out_of_range, "records[0].data.age", ""},
      {document(record("profile", R"({"tools":[{"id":"a","kind":"gun"}]})")), id_unknown,
       "records[0].data.tools[0].kind", "roller | stick | ball"},
      {document(record("profile", R"({"conditions":[{"id":"pregnancy","weeks":99}]})")),
       out_of_range, "records[0].data.conditions[0].weeks", "0 to 45"},
      {document(record("profile", R"({"at":["roof"]})")), id_unknown, "records[0].data.at[0]",
       "floor"},
      {document(record("event", R"({"ms":1e30,"kind":"tick"})")), out_of_range,
       "records[0].data.ms", ""},
      {document(record("plan", R"({"plan":[]})")), field_type, "records[0].data.plan", "an object"},
      {document(record("note", R"({"text":""})")), out_of_range, "records[0].data.text",
       "1 to 4000"},
  };
  for (const auto& row : cases) {
    const auto journal = read_journal(row.text);
    ASSERT_FALSE(journal) << row.text;
    const std::string says = sentence(journal.error());
    EXPECT_EQ(journal.error().code, row.code) << row.text << "\n" << says;
    EXPECT_EQ(journal.error().field, row.field) << row.text << "\n" << says;
    EXPECT_TRUE(says.contains(row.says)) << row.text << "\n" << says;
  }
}

TEST(Format, TooMuchIsRefused) {
  const std::string big(limits::data_bytes, 'x');
  const auto journal = read_journal(document(record("dream", R"({"a":")" + big + "\"}")));
  ASSERT_FALSE(journal);
  EXPECT_EQ(journal.error().field, "records[0].data");
  const std::string deep = std::string(100, '[') + std::string(100, ']');
  EXPECT_FALSE(read_journal(document(record("dream", R"({"a":)" + deep + "}"))));
}

TEST(Ids, RiseWhateverTheClockDoes) {
  IdMaker ids;
  std::string last;
  const std::int64_t clock[] = {1000, 1000, 1001, 900, 900, -5, 1002, 1002};
  for (const auto ms : clock) {
    for (int i = 0; i < 5000; ++i) {  // More than fit into a millisecond.
      const auto id = ids.next(ms, {0xFF, 0xFF, 0xFF, 1, 2, 3, 4, 5, 6, 7});
      ASSERT_LT(last, id);
      ASSERT_TRUE(base::uuid_v7_time(id));
      last = id;
    }
  }
}

TEST(Ids, GoOnAfterTheNewestOfTheLog) {
  const std::string newest = "0000018f-0000-7fff-8000-000000000000";
  IdMaker ids(newest);
  EXPECT_LT(newest, ids.next(5, {}));
  IdMaker other("nothing of the kind");
  EXPECT_EQ(other.next(5, {}).substr(0, 18), "00000000-0005-7000");
}

}  // namespace
}  // namespace unknot::journal
