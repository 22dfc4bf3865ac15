#pragma once
/// @file
/// One channel of sound while it is worked on.

#include <cstddef>
#include <vector>

namespace unknot::clips {

struct Sound {
  std::vector<float> samples;  ///< Full scale is -1 to 1; more is no mistake until it is encoded.
  int rate = 0;                ///< Hz

  /// Samples that last `ms` milliseconds.
  [[nodiscard]] std::size_t of_ms(int ms) const {
    return static_cast<std::size_t>(rate) * static_cast<std::size_t>(ms) / 1000;
  }
};

}  // namespace unknot::clips
