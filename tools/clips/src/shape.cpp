#include "shape.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <ranges>

namespace unknot::clips {

namespace {

constexpr int window_ms = 5;
constexpr int kept_ms = 20;
constexpr int fade_ms = 5;
constexpr double silent = 1e-5;  // -50 dB, as power.

double power(const float* from, std::size_t count) {
  double sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += static_cast<double>(from[i]) * from[i];
  return sum / static_cast<double>(count);
}

}  // namespace

void trim(Sound& sound) {
  auto& samples = sound.samples;
  const std::size_t window = std::max<std::size_t>(1, sound.of_ms(window_ms));
  std::vector<double> powers;
  for (std::size_t at = 0; at < samples.size(); at += window) {
    powers.push_back(power(samples.data() + at, std::min(window, samples.size() - at)));
  }
  const double loudest = powers.empty() ? 0 : std::ranges::max(powers);
  if (loudest <= 0) {
    samples.clear();
    return;
  }
  const auto loud = [&](double p) { return p > loudest * silent; };
  const auto first = static_cast<std::size_t>(std::ranges::find_if(powers, loud) - powers.begin());
  const auto after = static_cast<std::size_t>(
      powers.rend() - std::ranges::find_if(powers | std::views::reverse, loud));
  const std::size_t kept = sound.of_ms(kept_ms);
  const std::size_t begin = first * window - std::min(first * window, kept);
  const std::size_t end = std::min(samples.size(), after * window + kept);
  samples.erase(samples.begin() + static_cast<std::ptrdiff_t>(end), samples.end());
  samples.erase(samples.begin(), samples.begin() + static_cast<std::ptrdiff_t>(begin));
}

void fade(Sound& sound) {
  auto& samples = sound.samples;
  const std::size_t count = std::min(sound.of_ms(fade_ms), samples.size() / 2);
  for (std::size_t i = 0; i < count; ++i) {
    const double part = (static_cast<double>(i) + 0.5) / static_cast<double>(count);
    const auto gain = static_cast<float>(0.5 - 0.5 * std::cos(std::numbers::pi * part));
    samples[i] *= gain;
    samples[samples.size() - 1 - i] *= gain;
  }
}

}  // namespace unknot::clips
