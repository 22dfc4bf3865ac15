#pragma once
/// @file
/// From what was spoken to what is kept.

#include <cstdint>
#include <string>

#include "sound.hpp"
#include "unknot/base/result.hpp"

namespace unknot::clips {

inline constexpr int clip_rate = 24000;         ///< Hz
inline constexpr double clip_loudness = -16.0;  ///< LUFS
/// dBTP, of the MP3: players overshoot a little, and what passes 0 is clipped there.
inline constexpr double clip_peak = -1.0;

struct Clip {
  std::string mp3;
  std::uint32_t samples = 0;
};

/// What is done to each sound, in words: part of the key of the cache.
[[nodiscard]] std::string clip_settings();

/// Trims, resamples, makes loud, fades and encodes; then decodes the MP3 as a player would and
/// holds it to length, loudness and peak.
/// @error out_of_range   Nothing is to be heard of it, or it is too spiky to be made as loud.
/// @error contradiction  The MP3 does not decode to what went in.
[[nodiscard]] base::Result<Clip> make_clip(Sound spoken);

}  // namespace unknot::clips
