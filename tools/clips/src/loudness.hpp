#pragma once
/// @file
/// How loud a sound is, as EBU R 128 measures it.

#include "sound.hpp"

namespace unknot::clips {

/// LUFS, integrated and gated. The measure wants some seconds and a clip may have less than one: it
/// is measured as if repeated without a pause, which gives every part of it the same weight. One
/// channel counts once, as most meters take a file of one channel.
[[nodiscard]] double loudness(const Sound& sound);

/// dBTP: of the curve between the samples, four times oversampled.
[[nodiscard]] double true_peak(const Sound& sound);

}  // namespace unknot::clips
