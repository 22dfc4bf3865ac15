#include "clip.hpp"

#include <gtest/gtest.h>

#include "encode.hpp"
#include "loudness.hpp"
#include "tones.hpp"
#include "unknot/voice_clips/mp3.hpp"

namespace unknot::clips {
namespace {

std::vector<float> played(const std::string& mp3, std::size_t samples) {
  const auto pcm = voice_clips::decode_mp3(mp3, static_cast<std::uint32_t>(samples), clip_rate);
  EXPECT_TRUE(pcm) << base::sentence(pcm.error());
  std::vector<float> out;
  if (pcm) {
    for (const auto sample : *pcm) out.push_back(static_cast<float>(sample) / 32768.0F);
  }
  return out;
}

/// How alike `after` is to `before` when it is taken `late` samples later: 1 is the same.
double alike(const std::vector<float>& before, const std::vector<float>& after, int late) {
  double both = 0;
  double one = 0;
  double other = 0;
  for (std::size_t i = 100; i + 100 < before.size(); ++i) {
    const double a = before[i];
    const double b = after[static_cast<std::size_t>(static_cast<int>(i) + late)];
    both += a * b;
    one += a * a;
    other += b * b;
  }
  return both / std::sqrt(one * other);
}

// An MP3 has frames of 576 samples and starts late by more than one: the tag makes up for both.
TEST(EncodeTest, every_length_comes_back_exactly) {
  for (const std::size_t count :
       {1U, 2U, 24U, 575U, 576U, 577U, 1151U, 1152U, 1153U, 5000U, 24000U, 24001U, 47999U}) {
    EXPECT_EQ(played(encode_mp3(murmur(count)), count).size(), count);
  }
}

TEST(EncodeTest, the_sound_comes_back_neither_early_nor_late) {
  for (const std::size_t count : {6000U, 48000U}) {
    const Sound sound = murmur(count);
    const auto after = played(encode_mp3(sound), count);
    ASSERT_EQ(after.size(), count);
    int best = -100;
    for (int late = -99; late < 100; ++late) {
      if (alike(sound.samples, after, late) > alike(sound.samples, after, best)) best = late;
    }
    EXPECT_EQ(best, 0);
    // Noise is what MP3 is worst at: speech comes nearer.
    EXPECT_GT(alike(sound.samples, after, 0), 0.9);
  }
}

TEST(ClipTest, keeps_what_it_promises) {
  const auto clip = make_clip(murmur(30000));
  ASSERT_TRUE(clip) << base::sentence(clip.error());
  const Sound sound{.samples = played(clip->mp3, clip->samples), .rate = clip_rate};
  EXPECT_NEAR(loudness(sound), clip_loudness, 0.5);
  EXPECT_LT(true_peak(sound), clip_peak);
}

TEST(ClipTest, silence_is_refused) {
  const auto clip = make_clip(Sound{.samples = std::vector<float>(22050), .rate = 22050});
  ASSERT_FALSE(clip);
  EXPECT_EQ(clip.error().code, base::ErrorCode::out_of_range);
  EXPECT_FALSE(make_clip(Sound{.samples = {}, .rate = 22050}));
  Sound faint = murmur(24000);
  for (float& sample : faint.samples) sample *= 1e-7F;
  EXPECT_FALSE(make_clip(faint));
}

TEST(ClipTest, what_cannot_be_as_loud_is_refused) {
  Sound clicks{.samples = std::vector<float>(22050), .rate = 22050};
  for (std::size_t i = 0; i < 22050; i += 5000) clicks.samples[i] = 0.5F;
  EXPECT_FALSE(make_clip(clicks));
}

}  // namespace
}  // namespace unknot::clips
