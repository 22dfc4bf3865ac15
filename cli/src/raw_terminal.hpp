#pragma once
/// @file
/// The terminal as one key after the other and a whole screen to draw on, by POSIX termios and the
/// control sequences every terminal of today has (ECMA-48). It is put back as it was on every way
/// out: the end, an exception, a signal, a mistake of ours.

#include <optional>
#include <string>

#include "guide_view.hpp"
#include "unknot/desk/session_clock.hpp"

namespace unknot::cli {

using desk::ClockReading;

/// Where keys and words come from: standard input.
inline constexpr int keyboard = 0;

/// Both clocks of this machine, now.
[[nodiscard]] ClockReading read_clocks();

/// What woke the program.
struct Awake {
  std::string typed;         ///< Bytes from the keyboard.
  bool input_ended = false;  ///< Nobody can type any more.
  bool resized = false;      ///< Draw everything anew.
  bool continued = false;    ///< After a stop from wherever: time went by unseen.
  bool suspend = false;      ///< Ctrl-Z: to be stopped, by the functions below.
  bool interrupt = false;    ///< Ctrl-C.
  bool end = false;          ///< The machine or the window closes (SIGTERM, SIGHUP).
};

/// Catches the signals that Awake tells, for as long as it lives; one at a time in a program.
class Signals {
 public:
  Signals();
  ~Signals();
  Signals(const Signals&) = delete;
  Signals& operator=(const Signals&) = delete;

  /// Waits for a key, a signal or `ms`.
  /// @param input  A file to be read, or -1 for none.
  [[nodiscard]] Awake wait(int input, std::int64_t ms);
};

/// Stops this program as Ctrl-Z does; comes back when it is carried on. While Signals lives.
void stop_program();

/// The alternate screen without line editing and echo.
class RawTerminal {
 public:
  /// Nothing when the terminal does not let itself be set.
  [[nodiscard]] static bool enter();
  static void leave();

  RawTerminal() { entered_ = enter(); }
  ~RawTerminal() { leave(); }
  RawTerminal(const RawTerminal&) = delete;
  RawTerminal& operator=(const RawTerminal&) = delete;
  /// The same modes and screen once more: a shell that continues a program sets its own.
  static void enter_again();

  [[nodiscard]] bool entered() const { return entered_; }

  /// Puts the terminal back, stops the program as Ctrl-Z does, and, once it is carried on, takes
  /// the terminal again.
  void stop_here();

  [[nodiscard]] static Size size();
  /// All of the text, in one go.
  static void write(const std::string& text);

 private:
  bool entered_ = false;
};

}  // namespace unknot::cli
