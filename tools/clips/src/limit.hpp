#pragma once
/// @file
/// Loud without clipping.

#include "sound.hpp"

namespace unknot::clips {

/// Turns down what would pass `ceiling` dBTP, and some milliseconds around it so smoothly that it
/// is not heard. It knows the whole sound, so it turns down before the peak comes, and adds no
/// delay.
void limit(Sound& sound, double ceiling);

/// Brings the sound to `lufs` and below `ceiling` dBTP. Limiting takes loudness away, so it is done
/// and measured until both hold; a sound that is all peaks stays softer.
void make_loud(Sound& sound, double lufs, double ceiling);

}  // namespace unknot::clips
