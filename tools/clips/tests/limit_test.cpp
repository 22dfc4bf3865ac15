#include "limit.hpp"

#include <gtest/gtest.h>

#include "loudness.hpp"
#include "resample.hpp"
#include "tones.hpp"

namespace unknot::clips {
namespace {

// ITU-R BS.1770: a tone of 997 Hz at full scale, in one channel, is -3.01 LUFS.
TEST(LoudnessTest, a_known_tone_however_short) {
  EXPECT_NEAR(loudness(tone(997, 1.0, 5)), -3.01, 0.1);
  EXPECT_NEAR(loudness(tone(997, 0.1, 0.3)), -23.01, 0.1);
  EXPECT_LT(loudness(Sound{.samples = std::vector<float>(24000), .rate = 24000}), -70);
}

TEST(LoudnessTest, a_peak_between_the_samples_counts) {
  // A quarter of the rate, an eighth of a turn off: no sample is higher than 0.707.
  Sound sound{.samples = {}, .rate = 24000};
  for (int i = 0; i < 2400; ++i) {
    sound.samples.push_back(static_cast<float>(std::sin((i * 2 + 1) * std::numbers::pi / 4)));
  }
  EXPECT_NEAR(true_peak(sound), 0.0, 0.3);
}

TEST(ResampleTest, as_long_as_before_and_not_later) {
  const Sound fine = resample(tone(440, 0.5, 1, 22050), 24000);
  ASSERT_NEAR(static_cast<double>(fine.samples.size()), 24000, 1);
  const Sound wanted = tone(440, 0.5, 1);
  for (std::size_t i = 1000; i < 23000; ++i) {
    ASSERT_NEAR(fine.samples[i], wanted.samples[i], 0.001) << i;
  }
}

TEST(LimitTest, what_is_low_enough_stays_as_it_is) {
  const Sound before = murmur(24000);
  Sound after = before;
  limit(after, 0.0);
  EXPECT_EQ(after.samples, before.samples);
}

TEST(LimitTest, no_peak_gets_through) {
  for (const std::size_t at : {0U, 1U, 150U, 12000U, 23998U, 23999U}) {
    Sound sound = murmur(24000);
    sound.samples[at] = 3.0F;
    limit(sound, -2.0);
    EXPECT_LT(true_peak(sound), -1.9) << at;
  }
  Sound loud = tone(150, 4.0, 0.5);
  limit(loud, -2.0);
  EXPECT_NEAR(true_peak(loud), -2.0, 0.1);
}

TEST(LimitTest, far_from_a_peak_nothing_changes) {
  const Sound before = murmur(24000);
  Sound after = before;
  after.samples[12000] = 3.0F;
  limit(after, -2.0);
  EXPECT_EQ(after.samples[12000 - 600], before.samples[12000 - 600]);
  EXPECT_EQ(after.samples[12000 + 600], before.samples[12000 + 600]);
  EXPECT_LT(std::abs(after.samples[11990]), 0.5 * std::abs(before.samples[11990]) + 1e-9);
}

TEST(MakeLoudTest, loudness_and_peak_both_hold) {
  for (const double height : {0.01, 0.1, 1.0}) {
    Sound sound = murmur(48000);
    for (float& sample : sound.samples) sample *= static_cast<float>(height);
    make_loud(sound, -16, -2);
    EXPECT_NEAR(loudness(sound), -16, 0.2) << height;
    EXPECT_LT(true_peak(sound), -1.9) << height;
  }
}

TEST(MakeLoudTest, what_cannot_be_loud_stays_below_the_peak) {
  Sound clicks{.samples = std::vector<float>(24000), .rate = 24000};
  for (std::size_t i = 100; i < 24000; i += 2400) clicks.samples[i] = 0.5F;
  make_loud(clicks, -16, -2);
  EXPECT_LT(true_peak(clicks), -1.9);
  Sound nothing{.samples = {}, .rate = 24000};
  make_loud(nothing, -16, -2);
  EXPECT_TRUE(nothing.samples.empty());
}

}  // namespace
}  // namespace unknot::clips
