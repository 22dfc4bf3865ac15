#include "session_facts.hpp"

#include "sheet.hpp"

namespace unknot::scenarios {

using knowledge::name_of;
using knowledge::Pack;
using session::Engine;
using session::View;

namespace {

std::int64_t rolled_on(const Engine& engine, const Located& where, const Pack& pack) {
  std::int64_t sum = 0;
  for (const session::Rolled& piece : engine.rolled()) {
    const bool all =
        where.side == model::Side::both || pack[where.at].sides != knowledge::Sides::pair;
    if (piece.area != where.at || (!all && piece.side != where.side)) continue;
    for (const std::int32_t set : piece.sets) sum += set;
  }
  return sum;
}

/// Numbers, told as "WORD N".
Read<std::optional<std::int64_t>> number_of(std::string_view word, Words& words,
                                            const Engine& engine, const Pack& pack) {
  constexpr std::int64_t second = 1000;
  const View view = engine.view();
  if (word == "step") return static_cast<std::int64_t>(view.step) + 1;
  if (word == "left") return (view.phase_length_ms - view.phase_ms + second - 1) / second;
  if (word == "session") return view.session_ms / second;
  if (word == "to_come") return (view.session_left_ms + second - 1) / second;
  if (word == "path") return view.path_permille;
  if (word != "rolled") return std::nullopt;
  const auto where = read_located(words.next(), pack);
  if (!where) return std::unexpected(where.error());
  return rolled_on(engine, *where, pack);
}

/// Whether what is no number holds; nothing when there is no such word.
std::optional<bool> holds(std::string_view word, Words& words, const Engine& engine,
                          const Pack& pack) {
  const View view = engine.view();
  if (word == "over" && !words.done()) {
    return engine.over() && words.next() == name_of(view.reason);
  }
  if (word == "paused") return view.paused;
  if (word == "running") return !view.paused && !engine.over();
  if (word == "asks_level") return view.asks_level;
  if (word == "asks_pain") return view.asks_pain;
  if (word == "asks_nothing") return !view.asks_level && !view.asks_pain;
  if (const auto phase = knowledge::parse_enum<session::Phase>(word)) return view.phase == *phase;
  if (const auto kind = knowledge::parse_enum<knowledge::VariantKind>(word)) {
    return view.way.variant == *kind;
  }
  const auto technique = knowledge::find_technique(pack, word);
  if (!technique.valid()) return std::nullopt;
  return view.way.technique == technique;
}

std::string judge_fact(std::string_view fact, const Engine& engine, const Pack& pack) {
  Words words(fact);
  const std::string_view word = words.next();
  const auto number = number_of(word, words, engine, pack);
  if (!number) return number.error();
  if (*number) {
    const auto expected = read_number(words.next());
    if (!expected) return expected.error();
    if (**number == *expected) return {};
    return "expected '" + std::string(fact) + "', it is " + std::to_string(**number);
  }
  const auto held = holds(word, words, engine, pack);
  if (!held) return "cannot read '" + std::string(fact) + "'";
  if (*held) return {};
  const View view = engine.view();
  return "not so: '" + std::string(fact) + "'; it is " + std::string(name_of(view.phase)) +
         (view.paused ? ", paused" : "") + ", " + std::string(pack[view.way.technique].id) + ' ' +
         std::string(name_of(view.way.variant));
}

}  // namespace

std::string judge_moment(std::string_view cell, const Engine& engine, const Pack& pack) {
  for (const auto fact : clauses_of(cell)) {
    const std::string complaint = judge_fact(fact, engine, pack);
    if (!complaint.empty()) return complaint;
  }
  return {};
}

}  // namespace unknot::scenarios
