// Tracks as a phone plays them: encoded, decoded again, measured.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "heard.hpp"
#include "people.hpp"
#include "unknot/audio_file/audio_file.hpp"
#include "unknot/voice_clips/mp3.hpp"

namespace unknot::voice {
namespace {

using guidance::CueKind;
using guidance::sample_rate;

constexpr std::int64_t ms(std::int64_t value) { return value * sample_rate / 1000; }

guidance::ClipOf clip_of(const std::string& language) {
  return [&clips = clips_of(language)](std::string_view sentence) {
    auto pcm = clips.pcm(sentence);
    EXPECT_TRUE(pcm) << sentence;
    return pcm ? std::move(*pcm) : Samples();
  };
}

/// What is left of `pcm` after an MP3 was made of it.
Samples through_mp3(const Samples& pcm) {
  std::string folder = std::filesystem::temp_directory_path() / "unknot_track_XXXXXX";
  EXPECT_NE(::mkdtemp(folder.data()), nullptr);
  const std::string path = folder + "/a.mp3";
  auto writer = audio_file::Writer::open(path, audio_file::Format::mp3, {}, std::ssize(pcm));
  EXPECT_TRUE(writer && writer->write(pcm) && writer->finish());
  std::ifstream in(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  EXPECT_LE(bytes.size(), pcm.size() * 5'000'000 / (900 * sample_rate)) << "5 MB in 15 minutes";
  auto back = voice_clips::decode_mp3(bytes, static_cast<std::uint32_t>(pcm.size()), sample_rate);
  EXPECT_TRUE(back) << base::sentence(back.error());
  std::filesystem::remove_all(folder);
  return back ? std::move(*back) : Samples();
}

class Track : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    plan_ = quarter_of_an_hour();
    ASSERT_FALSE(plan_.empty());
    track_.emplace(told(plan_, GetParam()));
    pcm_ = through_mp3(mixed(track_->timeline, clip_of(GetParam())));
  }
  std::string plan_;
  std::optional<coach::Track> track_;
  Samples pcm_;
};

TEST_P(Track, IsAsLongAsThePlan) {
  const std::int64_t planned = track_->planned.answer.plan->total_seconds();
  EXPECT_GE(planned, 14 * 60) << "a long one";
  EXPECT_GE(std::ssize(pcm_), ms(planned * 1000));
  EXPECT_LE(std::ssize(pcm_), ms((planned + 20) * 1000));
}

TEST_P(Track, IsAsLoudAsSpeechShouldBe) {
  const Loudness heard = loudness_of(pcm_);
  EXPECT_NEAR(heard.integrated, -16, 1);
  EXPECT_LT(heard.true_peak, -1);
}

/// Signals that nobody speaks over are found where the timeline has them.
TEST_P(Track, IsExactToTheEnd) {
  std::int64_t spoken_until = -1, checked = 0, worst = 0, last = 0;
  const auto& cues = track_->timeline.cues;
  for (std::size_t i = 0; i < cues.size(); ++i) {
    const auto& cue = cues[i];
    if (cue.kind == CueKind::sentence) {
      spoken_until = cue.at_ms + cue.length_ms;
      continue;
    }
    const Samples tone = guidance::tone_of(cue.kind);
    const std::int64_t ends = cue.at_ms + std::ssize(tone) * 1000 / sample_rate;
    const bool alone = cue.at_ms > spoken_until + 100 &&
                       (i + 1 == cues.size() || cues[i + 1].at_ms > ends + 100) &&
                       (i == 0 || cues[i - 1].at_ms + 500 < cue.at_ms);
    if (!alone) continue;
    worst = std::max(worst, std::abs(offset_of(pcm_, tone, ms(cue.at_ms), ms(60))));
    last = cue.at_ms;
    ++checked;
  }
  EXPECT_GT(checked, 60);
  EXPECT_GT(last, 13 * 60 * 1000) << "up to the end";
  EXPECT_LE(worst, ms(30));
}

/// Where a sentence begins there is sound, and before it was quiet.
TEST_P(Track, SaysEachSentenceAtItsMoment) {
  std::int64_t free_at = 0, checked = 0;
  for (const auto& cue : track_->timeline.cues) {
    if (cue.kind != CueKind::sentence) continue;
    const auto power = [&](std::int64_t from, std::int64_t to) {
      double sum = 0;
      for (std::int64_t i = ms(from); i < ms(to); ++i) {
        sum += std::abs(int{pcm_[static_cast<std::size_t>(i)]});
      }
      return sum / static_cast<double>(ms(to) - ms(from));
    };
    if (cue.at_ms - free_at > 1000) {
      EXPECT_GT(power(cue.at_ms + 30, cue.at_ms + 230), 300) << cue.text;
      ++checked;
    }
    free_at = cue.at_ms + cue.length_ms;
  }
  EXPECT_GT(checked, 30);
}

INSTANTIATE_TEST_SUITE_P(Every, Track, testing::ValuesIn(languages()),
                         [](const auto& info) { return info.param; });

/// The same clips and timeline in blocks of any size are the same samples.
TEST(Mixing, BlocksOfAnySizeAreTheSameSound) {
  const auto track = told(quarter_of_an_hour(), "en");
  const Samples whole = mixed(track.timeline, clip_of("en"));
  guidance::Mixer mixer(track.timeline, clip_of("en"));
  Samples pieces, piece(777);
  while (const std::size_t got = mixer.pull(piece)) {
    pieces.insert(pieces.end(), piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(got));
  }
  EXPECT_EQ(pieces, whole);
}

}  // namespace
}  // namespace unknot::voice
