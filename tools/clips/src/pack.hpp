#pragma once
/// @file
/// A clip pack as bytes: docs/formats/clips.md. adapters/voice_clips reads it.

#include <map>
#include <string>

#include "clip.hpp"

namespace unknot::clips {

/// @param voice  For people: who speaks.
[[nodiscard]] std::string pack(const std::string& language, const std::string& voice,
                               const std::map<std::string, Clip>& clips);

}  // namespace unknot::clips
