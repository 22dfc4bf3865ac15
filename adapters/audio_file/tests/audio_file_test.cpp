// What was written is read back by other libraries: every sample, every chapter, nothing else.

#include "unknot/audio_file/audio_file.hpp"

#include <gtest/gtest.h>
#include <mpg123.h>
#include <sndfile.h>
#include <sys/resource.h>
#include <taglib/chapterframe.h>
#include <taglib/id3v2tag.h>
#include <taglib/mpegfile.h>
#include <taglib/tableofcontentsframe.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace unknot::audio_file {
namespace {

constexpr int rate = 24'000;

/// A folder of its own for each test.
class AudioFile : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = std::filesystem::temp_directory_path() / "unknot_audio_XXXXXX";
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string path(const std::string& name) const { return folder_ / name; }
  std::vector<std::string> left() const {
    std::vector<std::string> out;
    for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
      out.push_back(entry.path().filename());
    }
    return out;
  }
  static std::string bytes_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  std::filesystem::path folder_;
};

/// Half a second of silence, then a click that rings for 5 ms, and so on.
std::vector<std::int16_t> clicks(std::int64_t samples) {
  std::vector<std::int16_t> out(static_cast<std::size_t>(samples), 0);
  for (std::int64_t at = rate / 2; at + 120 < samples; at += rate / 2) {
    for (std::int64_t i = 0; i < 120; ++i) {
      out[static_cast<std::size_t>(at + i)] =
          static_cast<std::int16_t>((i % 12 < 6 ? 12'000 : -12'000) * (120 - i) / 120);
    }
  }
  return out;
}

base::Result<void> save(const std::string& path, const std::vector<std::int16_t>& pcm,
                        std::size_t block, const Tags& tags = {}) {
  const auto format = format_of(path, "path");
  if (!format) return std::unexpected(format.error());
  auto writer = Writer::open(path, *format, tags, std::ssize(pcm));
  if (!writer) return std::unexpected(writer.error());
  std::span<const std::int16_t> rest(pcm);
  while (!rest.empty()) {
    const auto now = rest.first(std::min(block, rest.size()));
    if (auto written = writer->write(now); !written) return written;
    rest = rest.subspan(now.size());
  }
  return writer->finish();
}

std::vector<std::int16_t> decoded_mp3(const std::string& path) {
  mpg123_init();
  int error = 0;
  mpg123_handle* handle = mpg123_new(nullptr, &error);
  mpg123_param(handle, MPG123_ADD_FLAGS, MPG123_QUIET | MPG123_GAPLESS, 0);
  std::vector<std::int16_t> out;
  if (mpg123_open(handle, path.c_str()) == MPG123_OK) {
    long hertz = 0;
    int channels = 0, encoding = 0;
    mpg123_getformat(handle, &hertz, &channels, &encoding);
    EXPECT_EQ(hertz, rate);
    EXPECT_EQ(channels, 1);
    EXPECT_EQ(encoding, MPG123_ENC_SIGNED_16);
    std::vector<std::int16_t> some(8192);
    std::size_t done = 0;
    while (mpg123_read(handle, some.data(), some.size() * 2, &done) == MPG123_OK || done > 0) {
      out.insert(out.end(), some.begin(), some.begin() + static_cast<std::ptrdiff_t>(done / 2));
    }
  }
  mpg123_delete(handle);
  return out;
}

