#pragma once
/// @file
/// How a target says that something must not be: it prints the reason and stops the program, which
/// the fuzzer and the replay both take for a failure.

#include <cstdio>
#include <cstdlib>
#include <string>

namespace unknot::fuzz {

/// Goes on when there is nothing wrong, that is when the text is empty.
inline void demand_nothing(const std::string& wrong) {
  if (wrong.empty()) return;
  std::fprintf(stderr, "demanded otherwise: %s\n", wrong.c_str());
  std::abort();
}

inline void demand(bool holds, const std::string& what) { demand_nothing(holds ? "" : what); }

}  // namespace unknot::fuzz
