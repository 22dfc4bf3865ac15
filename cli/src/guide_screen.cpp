#include "guide_screen.hpp"

#include "raw_terminal.hpp"
#include "terminal.hpp"
#include "unknot/base/text.hpp"

namespace unknot::cli {

using session::EventKind;

namespace {

/// Between two pictures while something moves, and while nothing does.
constexpr std::int64_t moving_ms = 80;
constexpr std::int64_t still_ms = 250;

bool moves(const session::View& view) {
  return !view.paused && view.phase != session::Phase::waiting &&
         view.phase != session::Phase::over;
}

class Screen {
 public:
  Screen(Coaching& coaching, Charset charset, bool colour)
      : coaching_(coaching), charset_(charset), colour_(colour) {}

  bool run() {
    if (!terminal_.entered()) return false;
    while (!coaching_.left() && !ended_) {
      draw();
      const std::int64_t most = moves(coaching_.view()) ? moving_ms : still_ms;
      take(signals_.wait(keyboard, coaching_.wait_ms(most)));
    }
    return true;
  }

 private:
  void draw() {
    const Size size = RawTerminal::size();
    std::string picture = guide_frame(coaching_.scene(), size, charset_).ansi(colour_);
    if (picture == shown_) return;
    RawTerminal::write(picture);
    shown_ = std::move(picture);
  }

  void take(const Awake& awake) {
    if (awake.continued) coaching_.held(read_clocks());
    coaching_.turn(read_clocks());
    if (awake.resized) {
      // Whoever stopped and continued us may have changed the terminal.
      if (awake.continued) RawTerminal::enter_again();
      RawTerminal::write("\x1b[2J");
      shown_.clear();
    }
    for (const Key pressed : keys_of(awake.typed)) coaching_.press(pressed, read_clocks());
    if (awake.interrupt) coaching_.press(Key::interrupt, read_clocks());
    if (awake.suspend) suspend();
    if (awake.end || awake.input_ended) {
      if (coaching_.view().phase != session::Phase::waiting) {
        coaching_.happen(EventKind::stop, read_clocks());
      }
      ended_ = true;
    }
  }

  void suspend() {
    if (coaching_.view().phase != session::Phase::waiting) {
      coaching_.happen(EventKind::pause, read_clocks());
    }
    terminal_.stop_here();
    shown_.clear();
  }

  Coaching& coaching_;
  Charset charset_;
  bool colour_;
  Signals signals_;
  RawTerminal terminal_;
  std::string shown_;
  bool ended_ = false;
};

/// Lines out, words in.
class Lines {
 public:
  explicit Lines(Coaching& coaching) : coaching_(coaching) {}

  void run() {
    if (is_terminal()) {
      RawTerminal::write('\n' + wrap(coaching_.lines_hint(), 2, 2) + '\n');
    } else {
      coaching_.words("go", read_clocks());
    }
    while (true) {
      print();
      if (coaching_.over() || ended_) return;
      const Awake awake = signals_.wait(input_, coaching_.wait_ms(still_ms));
      if (awake.continued) coaching_.held(read_clocks());
      coaching_.turn(read_clocks());
      unread_ += awake.typed;
      if (awake.input_ended) {
        input_ = -1;
        unread_ += '\n';
      }
      take_lines();
      if (awake.interrupt || awake.end) {
        coaching_.happen(EventKind::stop, read_clocks());
        ended_ = true;
      }
      if (awake.suspend) {
        coaching_.happen(EventKind::pause, read_clocks());
        print();
        stop_program();
      }
    }
  }

 private:
  /// `wait SECONDS` reads no further until so much of the session has gone by.
  void take_lines() {
    while (coaching_.moment().ms >= wait_until_) {
      const auto end = unread_.find('\n');
      if (end == std::string::npos) return;
      const std::string line = unread_.substr(0, end);
      unread_.erase(0, end + 1);
      if (input_ < 0 && line.empty()) continue;
      take_line(line);
    }
  }

  void take_line(const std::string& line) {
    constexpr std::string_view wait = "wait ";
    const auto seconds = line.starts_with(wait)
                             ? base::parse_integer(base::trim(line).substr(wait.size()))
                             : std::nullopt;
    if (seconds && *seconds >= 0 && *seconds <= 86'400) {
      wait_until_ = coaching_.moment().ms + *seconds * 1000;
      return;
    }
    const std::string answer = coaching_.words(line, read_clocks());
    if (!answer.empty()) RawTerminal::write("unknot: " + answer + '\n');
  }

  void print() {
    std::string text;
    for (const Said& said : coaching_.take_said()) {
      text += line_of(said);
    }
    if (!coaching_.notice().empty() && !noticed_) {
      noticed_ = true;
      text += "unknot: " + coaching_.notice() + '\n';
    }
    RawTerminal::write(text);
  }

  /// What a voice says: who reads lines sees no picture beside them.
  static std::string line_of(const Said& said) {
    const guidance::Utterance& one = said.utterance;
    const std::string& words = one.spoken.empty() ? one.written : one.spoken;
    const std::int64_t seconds = said.session_ms / 1000;
    const auto two = [](std::int64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return '[' + two(seconds / 60) + ':' + two(seconds % 60) + "] " + words + '\n';
  }

  Coaching& coaching_;
  Signals signals_;
  int input_ = keyboard;
  std::string unread_;
  std::int64_t wait_until_ = 0;
  bool noticed_ = false;
  bool ended_ = false;
};

}  // namespace

bool guide_on_screen(Coaching& coaching, Charset charset, bool colour) {
  return Screen(coaching, charset, colour).run();
}

void guide_in_lines(Coaching& coaching) { Lines(coaching).run(); }

}  // namespace unknot::cli
