#include "unknot/voice_clips/clips.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "kept.hpp"

namespace unknot::voice_clips {
namespace {

using base::ErrorCode;

TEST(ClipsTest, says_what_it_is) {
  const auto clips = open(kept);
  ASSERT_TRUE(clips) << base::sentence(clips.error());
  EXPECT_EQ(clips->language(), "en");
  EXPECT_TRUE(clips->voice().starts_with("espeak-ng ")) << clips->voice();
  EXPECT_EQ(clips->sample_rate(), 24000);
  EXPECT_EQ(clips->size(), std::size(kept_sentences));
}

TEST(ClipsTest, a_clip_has_exactly_its_length_and_is_heard) {
  const auto clips = open(kept);
  ASSERT_TRUE(clips);
  for (const char* sentence : kept_sentences) {
    const auto length = clips->length(sentence);
    const auto pcm = clips->pcm(sentence);
    ASSERT_TRUE(length && pcm) << sentence;
    EXPECT_EQ(pcm->size(), *length) << sentence;
    EXPECT_GT(*length, 5000U) << sentence;
    const auto [low, high] = std::ranges::minmax(*pcm);
    EXPECT_GT(high - low, 20000) << sentence;
    // MP3's own silence would come first: some 1100 samples.
    const auto first = std::ranges::find_if(*pcm, [](int s) { return s > 1000 || s < -1000; });
    EXPECT_LT(first - pcm->begin(), 2400) << sentence;
  }
}

TEST(ClipsTest, a_clip_is_an_mp3_of_its_own) {
  const auto clips = open(kept);
  ASSERT_TRUE(clips);
  for (const char* sentence : kept_sentences) {
    const auto mp3 = clips->mp3(sentence);
    ASSERT_TRUE(mp3);
    EXPECT_EQ((*mp3)[0], '\xFF');
    EXPECT_NE(mp3->find("LAME"), std::string::npos);
  }
}

TEST(ClipsTest, a_sentence_that_is_not_there) {
  const auto clips = open(kept);
  ASSERT_TRUE(clips);
  for (const char* sentence : {"", "A", "Stop", "Stop. ", "stop.", "Zzz"}) {
    EXPECT_EQ(clips->length(sentence), std::nullopt) << sentence;
    const auto pcm = clips->pcm(sentence);
    ASSERT_FALSE(pcm) << sentence;
    EXPECT_EQ(pcm.error().code, ErrorCode::id_unknown);
    EXPECT_FALSE(clips->mp3(sentence));
  }
}

TEST(ClipsTest, goes_on_reading_a_pack_that_was_replaced) {
  std::optional<Passing> file(std::in_place, bytes_of(kept));
  auto clips = open(file->path());
  ASSERT_TRUE(clips);
  file.reset();
  const Clips moved = std::move(*clips);
  EXPECT_TRUE(moved.pcm("Stop."));
}

TEST(ClipsTest, no_pack) {
  for (const char* path : {"no/such/file", "adapters", "README.md", "/dev/null"}) {
    const auto clips = open(path);
    ASSERT_FALSE(clips) << path;
    EXPECT_EQ(clips.error().code, ErrorCode::format_unknown) << path;
    EXPECT_EQ(clips.error().field, path);
  }
}

}  // namespace
}  // namespace unknot::voice_clips
