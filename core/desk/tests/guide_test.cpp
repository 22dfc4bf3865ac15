/// Sessions guided through a desk, as a page does it.
#include <map>
#include <random>

#include "host.hpp"
#include "unknot/coach/guidable.hpp"
#include "unknot/coach/track.hpp"

namespace unknot::desk {
namespace {

using knowledge::embedded_pack;

class GuideTest : public testing::Test {
 protected:
  void SetUp() override {
    person_ = host_.person();
    plan_ = host_.plan(person_);
  }
  void start() {
    host_.begin(person_, plan_);
    host_.pass(1000);
    host_.on("start");
  }
  std::int64_t rolled_seconds() const {
    std::int64_t sum = 0;
    for (const auto& text : host_.kept) {
      const Json record = parsed(text);
      if (at(record, "kind").text != "rolled") continue;
      sum += *base::whole_number(at(record, "data.seconds"));
    }
    return sum;
  }
  std::int64_t planned_seconds() const {
    std::int64_t sum = 0;
    for (const Json& step : at(parsed(plan_), "steps").items) {
      sum += *base::whole_number(at(step, "seconds"));
    }
    return sum;
  }

  Host host_;
  std::string person_;
  std::string plan_;
};

TEST_F(GuideTest, NothingIsWrittenBeforeItBegins) {
  const auto before = host_.kept.size();
  const Json begun = host_.begin(person_, plan_);
  EXPECT_EQ(at(begun, "session").kind, Json::Kind::null);
  EXPECT_EQ(at(begun, "scene.phase").text, "waiting");
  EXPECT_EQ(at(begun, "due").kind, Json::Kind::null);
  EXPECT_EQ(at(begun, "said").items.size(), 1U);
  EXPECT_EQ(at(begun, "scene.caption").text.find("key"), std::string::npos) << "there are no keys";
  host_.roll(10'000);
  host_.pass(60'000);
  EXPECT_EQ(at(host_.on("tick"), "scene.paused").kind, Json::Kind::null);
  EXPECT_EQ(at(host_.on("stop"), "scene.over").text, "stopped");
  EXPECT_EQ(host_.kept.size(), before) << "nothing was begun, so there is nothing to end";
}

TEST_F(GuideTest, AWholeSessionWithoutAHand) {
  start();
  ASSERT_TRUE(host_.until("over"));
  EXPECT_EQ(rolled_seconds(), planned_seconds()) << "to the second";
  EXPECT_EQ(host_.count("plan"), 1);
  EXPECT_EQ(host_.count("session"), 1);
  const Json today = host_.good("log_today", host_.moment());
  EXPECT_EQ(at(today, "broken_off").kind, Json::Kind::null);
  EXPECT_EQ(at(today, "steadiness.sessions_this_week").text, "1");
  EXPECT_NE(at(at(today, "questions").items.front(), "says").text.find("Today"), std::string::npos);
}

TEST_F(GuideTest, TheNextTickIsOnTheClockOfThePage) {
  start();
  for (int i = 0; i < 100; ++i) {
    const Json now = host_.on("tick");
    const auto due = base::whole_number(at(now, "due"));
    ASSERT_TRUE(due);
    EXPECT_GT(*due, host_.boot_ms);
    EXPECT_LE(*due, host_.boot_ms + 2500);
    host_.pass(*due - host_.boot_ms);
  }
}

TEST_F(GuideTest, FrozenTimeIsNeverRolled) {
  start();
  ASSERT_TRUE(host_.until("strokes"));
  const auto before = at(host_.roll(2000), "scene.session_ms").text;
  host_.pass(60'000);  // Neither clock was told of it.
  Json now = host_.on("tick");
  EXPECT_EQ(at(now, "scene.paused").text, "clock");
  EXPECT_EQ(at(now, "scene.session_ms").text, before);
  host_.on("resume");
  ASSERT_TRUE(host_.until("strokes"));
  const auto again = at(host_.on("tick"), "scene.session_ms").text;
  host_.wall_ms += 60'000;  // The page slept while its own clock stood still.
  now = host_.on("tick");
  EXPECT_EQ(at(now, "scene.paused").text, "clock");
  EXPECT_EQ(at(now, "scene.session_ms").text, again);
}

TEST_F(GuideTest, TinglingIsWrittenAsTheTerminalDoes) {
  start();
  ASSERT_TRUE(host_.until("strokes"));
  host_.roll(10'000);
  host_.on("tingling");
  host_.on("stop");
  EXPECT_EQ(host_.count("area_over"), 1);
  EXPECT_EQ(host_.count("after_effect"), 1);
  EXPECT_EQ(host_.count("rolled"), 1);
  const std::string area = at(at(parsed(plan_), "steps").items.front(), "area").text;
  const Json next = parsed(host_.plan(person_, R"("minutes":20)"));
  for (const Json& step : at(next, "steps").items) EXPECT_NE(at(step, "area").text, area);
}

TEST_F(GuideTest, OnlyAPlanThatIsVettedAsOfNowIsGuided) {
  const auto begin = [&](const std::string& plan) {
    return host_.bad("guide_begin", host_.begin_members(person_, plan));
  };
  std::string stretched = plan_;
  const auto sets = stretched.find(R"("sets":[)");
  stretched.replace(sets, 9, R"("sets":[3)");
  EXPECT_EQ(begin(stretched), "contradiction plan");
  EXPECT_EQ(begin(R"({"format":"unknot/plan@1","outcome":"plan","steps":[]})"),
            "field_missing plan.request");
  host_.good("log_write", host_.moment() +
                              R"(,"entries":[{"kind":"after_effect","data":{"area":")" +
                              at(at(parsed(plan_), "steps").items.front(), "area").text +
                              R"(","effect":"bruise"}}])");
  EXPECT_EQ(begin(plan_), "contradiction plan") << "what is known by now counts";
  EXPECT_EQ(host_.bad("guide_on", host_.moment() + R"(,"at":1,"happened":{"event":"start"})"),
            "contradiction session");
}

/// What a person says between making a plan and beginning it, or taking it up again.
struct SaidSince {
  const char* members;
  bool guided;
};

const SaidSince said_since[] = {
    {R"(,"feel":[])", true},
    {R"(,"feel":[{"at":"neck","kind":"tight"}])", true},
    {R"(,"red_flags":{"screened":true,"at":"NOW","present":[]})", true},
    {R"(,"red_flags":{"screened":true,"at":"NOW","present":["chest_pain"]})", false},
    {R"(,"feel":[{"at":"AREA","kind":"injury"}])", false},
    {R"(,"feel":[{"at":"AREA","kind":"pain","level":8}])", false},
};

TEST_F(GuideTest, WhatIsSaidSinceThePlanWasMadeHolds) {
  const std::string area = at(at(parsed(plan_), "steps").items.front(), "area").text;
  for (const SaidSince& one : said_since) {
    const std::string more = host_.filled(one.members, area);
    const std::string answer = host_.bad("guide_begin", host_.begin_members(person_, plan_, more));
    EXPECT_EQ(answer, one.guided ? " " : "contradiction plan") << more;
    const Json judged = host_.good("guidable", host_.moment() + R"(,"plan":)" + plan_ + more);
    EXPECT_EQ(at(judged, "renewal").text, one.guided ? "none" : "unlawful") << more;
  }
  EXPECT_EQ(
      host_.bad("guide_begin", host_.begin_members(person_, plan_, R"(,"feel":[{"at":"x"}])")),
      "id_unknown feel[0].at");
}

TEST_F(GuideTest, WhatIsSaidSinceASessionWasBrokenOffHolds) {
  const std::string area = at(at(parsed(plan_), "steps").items.front(), "area").text;
  start();
  host_.roll(5000);
  const std::string session = at(host_.on("tick"), "session").text;
  for (const SaidSince& one : said_since) {
    host_.reload();
    const std::string more = host_.filled(one.members, area);
    const std::string answer =
        host_.bad("guide_resume", host_.moment() + R"(,"session":")" + session + R"(","at":)" +
                                      std::to_string(host_.boot_ms) + more);
    EXPECT_EQ(answer, one.guided ? " " : "draft_malformed session.steps") << more;
  }
}

TEST_F(GuideTest, ABruiseToldSinceASessionWasBrokenOffEndsIt) {
  const std::string area = at(at(parsed(plan_), "steps").items.front(), "area").text;
  start();
  host_.roll(5000);
  host_.reload();
  EXPECT_TRUE(at(host_.good("log_today", host_.moment()), "broken_off.resumable").flag);
  host_.good("log_write", host_.moment() +
                              R"(,"entries":[{"kind":"after_effect","data":{"area":")" + area +
                              R"(","effect":"bruise"}}])");
  EXPECT_FALSE(at(host_.good("log_today", host_.moment()), "broken_off.resumable").flag);
}

