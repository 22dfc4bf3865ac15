#include <algorithm>
#include <set>

#include "pieces.hpp"
#include "unknot/journal/projections.hpp"
#include "week.hpp"

namespace unknot::journal {

namespace {

/// When each session began: the end of its first piece is the first that is known of it.
std::vector<base::Instant> beginnings(std::span<const Record> records, base::Instant now) {
  std::vector<base::Instant> out;
  for (const Rolling& piece : pieces_of(Live(records, piece_kinds), {nullptr, now})) {
    if (piece.session == out.size()) {
      out.push_back(piece.record->at);
    } else {
      out[piece.session] = std::min(out[piece.session], piece.record->at);
    }
  }
  return out;
}

}  // namespace

Steadiness steadiness(std::span<const Record> records, base::Instant now) {
  Steadiness out;
  const auto sessions = beginnings(records, now);
  if (sessions.empty()) return out;
  const base::Day this_week = week_of(now);
  std::set<base::Day> weeks;
  base::Day last = base::day_of(sessions.front());
  for (const base::Instant session : sessions) {
    weeks.insert(week_of(session));
    last = std::max(last, base::day_of(session));
    if (week_of(session) == this_week) ++out.sessions_this_week;
  }
  base::Day week = this_week;
  if (!weeks.contains(week)) week.number -= days_per_week;
  for (; weeks.contains(week); week.number -= days_per_week) ++out.weeks_in_a_row;
  // Who flew west may have rolled tomorrow.
  out.days_since = std::max(0, base::day_of(now).number - last.number);
  return out;
}

}  // namespace unknot::journal
