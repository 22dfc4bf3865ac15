#include "unknot/guidance/mixer.hpp"

#include <algorithm>

namespace unknot::guidance {

namespace {

constexpr std::size_t block = 4096;

constexpr std::int64_t sample_of(std::int64_t ms) { return ms * sample_rate / 1000; }

constexpr std::int16_t clamped(std::int32_t value) {
  return static_cast<std::int16_t>(std::clamp(value, -32'768, 32'767));
}

}  // namespace

Mixer::Mixer(const Timeline& timeline, ClipOf clip)
    : timeline_(timeline), clip_(std::move(clip)), total_(sample_of(timeline.length_ms)) {}

void Mixer::begin_voices(std::int64_t until) {
  for (; next_ < timeline_.cues.size(); ++next_) {
    const Cue& cue = timeline_.cues[next_];
    const std::int64_t from = sample_of(cue.at_ms);
    if (from >= until) return;
    Samples samples = cue.kind == CueKind::sentence ? clip_(cue.text) : tone_of(cue.kind);
    if (!samples.empty()) voices_.push_back({from, std::move(samples)});
  }
}

std::size_t Mixer::pull(std::span<std::int16_t> out) {
  std::size_t written = 0;
  while (written < out.size() && at_ < total_) {
    const auto left = static_cast<std::size_t>(total_ - at_);
    const std::size_t size = std::min({block, out.size() - written, left});
    const std::int64_t until = at_ + static_cast<std::int64_t>(size);
    begin_voices(until);
    sum_.assign(size, 0);
    for (auto voice = voices_.begin(); voice != voices_.end();) {
      const std::int64_t ends = voice->from + std::ssize(voice->samples);
      const std::int64_t first = std::max(voice->from, at_);
      for (std::int64_t i = first; i < std::min(ends, until); ++i) {
        sum_[static_cast<std::size_t>(i - at_)] +=
            voice->samples[static_cast<std::size_t>(i - voice->from)];
      }
      voice = ends <= until ? voices_.erase(voice) : std::next(voice);
    }
    std::transform(sum_.begin(), sum_.end(), out.begin() + static_cast<std::ptrdiff_t>(written),
                   clamped);
    written += size;
    at_ = until;
  }
  return written;
}

}  // namespace unknot::guidance
