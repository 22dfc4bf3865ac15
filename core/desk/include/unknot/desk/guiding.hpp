#pragma once
/// @file
/// A session being guided, as far as no host differs: engine, words, voice and log brought
/// together. Whoever draws and asks (a terminal, a browser, a test) hands over events and clock
/// readings and takes what is to be shown. It reads no clock and waits for nothing.

#include <optional>
#include <string>
#include <vector>

#include "unknot/desk/recorder.hpp"
#include "unknot/desk/session_clock.hpp"
#include "unknot/guidance/narrator.hpp"

namespace unknot::desk {

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

/// The voice that says nothing.
class NoVoice : public Voice {
 public:
  void say(const std::string&, guidance::Weight) override {}
  void hush() override {}
  void turn() override {}
};

/// What is guided and how. All of it must outlive the guiding.
struct Guided {
  const safety::VettedPlan& plan;
  const model::Request& request;
  const knowledge::Pack& pack;
  std::string territory = {};
  std::string name = {};  ///< To be spoken to; empty: the only one here.
  session::Preferences preferences = {};
  std::int64_t speed_permille = 1000;
  /// Of a session taken up again; empty: a new one.
  std::vector<session::TimedEvent> before = {};
  std::size_t rolled_before = 0;    ///< Pieces of it that are in the log.
  std::size_t ended_before = 0;     ///< Ended areas of it that are in the log.
  Keeping keeping = Keeping::kept;  ///< What the recorder does.
  guidance::Verbosity verbosity = guidance::Verbosity::full;
  std::vector<knowledge::TechniqueIndex> familiar = {};  ///< Techniques that need no telling.
  guidance::Hand hand = guidance::Hand::keys;
};

/// One thing said, with when in the session.
struct Said {
  std::int64_t session_ms = 0;
  guidance::Utterance utterance;
};

class Guiding {
 public:
  /// Recorder and voice must outlive it.
  Guiding(const Guided& guided, Recorder& recorder, Voice& voice, ClockReading now);

  /// The program was stopped and goes on: nothing of that time counts, and the session pauses.
  void held(ClockReading now);
  /// Time goes by. When the two clocks disagree or jump, nothing of it counts and the session
  /// pauses.
  void turn(ClockReading now);
  /// Something happens, at the last reading of the clocks.
  void send(const session::Event& event) { send(event, clock_.now()); }
  /// Tells why the step under way is in the plan.
  void tell_why() { say({narrator_.why(view_.step)}); }

  [[nodiscard]] bool over() const { return engine_.over(); }
  [[nodiscard]] const session::View& view() const { return view_; }
  /// What the engine would accept now.
  [[nodiscard]] session::Possible possible() const { return engine_.possible(); }
  [[nodiscard]] const Guided& guided() const { return guided_; }
  [[nodiscard]] const guidance::Narrator& narrator() const { return narrator_; }

  /// What was said last; a remark in passing stands beside it.
  [[nodiscard]] const std::string& caption() const { return caption_; }
  /// It is about trouble.
  [[nodiscard]] bool caption_urgent() const { return caption_urgent_; }
  [[nodiscard]] const std::string& remark() const { return remark_; }
  /// Everything said since the last call, in order.
  [[nodiscard]] std::vector<Said> take_said();

  /// Why the log could not be written, once it failed.
  [[nodiscard]] const std::optional<base::Error>& log_error() const { return log_error_; }
  /// What becomes of what is rolled, by all that is known by now.
  [[nodiscard]] Keeping keeping() const { return log_error_ ? Keeping::failed : guided_.keeping; }

  /// Of the session's own clock.
  [[nodiscard]] session::Moment moment() const { return clock_.now(); }
  /// Real ms until something happens by itself; unset: nothing does.
  [[nodiscard]] std::optional<std::int64_t> due_ms() const;
  /// What was really rolled.
  [[nodiscard]] std::vector<session::Rolled> rolled() const { return engine_.rolled(); }
  [[nodiscard]] std::string snapshot() const { return engine_.snapshot(); }
  /// All that has happened up to now, close enough together for any replay.
  [[nodiscard]] std::vector<session::TimedEvent> events() const;

 private:
  void take_up_again();
  void send(const session::Event& event, session::Moment at);
  void say(const std::vector<guidance::Utterance>& utterances);
  void show(const guidance::Utterance& utterance);
  void keep(const Happening& happening);

  Guided guided_;
  Recorder& recorder_;
  Voice& voice_;
  session::Engine engine_;
  session::View view_;
  guidance::Narrator narrator_;
  SessionClock clock_;
  session::Moment kept_;                       ///< Of the last event that was written down.
  std::vector<session::TimedEvent> happened_;  ///< Those that were.
  std::string caption_;
  bool caption_urgent_ = false;
  std::string remark_;
  std::vector<Said> said_;
  std::optional<base::Error> log_error_;
};

/// The events of a session with the ticks that were not worth keeping: between two kept events the
/// host was awake, as every gap is an event of its own.
[[nodiscard]] std::vector<session::TimedEvent> with_ticks(
    const std::vector<session::TimedEvent>& events, std::int64_t gap_ms);

}  // namespace unknot::desk
