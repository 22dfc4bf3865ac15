#pragma once
/// @file
/// What a log says, worked out anew each time from its records. Pure; the order and repetition of
/// records do not matter. Removed records do not count.

#include <array>

#include "unknot/journal/people.hpp"
#include "unknot/model/request.hpp"

namespace unknot::journal {

/// The kinds history(), left_alone() and open_questions() look at: what to ask a store for.
inline constexpr RecordKind history_kinds[] = {RecordKind::rolled, RecordKind::level,
                                               RecordKind::after_effect, RecordKind::area_over,
                                               RecordKind::removal};

/// One entry for each side of each area ever rolled, exactly as a request carries it: what the
/// rules ask about. Overlapping areas are not brought together; that is what the rules do.
///
///   rung             of the latest piece there
///   clean_sessions   in a row from the last one back: at that rung, every level known and below 7,
///                    no bruise, tingling or swelling
///   last_levels      the highest of each session; unknown when one piece's is, unless a known one
///                    is 7 or more, which must not get lost
///   after_effect     the worst that is not known to be gone; else what was said of the last
///                    session, and whether it went; `unknown` when nothing was
///   last             end of the latest piece
///   seconds_6h       of pieces that ended in the last 6 hours
///   times_24h        sessions with a piece that ended in the last 24 hours
///
/// An area never rolled but said to be bruised, tingling or swollen has an entry too.
///
/// Reads about 1 us a piece; events and plans are passed over.
/// @param now  What is dated after it does not count (a clock was wrong), removals apart. Windows
///             (6 h, 24 h) are of real time, so neither summer time nor a journey moves them.
[[nodiscard]] std::vector<model::History> history(std::span<const Record> records,
                                                  const knowledge::Pack& pack, base::Instant now);

/// An area that is not to be rolled again for now, on either side.
struct LeftAlone {
  knowledge::PlaceIndex area;
  base::Instant until;  ///< Until the end of this second; with the offset of what was said last.
};
/// Areas that a session ended because of how they felt, or that were felt at 8 or more, less than
/// `left_alone_hours` ago; and all that share a muscle with one of them. By area, each once. A
/// history has no field for this: hosts put as_avoided() of it into the request beside history().
/// @param now  What is dated up to `left_alone_hours` after it counts too: a clock that was set
/// back
///             opens nothing.
[[nodiscard]] std::vector<LeftAlone> left_alone(std::span<const Record> records,
                                                const knowledge::Pack& pack, base::Instant now);
/// The same as a request carries it: to be avoided on both sides, because of model::why_hurt.
[[nodiscard]] std::vector<model::Wish> as_avoided(std::span<const LeftAlone> areas);

/// Seconds on one area in one week. `both` counts in full for left and for right; an area without
/// sides stands in both alike.
struct Load {
  base::Day week;  ///< The Monday before the piece ended, or that day, by the clock of the place.
  knowledge::PlaceIndex area;
  std::array<std::int32_t, model::side_count> seconds{};
};
/// By week, then area. Nothing stands in for weeks without rolling.
[[nodiscard]] std::vector<Load> weekly_load(std::span<const Record> records,
                                            const knowledge::Pack& pack);

/// Seconds on one muscle in one week: areas that share it add up.
struct MuscleLoad {
  base::Day week;
  knowledge::MuscleIndex muscle;
  std::array<std::int32_t, model::side_count> seconds{};
};
/// By week, then muscle.
[[nodiscard]] std::vector<MuscleLoad> weekly_muscle_load(std::span<const Record> records,
                                                         const knowledge::Pack& pack);

/// How steadily somebody rolls, told without reproach. A week, Monday to Sunday by the clock of the
/// place, counts when a session began in it; days between are rest and never break anything.
struct Steadiness {
  std::int32_t weeks_in_a_row = 0;  ///< Up to this week; this week may still be empty.
  std::int32_t sessions_this_week = 0;
  std::int32_t days_since = -1;  ///< Calendar days since the last session; -1: none yet.
};
/// @param now  With the offset of where somebody is. Sessions after it do not count.
[[nodiscard]] Steadiness steadiness(std::span<const Record> records, base::Instant now);

/// Records of these kinds that count, by time: each once, none that was removed.
[[nodiscard]] std::vector<Record> counting(std::span<const Record> records,
                                           std::span<const RecordKind> kinds);

/// One piece of rolling in the log.
struct Piece {
  std::string id;              ///< Of its record.
  base::Instant at;            ///< When it ended.
  std::string area_word;       ///< As written.
  knowledge::PlaceIndex area;  ///< Unset: this catalogue does not know it.
  model::Side side = model::Side::both;
  std::int32_t rung = 1;
  std::int32_t seconds = 0;
  std::optional<std::int32_t> level;  ///< With what was said later.
  std::string technique;              ///< Empty: not known, as for the next two.
  std::string tool;
  std::string variant;
};

/// Free words somebody left.
struct Note {
  std::string id;
  base::Instant at;
  std::string session;  ///< Empty: of none.
  std::string text;
  knowledge::PlaceIndex place;  ///< Unset: of none, or of one this catalogue does not know.
  std::optional<model::Side> side;
};
/// In the order of their times.
[[nodiscard]] std::vector<Note> notes(std::span<const Record> records, const knowledge::Pack& pack);

/// One session, for the table of the log: guided or entered by hand.
struct Session {
  std::string id;             ///< Of its plan record, or of the entry by hand.
  base::Instant at;           ///< When it began; by hand: the end of its first piece.
  bool by_hand = false;       ///< There is no plan record of it.
  bool complete = false;      ///< Its end was written down; by hand always.
  std::string reason;         ///< Why it ended, as written; empty: not known.
  std::int32_t seconds = 0;   ///< Of all pieces.
  std::vector<Piece> pieces;  ///< In the order of their times; may be empty.
  std::vector<Note> notes;
};
/// The oldest first. A guided session whose end was not written down is there too.
[[nodiscard]] std::vector<Session> sessions(std::span<const Record> records,
                                            const knowledge::Pack& pack);

/// Techniques that were part of `familiar_sessions` sessions or more, sorted: who has done them so
/// often needs no set-up told.
[[nodiscard]] std::vector<knowledge::TechniqueIndex> familiar(std::span<const Record> records,
                                                              const knowledge::Pack& pack);

/// An area whose last session has had no word yet about how it felt afterwards, or whose bruise,
/// tingling or swelling is not known to be gone.
struct OpenQuestion {
  knowledge::PlaceIndex area;
  model::Side side = model::Side::both;        ///< both: left and right are asked about alike.
  std::optional<base::Instant> rolled;         ///< The last time; unset: never in this log.
  std::optional<model::AfterEffect> not_gone;  ///< Unset: how it felt is not known at all.
};
/// By area, what is not gone before what is not known. A word of `unknown` is an answer: it is not
/// asked for again.
[[nodiscard]] std::vector<OpenQuestion> open_questions(std::span<const Record> records,
                                                       const knowledge::Pack& pack,
                                                       base::Instant now);

/// What was felt afterwards on one side of an area and is not known to be gone.
struct OpenEffect {
  knowledge::PlaceIndex area;
  model::Side side = model::Side::both;  ///< both: left and right alike.
  model::AfterEffect effect = model::AfterEffect::none;
};
/// Bruise, tingling and swelling whenever they were said, soreness since the area was last rolled.
/// By area, then side, the worst first.
/// @param until  What was said or rolled after it does not count.
[[nodiscard]] std::vector<OpenEffect> open_effects(std::span<const Record> records,
                                                   const knowledge::Pack& pack,
                                                   base::Instant until);

}  // namespace unknot::journal
