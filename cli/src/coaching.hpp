#pragma once
/// @file
/// A session being guided: engine, words, voice and log brought together. Whoever draws and types
/// (full screen, lines, a test) hands over keys and clock readings and takes what is to be shown.
/// It reads no clock and waits for nothing.

#include <optional>
#include <string>
#include <vector>

#include "guide_keys.hpp"
#include "guide_view.hpp"
#include "recorder.hpp"
#include "session_clock.hpp"
#include "unknot/guidance/narrator.hpp"

namespace unknot::cli {

/// Something that speaks, or does not.
class Voice {
 public:
  Voice() = default;
  Voice(const Voice&) = delete;
  Voice& operator=(const Voice&) = delete;
  virtual ~Voice() = default;
  virtual void say(const std::string& text, guidance::Weight weight) = 0;
  virtual void hush() = 0;  ///< Stop at once.
  virtual void turn() = 0;  ///< Time goes by; called often.
};

/// What is guided and how. All of it must outlive the coaching.
struct Guided {
  const safety::VettedPlan& plan;
  const model::Request& request;
  const knowledge::Pack& pack;
  std::string territory;
  std::string name;  ///< To be spoken to; empty: the only one here.
  session::Preferences preferences;
  std::int64_t speed_permille = 1000;
  /// Of a session taken up again; empty: a new one.
  std::vector<session::TimedEvent> before;
  std::size_t rolled_before = 0;    ///< Pieces of it that are in the log.
  std::size_t ended_before = 0;     ///< Ended areas of it that are in the log.
  Keeping keeping = Keeping::kept;  ///< What the recorder does.
  guidance::Verbosity verbosity = guidance::Verbosity::full;
  std::vector<knowledge::TechniqueIndex> familiar = {};  ///< Techniques that need no telling.
};

/// One thing said, with when in the session.
struct Said {
  std::int64_t session_ms = 0;
  guidance::Utterance utterance;
};

class Coaching {
 public:
  Coaching(const Guided& guided, Recorder& recorder, Voice& voice, ClockReading now);

  /// The program was stopped and goes on: nothing of that time counts, and the session pauses.
  void held(ClockReading now);

  /// Time goes by.
  void turn(ClockReading now);
  /// A key of a terminal in raw mode.
  void press(Key pressed, ClockReading now);
  /// How to begin and to answer in lines.
  [[nodiscard]] std::string lines_hint() const { return narrator_.lines_hint(); }
  /// A line of words.
  /// @return  What to answer when they mean nothing; the session is paused then.
  std::string words(std::string_view line, ClockReading now);
  /// An event of the host's own, such as `stop` when the machine shuts down.
  void happen(session::EventKind kind, ClockReading now);

  [[nodiscard]] bool over() const { return engine_.over(); }
  /// The screen may close: over, and seen.
  [[nodiscard]] bool left() const { return left_; }
  [[nodiscard]] const session::View& view() const { return view_; }
  [[nodiscard]] Scene scene() const;

  /// Everything said since the last call, in order.
  [[nodiscard]] std::vector<Said> take_said();
  /// What the host has to say: that the log cannot be written. Empty: nothing.
  [[nodiscard]] const std::string& notice() const { return notice_; }

  /// What becomes of what is rolled, by all that is known by now.
  [[nodiscard]] Keeping keeping() const { return log_failed_ ? Keeping::failed : guided_.keeping; }

  /// Of the session's own clock.
  [[nodiscard]] session::Moment moment() const { return clock_.now(); }
  /// What was really rolled.
  [[nodiscard]] std::vector<session::Rolled> rolled() const { return engine_.rolled(); }
  [[nodiscard]] std::string snapshot() const { return engine_.snapshot(); }

  /// Real ms until something happens by itself, at most `most`.
  [[nodiscard]] std::int64_t wait_ms(std::int64_t most) const;

 private:
  void take_up_again();
  void mean(const Meaning& meaning);
  void go();
  void send(const session::Event& event, session::Moment at);
  void say(const std::vector<guidance::Utterance>& utterances);
  void show(const guidance::Utterance& utterance);
  void keep(const Happening& happening);
  void settle_one(std::int64_t boot_ms);

  Guided guided_;
  Recorder& recorder_;
  Voice& voice_;
  session::Engine engine_;
  session::View view_;
  guidance::Narrator narrator_;
  SessionClock clock_;
  session::Moment kept_;                   ///< Of the last event that was written down.
  std::optional<std::int64_t> one_until_;  ///< Boot ms until which a 1 may become 10.
  Panel panel_ = Panel::none;
  bool left_ = false;
  bool log_failed_ = false;
  std::string caption_;
  bool caption_urgent_ = false;
  std::string remark_;
  std::string notice_;
  std::vector<Said> said_;
};

/// The events of a session with the ticks that were not worth keeping: between two kept events the
/// host was awake, as every gap is an event of its own.
[[nodiscard]] std::vector<session::TimedEvent> with_ticks(
    const std::vector<session::TimedEvent>& events, std::int64_t gap_ms);

}  // namespace unknot::cli
