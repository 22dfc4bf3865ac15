#pragma once
/// @file
/// Documents for the audit in the small pack, and what the audit says of them as words.

#include <gtest/gtest.h>

#include "envelope_words.hpp"
#include "unknot/safety/audit.hpp"

namespace unknot::safety::audit_says {

using namespace small;
using model::PlanDocument;
using enum model::Side;
using enum model::FeelKind;
using enum model::Experience;
using enum model::FloorTransfer;
using model::AfterEffect;

/// Such as "dose_range 0 hamstrings left 91 second of 90 second"; "=" for the whole plan.
inline std::string in_words(const Breach& b) {
  std::string words = std::string(name_of(b.rule)) + ' ' +
                      (b.step ? std::to_string(*b.step) : std::string("=")) + ' ' + b.at;
  if (!b.side.empty()) words += ' ' + b.side;
  if (b.asked.set) words += ' ' + small::in_words(b.asked);
  return words + (b.limit.set ? " of " + small::in_words(b.limit) : "");
}

inline std::string said_of(Sample& s, const Spoil& spoil, AuditMode mode = AuditMode::planned) {
  fill(s);
  if (spoil) spoil(s.plan);
  std::string words;
  for (const Breach& b : audit(s.plan, s.request, s.pack, mode)) {
    words += (words.empty() ? "" : "\n") + in_words(b);
  }
  return words;
}

struct Row {
  const char* name;
  Change change;  ///< Before the document is filled in.
  Spoil spoil;    ///< After it.
  std::string says;
};

inline void expect(const std::vector<Row>& rows, AuditMode mode = AuditMode::planned) {
  for (const Row& row : rows) {
    Sample s = clean();
    if (row.change) row.change(s);
    EXPECT_EQ(said_of(s, row.spoil, mode), row.says) << row.name;
  }
}

inline Change felt(int level) { return in<&Words::level_high>(0, level); }
inline Change setup(std::size_t step, int seconds) {
  return in<&Words::setup_seconds>(step, seconds);
}
inline Change tool_of(std::size_t step, const char* tool) { return in<&Words::tool>(step, tool); }

inline const Change calves_only = only("b", "calves_roller", "soft");
inline const Change has_chair = [](Sample& s) { s.request.at.push_back(Support::chair); };
inline const Change aches = feels(low_back, both, tight);
inline const Change ball_only = [](Sample& s) {
  s.request.tools = {s.request.tools[0], s.request.tools[4]};
};

/// An aching low back, a roller of the fourth rung, and only the rhomboids surely used to it.
inline const Change spiky_only = aches & past(rhomboids, 4, 1) & [](Sample& s) {
  std::erase_if(s.request.tools, [](const model::Tool& tool) { return tool.id != "spiky"; });
  only("lr", "rhomboids_roller", "spiky")(s);
};
inline Change used_to_spikes(model::Side side) { return past(hamstrings, 4, 1) & on_side(side); }
inline const Change nothing = [](Sample& s) { s.plan.steps.clear(); };
inline const Change flagged = [](Sample& s) { s.request.red_flags.present = {{0}}; };
inline const Change unknown_flag = [](Sample& s) { s.request.red_flags.present = {{}}; };
inline const Change wound_left = [](Sample& s) { s.request.conditions.back().side = left; };
inline const Change no_high = [](Sample& s) { s.plan.steps[0].level_high.reset(); };
inline const Change firm_calves = [](Sample& s) { roll(s, "b", "calves_roller", "firm"); };
inline const Change soleus_too = [](Sample& s) { roll(s, "lr", "soleus_roller", "soft"); };

/// A red flag that can wait a day.
inline const Change later = [](Sample& s) {
  static constexpr std::array<RedFlag, 1> waits{{{"waits", "", "", Urgency::urgent, "", {}}}};
  s.pack.red_flags = waits;
  s.request.red_flags.present = {{0}};
};

/// A pack whose rule `refer` lists the spine, which has no sides.
inline const Change listed_spine = [](Sample& s) {
  static constexpr std::array lists{rule("refer", only_spine)};
  s.pack.rules = lists;
};

/// A pack whose table of overlaps is empty: the muscles speak for themselves.
inline const Change no_overlaps = [](Sample& s) {
  static auto changed_places = places;
  for (Place& place : changed_places) place.overlaps = {};
  s.pack.places = changed_places;
};

/// Around the low back there are the calves alone, whose technique rolls both at once.
inline const Change calves_around_low_back = [](Sample& s) {
  static auto changed_places = places;
  changed_places[low_back.value].around = only_calves;
  s.pack.places = changed_places;
};

/// Around the low back there is the piriformis alone, and it is held.
inline const Change hold_only = [](Sample& s) {
  static auto changed_places = places;
  changed_places[low_back.value].around = only_piriformis;
  s.pack.places = changed_places;
};

/// The held piriformis is owed, with three minutes and so many seconds to change tools.
inline Change held_owed(int change_tool) {
  return hold_only & aches & calves_only & minutes(3) &
         limit(Number::change_tool_seconds, change_tool) & setup(0, 2);
}

/// A stroke of both calves is owed and just fits two minutes: 15 s to sit down, 55 to change tools,
/// 2 x 10 to get ready, 30 to roll.
inline const Change strokes_owed =
    calves_around_low_back & aches & minutes(2) & limit(Number::change_tool_seconds, 55) &
    only("lr", "rhomboids_roller", "soft") & sets({30}) & setup(0, 10) & setup(1, 10);

inline Change tired(PlaceIndex at) { return used(at, 61) & on_side(left); }
inline Change bruised(PlaceIndex at, model::Side side) {
  return after(at, AfterEffect::bruise, false, side);
}

inline const Spoil urgent = [](PlanDocument& p) {
  says("refused", true)(p);
  p.has_urgent = true;
};
inline const Spoil other_words = [](PlanDocument& p) {
  p.steps[4].place = "wall";
  p.steps[4].position = "prone";
  p.steps[4].motion = "hold";
};
inline const Spoil no_load = [](PlanDocument& p) {
  p.steps[4].rung.reset();
  p.steps[4].intensity.reset();
};
inline const Spoil lying_load = [](PlanDocument& p) {
  p.steps[4].rung = 2;
  p.steps[4].intensity = 7;
};
inline const Spoil unknown_hold = [](PlanDocument& p) {
  p.steps[4].technique = "?";
  p.steps[4].motion = "hold";
  p.steps[4].sets = {31};
  p.steps[4].seconds_per_pass.reset();
};
inline const Spoil paces = [](PlanDocument& p) {
  p.steps[0].seconds_per_pass = 1;
  p.steps[1].seconds_per_pass = 2;
  p.steps[2].seconds_per_pass = 6;
  p.steps[3].seconds_per_pass = 7;
};

/// The document lists a step whose technique, tool or variant nobody knows.
inline Spoil unknown_way(std::size_t step) {
  return [=](PlanDocument& p) {
    p.steps[step].technique = "?";
    p.steps[step].tool = "?";
  };
}

/// Places of which one names another as overlapping, though they share no muscle.
inline Change overlap(PlaceIndex a, PlaceIndex with_b) {
  return [=](Sample& s) {
    static std::array<PlaceIndex, 1> others;
    static auto changed_places = places;
    others = {with_b};
    changed_places = places;
    changed_places[a.value].overlaps = others;
    s.pack.places = changed_places;
  };
}

/// The spine, in the middle, stands alone around the low back, with a technique for each side.
inline Change spine_around_low_back(Laterality how) {
  return [=](Sample& s) {
    static auto changed_places = places;
    static auto changed_techniques = techniques;
    changed_places[low_back.value].around = only_spine;
    changed_techniques[7].laterality = how;
    s.pack.places = changed_places;
    s.pack.techniques = changed_techniques;
  };
}

}  // namespace unknot::safety::audit_says