TEST_F(GuideTest, APlanOfYesterdayIsNotGuided) {
  host_.pass(3 * 86'400'000LL);
  EXPECT_EQ(host_.bad("guide_begin", host_.begin_members(person_, plan_)), "contradiction plan");
}

TEST_F(GuideTest, ATrialIsNotKept) {
  host_.begin(person_, plan_, R"(,"keep":false)");
  const auto before = host_.kept.size();
  host_.on("start");
  ASSERT_TRUE(host_.until("over"));
  EXPECT_EQ(host_.kept.size(), before);
}

TEST_F(GuideTest, WordsAreInTheLanguageThatIsAsked) {
  const Json begun = host_.begin(person_, plan_, R"(,"language":"de")");
  EXPECT_NE(at(begun, "scene.caption").text.find("anhalten"), std::string::npos);
  EXPECT_EQ(at(begun, "scene.side_says").text, "beide Seiten");
  EXPECT_NE(
      at(host_.begin(person_, plan_, R"(,"language":"xx")"), "scene.caption").text.find("pause"),
      std::string::npos);
}

TEST_F(GuideTest, WhatIsOfferedIsWhatTheEngineDoes) {
  start();
  ASSERT_TRUE(host_.until("strokes"));
  std::mt19937 random(3);
  const std::map<std::string, std::string> said_of{
      {"softer", "no_softer"}, {"harder", "no_harder"}, {"back", "nothing_before"}};
  for (int i = 0; i < 60; ++i) {
    const Json before = host_.roll(500 + static_cast<std::int64_t>(random() % 8000));
    if (at(before, "scene.phase").text == "over") break;
    const std::string event = (random() % 2 == 0) ? "softer" : "harder";
    const bool can = at(before, "scene.can." + event).flag;
    const Json after = host_.on(event);
    bool refused = false;
    const guidance::Speaker speaker(embedded_pack(), "en");
    const std::string no = speaker.phrase("guide." + said_of.at(event));
    for (const Json& said : at(after, "said").items) refused |= at(said, "written").text == no;
    const bool in_step = at(before, "scene.phase").text != "last_word";
    EXPECT_EQ(refused, in_step && !can) << event << ' ' << raw(at(before, "scene"));
    if (at(after, "scene.paused").kind != Json::Kind::null) host_.on("resume");
  }
}

