#pragma once
/// @file
/// Plans to be told: those of the golden people, and a long one.

#include <string>
#include <vector>

#include "unknot/coach/track.hpp"
#include "unknot/voice_clips/clips.hpp"

namespace unknot::voice {

struct Plan {
  std::string name;
  std::string json;
};

/// Every golden person who gets a plan, as the program answers.
[[nodiscard]] std::vector<Plan> golden_plans();

/// Fifteen minutes for somebody with a roller and a ball.
[[nodiscard]] std::string quarter_of_an_hour();

/// The ids of all languages.
[[nodiscard]] std::vector<std::string> languages();

/// The clips of a language, as they were built.
[[nodiscard]] const voice_clips::Clips& clips_of(const std::string& language);

/// By sentence, ms, rounded up.
[[nodiscard]] guidance::LengthOf lengths_of(const voice_clips::Clips& clips);

/// Laid out with the clips of the language.
[[nodiscard]] coach::Track told(const std::string& plan_json, const std::string& language,
                                guidance::Verbosity verbosity = guidance::Verbosity::full);

}  // namespace unknot::voice
