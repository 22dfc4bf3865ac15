#include "unknot/coach/guidable.hpp"

#include <gtest/gtest.h>

#include <random>

#include "unknot/model/plan_document.hpp"

namespace unknot::coach {
namespace {

using knowledge::embedded_pack;

const base::Instant made = *base::parse_instant("2026-11-22T08:00:00Z");

base::Instant later(std::int64_t minutes) { return {made.seconds + minutes * 60, 0}; }
Today at(base::Instant now) { return {.context = {now, {}}}; }

std::string example() {
  return plan(example_request(embedded_pack(), made), embedded_pack(), {made, {}})->json;
}

std::string changed(std::string text, std::string_view from, std::string_view to) {
  const auto place = text.find(from);
  EXPECT_NE(place, std::string::npos) << from;
  return place == std::string::npos ? text : text.replace(place, from.size(), to);
}

TEST(Guidable, AFreshPlanIsGuidedAsItIs) {
  const std::string file = example();
  const auto guided = guidable(file, embedded_pack(), at(later(30)));
  ASSERT_TRUE(guided) << base::sentence(guided.error());
  EXPECT_EQ(guided->renewal, Renewal::none);
  EXPECT_EQ(guided->says, "");
  ASSERT_TRUE(guided->planned.answer.plan);
  const auto document = model::read_plan(file, embedded_pack(), made);
  const auto steps = guided->planned.answer.plan->steps();
  ASSERT_EQ(steps.size(), document->steps.size());
  for (std::size_t i = 0; i < steps.size(); ++i) {
    EXPECT_EQ(embedded_pack()[steps[i].draft.technique].id, document->steps[i].technique);
    EXPECT_EQ(steps[i].draft.sets, document->steps[i].sets);
    EXPECT_EQ(steps[i].alternatives.size(), document->steps[i].alternatives.size());
    EXPECT_FALSE(steps[i].draft.why.empty());
  }
}

TEST(Guidable, TwelveHoursIsTheLimit) {
  EXPECT_EQ(guidable(example(), embedded_pack(), at(later(12 * 60)))->renewal, Renewal::none);
  const auto old = guidable(example(), embedded_pack(), at(later(12 * 60 + 1)));
  EXPECT_EQ(old->renewal, Renewal::too_old);
  EXPECT_TRUE(old->planned.answer.plan);
  EXPECT_TRUE(old->differences.empty());
  EXPECT_NE(old->says.find("comes out the same"), std::string::npos) << old->says;
}

TEST(Guidable, APlanOfTomorrowIsNotBelieved) {
  EXPECT_EQ(guidable(example(), embedded_pack(), at(later(-1)))->renewal, Renewal::too_old);
}

TEST(Guidable, WarningSignsAreAskedAgainAfterADay) {
  auto today = at(later(24 * 60 + 1));
  const auto stale = guidable(example(), embedded_pack(), today);
  EXPECT_TRUE(stale->asks_screening);
  EXPECT_FALSE(stale->planned.answer.plan);
  today.red_flags = model::RedFlags{true, today.context.clock, {}};
  const auto asked = guidable(example(), embedded_pack(), today);
  EXPECT_FALSE(asked->asks_screening);
  EXPECT_TRUE(asked->planned.answer.plan);
}

TEST(Guidable, AnAnswerFromTheFutureIsNone) {
  const std::string file = changed(example(), R"("at":"2026-11-22T08:00:00Z","present")",
                                   R"("at":"2036-11-22T08:00:00Z","present")");
  const auto guided = guidable(file, embedded_pack(), at(later(1)));
  ASSERT_TRUE(guided);
  EXPECT_TRUE(guided->asks_screening);
  EXPECT_FALSE(guided->planned.answer.plan);
}

TEST(Guidable, AWarningSignIsNoQuestionOfAskingAgain) {
  auto today = at(later(1));
  today.red_flags = model::RedFlags{
      true, today.context.clock, {knowledge::find_red_flag(embedded_pack(), "cauda_equina")}};
  const auto guided = guidable(example(), embedded_pack(), today);
  EXPECT_FALSE(guided->asks_screening);
  EXPECT_FALSE(guided->planned.answer.plan);
}

TEST(Guidable, WhatTheLogSaysCountsAndTheDifferenceIsSaid) {
  auto today = at(later(60));
  today.history.emplace();
  model::History rolled;
  rolled.area = knowledge::find_place(embedded_pack(), "calves");
  rolled.seconds_6h = 90;
  rolled.times_24h = 1;
  rolled.last = later(50);
  today.history->push_back(rolled);
  const auto guided = guidable(example(), embedded_pack(), today);
  ASSERT_TRUE(guided);
  EXPECT_EQ(guided->renewal, Renewal::unlawful);
  ASSERT_TRUE(guided->planned.answer.plan);
  for (const auto& step : guided->planned.answer.plan->steps()) {
    EXPECT_NE(embedded_pack()[step.draft.area].id, "calves");
  }
  EXPECT_NE(guided->says.find("drops calves"), std::string::npos) << guided->says;
}

TEST(Guidable, AStretchedSetIsNotGuided) {
  const auto guided =
      guidable(changed(example(), R"("sets":[)", R"("sets":[120,)"), embedded_pack(), at(later(1)));
  ASSERT_TRUE(guided);
  EXPECT_EQ(guided->renewal, Renewal::unlawful);
  EXPECT_TRUE(guided->differences.empty()) << "nothing is compared with what was never lawful";
}

TEST(Guidable, HostileFilesEndInASentence) {
  for (const std::string_view file :
       {"", "{}", "[]", "null", R"({"format":"unknot/plan@2"})", "\xff\xfe",
        R"({"format":"unknot/plan@1","made":"2026-11-22T08:00:00Z","outcome":"plan",)"
        R"("total_seconds":0,"steps":[]})"}) {
    const auto guided = guidable(file, embedded_pack(), at(later(1)));
    ASSERT_FALSE(guided) << file;
    EXPECT_FALSE(base::sentence(guided.error()).empty());
  }
}

TEST(Resumable, VetsAsOfWhenItWasMade) {
  const auto resumed = resumable(example(), embedded_pack(), at(later(11 * 60)));
  ASSERT_TRUE(resumed);
  EXPECT_EQ(resumed->request.now, made);
  EXPECT_EQ(resumed->json, example()) << "the same plan, to the byte";
}

TEST(Guidable, WhatTheProfileSaysOfHealthHoldsBesides) {
  auto today = at(later(1));
  // The first that leaves nobody rolling.
  const auto& rows = embedded_pack().conditions;
  std::size_t i = 0;
  while (i < rows.size() && !(rows[i].effects.refuse && !rows[i].needs_at)) ++i;
  ASSERT_LT(i, rows.size());
  today.conditions.push_back({{static_cast<std::uint16_t>(i)}, {}, {}, {}, {}});
  const auto guided = guidable(example(), embedded_pack(), today);
  ASSERT_TRUE(guided);
  EXPECT_FALSE(guided->planned.answer.plan) << rows[i].id;
  EXPECT_FALSE(guided->asks_screening);
}

TEST(Resumable, CountingIsPossibleAtAnyTime) {
  EXPECT_TRUE(as_guided(example(), embedded_pack(), {later(90 * 24 * 60), {}}));
}

TEST(Resumable, NotForeverAndNotWhenChanged) {
  EXPECT_FALSE(resumable(example(), embedded_pack(), at(later(12 * 60 + 1))));
  EXPECT_FALSE(resumable(changed(example(), R"("sets":[)", R"("sets":[90,)"), embedded_pack(),
                         at(later(1))));
}

/// What is said after a plan was made, and that it must not be guided then as it is.
struct Since {
  const char* says;
  void (*tell)(Today& today);
};

const Since since[] = {
    {"an injured calf",
     [](Today& today) {
       const auto calves = knowledge::find_place(embedded_pack(), "calves");
       today.feel.push_back({calves, model::Side::left, model::FeelKind::injury, {}});
     }},
    {"a warning sign",
     [](Today& today) {
       today.red_flags = model::RedFlags{true, today.context.clock, {knowledge::RedFlagIndex{0}}};
     }},
    {"a condition that leaves nobody rolling",
     [](Today& today) {
       const auto& rows = embedded_pack().conditions;
       const auto refuses = std::find_if(rows.begin(), rows.end(), [](const auto& row) {
         return row.effects.refuse && !row.needs_at;
       });
       const auto index = static_cast<std::uint16_t>(refuses - rows.begin());
       today.conditions.push_back({{index}, {}, {}, {}, {}});
     }},
    {"a bruise on the calf",
     [](Today& today) {
       model::History bruise;
       bruise.area = knowledge::find_place(embedded_pack(), "calves");
       bruise.side = model::Side::left;
       bruise.after_effect = model::AfterEffect::bruise;
       bruise.last = later(-24 * 60);
       today.history.emplace({bruise});
     }},
};

TEST(Guidable, WhatIsSaidSinceHolds) {
  for (const Since& one : since) {
    auto today = at(later(1));
    one.tell(today);
    const auto guided = guidable(example(), embedded_pack(), today);
    ASSERT_TRUE(guided) << one.says;
    EXPECT_EQ(guided->renewal, Renewal::unlawful) << one.says;
  }
}

TEST(Resumable, NotAgainstWhatIsSaidSince) {
  for (const Since& one : since) {
    auto today = at(later(1));
    one.tell(today);
    EXPECT_FALSE(resumable(example(), embedded_pack(), today)) << one.says;
  }
}

TEST(Resumable, WhatIsSaidOfAnotherPlaceChangesNothing) {
  auto today = at(later(1));
  const auto neck = knowledge::find_place(embedded_pack(), "upper_back");
  today.feel.push_back({neck, model::Side::both, model::FeelKind::tight, 2});
  today.red_flags = model::RedFlags{true, today.context.clock, {}};
  EXPECT_TRUE(resumable(example(), embedded_pack(), today));
}

/// A word, number or mark of the file changed at a random place.
std::string mutated(std::string text, std::mt19937& chance) {
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(chance() % n); };
  static constexpr std::string_view words[] = {"0",
                                               "-1",
                                               "120",
                                               "30",
                                               "left",
                                               "right",
                                               "both",
                                               "middle",
                                               "harder",
                                               "floor",
                                               "calves",
                                               "low_back",
                                               "glutes",
                                               "stroke",
                                               "hold",
                                               "null",
                                               "\"",
                                               "[]",
                                               "{}",
                                               "true",
                                               "99999999999",
                                               "seasoned",
                                               "2026-11-22T09:00:00Z"};
  for (std::size_t n = 1 + below(3); n > 0; --n) {
    const std::size_t place = below(text.size());
    switch (below(4)) {
      case 0: text[place] = static_cast<char>(' ' + below(94)); break;
      case 1: text.erase(place, 1 + below(6)); break;
      case 2: text.insert(place, words[below(std::size(words))]); break;
      default: {
        // A whole word or number for another: most files stay readable.
        const auto digit = [&](char c) {
          return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
        };
        std::size_t first = place;
        std::size_t last = place;
        while (first > 0 && digit(text[first - 1])) --first;
        while (last < text.size() && digit(text[last])) ++last;
        text.replace(first, last - first, words[below(std::size(words))]);
      }
    }
  }
  return text;
}

TEST(Guidable, NoFileLeadsToAPlanThatTheAuditObjectsTo) {
  const std::string file = example();
  std::mt19937 chance(20261122);
  int read = 0;
  int as_written = 0;
  for (int i = 0; i < 1500; ++i) {
    const std::string text = mutated(file, chance);
    const auto today = at(later(1));
    const auto guided = guidable(text, embedded_pack(), today);
    if (!guided) continue;
    ++read;
    as_written += guided->renewal == Renewal::none ? 1 : 0;
    const auto& planned = guided->planned;
    ASSERT_NE(planned.answer.plan.has_value(), planned.answer.refusal.has_value());
    const auto document = model::read_plan(planned.json, embedded_pack(), today.context.clock);
    ASSERT_TRUE(document) << text;
    EXPECT_TRUE(safety::audit(*document, planned.request, embedded_pack()).empty()) << text;
    EXPECT_EQ(planned.request.now, today.context.clock);
  }
  EXPECT_GT(read, 150) << "the changes must not all be unreadable";
  EXPECT_GT(as_written, 20);
  EXPECT_GT(read - as_written, 20);
}

}  // namespace
}  // namespace unknot::coach