/// Samples at which something begins after quiet.
std::vector<std::int64_t> onsets(const std::vector<std::int16_t>& pcm) {
  std::vector<std::int64_t> out;
  std::int64_t last = -rate;
  for (std::int64_t i = 0; i < std::ssize(pcm); ++i) {
    if (std::abs(pcm[static_cast<std::size_t>(i)]) < 3'000) continue;
    if (i - last > rate / 10) out.push_back(i);
    last = i;
  }
  return out;
}

TEST_F(AudioFile, AnMp3GivesBackEverySampleInItsPlace) {
  const auto pcm = clicks(rate * 60 + 777);
  ASSERT_TRUE(save(path("a.mp3"), pcm, 4'096));
  const auto back = decoded_mp3(path("a.mp3"));
  EXPECT_EQ(back.size(), pcm.size()) << "the LAME tag tells delay and padding";
  const auto heard = onsets(back);
  const auto wanted = onsets(pcm);
  ASSERT_EQ(heard.size(), wanted.size());
  for (std::size_t i = 0; i < heard.size(); ++i) {
    EXPECT_LE(std::abs(heard[i] - wanted[i]), rate / 1000) << "click " << i;
  }
}

TEST_F(AudioFile, AQuarterOfAnHourIsSmallEnoughToSend) {
  const auto pcm = clicks(rate * 900LL);
  ASSERT_TRUE(save(path("a.mp3"), pcm, 1 << 16));
  EXPECT_LE(std::filesystem::file_size(path("a.mp3")), 5'000'000U);
  EXPECT_EQ(decoded_mp3(path("a.mp3")).size(), pcm.size());
}

TEST_F(AudioFile, TheSizeOfBlocksChangesNothing) {
  const auto pcm = clicks(rate * 3);
  for (const std::string end : {"mp3", "wav"}) {
    ASSERT_TRUE(save(path("a." + end), pcm, 1));
    ASSERT_TRUE(save(path("b." + end), pcm, 100'000));
    EXPECT_EQ(bytes_of(path("a." + end)), bytes_of(path("b." + end)));
  }
}

TEST_F(AudioFile, ChaptersAndTitlesAreReadBack) {
  const Tags tags{"Sesión de hoy", "es", {{5, "gemelo izquierdo"}, {rate, "gemelo derecho"}}};
  ASSERT_TRUE(save(path("a.mp3"), clicks(rate * 2), 999, tags));
  TagLib::MPEG::File file(path("a.mp3").c_str());
  ASSERT_NE(file.ID3v2Tag(), nullptr);
  EXPECT_EQ(file.ID3v2Tag()->title().to8Bit(true), "Sesión de hoy");
  const auto chapters = file.ID3v2Tag()->frameList("CHAP");
  ASSERT_EQ(chapters.size(), 2U);
  const auto* second = dynamic_cast<const TagLib::ID3v2::ChapterFrame*>(chapters.back());
  EXPECT_EQ(second->startTime(), 1000U);
  EXPECT_EQ(second->endTime(), 2000U);
  EXPECT_EQ(second->embeddedFrameList("TIT2").front()->toString().to8Bit(true), "gemelo derecho");
  const auto* first = dynamic_cast<const TagLib::ID3v2::ChapterFrame*>(chapters.front());
  EXPECT_EQ(first->startTime(), 0U) << "the greeting belongs to the first step";
  EXPECT_EQ(file.ID3v2Tag()->frameList("CTOC").size(), 1U);
  EXPECT_EQ(decoded_mp3(path("a.mp3")).size(), static_cast<std::size_t>(rate * 2));
}

TEST_F(AudioFile, AWavIsReadBackWithItsChapters) {
  const auto pcm = clicks(rate * 2 + 1);
  const Tags tags{"Today", "en", {{0, "left calf"}, {rate, "right calf!"}}};
  ASSERT_TRUE(save(path("a.wav"), pcm, 1000, tags));
  SF_INFO info{};
  SNDFILE* file = sf_open(path("a.wav").c_str(), SFM_READ, &info);
  ASSERT_NE(file, nullptr) << sf_strerror(nullptr);
  EXPECT_EQ(info.samplerate, rate);
  EXPECT_EQ(info.channels, 1);
  ASSERT_EQ(info.frames, std::ssize(pcm));
  std::vector<std::int16_t> back(pcm.size());
  sf_read_short(file, back.data(), info.frames);
  EXPECT_EQ(back, pcm);
  SF_CUES cues{};
  ASSERT_EQ(sf_command(file, SFC_GET_CUE, &cues, sizeof cues), SF_TRUE);
  ASSERT_EQ(cues.cue_count, 2U);
  EXPECT_EQ(cues.cue_points[1].sample_offset, static_cast<unsigned>(rate));
  EXPECT_STREQ(cues.cue_points[1].name, "right calf!");
  EXPECT_STREQ(sf_get_string(file, SF_STR_TITLE), "Today");
  sf_close(file);
}

TEST_F(AudioFile, AnEmptyTrackIsAFile) {
  for (const std::string end : {"mp3", "wav"}) EXPECT_TRUE(save(path("a." + end), {}, 1)) << end;
  EXPECT_TRUE(decoded_mp3(path("a.mp3")).empty());
}

TEST_F(AudioFile, AnotherEndingIsRefusedByName) {
  const auto refused = format_of("session.ogg", "--output");
  ASSERT_FALSE(refused);
  EXPECT_EQ(base::sentence(refused.error()),
            "--output: got session.ogg, expected a name that ends in .mp3 or .wav.");
  EXPECT_EQ(*format_of("A.MP3", ""), Format::mp3);
}

TEST_F(AudioFile, AFolderThatIsNotThereIsNamed) {
  const auto failed = save(path("no/such/a.mp3"), {}, 1);
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().field, path("no/such/a.mp3"));
  EXPECT_TRUE(left().empty());
}

TEST_F(AudioFile, WhatIsBrokenOffLeavesTheOlderFile) {
  for (const std::string end : {"mp3", "wav"}) {
    std::ofstream(path("a." + end)) << "older";
    {
      auto writer = Writer::open(path("a." + end), *format_of("a." + end, ""), {}, rate);
      ASSERT_TRUE(writer);
      ASSERT_TRUE(writer->write(clicks(rate / 2)));
    }
  }
  EXPECT_EQ(left().size(), 2U) << "nothing beside them";
  EXPECT_EQ(bytes_of(path("a.mp3")), "older");
}

/// A file that may not grow stands for a disk that is full: the system says so either way.
TEST_F(AudioFile, AFullDiskIsSaidAndTheOlderFileStays) {
  std::ofstream(path("a.wav")) << "older";
  rlimit before{};
  ::getrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit small = before;
  small.rlim_cur = 100'000;
  ::setrlimit(RLIMIT_FSIZE, &small);
  const auto failed = save(path("a.wav"), clicks(rate * 10), 4'096);
  ::setrlimit(RLIMIT_FSIZE, &before);
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().code, base::ErrorCode::store_full);
  EXPECT_EQ(bytes_of(path("a.wav")), "older");
  EXPECT_EQ(left().size(), 1U);
}

TEST_F(AudioFile, AWavOfOverFourGigabytesIsRefused) {
  const auto refused = Writer::open(path("a.wav"), Format::wav, {}, std::int64_t{1} << 31U);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, base::ErrorCode::store_full);
  EXPECT_TRUE(left().empty());
}

}  // namespace
}  // namespace unknot::audio_file
