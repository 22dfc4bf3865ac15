/// The machine that a guided session sees while it is fuzzed: clocks that go on by themselves, no
/// terminal, nobody typing, no other program.
#include "child.hpp"
#include "file_lock.hpp"
#include "raw_terminal.hpp"

namespace unknot::cli {

namespace {

/// Less than what counts as a gap, so that a session of half an hour ends within some thousand
/// looks at the clock.
constexpr std::int64_t step_ms = 1000;
std::int64_t now_ms = 0;

}  // namespace

ClockReading read_clocks() {
  now_ms += step_ms;
  return {now_ms, now_ms};
}

Signals::Signals() = default;
Signals::~Signals() = default;
Awake Signals::wait(int, std::int64_t) {
  Awake awake;
  awake.input_ended = true;
  return awake;
}

void stop_program() {}
bool RawTerminal::enter() { return false; }
void RawTerminal::leave() {}
void RawTerminal::enter_again() {}
void RawTerminal::stop_here() {}
Size RawTerminal::size() { return {}; }
void RawTerminal::write(const std::string&) {}

bool Child::start(const std::vector<std::string>&, const std::string&) { return false; }
bool Child::running() { return false; }
void Child::end() {}

FileLock::FileLock(const std::string&) {}
FileLock::~FileLock() = default;

}  // namespace unknot::cli
