// The whole way, for each language: spoken, packed, opened, played and measured.

#include <gtest/gtest.h>

#include "bytes.hpp"
#include "clip.hpp"
#include "loudness.hpp"
#include "spoken.hpp"
#include "unknot/base/text.hpp"
#include "unknot/voice_clips/clips.hpp"

namespace unknot::clips {
namespace {

class SpeechTest : public testing::TestWithParam<Voice> {};

TEST_P(SpeechTest, every_clip_is_loud_enough_and_not_too_loud) {
  const auto sentences = dozen_of(GetParam().language);
  const Folder folder;
  const auto built = build(
      {.voice = voice_of(GetParam().language), .sentences = sentences, .cache = folder.path()});
  ASSERT_TRUE(built) << base::sentence(built.error());
  EXPECT_EQ(built->spoken, sentences.size());
  const auto file = folder.path() / "spoken.clips";
  ASSERT_TRUE(write_file(file, built->pack));
  const auto clips = voice_clips::open(file);
  ASSERT_TRUE(clips) << base::sentence(clips.error());
  EXPECT_EQ(clips->language(), GetParam().language);
  EXPECT_EQ(clips->size(), sentences.size());

  std::size_t letters = 0;
  for (const auto& sentence : sentences) {
    letters += base::code_points(sentence);
    const auto pcm = clips->pcm(sentence);
    ASSERT_TRUE(pcm) << base::sentence(pcm.error());
    EXPECT_EQ(pcm->size(), clips->length(sentence));
    Sound sound{.samples = {}, .rate = clips->sample_rate()};
    for (const auto sample : *pcm) sound.samples.push_back(static_cast<float>(sample) / 32768.0F);
    EXPECT_NEAR(loudness(sound), -16, 1) << sentence;
    EXPECT_LT(true_peak(sound), -1) << sentence;
  }
  // Short sentences are slower than the long run of 16; the decision record has that.
  EXPECT_NEAR(static_cast<double>(letters) / built->seconds, 16.5, 1.5);
  EXPECT_LT(static_cast<double>(built->bytes) / built->seconds, 6600);
}

INSTANTIATE_TEST_SUITE_P(Languages, SpeechTest, testing::ValuesIn(voices()),
                         [](const auto& about) { return std::string(about.param.language); });

TEST(VoicesTest, who_speaks) {
  EXPECT_EQ(voice_of("en")->name, "en-us");
  EXPECT_EQ(voice_of("xx"), nullptr);
}

}  // namespace
}  // namespace unknot::clips
