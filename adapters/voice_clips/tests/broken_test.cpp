// Whatever the bytes are: an answer or an error, never a crash, and never a clip of another length.

#include <gtest/gtest.h>

#include <random>

#include "kept.hpp"
#include "unknot/voice_clips/mp3.hpp"

namespace unknot::voice_clips {
namespace {

/// Asks for everything; the sanitizers see what comes of it.
int clips_that_play(const std::string& bytes) {
  const Passing file(bytes);
  const auto clips = open(file.path());
  int good = 0;
  for (const char* sentence : kept_sentences) {
    if (!clips) break;
    const auto pcm = clips->pcm(sentence);
    if (!pcm) continue;
    EXPECT_EQ(pcm->size(), clips->length(sentence));
    ++good;
  }
  return good;
}

std::string random_bytes(std::mt19937& chance, std::size_t count) {
  std::string bytes(count, '\0');
  for (char& byte : bytes) byte = static_cast<char>(chance());
  return bytes;
}

TEST(BrokenTest, cut_off_anywhere) {
  const std::string whole = bytes_of(kept);
  ASSERT_EQ(clips_that_play(whole), 3);
  for (std::size_t size = 0; size < whole.size(); size += size < 600 ? 1 : 17) {
    const Passing file(whole.substr(0, size));
    EXPECT_FALSE(open(file.path())) << size;
  }
}

TEST(BrokenTest, cut_off_while_it_is_open) {
  const Passing file(bytes_of(kept));
  const auto clips = open(file.path());
  ASSERT_TRUE(clips);
  std::filesystem::resize_file(file.path(), 600);
  const auto pcm = clips->pcm("Stop.");
  ASSERT_FALSE(pcm);
  EXPECT_EQ(pcm.error().code, base::ErrorCode::contradiction);
}

TEST(BrokenTest, wrong_bytes) {
  const std::string whole = bytes_of(kept);
  std::mt19937 chance(1);
  for (int round = 0; round < 1500; ++round) {
    std::string bytes = whole;
    // Half of them in the header, which is short.
    const std::size_t reach = round % 2 == 0 ? 500 : bytes.size();
    for (int n = round % 5; n >= 0; --n) bytes[chance() % reach] = static_cast<char>(chance());
    EXPECT_LE(clips_that_play(bytes), 3);
  }
}

TEST(BrokenTest, random_bytes) {
  std::mt19937 chance(2);
  for (int round = 0; round < 300; ++round) {
    EXPECT_EQ(clips_that_play(random_bytes(chance, chance() % 3000)), 0);
    // Past the magic the length is read, and what follows as JSON.
    EXPECT_EQ(clips_that_play("UNKNOTC1" + random_bytes(chance, chance() % 3000)), 0);
  }
}

TEST(BrokenTest, a_header_that_says_it_is_longer_than_the_file) {
  EXPECT_EQ(clips_that_play("UNKNOTC1" + std::string(4, '\xFF') + "{}"), 0);
  EXPECT_EQ(clips_that_play("UNKNOTC1" + std::string(4, '\0')), 0);
}

TEST(BrokenTest, what_is_no_mp3) {
  std::mt19937 chance(3);
  for (int round = 0; round < 300; ++round) {
    const auto samples = static_cast<std::uint32_t>(1 + chance() % 50000);
    EXPECT_FALSE(decode_mp3(random_bytes(chance, chance() % 5000), samples, 24000));
  }
  EXPECT_FALSE(decode_mp3("", 1, 24000));
}

TEST(BrokenTest, an_mp3_of_another_length_or_rate) {
  const auto clips = open(kept);
  ASSERT_TRUE(clips);
  const std::string mp3 = *clips->mp3("Stop.");
  const std::uint32_t samples = *clips->length("Stop.");
  EXPECT_TRUE(decode_mp3(mp3, samples, 24000));
  for (const std::uint32_t other : {1U, samples - 1, samples + 1, 2 * samples}) {
    EXPECT_FALSE(decode_mp3(mp3, other, 24000)) << other;
  }
  EXPECT_FALSE(decode_mp3(mp3, samples, 22050));
  EXPECT_FALSE(decode_mp3(mp3.substr(0, mp3.size() / 2), samples, 24000));
  EXPECT_FALSE(decode_mp3(mp3 + mp3, samples, 24000));
}

}  // namespace
}  // namespace unknot::voice_clips
