#include "limit.hpp"

#include <algorithm>
#include <cmath>
#include <deque>

#include "loudness.hpp"
#include "resample.hpp"

namespace unknot::clips {

namespace {

constexpr int oversampling = 4;
// Around a peak it turns down that long before and grows again that long after. About a period of
// a deep voice: shorter would bend it, longer takes loudness away where there is no peak.
constexpr int look_ms = 8;
constexpr int most_rounds = 10;
constexpr double near_enough = 0.1;

/// The highest point of the curve within one sample to either side of each.
std::vector<float> peaks_of(const Sound& sound) {
  const Sound fine = resample(sound, sound.rate * oversampling);
  const auto count = static_cast<std::ptrdiff_t>(fine.samples.size());
  std::vector<float> peaks(sound.samples.size());
  for (std::ptrdiff_t i = 0; i < static_cast<std::ptrdiff_t>(peaks.size()); ++i) {
    const auto from = std::max<std::ptrdiff_t>(0, (i - 1) * oversampling);
    const auto to = std::min(count, (i + 1) * oversampling + 1);
    // A sample counts too: at the ends the curve of the resampler is not quite through it.
    float peak = std::abs(sound.samples[static_cast<std::size_t>(i)]);
    for (auto at = from; at < to; ++at) {
      peak = std::max(peak, std::abs(fine.samples[static_cast<std::size_t>(at)]));
    }
    peaks[static_cast<std::size_t>(i)] = peak;
  }
  return peaks;
}

/// The least value within `reach` to either side of each; O(n).
std::vector<float> least_around(const std::vector<float>& values, std::size_t reach) {
  std::vector<float> out(values.size());
  std::deque<std::size_t> rising;  // Places of values that may still be the least.
  for (std::size_t i = 0; i < values.size() + reach; ++i) {
    if (i < values.size()) {
      while (!rising.empty() && values[rising.back()] >= values[i]) rising.pop_back();
      rising.push_back(i);
    }
    if (i < reach) continue;
    while (rising.front() + reach < i - reach) rising.pop_front();
    out[i - reach] = values[rising.front()];
  }
  return out;
}

/// The mean of what is within `reach` to either side of each; beyond its ends the sound goes on as
/// it ends. O(n).
std::vector<float> mean_around(const std::vector<float>& values, std::size_t reach) {
  const std::size_t last = values.size() - 1;
  double sum = static_cast<double>(reach + 1) * values.front();
  for (std::size_t i = 0; i < reach; ++i) sum += values[std::min(i, last)];
  std::vector<float> out(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    // Enters the window, leaves it.
    sum += values[std::min(i + reach, last)];
    sum -= i > reach ? values[i - reach - 1] : values.front();
    out[i] = static_cast<float>(sum / static_cast<double>(2 * reach + 1));
  }
  return out;
}

}  // namespace

void limit(Sound& sound, double ceiling) {
  const double most = std::pow(10.0, ceiling / 20);
  std::vector<float> gains = peaks_of(sound);
  for (float& g : gains) g = g > most ? static_cast<float>(most / g) : 1.0F;
  if (std::ranges::all_of(gains, [](float g) { return g >= 1.0F; })) return;
  // Means of means of least values: never above the value in the middle, so no peak gets through.
  const std::size_t half = sound.of_ms(look_ms) / 2;
  gains = mean_around(mean_around(least_around(gains, 2 * half), half), half);
  for (std::size_t i = 0; i < gains.size(); ++i) sound.samples[i] *= gains[i];
}

void make_loud(Sound& sound, double lufs, double ceiling) {
  const Sound original = sound;
  double gain = lufs - loudness(original);
  // Below what the measure can tell from silence.
  if (!std::isfinite(gain)) return;
  for (int round = 0; round < most_rounds; ++round) {
    sound = original;
    const auto factor = static_cast<float>(std::pow(10.0, gain / 20));
    for (float& sample : sound.samples) sample *= factor;
    limit(sound, ceiling);
    const double missing = lufs - loudness(sound);
    if (std::abs(missing) < near_enough) return;
    // Of what is added now, the limiter takes a part away again.
    gain += 1.5 * missing;
  }
}

}  // namespace unknot::clips
