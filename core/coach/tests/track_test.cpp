// A plan laid out as one track: what goes in, what comes out, what is refused.

#include "unknot/coach/track.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "unknot/coach/guidable.hpp"

namespace unknot::coach {
namespace {

using guidance::CueKind;
using knowledge::embedded_pack;

const Context clock_of_plan{*base::parse_instant("2026-11-22T08:00:00Z"), {}};

std::string example() {
  const auto& pack = embedded_pack();
  return plan(example_request(pack, clock_of_plan.clock), pack, clock_of_plan)->json;
}

base::Result<Track> asked(const std::string& rest, const std::string& plan_json = example()) {
  return laid_out("{\"plan\":" + plan_json + rest + "}", embedded_pack(), clock_of_plan);
}

std::string error_of(const std::string& rest) {
  const auto track = asked(rest);
  return track ? std::string() : base::sentence(track.error());
}

std::int64_t count(const Track& track, CueKind kind) {
  return std::ranges::count(track.timeline.cues, kind, &guidance::Cue::kind);
}

TEST(Track, IsAsLongAsThePlanWithAGreetingAndAGoodbye) {
  const auto track = asked("");
  ASSERT_TRUE(track) << base::sentence(track.error());
  const auto& timeline = track->timeline;
  const auto& plan = *track->planned.answer.plan;
  const std::int64_t rolled_ms = plan.total_seconds() * 1000;
  EXPECT_GT(timeline.start_ms, 0);
  EXPECT_GE(timeline.length_ms, timeline.start_ms + rolled_ms);
  EXPECT_LE(timeline.length_ms, rolled_ms + 20'000);
  EXPECT_EQ(timeline.chapters.size(), plan.steps().size());
  EXPECT_TRUE(timeline.left_out.empty()) << timeline.left_out.front();
  EXPECT_EQ(track->json.find("{\"format\":\"unknot/timeline@1\",\"language\":\"en\""), 0U);
}

TEST(Track, ALanguageChangesWordsAlone) {
  const auto english = asked("");
  const auto german = asked(R"(,"language":"de")");
  ASSERT_TRUE(english && german);
  EXPECT_NE(english->timeline.cues.front().text, german->timeline.cues.front().text);
  EXPECT_EQ(count(*english, CueKind::pass_out), count(*german, CueKind::pass_out));
  EXPECT_EQ(count(*english, CueKind::begins), count(*german, CueKind::begins));
}

TEST(Track, LessCanBeSaid) {
  const auto full = asked("");
  const auto brief = asked(R"(,"verbosity":"brief")");
  const auto minimal = asked(R"(,"verbosity":"minimal")");
  ASSERT_TRUE(full && brief && minimal);
  EXPECT_LT(count(*brief, CueKind::sentence), count(*full, CueKind::sentence));
  EXPECT_LT(count(*minimal, CueKind::sentence), count(*brief, CueKind::sentence));
  EXPECT_EQ(count(*full, CueKind::pass_back), count(*minimal, CueKind::pass_back));
}

TEST(Track, AKnownTechniqueIsToldBriefly) {
  const auto full = asked("");
  const auto& plan = *full->planned.answer.plan;
  std::string ids;
  for (const auto& step : plan.steps()) {
    ids +=
        (ids.empty() ? "\"" : ",\"") + std::string(embedded_pack()[step.draft.technique].id) + '"';
  }
  const auto familiar = asked(",\"familiar\":[" + ids + "]");
  const auto brief = asked(R"(,"verbosity":"brief")");
  ASSERT_TRUE(familiar && brief) << base::sentence(familiar.error());
  EXPECT_EQ(familiar->timeline.cues, brief->timeline.cues);
}

TEST(Track, GoesOnWhereASessionIs) {
  const auto track = asked(R"(,"events":[{"at":0,"event":"start"},{"at":900,"event":"tick"},)"
                           R"({"at":1800,"event":"skip"}])");
  ASSERT_TRUE(track) << base::sentence(track.error());
  EXPECT_EQ(track->timeline.start_ms, 0);
  ASSERT_FALSE(track->timeline.chapters.empty());
  EXPECT_EQ(track->timeline.chapters.front().step, 1U);
}

TEST(Track, ClipsTakeAsLongAsTheyTake) {
  const auto guessed = asked("");
  const std::string first = guessed->timeline.cues.front().text;
  const auto known = asked(",\"lengths\":{\"" + first + "\":1234}");
  ASSERT_TRUE(known) << base::sentence(known.error());
  EXPECT_EQ(known->timeline.cues.front().text, first);
  EXPECT_EQ(known->timeline.cues.front().length_ms, 1234);
}

TEST(Track, WhatCannotBeIsNamed) {
  struct Case {
    const char* rest;
    const char* says;
  };
  const Case cases[] = {
      {R"(,"language":"nl")", "language"},
      {R"(,"verbosity":"loud")", "full"},
      {R"(,"why":1)", "why"},
      {R"(,"familiar":["no_such"])", "familiar"},
      {R"(,"familiar":[7])", "familiar"},
      {R"(,"lengths":[])", "lengths"},
      {R"(,"lengths":{"Begin.":0})", "lengths"},
      {R"(,"preferences":{"ready_percent":90})", "ready_percent"},
      {R"(,"events":[{"at":0,"event":"level","level":11}])", "events[0].level"},
      {R"(,"events":[{"at":0,"event":"pause"}])", "has not begun"},
      {R"(,"events":[{"at":0,"event":"start"},{"at":1,"event":"stop"}])", "is over"},
      {R"(,"loud":true)", "loud"},
  };
  for (const auto& [rest, says] : cases) {
    const std::string error = error_of(rest);
    EXPECT_NE(error.find(says), std::string::npos) << rest << ": " << error;
  }
  EXPECT_FALSE(laid_out("{}", embedded_pack(), clock_of_plan));
  EXPECT_FALSE(laid_out("[", embedded_pack(), clock_of_plan));
  EXPECT_FALSE(asked("", R"({"format":"unknot/plan@1"})"));
}

}  // namespace
}  // namespace unknot::coach
