#pragma once
/// @file
/// Who speaks which language: docs/decisions/0015-the-voices.md.

#include <span>
#include <string_view>

namespace unknot::clips {

struct Voice {
  std::string_view language;  ///< As in knowledge/lang.
  std::string_view name;      ///< As espeak-ng calls it.
  int words_per_minute;       ///< What gives some 16 characters a second.
};

[[nodiscard]] std::span<const Voice> voices();

/// Null: nobody speaks it.
[[nodiscard]] const Voice* voice_of(std::string_view language);

}  // namespace unknot::clips
