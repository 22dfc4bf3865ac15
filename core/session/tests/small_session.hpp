#pragma once
/// @file
/// Sessions in the small made-up pack: a draft through the gate, guided event by event, and what
/// was said of it as words.

#include <sstream>

#include "gate_rows.hpp"
#include "unknot/session/engine.hpp"

namespace unknot::session::small {

using namespace safety::small;

inline constexpr std::array<made_up::Value, 9> guiding{{{Number::answer_seconds, 6},
                                                        {Number::count_in_seconds, 5},
                                                        {Number::call_seconds, 5},
                                                        {Number::call_set_min_seconds, 15},
                                                        {Number::breathe_after_seconds, 10},
                                                        {Number::more_time_seconds, 10},
                                                        {Number::clock_gap_ms, 2500},
                                                        {Number::ease_level_min, 7},
                                                        {Number::end_level_min, 8}}};

inline Pack guided_pack() {
  Pack pack = safety::small::pack();
  set_numbers(pack, guiding);
  return pack;
}

/// The draft as the gate leaves it, which must be as it is.
inline safety::VettedPlan vetted(const Pack& pack, const Draft& draft, const model::Request& who) {
  auto ruling = safety::Gate(pack).vet({draft}, who);
  EXPECT_TRUE(ruling && ruling->plan && ruling->findings.empty())
      << ruling_on({pack, who, {}}, draft);
  return std::move(*ruling->plan);
}

/// Who may roll one side more than the other, and has a chair.
inline model::Request one_sided() {
  model::Request who = healthy();
  who.at.push_back(Support::chair);
  who.feel.push_back({hamstrings, model::Side::left, model::FeelKind::tight, {}});
  return who;
}

/// Such as "eased lighter" or "rest 15"; strokes, calls and what is written down are left out.
inline std::string in_words(const Command& c, const Pack& pack) {
  std::string words(name_of(c.kind));
  switch (c.kind) {
    case CommandKind::stroke:
    case CommandKind::half_way:
    case CommandKind::last_seconds:
    case CommandKind::breathe:
    case CommandKind::write_rolled: return "";
    case CommandKind::area_over:
      return words + ' ' + std::string(pack[c.area].id) + ' ' + std::string(name_of(c.reason));
    case CommandKind::step_over:
    case CommandKind::over: return words + ' ' + std::string(name_of(c.reason));
    case CommandKind::paused: return words + ' ' + std::string(name_of(c.pause));
    case CommandKind::level_taken: return words + ' ' + std::to_string(c.number);
    case CommandKind::eased:
    case CommandKind::hardened:
      return words + ' ' + std::string(pack[c.way.technique].id) + ' ' +
             std::string(name_of(c.way.variant));
    default: return c.seconds > 0 ? words + ' ' + std::to_string(c.seconds) : words;
  }
}

class Guided {
 public:
  explicit Guided(const Draft& draft, Preferences preferences = {}, Pack rows = guided_pack(),
                  const model::Request& who = one_sided())
      : pack(std::move(rows)), plan(vetted(pack, draft, who)), engine(plan, pack, preferences) {}

  /// Lets events happen: "0 start, 30.5 level 8, 40" and returns what was said after the last
  /// comma, with ", " between. A host ticks all the time.
  std::string after(const std::string& script) {
    std::istringstream rows(script);
    std::string row;
    while (std::getline(rows, row, ',')) said_ = happen(row);
    return said_;
  }

  Pack pack;
  safety::VettedPlan plan;
  Engine engine;

 private:
  std::string happen(const std::string& row) {
    std::istringstream words(row);
    double seconds = 0;
    std::string name;
    words >> seconds >> name;
    Event event;
    if (!name.empty()) event.kind = parse_enum<EventKind>(name).value();
    words >> event.level;
    const Moment at{static_cast<std::int64_t>(seconds * 1000)};
    std::string said;
    const auto take = [&](const Commands& commands) {
      for (const Command& command : commands) {
        const std::string one = small::in_words(command, pack);
        if (!one.empty()) said += (said.empty() ? "" : ", ") + one;
      }
    };
    for (auto due = engine.due(); due && *due < at; due = engine.due()) take(engine.on({}, *due));
    take(engine.on(event, at));
    return said;
  }

  std::string said_;
};

struct Row {
  const char* name;
  Draft draft;
  const char* script;
  const char* said;
};

inline void expect(const std::vector<Row>& rows, Preferences preferences = {}) {
  for (const Row& row : rows) {
    Guided guided(row.draft, preferences);
    EXPECT_EQ(guided.after(row.script), row.said) << row.name;
  }
}

}  // namespace unknot::session::small
