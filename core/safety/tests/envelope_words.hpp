#pragma once
/// @file
/// An envelope as words, one a fact, so that a test can say what one thing changes and that it
/// changes nothing else.

#include <gtest/gtest.h>

#include <map>
#include <string>

#include "small_pack.hpp"
#include "unknot/safety/envelope.hpp"

namespace unknot::safety::small {

using Facts = std::map<std::string, std::string>;

inline std::string in_words(const model::Quantity& q) {
  return q.set ? std::to_string(q.value) + " " + std::string(name_of(q.unit)) : "-";
}

/// Such as "around_the_pain of wrist 4 level" or "spacing 29 second of 30 second".
inline std::string in_words(const Bar& bar, const Pack& pack) {
  std::string words(name_of(bar.rule));
  if (bar.cause.valid()) words += " of " + std::string(pack[bar.cause].id);
  if (bar.condition.valid()) words += " for " + std::string(pack[bar.condition].id);
  if (bar.asked.set) words += " " + in_words(bar.asked);
  if (bar.limit.set) words += " of " + in_words(bar.limit);
  return words + (bar.by_load ? ", by load" : "");
}

inline std::string in_words(const std::vector<Bar>& bars, const Pack& pack) {
  std::string words;
  for (const Bar& bar : bars) words += (words.empty() ? "" : "; ") + in_words(bar, pack);
  return words;
}

/// A rung is "pressure/seconds/level", "L" when only lighter; closed ones "-" with who closed them.
inline std::string in_words(const Ladder& ladder) {
  std::string words;
  for (const RungLimit& rung : ladder) {
    if (!words.empty()) words += ' ';
    if (rung.intensity == 0) {
      words += '-' + std::string(rung.rule == RuleCode::soft_first ? "" : name_of(rung.rule));
      continue;
    }
    words += std::to_string(rung.intensity) + '/' + std::to_string(rung.seconds) + '/' +
             std::to_string(rung.level_high) + (rung.lighter_only ? "L" : "");
    if (rung.rule != RuleCode::soft_first) words += std::string(name_of(rung.rule));
  }
  return words;
}

inline std::string in_words(const model::Refusal& stop, const Pack& pack) {
  std::string words = std::string(name_of(stop.reason)) + " by " + std::string(name_of(stop.rule));
  if (stop.red_flag.valid()) words += " for " + std::string(pack[stop.red_flag].id);
  if (stop.condition.valid()) words += " for " + std::string(pack[stop.condition].id);
  if (stop.asked.set) words += " " + in_words(stop.asked) + " of " + in_words(stop.limit);
  for (const auto change : stop.would_change) words += ", " + std::string(name_of(change));
  return words;
}

inline std::string in_words(const model::Advice& advice, const Pack& pack) {
  std::string words =
      std::string(name_of(advice.kind)) + " by " + std::string(name_of(advice.rule));
  if (advice.at.valid()) {
    words += " at " + std::string(pack[advice.at].id) + '/' + std::string(name_of(advice.side));
  }
  if (advice.condition.valid()) words += " for " + std::string(pack[advice.condition].id);
  return words + (advice.amount.set ? " " + in_words(advice.amount) : "");
}

template <class Rows>
std::string all_in_words(const Rows& rows, const Pack& pack) {
  std::string words;
  for (const auto& row : rows) words += (words.empty() ? "" : "; ") + in_words(row, pack);
  return words;
}

/// What most areas have is told once, as "all"; what both sides of an area have, without a side.
inline void add_by_area(Facts& facts, const Facts& by_side, const Pack& pack,
                        const std::string& kind) {
  std::map<std::string, int> counts;
  for (const auto& [place, value] : by_side) ++counts[value];
  const auto most =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  facts["all" + kind] = most->first;
  for (std::size_t a = 0; a < area_count(pack); ++a) {
    const std::string area(pack.places[a].id);
    const std::string& left = by_side.at(area + "/left");
    const std::string& right = by_side.at(area + "/right");
    const auto tell = [&](const std::string& place, const std::string& value) {
      if (value != most->first) facts[place + kind] = value.empty() ? "nothing" : value;
    };
    if (left == right) {
      tell(area, left);
      continue;
    }
    tell(area + "/left", left);
    tell(area + "/right", right);
  }
}

inline void add_areas(Facts& facts, const Envelope& e, const Pack& pack) {
  Facts bars;
  Facts ladders;
  Facts seconds;
  for (std::size_t a = 0; a < e.areas.size(); ++a) {
    for (model::SideIndex s = 0; s < model::side_count; ++s) {
      const std::string here =
          std::string(pack.places[a].id) + '/' + std::string(name_of(model::side_at(s)));
      bars[here] = in_words(e.areas[a][s].bars, pack);
      ladders[here] = in_words(e.areas[a][s].ladder);
      seconds[here] = std::to_string(e.areas[a][s].seconds);
    }
  }
  add_by_area(facts, bars, pack, "");
  add_by_area(facts, ladders, pack, " ladder");
  add_by_area(facts, seconds, pack, " seconds");
}

inline Facts facts_of(const Sample& sample) {
  const Pack& pack = sample.pack;
  const Envelope e = draw_envelope(sample.request, pack);
  Facts facts;
  add_areas(facts, e, pack);
  for (std::size_t t = 0; t < e.techniques.size(); ++t) {
    facts[std::string(pack.techniques[t].id)] = in_words(e.techniques[t], pack);
  }
  for (std::size_t t = 0; t < e.tools.size(); ++t) {
    facts[sample.request.tools[t].id] = in_words(e.tools[t], pack);
  }
  facts["stops"] = all_in_words(e.stops, pack);
  facts["advice"] = all_in_words(e.advice, pack);
  facts["gentle"] = e.gentle ? std::string(name_of(e.gentle_rule)) : "";
  facts["lighter only"] = e.lighter_only ? "yes" : "";
  facts["set-up"] = "x" + std::to_string(e.setup_factor);
  facts["budget"] = std::to_string(e.budget_seconds);
  facts["dose"] = std::to_string(e.dose_min);
  facts["hold"] = std::to_string(e.hold_max) + " rest " + std::to_string(e.hold_rest);
  facts["pace"] = std::to_string(e.pace_min) + ".." + std::to_string(e.pace_max);
  facts["level"] = std::to_string(e.level_low);
  facts["counts"] =
      std::to_string(e.max_areas) + " areas, " + std::to_string(e.max_tools) + " tools";
  facts["sides may differ"] = e.sides_may_differ ? "yes" : "";
  for (const auto& offer : e.offers) {
    facts["owed"] += '(';
    for (const PlaceIndex place : offer) facts["owed"] += std::string(pack[place].id) + ' ';
    facts["owed"].back() = ')';
  }
  return facts;
}

/// What differs from the envelope of the person without a complaint: "fact: value", one a line.
inline std::string changed(const Sample& sample) {
  static const Facts usual = facts_of(clean());
  std::string words;
  for (const auto& [fact, value] : facts_of(sample)) {
    const auto before = usual.find(fact);
    if (before != usual.end() ? before->second == value : value.empty()) continue;
    words += (words.empty() ? "" : "\n") + fact + ": " + value;
  }
  return words;
}

inline Change wants(PlaceIndex at, model::Side side) {
  return [=](Sample& s) { s.request.want.push_back({at, side, ""}); };
}

inline const Change warm_up = [](Sample& s) { s.request.goal = GoalKind::warm_up; };

inline const Change no_rules = [](Sample& s) { s.pack.rules = {}; };

/// A pack whose condition "no_ball" bars sitting on the floor too.
inline const Change sitting_barred = [](Sample& s) {
  static constexpr std::array<Text, 1> sitting{"long_sit"};
  static auto changed_conditions = conditions;
  changed_conditions[4].effects.bar_positions = sitting;
  s.pack.conditions = changed_conditions;
};

/// A pack whose fever asks for a clinician too.
inline const Change ask_and_refuse = [](Sample& s) {
  static auto changed_conditions = conditions;
  changed_conditions[0].effects.ask = true;
  s.pack.conditions = changed_conditions;
};

/// Somebody with three warning signs; the second and third are emergencies.
inline const Change three_flags = [](Sample& s) {
  static constexpr std::array<RedFlag, 3> signs{{{"waits", "", "", Urgency::urgent, "", {}},
                                                 {"first", "", "", Urgency::emergency, "", {}},
                                                 {"second", "", "", Urgency::emergency, "", {}}}};
  s.pack.red_flags = signs;
  s.request.red_flags.present = {{0}, {1}, {2}};
};

inline Change on_side(model::Side side) {
  return [=](Sample& s) { s.request.history.back().side = side; };
}

inline Change on_rung(int rung) {
  return [=](Sample& s) { s.request.history.back().rung = rung; };
}

inline Change there(model::Side side) {
  return [=](Sample& s) { s.request.conditions.back().side = side; };
}

inline Change screened(std::int64_t ago) {
  return [=](Sample& s) { s.request.red_flags.at = base::Instant{noon.seconds - ago, 0}; };
}

inline Change warm(std::size_t tool) {
  return [=](Sample& s) { s.request.tools[tool].temperature = Temperature::warm; };
}

inline Change shaking(std::size_t tool) {
  return [=](Sample& s) { s.request.tools[tool].vibration = true; };
}

struct EnvelopeRow {
  const char* name;
  Change change;
  std::string becomes;  ///< Every fact that changes, in alphabetical order.
};

inline void expect(const std::vector<EnvelopeRow>& rows) {
  for (const EnvelopeRow& row : rows) {
    Sample s = clean();
    row.change(s);
    EXPECT_EQ(changed(s), row.becomes) << row.name;
  }
}

}  // namespace unknot::safety::small
