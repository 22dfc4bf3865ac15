#include "unknot/desk/session_clock.hpp"

#include <algorithm>

namespace unknot::desk {

namespace {
constexpr std::int64_t permille = 1000;
}

SessionClock::SessionClock(std::int64_t speed_permille, std::int64_t gap_ms, ClockReading start)
    : speed_permille_(speed_permille), gap_ms_(gap_ms), last_(start) {}

Passed SessionClock::advance(ClockReading reading) {
  const std::int64_t boot = reading.boot_ms - last_.boot_ms;
  const std::int64_t wall = reading.wall_ms - last_.wall_ms;
  last_ = reading;
  const std::int64_t apart = wall > boot ? wall - boot : boot - wall;
  if (boot < 0 || boot > gap_ms_ || apart > gap_ms_) {
    rest_ = 0;
    return {true, {now_}};
  }
  const std::int64_t thousandths = boot * speed_permille_ + rest_;
  rest_ = thousandths % permille;
  const session::Moment end{now_.ms + thousandths / permille};
  Passed passed;
  const std::int64_t slice = std::max<std::int64_t>(1, gap_ms_ / 2);
  while (end.ms - now_.ms > slice) {
    now_.ms += slice;
    passed.moments.push_back(now_);
  }
  now_ = end;
  passed.moments.push_back(now_);
  return passed;
}

void SessionClock::pass_over(ClockReading reading) {
  last_ = reading;
  rest_ = 0;
}

std::int64_t SessionClock::real_ms_until(session::Moment moment) const {
  if (moment.ms <= now_.ms) return 0;
  const std::int64_t thousandths = (moment.ms - now_.ms) * permille - rest_;
  return std::max<std::int64_t>(0, (thousandths + speed_permille_ - 1) / speed_permille_);
}

}  // namespace unknot::desk
