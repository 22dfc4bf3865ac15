#include "session_words.hpp"

#include <algorithm>
#include <array>

#include "sheet.hpp"
#include "words.hpp"

namespace unknot::scenarios {

using knowledge::name_of;
using knowledge::Pack;
using session::Command;
using session::CommandKind;

namespace {

constexpr std::array by_the_way{CommandKind::stroke,    CommandKind::half_way,
                                CommandKind::breathe,   CommandKind::last_seconds,
                                CommandKind::time_left, CommandKind::write_rolled};

std::string seconds(const Command& c) { return std::to_string(c.seconds) + " s"; }

std::string counted(const Command& c) {
  return std::to_string(c.number) + " of " + std::to_string(c.count) + ", " + seconds(c);
}

std::string written(const session::Rolled& rolled, const Pack& pack) {
  std::string sets;
  for (const std::int32_t set : rolled.sets)
    sets += (sets.empty() ? "" : "+") + std::to_string(set);
  return std::string(pack[rolled.area].id) + '/' + std::string(name_of(rolled.side)) + ' ' + sets +
         " s " + std::string(name_of(rolled.way.variant)) + " level " +
         (rolled.level ? std::to_string(*rolled.level) : "unknown");
}

std::string details(const Command& c, const Pack& pack) {
  switch (c.kind) {
    case CommandKind::set_begins:
    case CommandKind::again: return counted(c);
    case CommandKind::stroke:
      return std::to_string(c.number) + ' ' + std::string(name_of(c.direction)) + ' ' + seconds(c);
    case CommandKind::eased:
    case CommandKind::hardened:
      return std::string(pack[c.way.technique].id) + ' ' + std::string(name_of(c.way.variant));
    case CommandKind::level_taken: return std::to_string(c.number);
    case CommandKind::paused: return std::string(name_of(c.pause));
    case CommandKind::area_over:
      return std::string(pack[c.area].id) + ' ' + std::string(name_of(c.reason));
    case CommandKind::step_over:
    case CommandKind::over: return std::string(name_of(c.reason));
    case CommandKind::write_rolled: return written(*c.rolled, pack);
    case CommandKind::emergency:
      return c.red_flag.valid() ? std::string(pack[c.red_flag].id) : "unspecified";
    default: return c.seconds > 0 ? seconds(c) : std::string{};
  }
}

bool names(std::string_view cell, CommandKind kind) {
  const auto clauses = clauses_of(cell);
  return std::any_of(clauses.begin(), clauses.end(),
                     [&](auto clause) { return Words(clause).peek() == name_of(kind); });
}

}  // namespace

std::string words_of(const Command& command, const Pack& pack) {
  const std::string more = details(command, pack);
  return std::string(name_of(command.kind)) + (more.empty() ? "" : " " + more);
}

std::string judge_commands(std::string_view cell, const session::Commands& commands,
                           const Pack& pack) {
  std::string said;
  for (const Command& command : commands) {
    const bool aside =
        std::find(by_the_way.begin(), by_the_way.end(), command.kind) != by_the_way.end();
    if (aside && !names(cell, command.kind)) continue;
    said += (said.empty() ? "" : "; ") + words_of(command, pack);
  }
  std::string expected;
  for (const auto clause : clauses_of(cell)) {
    expected += (expected.empty() ? "" : "; ") + Words(clause).rest();
  }
  if (said == expected) return {};
  return "expected '" + expected + "', said was '" + said + "'";
}

}  // namespace unknot::scenarios
