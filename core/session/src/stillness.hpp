#pragma once
/// @file
/// How long each muscle and side has been under still pressure since it last had a rest, or was
/// passed over as a whole. Kept for muscles and not for steps: going back, another step over the
/// same muscle and a tender spot all run on from one another.

#include "unknot/safety/gate.hpp"

namespace unknot::session {

/// Times are those of the session, ms; pauses do not count, since nobody knows what happens in
/// them.
class Stillness {
 public:
  struct Held {
    std::int64_t held_ms = 0;
    std::int64_t until_ms = 0;  ///< When it was last under the tool.
  };
  using Sides = std::array<Held, model::side_count>;

  Stillness(const safety::SessionLimits& limits, const knowledge::Pack& pack);

  /// The last `ms` before `now` were under the tool, still or moving. O(muscles of the area).
  void press(const model::DraftStep& step, bool still, std::int64_t ms, std::int64_t now);
  /// A whole pass went over all of it: no spot was held.
  void passed(const model::DraftStep& step);
  /// Time these muscles may still be held, ms.
  [[nodiscard]] std::int64_t left_ms(const model::DraftStep& step, std::int64_t now) const;
  /// Rest that must come before they are held for `ms`, at most one whole hold; 0: none.
  [[nodiscard]] std::int64_t owed_ms(const model::DraftStep& step, std::int64_t ms,
                                     std::int64_t now) const;
  /// By muscle. What a rest has ended stands there until the muscle is pressed again: see held_ms.
  [[nodiscard]] const std::vector<Sides>& muscles() const { return muscles_; }
  /// Of one muscle and side: 0 after a rest.
  [[nodiscard]] std::int64_t held_ms(const Held& held, std::int64_t now) const;
  /// Until a rest is over, ms.
  [[nodiscard]] std::int64_t rest_ms(const Held& held, std::int64_t now) const;

 private:
  template <class Self, class Take>
  static void each(Self& self, const model::DraftStep& step, const Take& take);

  const knowledge::Pack* pack_;
  std::int64_t hold_ms_;
  std::int64_t rest_length_ms_;
  std::vector<Sides> muscles_;
};

}  // namespace unknot::session
