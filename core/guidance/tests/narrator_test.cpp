#include "unknot/guidance/narrator.hpp"

#include <gtest/gtest.h>

namespace unknot::guidance {
namespace {

using knowledge::embedded_pack;
using knowledge::VariantKind;
using session::Command;
using session::CommandKind;
using session::EndReason;
using session::PauseReason;

model::Alternative way(std::string_view technique, VariantKind variant) {
  return {knowledge::find_technique(embedded_pack(), technique), 0, variant};
}

model::DraftStep calf(model::Side side) {
  model::DraftStep step;
  step.area = knowledge::find_place(embedded_pack(), "calves");
  step.side = side;
  step.technique = knowledge::find_technique(embedded_pack(), "calves_roller_floor_one_leg");
  step.variant = VariantKind::lighter;
  step.sets = {30, 30};
  step.rest_seconds = 15;
  step.seconds_per_pass = 4;
  step.level_low = 3;
  step.level_high = 6;
  return step;
}

/// Two calves and a soft roller; what the gate makes of them.
struct Guided {
  model::Request request;
  std::optional<safety::VettedPlan> plan;
  Guided() {
    request.now = *base::parse_instant("2026-11-22T08:00:00Z");
    request.minutes = 10;
    request.red_flags = {true, request.now, {}};
    request.tools = {{"blue\x07",
                      knowledge::ToolKind::roller,
                      knowledge::Density::soft,
                      knowledge::Surface::smooth,
                      {},
                      {},
                      false}};
    const model::DraftPlan draft{{calf(model::Side::left), calf(model::Side::right)}};
    auto ruling = safety::Gate(embedded_pack()).vet(draft, request);
    EXPECT_TRUE(ruling) << base::sentence(ruling.error());
    if (ruling) plan = std::move(ruling->plan);
  }
};

class NarratorTest : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(guided_.plan);
    ASSERT_EQ(guided_.plan->steps().size(), 2U);
    narrator_.emplace(Session{*guided_.plan, guided_.request, "GB"}, embedded_pack());
  }

  Utterance said(Command command) {
    auto out = narrator_->say(command);
    EXPECT_TRUE(out) << knowledge::name_of(command.kind);
    return out.value_or(Utterance{});
  }

  Guided guided_;
  std::optional<Narrator> narrator_;
};

model::Alternative planned(const Guided& guided) {
  return safety::way_of(guided.plan->steps()[0].draft);
}

TEST_F(NarratorTest, NamesSideAndToolThenTheSetUpInItsOrder) {
  const auto first = said({.kind = CommandKind::get_ready, .step = 0, .seconds = 20});
  const auto& technique = embedded_pack()[guided_.plan->steps()[0].draft.technique];
  EXPECT_EQ(first.spoken.find("First: left calf. With the soft roller. "), 0U) << first.spoken;
  const auto& english = knowledge::language_of(embedded_pack(), "en");
  const auto set_up = knowledge::find_phrase(english.set_ups, technique.id);
  EXPECT_NE(first.spoken.find(set_up), std::string::npos) << first.spoken;
  EXPECT_NE(first.written.find("with: blue?"), std::string::npos) << "control characters are shown";
  std::size_t at = 0;
  for (const auto sentence : technique.setup) {
    at = first.written.find(sentence, at);
    ASSERT_NE(at, std::string::npos) << sentence;
  }
}

TEST_F(NarratorTest, TheOtherSideIsUnmistakable) {
  const auto now = said({.kind = CommandKind::switch_side, .step = 1, .seconds = 10});
  EXPECT_EQ(now.spoken, "Change sides. Now: right calf. The same way.");
  EXPECT_EQ(now.weight, Weight::urgent) << "it cuts into whatever is being said";
}

TEST_F(NarratorTest, ASetTellsDosePaceAndLandmarks) {
  const auto& technique = embedded_pack()[guided_.plan->steps()[0].draft.technique];
  const auto ready = said({.kind = CommandKind::get_ready, .step = 0, .seconds = 20});
  const auto set = said({.kind = CommandKind::set_begins,
                         .number = 1,
                         .count = 2,
                         .seconds = 30,
                         .way = planned(guided_)});
  EXPECT_EQ(set.spoken.find("Begin. Thirty seconds. Slowly, four seconds each way."), 0U)
      << set.spoken;
  const std::string landmarks =
      "From " + std::string(technique.start) + " to " + std::string(technique.end) + '.';
  const std::string how(knowledge::find_variant(technique, VariantKind::lighter)->how);
  for (const auto& part : {landmarks, how}) {
    EXPECT_NE((ready.spoken + set.spoken).find(part), std::string::npos) << part;
  }
}

