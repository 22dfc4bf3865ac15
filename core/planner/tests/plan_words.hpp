#pragma once
/// @file
/// What the planner answers in the toy pack, as words.

#include <gtest/gtest.h>

#include <string>

#include "toy_pack.hpp"
#include "unknot/planner/planner.hpp"

namespace unknot::planner::toy {

inline std::string in_words(const model::Quantity& q) {
  return std::to_string(q.value) + ' ' + std::string(name_of(q.unit));
}

inline std::string place_in_words(const Sample& s, PlaceIndex at, model::Side side) {
  return std::string(s.pack[at].id) + '/' + std::string(name_of(side));
}

inline std::string in_words(const Sample& s, const model::Alternative& choice) {
  return std::string(s.pack[choice.technique].id) + ' ' + s.request.tools[choice.tool].id + ' ' +
         std::string(name_of(choice.variant));
}

/// Such as "thigh_roller roller standard left 45+45 pace 4 level 3-6 setup 25".
inline std::string in_words(const Sample& s, const safety::VettedStep& step) {
  const model::DraftStep& draft = step.draft;
  std::string words = in_words(s, {draft.technique, draft.tool, draft.variant}) + ' ' +
                      std::string(name_of(draft.side)) + ' ';
  for (const auto set : draft.sets) words += (words.back() == ' ' ? "" : "+") + std::to_string(set);
  if (draft.seconds_per_pass) words += " pace " + std::to_string(*draft.seconds_per_pass);
  return words + " level " + std::to_string(draft.level_low) + '-' +
         std::to_string(draft.level_high) + " setup " + std::to_string(step.setup_seconds);
}

inline std::string alternatives_of(const Sample& s, const safety::VettedStep& step) {
  std::string words;
  for (const auto& other : step.alternatives) {
    words += (words.empty() ? "" : ", ") + in_words(s, other.choice);
  }
  return words;
}

inline std::string reasons_of(const Sample& s, const safety::VettedStep& step) {
  std::string words;
  for (const model::Why& why : step.draft.why) {
    words += (words.empty() ? "" : ", ") + std::string(name_of(why.reason));
    if (why.at.valid()) words += ' ' + place_in_words(s, why.at, why.side);
  }
  return words;
}

/// Such as "hip/left wish of hip instead thigh" or "calf/both budget 35 second".
inline std::string in_words(const Sample& s, const model::LeftOut& entry) {
  std::string words =
      place_in_words(s, entry.at, entry.side) + ' ' + std::string(name_of(entry.rule));
  if (entry.cause.valid()) words += " of " + std::string(s.pack[entry.cause].id);
  if (entry.condition.valid()) words += " for " + std::string(s.pack[entry.condition].id);
  if (entry.asked.set) words += ' ' + in_words(entry.asked);
  if (entry.limit.set) words += " limit " + in_words(entry.limit);
  for (const PlaceIndex place : entry.instead) {
    words += (place == entry.instead.front() ? " instead " : " ") + std::string(s.pack[place].id);
  }
  return words;
}

inline std::string in_words(const Sample& s, const model::Refusal& refusal) {
  std::string words =
      std::string(name_of(refusal.reason)) + " by " + std::string(name_of(refusal.rule));
  if (refusal.red_flag.valid()) words += " for " + std::string(s.pack[refusal.red_flag].id);
  if (refusal.condition.valid()) words += " for " + std::string(s.pack[refusal.condition].id);
  if (refusal.asked.set) words += ' ' + in_words(refusal.asked);
  if (refusal.limit.set) words += " of " + in_words(refusal.limit);
  for (const auto change : refusal.would_change) words += ", " + std::string(name_of(change));
  return words;
}

/// What a table is about: one line each of the steps, or of what is left out, or of a refusal.
enum class Aspect : std::uint8_t { steps, alternatives, reasons, left_out, refusal };

inline std::string words_about(const Sample& s, const Answer& answer, Aspect aspect) {
  std::string words;
  const auto add = [&](const std::string& line) { words += (words.empty() ? "" : "\n") + line; };
  if (answer.plan) {
    for (const auto& step : answer.plan->steps()) {
      const auto& draft = step.draft;
      const std::string which =
          std::string(s.pack[draft.technique].id) + '/' + std::string(name_of(draft.side)) + ": ";
      if (aspect == Aspect::steps) add(in_words(s, step));
      if (aspect == Aspect::alternatives) add(which + alternatives_of(s, step));
      if (aspect == Aspect::reasons) add(which + reasons_of(s, step));
    }
    if (aspect == Aspect::steps) {
      add("total " + std::to_string(answer.plan->total_seconds()) + ", benefit " +
          std::to_string(answer.benefit) + ", offers " + std::to_string(answer.offers_made));
    }
  }
  if (aspect == Aspect::left_out) {
    for (const auto& entry : answer.left_out) add(in_words(s, entry));
  }
  if (answer.refusal && aspect != Aspect::left_out) {
    add(in_words(s, *answer.refusal));
    for (const auto& other : answer.also) add("also " + in_words(s, other));
    for (const auto& advice : answer.advice) add("advice " + std::string(name_of(advice.kind)));
  }
  return words;
}

using enum model::Side;
using enum model::FeelKind;
using enum model::FloorTransfer;
using enum model::Experience;

inline const Change sticks =
    at({Support::floor, Support::chair}) &
    tools({tool("roller", ToolKind::roller), tool("stick", ToolKind::stick)});
inline const Change all_tools =
    at({Support::floor, Support::wall, Support::chair}) &
    tools({tool("roller", ToolKind::roller), tool("ball", ToolKind::ball),
           tool("stick", ToolKind::stick)});
inline const Change stick_and_roller =
    at({Support::floor, Support::chair}) &
    tools({tool("roller", ToolKind::roller, Density::firm), tool("stick", ToolKind::stick)});
inline const Change two_rollers =
    tools({tool("soft", ToolKind::roller), tool("hard", ToolKind::roller, Density::firm)});
inline const model::Tool textured = [] {
  model::Tool made = tool("spiky", ToolKind::roller, Density::firm);
  made.surface = Surface::textured;
  return made;
}();

inline const model::Tool spiky_stick = [] {
  model::Tool made = tool("spikes", ToolKind::stick, Density::firm);
  made.surface = Surface::textured;
  return made;
}();
inline const Change heavy = [](Sample& s) { s.request.person.mass_hectograms = 3500; };

inline Change everywhere(const std::function<Change(PlaceIndex)>& change) {
  return change(calf) & change(hip) & change(nape) & change(rump) & change(thigh);
}

inline const Change all_hurt = everywhere([](PlaceIndex at) { return feels(at, both, pain, 2); });
inline const Change all_marked = everywhere([](PlaceIndex at) {
  return past(at, [](model::History& h) { h.after_effect = model::AfterEffect::bruise; });
});
inline const Change all_rolled =
    everywhere([](PlaceIndex at) { return past(at, [](model::History& h) { h.times_24h = 2; }); });

inline Change starts(int minutes) {
  return [=](Sample& s) { s.request.starts_in_minutes = minutes; };
}

struct Row {
  const char* name;
  Change change;
  std::string says;
};

inline void expect(Aspect aspect, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    Sample s = usual();
    if (row.change) row.change(s);
    EXPECT_EQ(words_about(s, plan(s.request, s.pack), aspect), row.says) << row.name;
  }
}

}  // namespace unknot::planner::toy
