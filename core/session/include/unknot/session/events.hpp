#pragma once
/// @file
/// What happens to a session: what the person does, and time going by.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "unknot/base/result.hpp"
#include "unknot/knowledge/enums.hpp"
#include "unknot/knowledge/pack.hpp"

namespace unknot::session {

/// A point on the host's own steady clock, ms. Where it begins means nothing; a host that runs a
/// session faster than life multiplies.
struct Moment {
  std::int64_t ms = 0;
  friend constexpr auto operator<=>(Moment, Moment) = default;
};

enum class EventKind : std::uint8_t {
  start,       ///< Begin. Before it nothing is counted, after it once it does nothing.
  tick,        ///< Time went by; to be sent at Engine::due() or sooner.
  ready,       ///< In place already: the rest of getting ready is not needed.
  pause,       ///< Any tap or key: come off first. Always safe.
  resume,      ///< Carry on, after a few seconds to get back onto the tool.
  skip,        ///< To the next step.
  back,        ///< To the step before.
  repeat,      ///< This set once more.
  more_time,   ///< A little longer in this set.
  softer,      ///< The next easier way of the step.
  harder,      ///< The next harder way of the step.
  hold_spot,   ///< A tender spot: stay still on it for a while.
  level,       ///< How strong it feels, 0..10.
  it_hurt,     ///< Something hurt; asks how much.
  tingling,    ///< Tingling or numbness.
  coldness,    ///< A cold or discoloured limb.
  dizzy,       ///< Dizzy, faint or unwell.
  urgent,      ///< A warning sign (red flag) has come up.
  stop,        ///< The end for now.
  clock_jump,  ///< The host knows that its clock cannot be trusted since the last event.
};

struct Event {
  EventKind kind = EventKind::tick;
  std::int32_t level = 0;            ///< For `level` alone: 0..10.
  knowledge::RedFlagIndex red_flag;  ///< For `urgent` alone; unset: an emergency unspecified.
};

/// An event with when it happened: what a journal keeps and a replay needs.
struct TimedEvent {
  Moment at;
  Event event;
};

}  // namespace unknot::session

namespace unknot::knowledge {

#define UNKNOT_N(n) {T::n, #n}
UNKNOT_ENUM(session::EventKind, UNKNOT_N(start), UNKNOT_N(tick), UNKNOT_N(ready), UNKNOT_N(pause),
            UNKNOT_N(resume), UNKNOT_N(skip), UNKNOT_N(back), UNKNOT_N(repeat), UNKNOT_N(more_time),
            UNKNOT_N(softer), UNKNOT_N(harder), UNKNOT_N(hold_spot), UNKNOT_N(level),
            UNKNOT_N(it_hurt), UNKNOT_N(tingling), UNKNOT_N(coldness), UNKNOT_N(dizzy),
            UNKNOT_N(urgent), UNKNOT_N(stop), UNKNOT_N(clock_jump))
#undef UNKNOT_N

}  // namespace unknot::knowledge