TEST_F(NarratorTest, WhatIsLeftOfASetIsToldWithItsTimeAlone) {
  const auto rest = said({.kind = CommandKind::set_begins,
                          .number = 1,
                          .count = 2,
                          .seconds = 17,
                          .way = planned(guided_)});
  EXPECT_EQ(rest.spoken, "Begin. Seventeen seconds.");
}

/// A whole technique over its sets and both sides: cues, a fault, what to do about a tender spot.
TEST_F(NarratorTest, RemarksComeWhereThereIsRoom) {
  const auto& technique = embedded_pack()[guided_.plan->steps()[0].draft.technique];
  std::string all;
  for (const std::size_t step : {0U, 1U}) {
    for (const std::int32_t set : {1, 2}) {
      for (const auto kind : {CommandKind::set_begins, CommandKind::breathe, CommandKind::half_way,
                              CommandKind::rest}) {
        const bool rests = kind == CommandKind::rest;
        all += said({.kind = kind,
                     .step = step,
                     .number = set,
                     .count = 2,
                     .seconds = rests ? 15 : 30,
                     .way = planned(guided_)})
                   .spoken +
               ' ';
      }
    }
  }
  for (const auto cue : technique.cues) EXPECT_NE(all.find(cue), std::string::npos) << cue;
  EXPECT_NE(all.find("A common slip. "), std::string::npos);
  EXPECT_NE(all.find("If a spot is tender"), std::string::npos);
  EXPECT_NE(all.find("Breathe slowly."), std::string::npos);
}

TEST_F(NarratorTest, LessIsSaidOfWhatIsKnown) {
  const auto technique = guided_.plan->steps()[0].draft.technique;
  const Narrator familiar({*guided_.plan, guided_.request, "GB", Verbosity::full, {technique}},
                          embedded_pack());
  const Narrator minimal({*guided_.plan, guided_.request, "GB", Verbosity::minimal, {}},
                         embedded_pack());
  const Command ready{.kind = CommandKind::get_ready, .step = 0, .seconds = 20};
  EXPECT_EQ(familiar.say(ready)->spoken.find("First: left calf. With the soft roller."), 0U);
  EXPECT_LT(familiar.say(ready)->spoken.size(), narrator_->say(ready)->spoken.size());
  EXPECT_EQ(minimal.say(ready)->spoken, "First: left calf. With the soft roller.");
  EXPECT_EQ(minimal.say({.kind = CommandKind::half_way, .number = 1})->spoken, "");
  for (const auto* narrator : {&familiar, &minimal}) {
    EXPECT_EQ(narrator->say({.kind = CommandKind::paused, .pause = PauseReason::hurt})->spoken,
              "Come off.");
    EXPECT_EQ(narrator->say(ready)->written, narrator_->say(ready)->written);
  }
}

TEST_F(NarratorTest, SomebodyWhoSkippedIsToldTheWholeWay) {
  const auto ready = said({.kind = CommandKind::get_ready, .step = 1, .seconds = 20});
  EXPECT_EQ(ready.spoken.find("Next: right calf. "), 0U) << ready.spoken;
  EXPECT_GT(ready.spoken.size(), 60U);
}

TEST_F(NarratorTest, TellsWhyOnRequest) {
  const auto why = narrator_->why(0);
  const auto& reasons = guided_.plan->steps()[0].draft.why;
  EXPECT_EQ(why.spoken.empty(), reasons.empty());
}

TEST_F(NarratorTest, AnEasierWayIsToldWithWhatChanges) {
  const auto same = said({.kind = CommandKind::eased,
                          .way = way("calves_roller_floor_one_leg", VariantKind::lighter)});
  EXPECT_EQ(same.spoken.find("Easier. "), 0U);
  EXPECT_EQ(same.spoken.find("another way"), std::string::npos);
  const auto other =
      said({.kind = CommandKind::eased, .way = way("calves_ball_chair", VariantKind::lighter)});
  EXPECT_EQ(other.spoken.find("Easier, another way. "), 0U) << other.spoken;
}

