#pragma once
/// @file
/// What happened on one side of one area: its sessions, and how it felt afterwards. History and the
/// open questions are both drawn from it.

#include "pieces.hpp"

namespace unknot::journal {

/// What pasts are made of.
inline constexpr std::initializer_list<RecordKind> past_kinds = {
    RecordKind::rolled, RecordKind::level, RecordKind::after_effect};

/// bruise, tingling, swelling: what keeps an area out until it has gone.
[[nodiscard]] bool is_harm(model::AfterEffect effect);

/// What was said to be felt after one session. The strictest of several words counts.
struct Felt {
  std::optional<model::AfterEffect> worst;  ///< Unset: nothing was said.
  bool gone = false;                        ///< The worst is known to have gone.
  bool harm = false;
};

/// All pieces of one session on one side of one area.
struct SessionHere {
  const Record* last = nullptr;       ///< Its latest piece.
  std::uint32_t number = 0;           ///< That of its pieces, on every side of every area.
  std::int32_t rung = 1;              ///< Of that piece.
  std::optional<std::int32_t> level;  ///< The highest; unset when one is not known.
  Felt felt;
};

/// One side of one area.
struct Past {
  knowledge::PlaceIndex area;
  model::Side side = model::Side::both;  ///< left, right or middle.
  std::vector<Rolling> pieces;           ///< In the order of happening.
  std::vector<SessionHere> sessions;     ///< The same; never two of one session.
  /// Said of no session there is here, after the last one.
  Felt apart;
  std::optional<model::AfterEffect> open_harm;  ///< The worst that is not known to be gone.
};

/// Every side of every area ever rolled or said to be harmed, up to `now`; by area, left first.
/// @param log  With the kinds of past_kinds, of one person.
[[nodiscard]] std::vector<Past> pasts(const Live& log, const knowledge::Pack& pack,
                                      base::Instant now);

/// What was felt after the last time.
[[nodiscard]] Felt latest_felt(const Past& past);

}  // namespace unknot::journal
