#include "unknot/guidance/speaker.hpp"

#include <gtest/gtest.h>

#include "unknot/base/text.hpp"
#include "unknot/knowledge/phrases.hpp"

namespace unknot::guidance {
namespace {

using knowledge::embedded_pack;
using knowledge::RuleCode;
using knowledge::Unit;

const Speaker& english() {
  static const Speaker speaker(embedded_pack(), "en");
  return speaker;
}

TEST(Fill, PutsTextsIntoSlots) {
  EXPECT_EQ(fill("{a} and {b}", {{"a", "1"}, {"b", "2"}}), "1 and 2");
  EXPECT_EQ(fill("{a}{a}", {{"a", "x"}}), "xx");
  EXPECT_EQ(fill("no slot", {}), "no slot");
  EXPECT_EQ(fill("open {brace", {{"brace", "x"}}), "open {brace");
  EXPECT_EQ(fill("{missing}", {}), "{missing}");
  EXPECT_EQ(fill("", {}), "");
}

TEST(Speaker, SaysAskedAndLimit) {
  const safety::Finding finding{.rule = RuleCode::dose_range,
                                .verdict = safety::Verdict::adjust,
                                .asked = model::quantity(120, Unit::second),
                                .limit = model::quantity(90, Unit::second)};
  EXPECT_EQ(english().finding(finding), "the dose of one muscle and side: asked 120 s, limit 90 s");
}

TEST(Speaker, GivesTheEmergencyNumberOfTheTerritory) {
  const auto flag = knowledge::find_red_flag(embedded_pack(), "cauda_equina");
  ASSERT_TRUE(flag.valid());
  const auto& row = embedded_pack()[flag];
  EXPECT_NE(english().urgent(row, "GB").find("999"), std::string::npos);
  EXPECT_NE(english().urgent(row, "DE").find("112"), std::string::npos);
  EXPECT_NE(english().urgent(row, "US").find("911"), std::string::npos);
  EXPECT_NE(english().urgent(row, "").find("your local emergency number"), std::string::npos);
  EXPECT_NE(english().urgent(row, "ZZ").find("your local emergency number"), std::string::npos);
  for (const auto& each : embedded_pack().red_flags) {
    EXPECT_EQ(english().urgent(each, "GB").find('{'), std::string::npos) << each.id;
  }
}

/// Every sentence that can be asked for comes out whole: no key, no open slot.
void expect_whole(const std::string& text, std::string_view what) {
  EXPECT_FALSE(text.empty()) << what;
  EXPECT_EQ(text.find('{'), std::string::npos) << what << ": " << text;
  for (const auto& spec : knowledge::phrase_specs) {
    EXPECT_NE(text, spec.key) << what;
  }
}

TEST(Speaker, HasWordsForEverythingThatCanBeSaid) {
  const auto& pack = embedded_pack();
  model::Request request;
  request.activity = {0};
  const auto area = knowledge::PlaceIndex{0};
  for (const auto& row : knowledge::EnumNames<model::Reason>::all) {
    expect_whole(english().why({row.value, area}, request), row.name);
  }
  const model::Why covered{model::Reason::complaint, knowledge::find_place(pack, "neck")};
  EXPECT_EQ(english().why(covered, request), "it goes with what you named: neck");
  for (const auto& row : knowledge::EnumNames<model::AdviceKind>::all) {
    expect_whole(english().advice({.kind = row.value,
                                   .at = area,
                                   .condition = {0},
                                   .amount = model::quantity(2, Unit::minute)}),
                 row.name);
  }
  for (const auto& row : knowledge::EnumNames<model::StopReason>::all) {
    const model::Refusal refusal{.reason = row.value,
                                 .asked = model::quantity(1, Unit::minute),
                                 .limit = model::quantity(2, Unit::minute),
                                 .condition = {0}};
    expect_whole(english().refusal(refusal, request), row.name);
    for (const auto& change : knowledge::EnumNames<model::Change>::all) {
      expect_whole(english().change(change.value, refusal, request), change.name);
    }
  }
  for (const auto& row : knowledge::EnumNames<RuleCode>::all) {
    expect_whole(english().finding({.rule = row.value, .at = area}), row.name);
    EXPECT_FALSE(source_of(pack, row.value).empty()) << row.name;
  }
  for (const RuleCode rule :
       {RuleCode::bodies, RuleCode::condition, RuleCode::around_the_pain, RuleCode::after_effects,
        RuleCode::never_zones, RuleCode::own_tools, RuleCode::wish, RuleCode::soft_first,
        RuleCode::spacing, RuleCode::dose_range, RuleCode::groups, RuleCode::budget,
        RuleCode::refer}) {
    expect_whole(
        english().left_out({.at = area, .rule = rule, .cause = area, .condition = {0}}, request),
        name_of(rule));
  }
}

/// What hurt is nobody's wish: said as it is, and not to be taken back.
TEST(Speaker, TellsWhatHurtFromWhatWasAskedFor) {
  const auto& pack = embedded_pack();
  const auto calves = knowledge::find_place(pack, "calves");
  const auto glutes = knowledge::find_place(pack, "glutes");
  const model::Wish hurt{calves, model::Side::both, std::string(model::why_hurt)};
  const model::Wish asked{glutes, model::Side::both, ""};
  const model::Refusal refusal{
      .reason = model::StopReason::own_tools, .rule = RuleCode::wish, .would_change = {}};
  struct Row {
    std::string name;
    std::vector<model::Wish> avoid;
    bool calves_hurt, refusal_hurts, waits;
  };
  const std::vector<Row> rows{{"asked alone", {asked}, false, false, false},
                              {"hurt alone", {hurt}, true, true, true},
                              {"both, of two places", {asked, hurt}, true, true, false}};
  const auto says_hurt = [](const std::string& text) { return text.contains("hurt"); };
  for (const Row& row : rows) {
    model::Request request;
    request.avoid = row.avoid;
    const model::LeftOut entry{.at = calves, .rule = RuleCode::wish, .cause = calves};
    const std::string left_out = english().left_out(entry, request);
    expect_whole(left_out, row.name);
    EXPECT_EQ(says_hurt(left_out), row.calves_hurt) << row.name << ": " << left_out;
    EXPECT_EQ(left_out.contains("24 h"), row.calves_hurt) << row.name << ": " << left_out;
    const std::string refused = english().refusal(refusal, request);
    expect_whole(refused, row.name);
    EXPECT_EQ(says_hurt(refused), row.refusal_hurts) << row.name << ": " << refused;
    const std::string change = english().change(model::Change::drop_avoid, refusal, request);
    expect_whole(change, row.name);
    EXPECT_EQ(says_hurt(change), row.waits) << row.name << ": " << change;
  }
}

/// Only where tools were measured would a softer one help.
TEST(Speaker, TellsAGentleSessionFromABarredPlace) {
  model::LeftOut entry{.at = {0}, .rule = RuleCode::condition, .condition = {0}};
  const std::string condition = base::lower_ascii(embedded_pack()[entry.condition].name);
  const std::string barred = english().left_out(entry, {});
  EXPECT_EQ(barred.find("softer"), std::string::npos) << barred;
  EXPECT_NE(barred.find(condition), std::string::npos) << barred;
  entry.asked = model::quantity(4, knowledge::Unit::rung);
  const std::string gentle = english().left_out(entry, {});
  EXPECT_NE(gentle.find("softer"), std::string::npos) << gentle;
  EXPECT_NE(gentle.find(condition), std::string::npos) << gentle;
}

TEST(Speaker, ListsPlacesInWords) {
  const auto& pack = embedded_pack();
  const auto glutes = knowledge::find_place(pack, "glutes");
  const auto calves = knowledge::find_place(pack, "calves");
  EXPECT_EQ(english().any_of({glutes}), "glutes");
  EXPECT_EQ(english().any_of({glutes, calves}), "glutes or calves");
  EXPECT_EQ(english().any_of({glutes, calves, glutes}), "glutes, calves or glutes");
  EXPECT_EQ(english().any_of({}), "nothing nearby");
}

TEST(Speaker, SaysWhatTwoPlansDoDifferently) {
  const auto& pack = embedded_pack();
  const auto technique = knowledge::TechniqueIndex{0};
  const model::Rolled roller{60, technique, "roller", knowledge::VariantKind::lighter, 1, 2, 3, 6};
  model::Rolled ball = roller;
  ball.tool = "ball";
  ball.seconds = 90;
  model::Difference difference{pack[technique].area, model::Side::left,
                               model::DifferenceKind::longer, roller, ball};
  const std::string name = english().place(difference.area);
  const std::string said = english().difference(difference);
  EXPECT_EQ(said.find("gives " + name + " (left) 90 s instead of 60 s, another way: ball"), 0U);
  difference.after->tool = "roller";
  EXPECT_EQ(english().difference(difference), "gives " + name + " (left) 90 s instead of 60 s");
  difference = {difference.area, model::Side::both, model::DifferenceKind::dropped, roller, {}};
  EXPECT_EQ(english().what_then(model::WhatThen::other_plan, {difference, difference}),
            "the plan drops " + name + " (both sides); drops " + name + " (both sides).");
}

TEST(Speaker, EveryReasonHasWords) {
  model::Request request;
  request.activity = knowledge::ActivityIndex{0};
  for (const auto& row : knowledge::EnumNames<model::NeedFrom>::all) {
    const std::string said = english().need({row.value, knowledge::PlaceIndex{0}, 1}, request);
    EXPECT_EQ(said.find_first_of("{}"), std::string::npos) << said;
    EXPECT_NE(said, "need." + std::string(row.name));
  }
  for (const auto& row : knowledge::EnumNames<model::WhatThen>::all) {
    EXPECT_EQ(english().what_then(row.value, {}).find("what_then."), std::string::npos);
  }
  for (const auto& row : knowledge::EnumNames<model::WhatIf>::all) {
    EXPECT_EQ(english().what_if(row.value, "x").find("what_if."), std::string::npos);
  }
}

/// Every phrase of every language with its slots filled: no slot left, no stray space or mark.
TEST(Phrases, EveryOneOfEveryLanguageMakesASentence) {
  for (const auto& language : embedded_pack().languages) {
    const Speaker speaker(embedded_pack(), language.id);
    for (const auto& spec : knowledge::phrase_specs) {
      std::vector<Slot> slots;
      std::string names(spec.slots);
      std::erase(names, '!');
      for (const auto name : base::split(names, ' ')) slots.emplace_back(name, "X");
      const std::string text = speaker.phrase(spec.key, slots);
      EXPECT_NE(text, spec.key) << language.id;
      EXPECT_EQ(text.find_first_of("{}"), std::string::npos) << language.id << ": " << text;
      EXPECT_NE(text.back(), ' ') << language.id << ": " << text;
      for (const auto* stray : {" .", " ,", "..", ",,"}) {
        EXPECT_EQ(text.find(stray), std::string::npos) << language.id << ": " << text;
      }
    }
  }
}

}  // namespace
}  // namespace unknot::guidance