/// Whatever happens: what was written down is what the engine rolled by the events the desk tells,
/// and by those it kept.
TEST_F(GuideTest, RecordsAreWhatTheEngineRolledByTheSameEvents) {
  const std::vector<std::string> all{"ready",   "pause",     "resume", "skip",      "back",
                                     "repeat",  "more_time", "softer", "harder",    "hold_spot",
                                     "it_hurt", "resume",    "resume", "clock_jump"};
  for (unsigned seed = 1; seed <= 25; ++seed) {
    Host host;
    const std::string who = host.person();
    const std::string plan = host.plan(who);
    std::mt19937 random(seed);
    host.begin(who, plan);
    Json now = host.on("start");
    for (int i = 0; i < 400 && at(now, "scene.phase").text != "over"; ++i) {
      host.pass(static_cast<std::int64_t>(random() % 2600));
      if (random() % 40 == 0) host.wall_ms += 5000;
      const auto pick = random() % 60;
      if (pick < all.size()) {
        now = host.on(all[pick]);
      } else if (pick < 20) {
        now = host.on("level", R"(,"level":)" + std::to_string(random() % 9));
      } else {
        now = host.on("tick");
      }
    }
    now = host.on("stop");
    const auto planned = coach::as_guided(plan, embedded_pack(), {});
    ASSERT_TRUE(planned);
    const auto events = coach::events_of(raw(host.ask("guide_events", "")), embedded_pack());
    ASSERT_TRUE(events);
    const auto engine = session::replay(*planned->answer.plan, embedded_pack(), {}, *events);
    std::vector<std::string> expected;
    for (const auto& piece : engine.rolled()) {
      std::int32_t sum = 0;
      for (const auto set : piece.sets) sum += set;
      if (sum == 0) continue;
      expected.push_back(std::string(embedded_pack()[piece.area].id) + ' ' + std::to_string(sum) +
                         ' ' + (piece.level ? std::to_string(*piece.level) : "-"));
    }
    std::vector<std::string> written;
    for (const auto& text : host.kept) {
      const Json record = parsed(text);
      if (at(record, "kind").text != "rolled") continue;
      const Json level = at(record, "data.level");
      written.push_back(at(record, "data.area").text + ' ' + at(record, "data.seconds").text + ' ' +
                        (level.kind == Json::Kind::null ? "-" : level.text));
    }
    EXPECT_EQ(written, expected) << seed;
  }
}

