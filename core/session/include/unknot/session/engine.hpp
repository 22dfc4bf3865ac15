#pragma once
/// @file
/// The hands-free engine: a pure state machine over a vetted plan. Time is an argument, so a
/// session of a quarter of an hour is tested in a millisecond, and a crash is a replay of the
/// journal. It reads no clock, waits for nothing and says no words.
///
/// What it promises, whatever the order of events:
///   - nothing is guided but the steps of the plan and their vetted alternatives;
///   - no muscle and side gets more than the plan's own ledger of the day leaves it, no hold is
///     longer than the rule allows; what was begun counts, rounded up;
///   - only time that went by in events close to one another counts as rolled: a clock that froze,
///     jumped or went back pauses the session (`guiding.clock_gap_ms` of the knowledge);
///   - pausing is possible at any moment and stops the counting at once.

#include <memory>
#include <span>
#include <string>

#include "unknot/model/plan_document.hpp"
#include "unknot/safety/gate.hpp"
#include "unknot/session/commands.hpp"

namespace unknot::session {

/// How a person likes to be guided. Nothing here can lengthen what is rolled.
struct Preferences {
  std::int32_t ready_percent = 100;  ///< Of the planned time to get ready: 100, 150 or 200.
  std::int32_t time_left_every = 0;  ///< s between calls of the time left; 0: never. 0..600.
  bool breathing = true;             ///< Reminders to breathe.
  bool ask_levels = true;            ///< Ask after each step how strong it was.
  friend bool operator==(const Preferences&, const Preferences&) = default;
};

enum class Phase : std::uint8_t {
  waiting,      ///< Not started.
  get_ready,    ///< Getting into place.
  switch_side,  ///< Getting into place on the other side.
  strokes,      ///< A set of slow passes.
  hold,         ///< A set of still pressure.
  spot,         ///< Still on a tender spot inside a set of strokes.
  rest,         ///< Between two sets.
  count_in,     ///< Getting back onto the tool after a pause.
  last_word,    ///< After the last step, while its level is asked for.
  over,
};

/// What a screen shows at one moment. Plain numbers; cheap to take many times a second.
struct View {
  Phase phase = Phase::waiting;
  bool paused = false;
  PauseReason pause = PauseReason::asked;
  bool asks_level = false;  ///< A level would be taken for the step just rolled.
  bool asks_pain = false;
  std::int32_t answer_seconds = 0;  ///< Left to answer, rounded up.
  std::size_t step = 0;
  model::Alternative way;  ///< How this step is being done.
  std::size_t set = 0;     ///< Index of the set, from 0.
  std::size_t sets = 0;
  std::int64_t phase_ms = 0;  ///< Gone of this phase.
  std::int64_t phase_length_ms = 0;
  std::int32_t pass = 0;  ///< Passes begun in this set; 0: no strokes.
  Direction direction = Direction::out;
  std::int32_t path_permille = 0;    ///< Where on its path the tool should be: 0 start, 1000 end.
  std::int64_t session_ms = 0;       ///< Guided so far, pauses not counted.
  std::int64_t session_left_ms = 0;  ///< Still to come as things stand.
  std::optional<std::size_t> next;   ///< The step after this one.
  EndReason reason = EndReason::finished;  ///< When over.
};

/// What would be done now if it were asked for, so that a screen need not offer what would be
/// refused.
struct Possible {
  bool softer = false;
  bool harder = false;
  bool more_time = false;
  bool hold_spot = false;
  bool back = false;
};

/// What a step is for the engine now: some may be over before they came.
struct StepState {
  bool over = false;
  EndReason reason = EndReason::finished;
  std::int32_t rolled_seconds = 0;
  std::optional<std::int32_t> level;
};

class Machine;

/// Can be moved, not copied.
class Engine {
 public:
  /// @param pack         Must be the one the plan was vetted with; both must outlive the engine.
  /// @param preferences  Brought into their ranges.
  Engine(const safety::VettedPlan& plan, const knowledge::Pack& pack, Preferences preferences = {});
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  /// Takes one event. Total: every event is possible in every state, and one that makes no sense
  /// there changes nothing. The time since the event before counts first, then the event.
  /// O(steps) plus what falls due in between.
  [[nodiscard]] Commands on(const Event& event, Moment at);

  /// When to send the next tick: when something happens by itself, or half a clock gap after the
  /// last event, whichever comes first. Unset when nothing will (waiting, paused with no question
  /// open, over).
  [[nodiscard]] std::optional<Moment> due() const;

  [[nodiscard]] bool over() const;
  [[nodiscard]] View view() const;
  [[nodiscard]] Possible possible() const;
  [[nodiscard]] StepState state_of(std::size_t step) const;

  /// What was really rolled, in order, the piece under way included.
  [[nodiscard]] std::vector<Rolled> rolled() const;

  /// The whole state as JSON (`unknot/snapshot@1`): the same events give the same bytes on every
  /// platform. For comparing and for showing; never read back, since a session is resumed by
  /// replaying its events and so nobody can hand the engine a larger dose.
  [[nodiscard]] std::string snapshot() const;

 private:
  friend Engine replay(const safety::VettedPlan&, const knowledge::Pack&, Preferences,
                       std::span<const TimedEvent>);
  std::unique_ptr<Machine> machine_;
};

/// An engine in the state these events leave, paused as after a gap (`resumed_later`) unless it
/// waits or is over. Commands are dropped: they were carried out when they happened. Whoever
/// carries on begins with the event `clock_jump`, keeps it like any other, and so a second replay
/// goes the same way whatever the two clocks say.
[[nodiscard]] Engine replay(const safety::VettedPlan& plan, const knowledge::Pack& pack,
                            Preferences preferences, std::span<const TimedEvent> events);

/// What was rolled, as a document that safety::audit can judge in its rolled mode.
[[nodiscard]] model::PlanDocument rolled_document(const safety::VettedPlan& plan,
                                                  const model::Request& request,
                                                  const knowledge::Pack& pack,
                                                  std::span<const Rolled> rolled);

}  // namespace unknot::session

namespace unknot::knowledge {

#define UNKNOT_N(n) {T::n, #n}
UNKNOT_ENUM(session::Phase, UNKNOT_N(waiting), UNKNOT_N(get_ready), UNKNOT_N(switch_side),
            UNKNOT_N(strokes), UNKNOT_N(hold), UNKNOT_N(spot), UNKNOT_N(rest), UNKNOT_N(count_in),
            UNKNOT_N(last_word), UNKNOT_N(over))
#undef UNKNOT_N

}  // namespace unknot::knowledge
