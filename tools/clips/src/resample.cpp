#include "resample.hpp"

#include <soxr.h>

#include "unknot/base/check.hpp"

namespace unknot::clips {

Sound resample(const Sound& sound, int rate) {
  if (rate == sound.rate) return sound;
  const double factor = static_cast<double>(rate) / sound.rate;
  Sound out{.samples = {}, .rate = rate};
  out.samples.resize(static_cast<std::size_t>(static_cast<double>(sound.samples.size()) * factor) +
                     1);
  std::size_t done = 0;
  const auto* const error =
      soxr_oneshot(sound.rate, rate, 1, sound.samples.data(), sound.samples.size(), nullptr,
                   out.samples.data(), out.samples.size(), &done, nullptr, nullptr, nullptr);
  // It fails for rates or memory that cannot be; both are ours.
  UNKNOT_CHECK(error == nullptr);
  out.samples.resize(done);
  return out;
}

}  // namespace unknot::clips
