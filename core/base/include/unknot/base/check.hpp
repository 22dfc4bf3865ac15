#pragma once
/// @file
/// Checks for our own mistakes. They stay on in release builds and stop the program at once: a
/// session that goes on with a broken belief could guide somebody wrongly. Bad input is never a
/// reason to use them; that is a Result.

namespace unknot::base {

/// Prints nothing and stops (traps); the host restarts from the journal.
[[noreturn]] void check_failed(const char* condition, const char* file, int line) noexcept;

}  // namespace unknot::base

/// Stops the program when `condition` does not hold. Cost: one branch.
#define UNKNOT_CHECK(condition)       \
  ((condition) ? static_cast<void>(0) \
               : ::unknot::base::check_failed(#condition, __FILE_NAME__, __LINE__))
