#pragma once
/// @file
/// A session being guided from a keyboard: what keys and words mean for it, and which panel lies
/// over it. Whoever draws and types (full screen, lines, a test) hands over keys and clock readings
/// and takes what is to be shown.

#include <optional>
#include <string>
#include <vector>

#include "guide_keys.hpp"
#include "guide_view.hpp"
#include "unknot/desk/guiding.hpp"

namespace unknot::cli {

using desk::ClockReading;
using desk::EndedArea;
using desk::Guided;
using desk::Happening;
using desk::Recorder;
using desk::Said;
using desk::Voice;
using desk::with_ticks;

class Coaching {
 public:
  Coaching(const Guided& guided, Recorder& recorder, Voice& voice, ClockReading now);

  /// The program was stopped and goes on: nothing of that time counts, and the session pauses.
  void held(ClockReading now) { guiding_.held(now); }

  /// Time goes by.
  void turn(ClockReading now);
  /// A key of a terminal in raw mode.
  void press(Key pressed, ClockReading now);
  /// How to begin and to answer in lines.
  [[nodiscard]] std::string lines_hint() const { return guiding_.narrator().lines_hint(); }
  /// A line of words.
  /// @return  What to answer when they mean nothing; the session is paused then.
  std::string words(std::string_view line, ClockReading now);
  /// An event of the host's own, such as `stop` when the machine shuts down.
  void happen(session::EventKind kind, ClockReading now);

  [[nodiscard]] bool over() const { return guiding_.over(); }
  /// The screen may close: over, and seen.
  [[nodiscard]] bool left() const { return left_; }
  [[nodiscard]] const session::View& view() const { return guiding_.view(); }
  [[nodiscard]] Scene scene() const;

  /// Everything said since the last call, in order.
  [[nodiscard]] std::vector<Said> take_said() { return guiding_.take_said(); }
  /// What the host has to say: that the log cannot be written. Empty: nothing.
  [[nodiscard]] std::string notice() const;

  /// What becomes of what is rolled, by all that is known by now.
  [[nodiscard]] Keeping keeping() const { return guiding_.keeping(); }

  /// Of the session's own clock.
  [[nodiscard]] session::Moment moment() const { return guiding_.moment(); }
  /// What was really rolled.
  [[nodiscard]] std::vector<session::Rolled> rolled() const { return guiding_.rolled(); }
  [[nodiscard]] std::string snapshot() const { return guiding_.snapshot(); }

  /// Real ms until something happens by itself, at most `most`.
  [[nodiscard]] std::int64_t wait_ms(std::int64_t most) const;

 private:
  void mean(const Meaning& meaning);
  void go();
  void send(session::EventKind kind) { guiding_.send({kind, 0, {}}); }
  void settle_one(std::int64_t boot_ms);

  desk::Guiding guiding_;
  std::optional<std::int64_t> one_until_;  ///< Boot ms until which a 1 may become 10.
  Panel panel_ = Panel::none;
  bool left_ = false;
};

}  // namespace unknot::cli
