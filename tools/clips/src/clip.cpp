#include "clip.hpp"

#include <array>
#include <cmath>

#include "encode.hpp"
#include "limit.hpp"
#include "loudness.hpp"
#include "resample.hpp"
#include "shape.hpp"
#include "unknot/voice_clips/mp3.hpp"

namespace unknot::clips {

namespace {

// MP3 adds some tenths of a decibel to the highest peak, seldom more: the first is nearly always
// low enough.
constexpr std::array<double, 4> ceilings = {-2.0, -2.5, -3.0, -4.0};
constexpr double loudness_off = 0.5;

base::Result<Sound> played(const Clip& clip) {
  const auto pcm = voice_clips::decode_mp3(clip.mp3, clip.samples, clip_rate);
  if (!pcm) return std::unexpected(pcm.error());
  Sound sound{.samples = {}, .rate = clip_rate};
  for (const auto sample : *pcm) sound.samples.push_back(static_cast<float>(sample) / 32768.0F);
  return sound;
}

}  // namespace

std::string clip_settings() {
  return std::to_string(clip_rate) + " Hz, " + std::to_string(clip_loudness) + " LUFS, " +
         encoder_name() + ", shape 1";
}

base::Result<Clip> make_clip(Sound spoken) {
  trim(spoken);
  // Too soft for the measure is as good as silent.
  if (spoken.samples.empty() || !std::isfinite(loudness(spoken))) {
    return base::fail(base::ErrorCode::out_of_range, "sound", "silence", "something to be heard");
  }
  Sound quiet = resample(spoken, clip_rate);
  fade(quiet);
  for (const double ceiling : ceilings) {
    Sound sound = quiet;
    make_loud(sound, clip_loudness, ceiling);
    Clip clip{.mp3 = encode_mp3(sound),
              .samples = static_cast<std::uint32_t>(sound.samples.size())};
    const auto heard = played(clip);
    if (!heard) return std::unexpected(heard.error());
    if (true_peak(*heard) < clip_peak &&
        std::abs(loudness(*heard) - clip_loudness) < loudness_off) {
      return clip;
    }
  }
  return base::fail(base::ErrorCode::out_of_range, "sound", "too spiky",
                    "what can be made as loud");
}

}  // namespace unknot::clips
