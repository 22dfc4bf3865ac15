#pragma once
/// @file
/// What a session table starts from: the clauses above it that are about the session itself. The
/// rest of them are about the person.
///   session STEP + STEP         the plan, as in draft tables; the gate must leave it as it is
///   way TECHNIQUE VARIANT       an alternative of each step on the technique's area, in order
///   ready N                     percent of the planned time to get ready
///   time_left N                 calls of the time left, every N s
///   no breathing, no questions

#include "sheet.hpp"
#include "unknot/session/engine.hpp"
#include "words.hpp"

namespace unknot::scenarios {

struct Setting {
  model::Request request;
  safety::VettedPlan plan;
  session::Preferences preferences;
};

[[nodiscard]] Read<Setting> setting_of(const std::vector<Line>& clauses,
                                       const knowledge::Pack& pack);

}  // namespace unknot::scenarios
