#include "shape.hpp"

#include <gtest/gtest.h>

#include "tones.hpp"

namespace unknot::clips {
namespace {

Sound with_silence(std::size_t before, std::size_t after) {
  Sound sound = tone(200, 0.5, 0.5);
  sound.samples.insert(sound.samples.begin(), before, 0.0F);
  sound.samples.insert(sound.samples.end(), after, 0.0F);
  return sound;
}

TEST(ShapeTest, twenty_milliseconds_of_silence_are_kept) {
  Sound sound = with_silence(24000, 12000);
  trim(sound);
  // 0.5 s and twice 20 ms, within the 5 ms that are looked at in one go.
  EXPECT_NEAR(static_cast<double>(sound.samples.size()), 12000 + 2 * 480, 240);
  EXPECT_EQ(sound.samples[400], 0.0F);
  EXPECT_EQ(sound.samples[sound.samples.size() - 400], 0.0F);
}

TEST(ShapeTest, no_silence_is_added) {
  Sound sound = with_silence(100, 0);
  trim(sound);
  EXPECT_EQ(sound.samples.size(), 12100U);
}

TEST(ShapeTest, soft_sounds_at_the_ends_stay) {
  Sound sound = tone(200, 0.5, 0.5);
  Sound breath = tone(3000, 0.005, 0.1);  // 40 dB below.
  breath.samples.insert(breath.samples.end(), sound.samples.begin(), sound.samples.end());
  const std::size_t whole = breath.samples.size();
  trim(breath);
  EXPECT_EQ(breath.samples.size(), whole);
}

TEST(ShapeTest, of_silence_nothing_is_left) {
  Sound sound{.samples = std::vector<float>(24000), .rate = 24000};
  trim(sound);
  EXPECT_TRUE(sound.samples.empty());
  trim(sound);
  fade(sound);
  EXPECT_TRUE(sound.samples.empty());
}

TEST(ShapeTest, the_ends_fade) {
  Sound sound{.samples = std::vector<float>(1000, 1.0F), .rate = 24000};
  fade(sound);
  EXPECT_LT(sound.samples.front(), 0.001F);
  EXPECT_LT(sound.samples.back(), 0.001F);
  EXPECT_NEAR(sound.samples[60], 0.5F, 0.02F);
  EXPECT_EQ(sound.samples[120], 1.0F);
  EXPECT_EQ(sound.samples[879], 1.0F);
}

}  // namespace
}  // namespace unknot::clips
