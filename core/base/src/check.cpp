#include "unknot/base/check.hpp"

namespace unknot::base {

// The core does no I/O, so what was broken is left where a debugger or a core dump finds it.
[[noreturn]] void check_failed(const char* condition, const char* file, int line) noexcept {
  [[maybe_unused]] static const char* volatile last_condition = nullptr;
  [[maybe_unused]] static const char* volatile last_file = nullptr;
  [[maybe_unused]] static volatile int last_line = 0;
  last_condition = condition;
  last_file = file;
  last_line = line;
  __builtin_trap();
}

}  // namespace unknot::base
