#pragma once
/// @file
/// Where a clip begins and ends.

#include "sound.hpp"

namespace unknot::clips {

/// Cuts what is silent at both ends, but for 20 ms. Silent is 50 dB below the loudest 5 ms: less
/// would cut the breath of an "h" or "f". Nothing is left of a sound that is silent all through.
void trim(Sound& sound);

/// Lets the first and last 5 ms grow and fade, so that no edge clicks.
void fade(Sound& sound);

}  // namespace unknot::clips
