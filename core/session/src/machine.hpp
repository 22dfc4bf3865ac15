#pragma once
/// @file
/// The state of a session and all that changes it. Private to the module; the engine is its face.
///
/// Time is whole milliseconds; what counts as rolled is whole seconds, rounded up for each piece of
/// a set done in one way. A set's length is always whole seconds: when one is left half done, the
/// seconds that were begun are taken off.

#include <limits>

#include "ledger.hpp"
#include "stillness.hpp"
#include "unknot/session/engine.hpp"

namespace unknot::session {

/// Milliseconds as seconds, rounded up.
[[nodiscard]] constexpr std::int32_t seconds_up(std::int64_t ms) {
  return static_cast<std::int32_t>((ms + ms_per_second - 1) / ms_per_second);
}

/// How one step stands. Way 0 is the planned one, way k the alternative k - 1.
struct StepRun {
  bool over = false;
  EndReason reason = EndReason::finished;
  std::int32_t rolled_seconds = 0;
  std::optional<std::int32_t> level;
  std::size_t way = 0;
  std::vector<std::int32_t> sets;  ///< s; those before `set` are done.
  std::size_t set = 0;             ///< Under way, or the next.
  std::int32_t folded = 0;         ///< s of the set `set` rolled before it was cut off.
  std::int64_t rest_until_ms = 0;  ///< On the clock of the session: no set before.
};

/// A level that is being asked for.
struct Question {
  std::size_t piece = 0;
  std::int64_t left_ms = 0;
};

/// It hurt, and it is being asked how much.
struct Pain {
  std::vector<std::size_t> steps;  ///< What it may have been about; never empty.
  std::int64_t left_ms = 0;
};

/// What a level was told of.
struct Felt {
  std::size_t step = 0;
  std::size_t way = 0;               ///< How it was done when it was felt.
  std::optional<std::size_t> piece;  ///< Unset: nothing of it is rolled yet.
};

/// How an area stands after what was said of it.
struct AreaRun {
  std::optional<EndReason> over;        ///< For today.
  bool strong = false;                  ///< Somebody said 7 or more: no way back up.
  std::optional<safety::Load> at_most;  ///< It was made easier (or harder again) up to here.
};

class Machine {
 public:
  Machine(const safety::VettedPlan& plan, const knowledge::Pack& pack, Preferences preferences);

  Commands on(const Event& event, Moment at);
  [[nodiscard]] std::optional<Moment> due() const;
  [[nodiscard]] View view() const;
  [[nodiscard]] Possible possible() const;
  [[nodiscard]] StepState state_of(std::size_t step) const;
  [[nodiscard]] const std::vector<Rolled>& rolled() const { return pieces_; }
  [[nodiscard]] std::string snapshot() const;
  [[nodiscard]] bool over() const { return phase_ == Phase::over; }
  /// As a host does that comes back after its program was gone.
  void come_back();

 private:
  // Time (time.cpp).
  void pass_until(Moment at);
  void advance(std::int64_t ms);
  void count(std::int64_t ms);
  void roll(std::int64_t ms);
  void fire();
  void fire_in_set();
  void call_out();
  void gap(PauseReason reason);
  [[nodiscard]] std::int64_t until_next() const;
  [[nodiscard]] std::int64_t until_next_in_set() const;
  [[nodiscard]] std::int64_t until_call(std::int64_t at, bool said) const;

  // Events (events.cpp).
  void take(const Event& event);
  void take_guiding(const Event& event);
  void pause(PauseReason reason);
  void resume();
  void skip();
  void back();
  void repeat();
  void more_time();
  [[nodiscard]] std::int32_t more_hold_seconds() const;
  [[nodiscard]] std::int32_t more_seconds() const;
  [[nodiscard]] std::int64_t spot_ms() const;
  [[nodiscard]] std::optional<std::size_t> step_before() const;
  [[nodiscard]] StepRun once_more(std::size_t step) const;
  void hold_spot();
  void ready();

  // Steps and sets (steps.cpp).
  void enter(std::size_t step);
  void begin_ready();
  void begin_set();
  void begin_rest(std::int64_t length_ms);
  void go_on_with_set();
  void begin_pass();
  void end_set();
  void rest_or_end();
  void end_step(EndReason reason);
  void go_next();
  void finish(EndReason reason);
  void leave();
  void set_done();
  void ask_level();
  void write_settled();
  void cut_sets(StepRun& run, std::int32_t most) const;

  // Ways (ways.cpp).
  void softer();
  void harder();
  void change_way(std::size_t way, CommandKind kind);
  void keep_within(knowledge::PlaceIndex area, const safety::Load& most);
  [[nodiscard]] std::optional<std::size_t> softer_way(std::size_t step, const safety::Load& than,
                                                      bool or_like = false) const;
  [[nodiscard]] std::optional<std::size_t> harder_way() const;
  [[nodiscard]] bool felt_strong() const;
  [[nodiscard]] const safety::Load& load(std::size_t step, std::size_t way) const;
  [[nodiscard]] model::Alternative choice(std::size_t step, std::size_t way) const;
  [[nodiscard]] Entry entry(std::size_t step, std::size_t way) const;
  [[nodiscard]] std::int32_t setup_seconds(const model::Alternative* before,
                                           const model::Alternative& now) const;

