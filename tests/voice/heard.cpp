#include "heard.hpp"

#include <ebur128.h>

#include <algorithm>
#include <cmath>

namespace unknot::voice {

Samples mixed(const guidance::Timeline& timeline, const guidance::ClipOf& clip) {
  guidance::Mixer mixer(timeline, clip);
  Samples out(static_cast<std::size_t>(mixer.total()));
  const std::size_t got = mixer.pull(out);
  out.resize(got);
  return out;
}

Loudness loudness_of(std::span<const std::int16_t> pcm) {
  ebur128_state* state =
      ebur128_init(1, guidance::sample_rate, EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK);
  ebur128_add_frames_short(state, pcm.data(), pcm.size());
  Loudness out;
  double peak = 0;
  ebur128_loudness_global(state, &out.integrated);
  ebur128_true_peak(state, 0, &peak);
  out.true_peak = 20 * std::log10(std::max(peak, 1e-9));
  ebur128_destroy(&state);
  return out;
}

std::int64_t offset_of(std::span<const std::int16_t> pcm, std::span<const std::int16_t> tone,
                       std::int64_t near, std::int64_t reach) {
  double best = -1;
  std::int64_t best_at = -reach;
  for (std::int64_t offset = -reach; offset <= reach; ++offset) {
    const std::int64_t from = near + offset;
    if (from < 0 || from + std::ssize(tone) > std::ssize(pcm)) continue;
    double sum = 0, energy = 1;
    for (std::int64_t i = 0; i < std::ssize(tone); ++i) {
      const double heard = pcm[static_cast<std::size_t>(from + i)];
      sum += heard * tone[static_cast<std::size_t>(i)];
      energy += heard * heard;
    }
    const double match = sum / std::sqrt(energy);
    if (match > best) {
      best = match;
      best_at = offset;
    }
  }
  return best_at;
}

}  // namespace unknot::voice
