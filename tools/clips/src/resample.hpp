#pragma once
/// @file
/// The same sound at another rate.

#include "sound.hpp"

namespace unknot::clips {

/// By soxr in its high quality. It starts when `sound` starts: the filter's delay is taken away.
[[nodiscard]] Sound resample(const Sound& sound, int rate);

}  // namespace unknot::clips
