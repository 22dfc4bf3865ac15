#pragma once
/// @file
/// Time for a session, from two clocks that may both lie. The clock since boot goes on while a
/// machine sleeps; the clock on the wall is what people see. When either stands still, jumps or
/// disagrees with the other, that time is a gap and not rolling.

#include <cstdint>
#include <vector>

#include "unknot/session/events.hpp"

namespace unknot::desk {

/// Both clocks read at once, ms.
struct ClockReading {
  std::int64_t boot_ms = 0;  ///< Since boot, sleep included.
  std::int64_t wall_ms = 0;  ///< Since 1970.
};

/// Session time that has gone by.
struct Passed {
  bool gap = false;  ///< It cannot be told how much: nothing of it counts.
  /// Moments to be told to the engine one after the other, none further from the one before than
  /// half a gap; the last is now.
  std::vector<session::Moment> moments;
};

class SessionClock {
 public:
  /// @param speed_permille  Of life: 1000 is real time.
  /// @param gap_ms          More than this between two readings is a gap; of session time too.
  SessionClock(std::int64_t speed_permille, std::int64_t gap_ms, ClockReading start);

  /// From the reading before to this one.
  [[nodiscard]] Passed advance(ClockReading reading);

  /// Goes on from this reading; what went by since the one before is no time of the session.
  void pass_over(ClockReading reading);

  [[nodiscard]] session::Moment now() const { return now_; }
  /// Real milliseconds until `moment`, rounded up, 0 when it is past.
  [[nodiscard]] std::int64_t real_ms_until(session::Moment moment) const;
  /// The clock goes on from `moment` on: for a session taken up again.
  void set(session::Moment moment) { now_ = moment; }

 private:
  std::int64_t speed_permille_;
  std::int64_t gap_ms_;
  ClockReading last_;
  std::int64_t rest_ = 0;  ///< Thousandths of a session millisecond not given out yet.
  session::Moment now_;
};

}  // namespace unknot::desk