TEST_F(GuideTest, APageThatIsGoneTakesItUpAgainPausedAndNothingTwice) {
  for (const std::int64_t lived : {3'000, 45'000, 90'000, 150'000}) {
    host_ = Host();
    SetUp();
    start();
    host_.roll(lived);
    host_.reload();
    host_.pass(40'000);
    const Json broken = at(host_.good("log_today", host_.moment()), "broken_off");
    ASSERT_TRUE(at(broken, "resumable").flag) << lived;
    const std::string session = at(broken, "session").text;
    const Json again =
        host_.good("guide_resume", host_.moment() + R"(,"person":null,"session":")" + session +
                                       R"(","at":)" + std::to_string(host_.boot_ms));
    EXPECT_EQ(at(again, "session").text, session);
    EXPECT_NE(at(again, "scene.paused").kind, Json::Kind::null);
    EXPECT_EQ(at(host_.good("log_today", host_.moment()), "broken_off").kind, Json::Kind::null)
        << "it goes on";
    host_.on("resume");
    ASSERT_TRUE(host_.until("over"));
    EXPECT_EQ(rolled_seconds(), planned_seconds()) << lived;
    EXPECT_EQ(host_.count("plan"), 1);
    EXPECT_EQ(host_.count("session"), 1);
  }
}

TEST_F(GuideTest, WhatWasRolledOfABrokenOffSessionCountsWhenItIsClosed) {
  start();
  ASSERT_TRUE(host_.until("strokes"));
  host_.roll(20'000);
  host_.reload();
  const std::string session =
      at(host_.good("log_today", host_.moment()), "broken_off.session").text;
  const auto close = [&] {
    return host_.moment() + R"(,"person":null,"session":")" + session + '"';
  };
  host_.good("guide_close", close());
  EXPECT_GE(rolled_seconds(), 20);
  EXPECT_LE(rolled_seconds(), 26);
  EXPECT_EQ(host_.bad("guide_close", close()), "id_unknown session") << "it is closed";
}

TEST_F(GuideTest, ASessionThatWasRemovedIsNotTakenUpAgain) {
  start();
  host_.roll(20'000);
  host_.reload();
  const std::string session =
      at(host_.good("log_today", host_.moment()), "broken_off.session").text;
  host_.good("log_write", host_.moment() + R"(,"entries":[{"kind":"removal","data":{"of":")" +
                              session + R"("}}])");
  EXPECT_EQ(at(host_.good("log_today", host_.moment()), "broken_off").kind, Json::Kind::null);
}

TEST_F(GuideTest, ANewSessionClosesTheOneBeforeAndCountsIt) {
  start();
  ASSERT_TRUE(host_.until("strokes"));
  host_.roll(20'000);
  host_.on("pause");
  const Json begun = host_.ask("guide_begin", host_.begin_members(person_, host_.plan(person_)));
  // The plan was made before those seconds were known of: it is vetted with them.
  if (begun.find("error") == nullptr) {
    EXPECT_EQ(host_.count("session"), 1);
    EXPECT_GE(rolled_seconds(), 20);
  } else {
    EXPECT_EQ(at(begun, "error.field").text, "plan");
    EXPECT_EQ(host_.count("session"), 0) << "an error changes nothing";
  }
}

TEST_F(GuideTest, ATrackGoesOnFromTheEventsItIsGiven) {
  start();
  ASSERT_TRUE(host_.until("strokes"));
  static_cast<void>(host_.roll(12'000));
  const Json all = host_.ask("guide_events", "");
  const auto track = coach::laid_out(
      R"({"plan":)" + plan_ + R"(,"events":)" + raw(at(all, "events")) + '}', embedded_pack(), {});
  ASSERT_TRUE(track) << base::sentence(track.error());
  EXPECT_LT(track->timeline.length_ms, 1000 * planned_seconds() + 120'000);
}

}  // namespace
}  // namespace unknot::desk
