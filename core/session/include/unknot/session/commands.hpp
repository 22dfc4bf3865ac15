#pragma once
/// @file
/// What the engine asks of its host: things to say, show and write down. No sentence stands here;
/// guidance makes words from it, and nothing that is said flows back.

#include <optional>
#include <vector>

#include "unknot/model/plan.hpp"
#include "unknot/session/events.hpp"

namespace unknot::session {

/// Which way a stroke goes along its path.
enum class Direction : std::uint8_t { out, back };  ///< out: from the start landmark to the end.

/// Why something is not rolled, or not rolled on.
enum class EndReason : std::uint8_t {
  finished,    ///< All that was planned.
  skipped,     ///< The person went on.
  level,       ///< Too strong (8 or more), or 7 with nothing easier left.
  hurt,        ///< It hurt and nobody said how much.
  tingling,    ///< Tingling or numbness.
  coldness,    ///< A cold or discoloured limb.
  dose_spent,  ///< A muscle has had what a day allows.
  dizzy,       ///< The whole session.
  urgent,      ///< The whole session, with the emergency text.
  stopped,     ///< The whole session: the person ended it.
};

enum class PauseReason : std::uint8_t { asked, hurt, clock, resumed_later };

enum class CommandKind : std::uint8_t {
  get_ready,       ///< `seconds` to get into place for step `step`, done by `way`.
  switch_side,     ///< The same, when only the side changes.
  set_begins,      ///< Set `number` of `count`, or what is left of it: `seconds`.
  stroke,          ///< Pass `number` of this set begins, going `direction`, `seconds` long.
  half_way,        ///< Half of set `number` of `count` is done.
  last_seconds,    ///< `seconds` of set `number` of `count` are left.
  time_left,       ///< `seconds` of the whole session are left; only when asked for.
  breathe,         ///< A reminder to breathe slowly, in set `number` of `count`.
  spot_begins,     ///< Stay still on the tender spot for `seconds`.
  spot_ends,       ///< Back to strokes; the dose was running on.
  rest,            ///< `seconds` off the tool, before set `number` of `count`.
  ask_level,       ///< How strong was it? The answer counts for `seconds`.
  ask_pain,        ///< It hurt: how much? Without an answer within `seconds` the area is over.
  level_unknown,   ///< Nobody answered. Unknown, never 0.
  level_taken,     ///< `number` is the level that was taken down.
  eased,           ///< Carry on by `way`, which is easier.
  hardened,        ///< Carry on by `way`, which is harder.
  no_softer,       ///< There is no easier way that the rules allow.
  no_harder,       ///< There is no harder way that the rules allow.
  longer,          ///< `seconds` more in this set.
  again,           ///< One more set, `number` of `count`, `seconds` long, will follow.
  no_more_time,    ///< What is left of the dose does not allow it.
  nothing_before,  ///< No step to go back to.
  paused,          ///< Come off the tool. `pause` says why.
  resumes,         ///< `seconds` to get back onto the tool.
  step_over,       ///< Step `step` is over because of `reason`.
  area_over,       ///< `area` and what overlaps it is over for today, both sides: `reason`.
  write_rolled,    ///< `rolled` is to be written down: it was really done, and nothing about it
                   ///< can change any more. Once for each piece, in order.
  emergency,       ///< Stop and get help: the text of `red_flag`.
  over,            ///< The session is over because of `reason`.
};

/// A piece of rolling as it was really done, in one way without a break of another kind.
struct Rolled {
  std::size_t step = 0;  ///< In the plan.
  knowledge::PlaceIndex area;
  model::Side side = model::Side::both;
  model::Alternative way;             ///< Technique, tool and variant really used.
  std::vector<std::int32_t> sets;     ///< s each, rounded up: what was begun counts.
  std::optional<std::int32_t> level;  ///< 0..10; unset: unknown.
};

/// What to do now. Members beyond `kind` and `step` are filled as the kinds above say.
struct Command {
  CommandKind kind = CommandKind::paused;
  std::size_t step = 0;  ///< Index in the plan of the step it is about.
  std::int32_t number = 0;
  std::int32_t count = 0;
  std::int32_t seconds = 0;
  Direction direction = Direction::out;
  EndReason reason = EndReason::finished;
  PauseReason pause = PauseReason::asked;
  knowledge::PlaceIndex area;
  model::Alternative way;  ///< Of whatever is about a set, too.
  knowledge::RedFlagIndex red_flag;
  std::optional<Rolled> rolled;
};

using Commands = std::vector<Command>;

}  // namespace unknot::session

namespace unknot::knowledge {

#define UNKNOT_N(n) {T::n, #n}
UNKNOT_ENUM(session::Direction, UNKNOT_N(out), UNKNOT_N(back))
UNKNOT_ENUM(session::EndReason, UNKNOT_N(finished), UNKNOT_N(skipped), UNKNOT_N(level),
            UNKNOT_N(hurt), UNKNOT_N(tingling), UNKNOT_N(coldness), UNKNOT_N(dose_spent),
            UNKNOT_N(dizzy), UNKNOT_N(urgent), UNKNOT_N(stopped))
UNKNOT_ENUM(session::PauseReason, UNKNOT_N(asked), UNKNOT_N(hurt), UNKNOT_N(clock),
            UNKNOT_N(resumed_later))
UNKNOT_ENUM(session::CommandKind, UNKNOT_N(get_ready), UNKNOT_N(switch_side), UNKNOT_N(set_begins),
            UNKNOT_N(stroke), UNKNOT_N(half_way), UNKNOT_N(last_seconds), UNKNOT_N(time_left),
            UNKNOT_N(breathe), UNKNOT_N(spot_begins), UNKNOT_N(spot_ends), UNKNOT_N(rest),
            UNKNOT_N(ask_level), UNKNOT_N(ask_pain), UNKNOT_N(level_unknown), UNKNOT_N(level_taken),
            UNKNOT_N(eased), UNKNOT_N(hardened), UNKNOT_N(no_softer), UNKNOT_N(no_harder),
            UNKNOT_N(longer), UNKNOT_N(again), UNKNOT_N(no_more_time), UNKNOT_N(nothing_before),
            UNKNOT_N(paused), UNKNOT_N(resumes), UNKNOT_N(step_over), UNKNOT_N(area_over),
            UNKNOT_N(write_rolled), UNKNOT_N(emergency), UNKNOT_N(over))
#undef UNKNOT_N

}  // namespace unknot::knowledge
