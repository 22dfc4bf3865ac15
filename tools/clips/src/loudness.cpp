#include "loudness.hpp"

#include <ebur128.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "unknot/base/check.hpp"

namespace unknot::clips {

namespace {

constexpr std::size_t least_seconds = 4;

struct Destroy {
  void operator()(ebur128_state* state) const { ebur128_destroy(&state); }
};

std::unique_ptr<ebur128_state, Destroy> meter(const Sound& sound, int mode) {
  std::unique_ptr<ebur128_state, Destroy> state(
      ebur128_init(1, static_cast<unsigned long>(sound.rate), mode));
  UNKNOT_CHECK(state != nullptr);
  return state;
}

}  // namespace

double loudness(const Sound& sound) {
  const auto state = meter(sound, EBUR128_MODE_I);
  const std::size_t least = least_seconds * static_cast<std::size_t>(sound.rate);
  for (std::size_t fed = 0; fed < least && !sound.samples.empty(); fed += sound.samples.size()) {
    ebur128_add_frames_float(state.get(), sound.samples.data(), sound.samples.size());
  }
  double lufs = -HUGE_VAL;
  ebur128_loudness_global(state.get(), &lufs);
  return lufs;
}

double true_peak(const Sound& sound) {
  const auto state = meter(sound, EBUR128_MODE_TRUE_PEAK);
  ebur128_add_frames_float(state.get(), sound.samples.data(), sound.samples.size());
  // The filter of the meter looks back: what it has not given yet comes with silence.
  const std::vector<float> silence(64, 0.0F);
  ebur128_add_frames_float(state.get(), silence.data(), silence.size());
  double peak = 0;
  ebur128_true_peak(state.get(), 0, &peak);
  return 20 * std::log10(std::max(peak, 1e-9));
}

}  // namespace unknot::clips
