#include <algorithm>

#include "past.hpp"
#include "unknot/journal/projections.hpp"
#include "unknot/knowledge/numbers.hpp"

namespace unknot::journal {

namespace {

using knowledge::Number;
using knowledge::Pack;

constexpr std::int64_t seconds_per_hour = 3600;

/// Whether `at` lies within so many hours before `now`, both ends included.
bool within(base::Instant at, base::Instant now, std::int32_t hours) {
  return now.seconds - at.seconds <= hours * seconds_per_hour;
}

/// Sessions in a row, from the last one back, that went well at its rung.
std::int32_t clean_sessions(const Past& past, std::int32_t back_level) {
  std::int64_t count = 0;
  for (auto session = past.sessions.rbegin(); session != past.sessions.rend(); ++session) {
    const bool clean = session->rung == past.sessions.back().rung && session->level &&
                       *session->level < back_level && !session->felt.harm;
    if (!clean) break;
    ++count;
  }
  return static_cast<std::int32_t>(std::min(count, model::limits::clean_sessions.most));
}

void feel(model::History& out, const Past& past) {
  if (past.open_harm) {
    out.after_effect = *past.open_harm;
    out.after_effect_gone = false;
    return;
  }
  const Felt felt = latest_felt(past);
  out.after_effect = felt.worst.value_or(model::AfterEffect::unknown);
  out.after_effect_gone = felt.gone;
}

void count_recent(model::History& out, const Past& past, const Pack& pack, base::Instant now) {
  std::int64_t seconds = 0;
  std::int64_t times = 0;
  for (auto piece = past.pieces.rbegin(); piece != past.pieces.rend(); ++piece) {
    if (!within(piece->record->at, now, pack.number(Number::spacing_window_hours))) break;
    seconds += piece->seconds;
  }
  for (auto session = past.sessions.rbegin(); session != past.sessions.rend(); ++session) {
    if (!within(session->last->at, now, pack.number(Number::spacing_times_hours))) break;
    ++times;
  }
  out.seconds_6h = static_cast<std::int32_t>(std::min(seconds, model::limits::seconds_6h.most));
  out.times_24h = static_cast<std::int32_t>(std::min(times, model::limits::times_24h.most));
}

model::History entry(const Past& past, const Pack& pack, base::Instant now) {
  model::History out;
  out.area = past.area;
  out.side = past.side;
  feel(out, past);
  if (past.sessions.empty()) return out;
  out.rung = past.sessions.back().rung;
  out.clean_sessions = clean_sessions(past, pack.number(Number::back_level_min));
  for (auto session = past.sessions.rbegin();
       session != past.sessions.rend() && out.last_levels.size() < model::limits::last_levels_kept;
       ++session) {
    out.last_levels.push_back(session->level);
  }
  out.last = past.sessions.back().last->at;
  count_recent(out, past, pack, now);
  return out;
}

}  // namespace

std::vector<model::History> history(std::span<const Record> records, const Pack& pack,
                                    base::Instant now) {
  std::vector<model::History> out;
  for (const Past& past : pasts(Live(records, past_kinds), pack, now))
    out.push_back(entry(past, pack, now));
  return out;
}

}  // namespace unknot::journal
