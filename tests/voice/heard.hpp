#pragma once
/// @file
/// What can be measured of sound.

#include <span>

#include "unknot/guidance/mixer.hpp"

namespace unknot::voice {

using guidance::Samples;

/// The whole of a track, mixed.
[[nodiscard]] Samples mixed(const guidance::Timeline& timeline, const guidance::ClipOf& clip);

struct Loudness {
  double integrated = 0;  ///< LUFS, EBU R 128, gated.
  double true_peak = 0;   ///< dBTP
};
[[nodiscard]] Loudness loudness_of(std::span<const std::int16_t> pcm);

/// Where `tone` lies in `pcm` best, looked for up to `reach` samples before and after `near`;
/// the offset from `near`, in samples.
[[nodiscard]] std::int64_t offset_of(std::span<const std::int16_t> pcm,
                                     std::span<const std::int16_t> tone, std::int64_t near,
                                     std::int64_t reach);

}  // namespace unknot::voice
