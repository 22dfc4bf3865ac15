#pragma once
/// @file
/// Small things that everybody who puts speech together needs.

#include <cstdint>
#include <string>

namespace unknot::guidance {

inline constexpr std::int64_t ms_per_second = 1000;
inline constexpr std::int64_t seconds_per_minute = 60;

/// Sentences one after the other.
inline void append(std::string& text, const std::string& more) {
  if (more.empty()) return;
  if (!text.empty()) text += ' ';
  text += more;
}

}  // namespace unknot::guidance