TEST_F(NarratorTest, TroubleIsToldWithWhatToDo) {
  const auto area = knowledge::find_place(embedded_pack(), "calves");
  const auto over = [&](EndReason reason) {
    return said({.kind = CommandKind::area_over, .reason = reason, .area = area});
  };
  EXPECT_NE(over(EndReason::tingling).spoken.find("have it looked at"), std::string::npos);
  EXPECT_NE(over(EndReason::coldness).spoken.find("medical help today"), std::string::npos);
  EXPECT_NE(over(EndReason::level).spoken.find("No more today: both calves."), std::string::npos);
  const auto dizzy = said({.kind = CommandKind::over, .reason = EndReason::dizzy});
  EXPECT_NE(dizzy.spoken.find("call nine nine nine"), std::string::npos) << dizzy.spoken;
  EXPECT_EQ(dizzy.weight, Weight::urgent);
}

TEST_F(NarratorTest, AnEmergencyIsTheTextOfItsSign) {
  const auto flag = knowledge::find_red_flag(embedded_pack(), "cauda_equina");
  const auto told = said({.kind = CommandKind::emergency, .red_flag = flag});
  EXPECT_NE(told.written.find("999"), std::string::npos);
  EXPECT_NE(told.spoken.find("nine nine nine"), std::string::npos);
  EXPECT_EQ(told.weight, Weight::urgent);
  const auto unnamed = said({.kind = CommandKind::emergency});
  EXPECT_NE(unnamed.spoken.find("call nine nine nine"), std::string::npos);
}

TEST_F(NarratorTest, SilenceIsUnknownAndNotSpoken) {
  const auto unknown = said({.kind = CommandKind::level_unknown});
  EXPECT_EQ(unknown.spoken, "");
  EXPECT_NE(unknown.written.find("unknown"), std::string::npos);
}

TEST_F(NarratorTest, StrokesAndRecordsHaveNoWords) {
  EXPECT_FALSE(narrator_->say({.kind = CommandKind::stroke, .number = 3}));
  EXPECT_FALSE(narrator_->say({.kind = CommandKind::write_rolled}));
}

TEST_F(NarratorTest, HelloNamesThePersonWhenThereAreSeveral) {
  EXPECT_EQ(narrator_->hello("Ann").spoken.find("Hello Ann. Two steps. About "), 0U);
  EXPECT_EQ(narrator_->hello("").spoken.find("Hello. Two steps. About "), 0U);
}

/// Whatever the engine can say: no bare key, no open slot, in both voices.
TEST_F(NarratorTest, EveryCommandHasWordsOrDeliberatelyNone) {
  for (const auto& language : embedded_pack().languages) {
    guided_.request.language = std::string(language.id);
    const Narrator narrator({*guided_.plan, guided_.request, ""}, embedded_pack());
    for (const auto& kind : knowledge::EnumNames<CommandKind>::all) {
      for (const auto& reason : knowledge::EnumNames<EndReason>::all) {
        for (const auto& pause : knowledge::EnumNames<PauseReason>::all) {
          for (const std::size_t step : {0U, 1U, 99U}) {
            const auto out = narrator.say({.kind = kind.value,
                                           .step = step,
                                           .number = 2,
                                           .count = 3,
                                           .seconds = 75,
                                           .reason = reason.value,
                                           .pause = pause.value,
                                           .area = guided_.plan->steps()[0].draft.area,
                                           .way = way("calves_ball_chair", VariantKind::lighter)});
            if (!out) continue;
            EXPECT_FALSE(out->written.empty()) << kind.name;
            for (const auto& text : {out->written, out->spoken}) {
              EXPECT_EQ(text.find('{'), std::string::npos) << text;
              EXPECT_EQ(text.find("guide."), std::string::npos) << text;
              EXPECT_EQ(text.find("voice."), std::string::npos) << text;
            }
          }
        }
      }
    }
  }
}

TEST(AskAfter, NamesPlaceAndWhatWasLeft) {
  const Speaker speaker(embedded_pack(), "en");
  const auto calves = knowledge::find_place(embedded_pack(), "calves");
  EXPECT_EQ(speaker.ask_after(calves, model::Side::left, {}),
            "How did it feel after last time: calves, left?");
  EXPECT_EQ(speaker.ask_after(calves, model::Side::both, model::AfterEffect::bruise),
            "Last time left a bruise (calves). Is that gone?");
}

}  // namespace
}  // namespace unknot::guidance