  // Levels and pain (levels.cpp).
  void level(std::int32_t value);
  void answer_pain(std::int32_t value);
  void note_level(const Felt& felt, std::int32_t value);
  void say_level(std::size_t step, std::int32_t value);
  [[nodiscard]] std::vector<Felt> felt(std::int32_t value) const;
  [[nodiscard]] Felt felt_of(std::size_t piece) const;
  void too_strong(std::size_t step, std::size_t way);
  void hurt();
  void nobody_answered_pain();
  void nobody_told_level();
  void finish_if_last_word_said();
  [[nodiscard]] std::vector<std::size_t> suspects() const;

  // Areas (areas.cpp).
  void symptom(EndReason reason);
  void close_areas(const std::vector<std::size_t>& steps, EndReason reason);
  void end_areas(const std::vector<std::size_t>& steps, EndReason reason);
  void close(knowledge::PlaceIndex area, EndReason reason);
  [[nodiscard]] std::int32_t remaining(std::size_t step) const;
  [[nodiscard]] std::int32_t free_seconds(std::size_t step) const;

  [[nodiscard]] std::int64_t left_ms() const;
  [[nodiscard]] bool in_set() const {
    return phase_ == Phase::strokes || phase_ == Phase::hold || phase_ == Phase::spot;
  }
  [[nodiscard]] bool getting_ready() const {
    return phase_ == Phase::get_ready || phase_ == Phase::switch_side;
  }
  /// Somewhere in a step: neither waiting nor done with all of them.
  [[nodiscard]] bool in_step() const {
    return phase_ != Phase::waiting && phase_ != Phase::last_word && phase_ != Phase::over;
  }
  [[nodiscard]] const safety::VettedStep& planned(std::size_t i) const { return plan_.steps()[i]; }
  [[nodiscard]] StepRun& run() { return runs_[step_]; }
  [[nodiscard]] const StepRun& run() const { return runs_[step_]; }
  [[nodiscard]] model::Alternative way() const { return choice(step_, run().way); }
  [[nodiscard]] bool is_hold() const { return !planned(step_).draft.seconds_per_pass; }
  [[nodiscard]] std::int64_t pace_ms() const {
    return planned(step_).draft.seconds_per_pass.value_or(0) * ms_per_second;
  }
  [[nodiscard]] std::int64_t set_length_ms() const { return run().sets[run().set] * ms_per_second; }
  [[nodiscard]] std::int32_t number(knowledge::Number n) const { return pack_.number(n); }
  [[nodiscard]] std::size_t next_step() const;
  [[nodiscard]] std::int64_t owed_ms() const;
  void begin_phase(Phase phase, std::int64_t length_ms);
  Command& say(CommandKind kind);
  /// The same with the number of the set under way and how many there are.
  Command& say_of_set(CommandKind kind);

  const safety::VettedPlan& plan_;
  const knowledge::Pack& pack_;
  Preferences preferences_;
  Ledger ledger_;
  Stillness stillness_;
  std::vector<StepRun> runs_;
  std::vector<AreaRun> areas_;
  std::vector<Rolled> pieces_;
  std::vector<std::size_t> piece_ways_;  ///< Which of its step's ways each piece was.
  std::size_t written_ = 0;              ///< Pieces handed out to be written down.
  bool piece_open_ = false;              ///< The last piece goes on.
  bool set_open_ = false;                ///< So does its last set.
  bool rolled_here_ = false;             ///< Something of this step since it was taken up.
  bool told_ = false;                    ///< A level was told in this set or after it.

  Phase phase_ = Phase::waiting;
  bool paused_ = false;
  PauseReason pause_ = PauseReason::asked;
  EndReason reason_ = EndReason::finished;
  Moment last_;
  std::size_t step_ = 0;
  std::int64_t phase_ms_ = 0;  ///< Of phases that are no set; of a spot.
  std::int64_t phase_length_ms_ = 0;
  std::int64_t set_ms_ = 0;
  std::int32_t pass_ = 0;
  std::int64_t pass_ms_ = 0;
  bool passed_ = false;  ///< A whole pass was rolled since the last spot.
  bool half_said_ = false;
  bool last_said_ = false;
  bool breath_said_ = false;
  std::int64_t session_ms_ = 0;
  std::optional<std::size_t> in_place_;  ///< The step somebody got into place for,
  model::Alternative in_place_way_;      ///< and how.
  std::optional<Question> question_;
  std::optional<Pain> pain_;
  Commands out_;
};

}  // namespace unknot::session
