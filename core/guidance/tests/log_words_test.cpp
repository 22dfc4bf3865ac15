// What the log says, sentence by sentence.

#include "unknot/guidance/log_words.hpp"

#include <gtest/gtest.h>

namespace unknot::guidance {
namespace {

using Sentences = std::vector<std::string>;
using model::AfterEffect;

LogWords words() { return LogWords(knowledge::embedded_pack(), "en"); }

model::History rolled(std::vector<std::optional<std::int32_t>> levels, AfterEffect effect,
                      bool gone, std::int32_t clean) {
  model::History entry;
  entry.rung = 2;
  entry.last_levels = std::move(levels);
  entry.after_effect = effect;
  entry.after_effect_gone = gone;
  entry.clean_sessions = clean;
  entry.last = base::Instant{};
  return entry;
}

std::vector<OpenRung> rungs(std::int32_t highest) {
  std::vector<OpenRung> out;
  for (std::int32_t rung = 1; rung <= highest; ++rung) out.push_back({rung, 7 - rung});
  return out;
}

std::string open_up_to(std::size_t highest) {
  const std::string all[] = {"soft and smooth up to pressure 6 of 10",
                             "medium and smooth up to pressure 5 of 10",
                             "firm and smooth up to pressure 4 of 10"};
  std::string out = "Next time these are open: " + all[0];
  for (std::size_t i = 1; i < highest; ++i) out += ", " + all[i];
  return out + '.';
}

TEST(LogWords, SaysHowItFelt) {
  const std::string last = "Last rolled on Friday, with a tool that was medium and smooth.";
  const struct {
    model::History entry;
    Sentences says;
  } table[] = {
      {rolled({3, std::nullopt, 5}, AfterEffect::none, false, 0),
       {last, "It felt 3 of 10, unknown, 5 of 10, newest first."}},
      {rolled({9, std::nullopt}, AfterEffect::none, false, 0),
       {last, "It felt 9 of 10, unknown, newest first."}},
      {rolled({4, 5}, AfterEffect::none, false, 0), {last, "It felt 4, 5 of 10, newest first."}},
      {rolled({std::nullopt}, AfterEffect::unknown, false, 0),
       {last, "How strong it felt is not known.", "How it felt afterwards is not known."}},
      {rolled({}, AfterEffect::bruise, false, 0),
       {last, "How strong it felt is not known.", "Afterwards there was a bruise."}},
      {rolled({0}, AfterEffect::sore, true, 2),
       {last, "It felt 0 of 10.", "Sessions in a row that went well: 2.",
        "Afterwards there was soreness, which is gone."}},
  };
  for (const auto& row : table) EXPECT_EQ(words().history(row.entry, "on Friday"), row.says);
}

TEST(LogWords, SaysWhatItMeansNextTime) {
  const auto fine = rolled({3}, AfterEffect::none, false, 1);
  const struct {
    model::History entry;
    NextTime next;
    Sentences says;
  } table[] = {
      {fine, {rungs(3), 90, 90, "", ""}, {open_up_to(3)}},
      {fine, {rungs(2), 50, 90, "", ""}, {open_up_to(2), "Of the dose of today, 50 s are left."}},
      {fine,
       {rungs(2), 0, 90, "", "noon"},
       {open_up_to(2), "It has had its time for now; again from noon on."}},
      {fine,
       {{}, 90, 90, "", ""},
       {"Next time: nothing is open with what the log and your profile say."}},
      {rolled({3}, AfterEffect::swelling, false, 0),
       {rungs(2), 90, 90, "", ""},
       {"Next time: it rests until swelling is gone."}},
      {fine,
       {rungs(2), 90, 90, "noon", ""},
       {"It, or what shares a muscle with it, hurt or felt too strong: left alone until noon."}},
      {rolled({3}, AfterEffect::swelling, true, 0), {rungs(1), 90, 90, "", ""}, {open_up_to(1)}},
      {rolled({3}, AfterEffect::sore, false, 0), {rungs(1), 90, 90, "", ""}, {open_up_to(1)}},
  };
  for (const auto& row : table) EXPECT_EQ(words().next(row.entry, row.next), row.says);
}

TEST(LogWords, SaysWhatIsLeftAndHowToSayThatItIsGone) {
  EXPECT_EQ(words().nothing_open("calves left"),
            "Nothing is known to be left from last time (calves left), so nothing can be gone.");
  EXPECT_EQ(words().rests("calves left", "a b"),
            "Left out of plans until that is gone: calves left. Say so by: a b");
  EXPECT_EQ(
      words().still_open(
          {{AfterEffect::bruise, "calves left"}, {AfterEffect::swelling, "calves both"}}, "a b"),
      "Still known from before: a bruise (calves left), swelling (calves both). When that is "
      "gone, say so by: a b");
}

TEST(LogWords, HasAWordForEveryAfterEffectAndRung) {
  for (const auto& row : knowledge::EnumNames<AfterEffect>::all) {
    EXPECT_FALSE(words().effect(row.value).starts_with("after_effect.")) << row.name;
  }
  model::History entry = rolled({3}, AfterEffect::none, false, 0);
  for (entry.rung = 1; entry.rung <= 4; ++entry.rung) {
    EXPECT_EQ(words().history(entry, "x").front().find("rung."), std::string::npos);
  }
}

}  // namespace
}  // namespace unknot::guidance
