/// The verbs about the log and the catalogue, good and bad.
#include "unknot/desk/desk.hpp"

#include "host.hpp"

namespace unknot::desk {
namespace {

class DeskTest : public testing::Test {
 protected:
  Host host_;
};

std::string texts(const Json& list) {
  std::string out;
  for (const Json& one : list.items) out += one.text + '\n';
  return out;
}

TEST_F(DeskTest, RefusesWhatItCannotReadAndSaysWhere) {
  const struct {
    std::string_view verb;
    std::string members;
    std::string expected;
  } rows[] = {
      {"no_such_verb", "", "verb_unknown verb"},
      {"catalogue", R"("langage":"en")", "field_unknown langage"},
      {"catalogue", R"("territory":"Great Britain")", "field_type territory"},
      {"learn", R"("language":7)", "field_type language"},
      {"log_load", R"("format":"unknot/journal@9")", "format_unknown format"},
      {"log_headings", "", "field_missing sessions"},
      {"log_headings", R"("sessions":[{"id":"me"}])", "out_of_range sessions[0].id"},
      {"log_headings",
       R"("sessions":[{"id":"019b76da-a800-7001-8102-030405060708",)"
       R"("person":"019b76da-a800-7001-8102-030405060708"}])",
       "field_missing sessions[0].at"},
      {"log_load", R"("format":"unknot/journal@1","made":"2026-11-22T08:00:00Z")",
       "field_missing records"},
      {"log_today", R"("person":null)", "field_missing now"},
      {"log_today", R"("person":"Ada","now":"2026-11-22T08:00:00Z")", "field_type person"},
      {"log_today",
       R"("person":"019b76da-a800-7001-8102-030405060708","now":"2026-11-22T08:00:00Z")",
       "id_unknown person"},
      {"log_view", R"("now":"2026-11-22T08:00:00Z")", "field_missing person"},
      {"log_export", R"("person":null,"as":"xml","now":"2026-11-22T08:00:00Z")", "id_unknown as"},
      {"log_forget", R"("person":5)", "field_type person"},
      {"log_plan", R"("person":null,"now":"2026-11-22T08:00:00Z")", "field_missing request"},
      {"log_plan", R"("now":"2026-11-22T08:00:00Z","request":{"tools":[]})",
       "field_missing request.minutes"},
      {"log_plan", R"("now":"2026-11-22T08:00:00Z","request":[])", "field_type request"},
      {"guidable", R"("now":"2026-11-22T08:00:00Z","plan":{})", "field_missing plan.format"},
      {"share", R"("plan":{"format":"unknot/plan@1","outcome":"plan","steps":[]})",
       "field_missing plan.request"},
      {"open_shared", R"("now":"2026-11-22T08:00:00Z","shared":{},"request":{})",
       "field_missing shared.format"},
      {"guide_on", host_.moment() + R"(,"at":1,"happened":{"event":"jump"})",
       "id_unknown happened.event"},
      {"guide_on", host_.moment() + R"(,"at":1,"happened":{"event":"level"})",
       "field_missing happened.level"},
      {"guide_on", host_.moment() + R"(,"at":1,"happened":{"event":"tick"})",
       "contradiction session"},
      {"guide_on", host_.moment() + R"(,"at":1.5,"happened":{"event":"tick"})", "out_of_range at"},
      {"guide_resume", host_.moment() + R"(,"person":null,"at":1)", "field_missing session"},
      {"guide_close", host_.moment() + R"(,"session":"019b76da-a800-7001-8102-030405060708")",
       "id_unknown session"},
      {"log_write", R"("now":"2026-11-22T08:00:00Z","unix_ms":1,"chance":"12","entries":[])",
       "field_type chance"},
      {"log_import", host_.moment() + R"(,"document":"","person":null)", "out_of_range document"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(host_.bad(row.verb, row.members), row.expected) << row.verb << ' ' << row.members;
  }
  EXPECT_NE(host_.desk.call("catalogue", "{").find("json_malformed"), std::string::npos);
  EXPECT_NE(host_.desk.call("log_today", "").find("json_malformed"), std::string::npos);
}

TEST_F(DeskTest, TheCatalogueHasEveryPlaceOnceAndSearchWordsOfTwoLanguages) {
  const auto& pack = knowledge::embedded_pack();
  const Json de = host_.good("catalogue", R"("language":"de","territory":"de")");
  EXPECT_EQ(at(de, "language").text, "de");
  EXPECT_EQ(at(de, "emergency.number").text, "112");
  std::size_t places = 0;
  for (const Json& part : at(de, "parts").items) {
    EXPECT_NE(at(part, "name").text.substr(0, 5), "part.");
    places += at(part, "places").items.size();
    for (const Json& place : at(part, "places").items) {
      if (at(place, "id").text != "calves") continue;
      const std::string words = texts(at(place, "words"));
      EXPECT_NE(words.find("waden\n"), std::string::npos) << words;
      EXPECT_NE(words.find("calf\n"), std::string::npos) << words;
    }
  }
  EXPECT_EQ(places, pack.places.size());
  EXPECT_EQ(at(de, "conditions").items.size(), pack.conditions.size());
  EXPECT_EQ(at(de, "feels").items.size(), 4U);
  EXPECT_EQ(at(host_.good("catalogue", R"("language":"xx")"), "language").text, "en");
}

TEST_F(DeskTest, TheTeachingShowsNoSourceThatNobodyChecked) {
  const Json learn = host_.good("learn", R"("language":"en")");
  for (const Json& source : at(learn, "sources").items) {
    EXPECT_NE(at(source, "verified").text, "recalled");
    EXPECT_NE(at(source, "verified_says").text.substr(0, 9), "verified.");
  }
  EXPECT_EQ(at(learn, "rules").items.size(), knowledge::embedded_pack().rules.size());
  EXPECT_EQ(at(learn, "topics").items.size(), 5U);
  EXPECT_EQ(at(learn, "intended").items.size(), 2U);
}

TEST_F(DeskTest, NobodyIsThereUntilSomebodyIsWritten) {
  EXPECT_EQ(at(host_.good("log_today", host_.moment()), "person").kind, Json::Kind::null);
  const std::string ada = host_.person();
  const Json today = host_.good("log_today", host_.moment());
  EXPECT_EQ(at(today, "person.id").text, ada) << "the only one there is";
  EXPECT_EQ(at(today, "person.language").kind, Json::Kind::null);
  EXPECT_TRUE(at(today, "reminders").items.empty());
  host_.person("Ben");
  EXPECT_EQ(at(host_.good("log_today", host_.moment()), "person.name").text, "Ben") << "the last";
  EXPECT_EQ(at(host_.good("log_today", host_.moment()), "people").items.size(), 2U);
}

TEST_F(DeskTest, AnEntryWithoutAnybodyMakesSomebody) {
  const Json out = host_.good(
      "log_write",
      host_.moment() + R"(,"entries":[{"kind":"rolled","data":{"area":"calves","seconds":60}}])");
  EXPECT_EQ(host_.count("person"), 1);
  EXPECT_EQ(at(out, "records").items.size(), 2U);
  EXPECT_EQ(host_.count("rolled"), 1);
}

TEST_F(DeskTest, EntriesAreHeldAgainstCatalogueAndLog) {
  const std::string ada = host_.person();
  const auto write = [&](const std::string& entry) {
    return host_.bad("log_write",
                     host_.moment() + R"(,"person":")" + ada + R"(","entries":[)" + entry + ']');
  };
  const auto before = host_.kept.size();
  const std::string nobody = R"("of":"019b76da-a800-7001-8102-030405060708")";
  EXPECT_EQ(write(R"({"kind":"rolled","data":{"area":"low_back","seconds":60}})"),
            "id_unknown entries[0].data.area");
  EXPECT_EQ(write(R"({"kind":"rolled","data":{"area":"calves","side":"middle","seconds":60}})"),
            "id_unknown entries[0].data.side");
  EXPECT_EQ(write(R"({"kind":"rolled","data":{"area":"calves","sid":"left","seconds":60}})"),
            "field_unknown entries[0].data.sid");
  EXPECT_EQ(write(R"({"kind":"rolled","data":{"area":"calves"}})"),
            "field_missing entries[0].data.seconds");
  EXPECT_EQ(write(R"({"kind":"rolled","data":{"area":"calves","seconds":60,"tool":"red"}})"),
            "id_unknown entries[0].data.tool");
  EXPECT_EQ(write(R"({"kind":"level","data":{)" + nobody + R"(,"level":4}})"),
            "id_unknown entries[0].data.of");
  EXPECT_EQ(write(R"({"kind":"removal","data":{)" + nobody + "}}"),
            "id_unknown entries[0].data.of");
  EXPECT_EQ(write(R"({"kind":"after_effect","data":{"area":"calves","gone":true}})"),
            "contradiction entries[0].data.gone");
  EXPECT_EQ(write(R"({"kind":"note","data":{"text":"  "}})"), "out_of_range entries[0].data.text");
  EXPECT_EQ(write(R"({"kind":"note","data":{"text":"odd","place":"moon"}})"),
            "id_unknown entries[0].data.place");
  EXPECT_EQ(write(R"({"kind":"person","data":{"name":"ada"}})"),
            "contradiction entries[0].data.name");
  EXPECT_EQ(write(R"({"kind":"plan","data":{}})"), "id_unknown entries[0].kind");
  EXPECT_EQ(write(R"({"kind":"rolled","data":{"area":"calves","seconds":60}},{"kind":"x"})"),
            "field_missing entries[1].data")
      << "and nothing of the first is written";
  EXPECT_EQ(host_.bad("log_write", host_.moment() + R"(,"at":"2030-01-01T00:00:00Z","entries":[])"),
            "out_of_range at");
  EXPECT_EQ(host_.kept.size(), before);
  EXPECT_EQ(
      at(host_.good("log_export", host_.moment() + R"(,"person":null,"as":"csv")"), "document")
          .text.find("calves"),
      std::string::npos);
}

TEST_F(DeskTest, ABruiseIsToldToRestIsAskedAboutAndKeepsTheSideOutOfPlans) {
  const std::string ada = host_.person();
  const Json written =
      host_.good("log_write", host_.moment() + R"(,"person":")" + ada +
                                  R"(","entries":[{"kind":"after_effect","data":{"area":"calves",)"
                                  R"("side":"left","effect":"bruise"}}])");
  EXPECT_NE(texts(at(written, "says")).find("left calf"), std::string::npos);
  const Json question = at(host_.good("log_today", host_.moment()), "questions").items.front();
  EXPECT_EQ(at(question, "not_gone").text, "bruise");
  EXPECT_EQ(at(question, "where").text, "left calf");

  const auto& pack = knowledge::embedded_pack();
  const auto calves = knowledge::find_place(pack, "calves");
  const Json plan = parsed(host_.plan(ada, R"("minutes":20,"want":[{"at":"calves"}])"));
  ASSERT_EQ(at(plan, "outcome").text, "plan");
  for (const Json& step : at(plan, "steps").items) {
    const auto area = knowledge::find_place(pack, at(step, "area").text);
    const auto& overlaps = pack[calves].overlaps;
    const bool shares =
        area == calves || std::find(overlaps.begin(), overlaps.end(), area) != overlaps.end();
    EXPECT_FALSE(shares && at(step, "side").text != "right") << raw(step);
  }

  const Json fine =
      host_.good("log_write", host_.moment() + R"(,"entries":[{"kind":"after_effect",)"
                                               R"("data":{"area":"calves","effect":"none"}}])");
  EXPECT_NE(texts(at(fine, "says")).find("a bruise"), std::string::npos) << "none is not gone";
  host_.good("log_write", host_.moment() + R"(,"entries":[{"kind":"after_effect",)"
                                           R"("data":{"area":"calves","gone":true}}])");
  EXPECT_EQ(host_.kept.back().find(R"("effect":"bruise")") != std::string::npos, true);
}

TEST_F(DeskTest, WhatTheRequestSaysWinsSaveForHistoryAndHurt) {
  const std::string ada = host_.person("Ada", R"(,"age":41)");
  host_.good("log_write", host_.moment() +
                              R"(,"entries":[{"kind":"rolled","data":{"area":"calves",)"
                              R"("seconds":60,"tool":"blue","level":9}}])");
  host_.pass(3'600'000);
  const Json plan = parsed(host_.plan(
      ada, R"("minutes":8,"person":{"mass_kg":90},"at":["floor"],"history":[],"avoid":[],)"
           R"("tools":[{"id":"red","kind":"ball","density":"soft","surface":"smooth"}])"));
  const Json request = at(plan, "request");
  EXPECT_EQ(at(request, "person.age").text, "41");
  EXPECT_EQ(at(request, "person.mass_kg").text, "90");
  EXPECT_EQ(at(request, "at").items.size(), 1U);
  ASSERT_EQ(at(request, "tools").items.size(), 1U);
  EXPECT_EQ(at(at(request, "tools").items[0], "id").text, "red");
  EXPECT_FALSE(at(request, "history").items.empty());
  EXPECT_NE(raw(at(request, "avoid")).find("hurt"), std::string::npos);
}

TEST_F(DeskTest, ExportForgetAndImportGiveTheSameLog) {
  const std::string ada = host_.person();
  host_.person("Ben");
  host_.good("log_write", host_.moment() + R"(,"person":")" + ada +
                              R"(","entries":[{"kind":"rolled","data":{"area":"calves",)"
                              R"("seconds":60}},{"kind":"note","data":{"text":"\"fine\""}}])");
  const std::string ask = R"("now":"2026-11-22T08:00:00Z","person":null,"as":"json")";
  const std::string document = at(host_.good("log_export", ask), "document").text;
  const Json gone = host_.good("log_forget", R"("person":null)");
  EXPECT_EQ(at(gone, "gone").text, "6");
  EXPECT_EQ(at(host_.good("log_today", host_.moment()), "person").kind, Json::Kind::null);
  const auto import = [&] {
    return host_.good("log_import", host_.moment() + R"(,"person":null,"document":)" +
                                        JsonWriter().string(document).take());
  };
  EXPECT_EQ(at(import(), "records").items.size(), 6U);
  EXPECT_EQ(at(host_.good("log_export", ask), "document").text, document);
  EXPECT_TRUE(at(import(), "records").items.empty()) << "twice is as good as once";
  EXPECT_EQ(at(host_.good("log_forget", R"("person":")" + ada + '"'), "gone").text, "4");
  EXPECT_EQ(at(host_.good("log_today", host_.moment()), "people").items.size(), 1U);
}

TEST_F(DeskTest, ATableOfOthersIsTakenInAndAContradictionIsNot) {
  const std::string table =
      R"(,"person":null,"columns":{"at":"Date","area":"Muscle","minutes":"Time"},)"
      R"("document":"Date;Muscle;Time\n2026-11-20;calves;2\n")";
  const Json out = host_.good("log_import", host_.moment() + table);
  EXPECT_EQ(at(out, "records").items.size(), 2U) << "somebody, and a piece";
  EXPECT_EQ(host_.bad("log_import", host_.moment() + R"(,"person":null,"columns":{"when":"Date"},)"
                                                     R"("document":"Date\n")"),
            "id_unknown columns");
  std::string other = host_.kept.back();
  other.replace(other.find("120"), 3, "121");
  const auto held = at(host_.good("log_load", Host().journal()), "held").text;
  EXPECT_EQ(host_.bad("log_load", R"("format":"unknot/journal@1","made":"2026-11-22T08:00:00Z",)"
                                  R"("records":[)" +
                                      other + ']'),
            "contradiction id");
  EXPECT_EQ(at(host_.good("log_load", Host().journal()), "held").text, held);
}

TEST_F(DeskTest, HeadingsStandForPlansThatAreKeptElsewhere) {
  const std::string ada = host_.person();
  for (int day = 0; day < 2; ++day) {
    static_cast<void>(host_.begin(ada, host_.plan(ada)));
    static_cast<void>(host_.on("start"));
    static_cast<void>(host_.roll(90'000));
    static_cast<void>(host_.on("stop"));
    host_.pass(std::int64_t{24} * 3'600'000);
  }
  const auto who = [&] { return host_.moment() + R"(,"person":")" + ada + '"'; };
  const std::string view = raw(host_.good("log_view", who()));
  Host little;
  std::string sessions;
  std::string plan;
  for (const auto& record : host_.kept) {
    const Json json = parsed(record);
    const std::string kind = at(json, "kind").text;
    if (kind == "plan") {
      plan = record;
      sessions += (sessions.empty() ? "" : ",") + (R"({"id":")" + at(json, "id").text) +
                  R"(","person":")" + ada + R"(","at":")" + at(json, "at").text + R"("})";
    } else if (kind != "event") {
      little.kept.push_back(record);
    }
  }
  const std::string headings = R"("sessions":[)" + sessions + ']';
  static_cast<void>(little.good("log_load", little.journal()));
  EXPECT_EQ(at(little.good("log_headings", headings), "new").text, "2");
  EXPECT_EQ(at(little.good("log_headings", headings), "new").text, "0");
  EXPECT_EQ(raw(little.good("log_view", who())), view) << "nothing is missing";
  EXPECT_EQ(raw(little.good("log_today", who())), raw(host_.good("log_today", who())));
  little.wall_ms = host_.wall_ms;
  EXPECT_EQ(little.plan(ada), host_.plan(ada));
  EXPECT_EQ(at(little.good("log_export", who() + R"(,"as":"csv")"), "document").text,
            at(host_.good("log_export", who() + R"(,"as":"csv")"), "document").text);
  EXPECT_EQ(little.bad("log_export", who() + R"(,"as":"json")"), "contradiction as");
  EXPECT_EQ(at(little.good("log_load", host_.journal()), "new").text,
            std::to_string(host_.count("event")))
      << "plans take the place of their headings";
  EXPECT_EQ(at(little.good("log_headings", headings), "new").text, "0") << "and keep it";
  EXPECT_EQ(at(little.good("log_export", who() + R"(,"as":"json")"), "document").text,
            at(host_.good("log_export", who() + R"(,"as":"json")"), "document").text);
  std::string other = plan;
  other.replace(other.find("person") + 9, 8, "01900000");
  Host wrong;
  static_cast<void>(wrong.good("log_headings", headings));
  EXPECT_EQ(wrong.bad("log_load", R"("format":"unknot/journal@1","made":"2026-11-22T08:00:00Z",)"
                                  R"("records":[)" +
                                      other + ']'),
            "contradiction id");
}

TEST_F(DeskTest, IdsOfOneCallRiseAndAreMadeOfItsChance) {
  host_.person();
  std::string before;
  for (const auto& record : host_.kept) {
    const std::string id = at(parsed(record), "id").text;
    EXPECT_LT(before, id);
    before = id;
  }
  Host again;
  again.person();
  EXPECT_EQ(again.kept, host_.kept) << "the same calls give the same bytes";
}

TEST_F(DeskTest, TheViewOfTheLogHasSessionsWeeksAndWhatComesNext) {
  const std::string ada = host_.person();
  host_.good("log_write", host_.moment() + R"(,"at":"2026-11-10T08:00:00+01:00","entries":[)"
                                           R"({"kind":"rolled","data":{"area":"calves",)"
                                           R"("side":"left","seconds":60,"level":4}},)"
                                           R"({"kind":"note","data":{"text":"odd",)"
                                           R"("place":"knee"}}])");
  const Json view = host_.good("log_view", host_.moment() + R"(,"person":")" + ada + '"');
  ASSERT_EQ(at(view, "sessions").items.size(), 1U);
  EXPECT_EQ(at(view, "entries").items.size(), 1U);
  EXPECT_EQ(at(view, "weeks").items.size(), 2U);
  const Json area = at(view, "areas").items.front();
  EXPECT_EQ(at(area, "sides").items.size(), 2U);
  EXPECT_EQ(at(at(area, "sides").items[0], "points").items.size(), 1U);
  EXPECT_TRUE(at(at(area, "sides").items[1], "points").items.empty());
  const std::string id = at(at(view, "sessions").items[0], "id").text;
  host_.good("log_write",
             host_.moment() + R"(,"entries":[{"kind":"removal","data":{"of":")" + id + R"("}}])");
  EXPECT_TRUE(at(host_.good("log_view", host_.moment() + R"(,"person":")" + ada + '"'), "sessions")
                  .items.empty());
}

}  // namespace
}  // namespace unknot::desk
