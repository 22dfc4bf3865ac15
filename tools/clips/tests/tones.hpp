#pragma once
/// @file
/// Sounds of which one knows what they are.

#include <cmath>
#include <numbers>
#include <random>

#include "sound.hpp"

namespace unknot::clips {

inline Sound tone(double hertz, double height, double seconds, int rate = 24000) {
  Sound sound{.samples = {}, .rate = rate};
  const auto count = static_cast<int>(seconds * rate);
  for (int i = 0; i < count; ++i) {
    const double phase = 2 * std::numbers::pi * hertz * i / rate;
    sound.samples.push_back(static_cast<float>(height * std::sin(phase)));
  }
  return sound;
}

/// Something like speech: noise below some 2 kHz that comes and goes; no two pieces are alike.
inline Sound murmur(std::size_t count) {
  Sound sound{.samples = {}, .rate = 24000};
  std::mt19937 chance(7);
  double low = 0;
  for (std::size_t i = 0; i < count; ++i) {
    low += 0.4 * (static_cast<double>(chance() % 2001) / 1000 - 1 - low);
    const double swell = 0.6 + 0.4 * std::sin(static_cast<double>(i) / 1500);
    sound.samples.push_back(static_cast<float>(0.5 * low * swell));
  }
  return sound;
}

}  // namespace unknot::clips
