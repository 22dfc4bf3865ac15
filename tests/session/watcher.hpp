#pragma once
/// @file
/// Somebody who sits beside a session with a stopwatch: lets the same events happen to an engine of
/// its own, ticking at every moment that something is due, and notes what must not be. It reckons
/// from moments and views alone, not from what the engine counts.

#include <set>
#include <string>

#include "unknot/session/engine.hpp"

namespace unknot::session {

/// What the stopwatch is held against.
struct Bounds {
  std::int64_t hold_ms = 0;  ///< Still pressure on one muscle and side in one go.
  std::int64_t rest_ms = 0;  ///< Off it for so long ends it.
};

[[nodiscard]] Bounds bounds_of(const safety::VettedPlan& plan);

class Watcher {
 public:
  Watcher(const safety::VettedPlan& plan, const knowledge::Pack& pack, Preferences preferences,
          Bounds bounds);

  void take(const TimedEvent& timed);

  [[nodiscard]] const std::set<std::string>& faults() const { return faults_; }
  /// Of an engine that was told of every moment: must be that of one that was not.
  [[nodiscard]] std::string snapshot() const { return engine_.snapshot(); }

 private:
  struct Press {
    std::int64_t held_ms = 0;
    std::int64_t moved_ms = 0;  ///< In strokes since.
    std::int64_t off_ms = 0;
  };

  void happen(const Event& event, Moment at);
  void roll(const View& view, std::int64_t ms);
  void press(const View& view, Press& press, std::int64_t ms);
  void judge_pause(const View& before, const Event& event, bool gap);
  void judge_level(const View& before, const Event& event);
  void judge_hurt(const View& before, const Event& event, bool gap);
  void judge_closed(const Commands& commands);
  [[nodiscard]] bool counts(const TimedEvent& timed) const;
  [[nodiscard]] bool over_in(knowledge::PlaceIndex area) const;
  void demand(bool held, const char* fault) {
    if (!held) faults_.insert(fault);
  }

  const safety::VettedPlan& plan_;
  const knowledge::Pack& pack_;
  Bounds bounds_;
  Engine engine_;
  Moment last_;
  bool known_ = false;
  std::vector<std::array<Press, model::side_count>> muscles_;
  std::vector<bool> closed_;            ///< By place.
  std::optional<std::size_t> hurting_;  ///< The piece that it may have been.
  std::set<std::string> faults_;
};

}  // namespace unknot::session
