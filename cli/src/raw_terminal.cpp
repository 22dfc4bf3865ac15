#include "raw_terminal.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <ctime>

namespace unknot::cli {

namespace {

constexpr std::string_view enter_screen = "\x1b[?1049h\x1b[?25l\x1b[2J\x1b[H";
constexpr std::string_view leave_screen = "\x1b[0m\x1b[?25h\x1b[?1049l";

// Signal handlers can reach nothing but globals. These are the terminal as it was.
termios saved_modes;
termios raw_modes;
volatile std::sig_atomic_t is_raw = 0;
volatile std::sig_atomic_t seen_resize = 0;
volatile std::sig_atomic_t seen_continue = 0;
volatile std::sig_atomic_t seen_suspend = 0;
volatile std::sig_atomic_t seen_interrupt = 0;
volatile std::sig_atomic_t seen_end = 0;

constexpr std::array handled{SIGWINCH, SIGCONT, SIGTSTP, SIGINT, SIGTERM, SIGHUP, SIGQUIT};
constexpr std::array fatal{SIGSEGV, SIGILL, SIGABRT, SIGFPE, SIGBUS, SIGTRAP};
std::array<struct sigaction, handled.size()> handled_before;
std::array<struct sigaction, fatal.size()> fatal_before;
sigset_t mask_before;

/// Safe in a signal handler: tcsetattr and write are.
void put_back() {
  if (is_raw == 0) return;
  is_raw = 0;
  (void)!::write(STDOUT_FILENO, leave_screen.data(), leave_screen.size());
  tcsetattr(STDIN_FILENO, TCSANOW, &saved_modes);
}

void note(int number) {
  switch (number) {
    case SIGWINCH: seen_resize = 1; break;
    case SIGCONT: seen_continue = 1; break;
    case SIGTSTP: seen_suspend = 1; break;
    case SIGINT:
    case SIGQUIT: seen_interrupt = 1; break;
    default: seen_end = 1; break;
  }
}

/// A mistake of ours: the terminal is handed back first, then it ends as it would have.
void crash(int number) {
  put_back();
  std::signal(number, SIG_DFL);
  std::raise(number);
}

std::int64_t milliseconds(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return std::int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
}

bool take(volatile std::sig_atomic_t& flag) {
  const bool was = flag != 0;
  flag = 0;
  return was;
}

void read_keys(int input, Awake& awake) {
  std::array<char, 256> bytes{};
  const ssize_t got = ::read(input, bytes.data(), bytes.size());
  if (got > 0) awake.typed.assign(bytes.data(), static_cast<std::size_t>(got));
  if (got == 0 || (got < 0 && errno != EINTR && errno != EAGAIN)) awake.input_ended = true;
}

}  // namespace

ClockReading read_clocks() { return {milliseconds(CLOCK_BOOTTIME), milliseconds(CLOCK_REALTIME)}; }

Signals::Signals() {
  sigset_t blocked;
  sigemptyset(&blocked);
  struct sigaction action{};
  action.sa_handler = note;
  for (std::size_t i = 0; i < handled.size(); ++i) {
    sigaddset(&blocked, handled[i]);
    sigaction(handled[i], &action, &handled_before[i]);
  }
  // They arrive while waiting and at no other time.
  sigprocmask(SIG_BLOCK, &blocked, &mask_before);
  action.sa_handler = crash;
  for (std::size_t i = 0; i < fatal.size(); ++i) sigaction(fatal[i], &action, &fatal_before[i]);
}

Signals::~Signals() {
  sigprocmask(SIG_SETMASK, &mask_before, nullptr);
  for (std::size_t i = 0; i < handled.size(); ++i) {
    sigaction(handled[i], &handled_before[i], nullptr);
  }
  for (std::size_t i = 0; i < fatal.size(); ++i) sigaction(fatal[i], &fatal_before[i], nullptr);
}

Awake Signals::wait(int input, std::int64_t ms) {
  Awake awake;
  pollfd wanted{input, POLLIN, 0};
  const timespec limit{static_cast<time_t>(ms / 1000), static_cast<long>(ms % 1000) * 1'000'000};
  const int ready = ppoll(&wanted, input < 0 ? 0 : 1, &limit, &mask_before);
  if (ready > 0 && (wanted.revents & (POLLIN | POLLHUP | POLLERR)) != 0) read_keys(input, awake);
  if (ready > 0 && (wanted.revents & POLLNVAL) != 0) awake.input_ended = true;
  awake.continued = take(seen_continue);
  awake.resized = take(seen_resize) || awake.continued;
  awake.suspend = take(seen_suspend);
  awake.interrupt = take(seen_interrupt);
  awake.end = take(seen_end);
  return awake;
}

bool RawTerminal::enter() {
  if (is_raw != 0) return true;
  if (tcgetattr(STDIN_FILENO, &saved_modes) != 0) return false;
  termios raw = saved_modes;
  raw.c_iflag &= ~static_cast<tcflag_t>(ICRNL | INLCR | IXON);
  raw.c_lflag &= ~static_cast<tcflag_t>(ECHO | ICANON | IEXTEN);
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  raw_modes = raw;
  if (tcsetattr(STDIN_FILENO, TCSAFLUSH, &raw) != 0) return false;
  is_raw = 1;
  write(std::string(enter_screen));
  return true;
}

void RawTerminal::enter_again() {
  if (is_raw == 0) return;
  tcsetattr(STDIN_FILENO, TCSANOW, &raw_modes);
  write(std::string(enter_screen));
}

void RawTerminal::leave() { put_back(); }

void stop_program() {
  sigset_t stop;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  struct sigaction usual{};
  struct sigaction ours{};
  usual.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &usual, &ours);
  std::raise(SIGTSTP);
  sigprocmask(SIG_UNBLOCK, &stop, nullptr);  // Stopped here, until SIGCONT.
  sigprocmask(SIG_BLOCK, &stop, nullptr);
  sigaction(SIGTSTP, &ours, nullptr);
}

void RawTerminal::stop_here() {
  leave();
  stop_program();
  entered_ = enter();
}

Size RawTerminal::size() {
  winsize known{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &known) != 0 || known.ws_row == 0) return {};
  return {known.ws_row, known.ws_col};
}

void RawTerminal::write(const std::string& text) {
  std::string_view rest = text;
  while (!rest.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, rest.data(), rest.size());
    if (written < 0 && errno != EINTR && errno != EAGAIN) return;
    if (written > 0) rest.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace unknot::cli
