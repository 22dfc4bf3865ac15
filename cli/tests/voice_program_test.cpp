/// The voice speaks through real programs: scripts that write down what they are told.
#include "voice_program.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

namespace unknot::cli {
namespace {

using guidance::Weight;

class VoiceTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = std::filesystem::temp_directory_path() / "unknot_voice_XXXXXX";
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  /// A program that notes each text on a line of `heard` and then sleeps.
  std::string speaker(const std::string& seconds) {
    const auto path = folder_ / "speaker";
    std::ofstream(path) << "#!/bin/sh\n{ cat; echo; } >>" << heard_path().string() << "\nsleep "
                        << seconds << "\n";
    chmod(path.c_str(), 0755);
    return path;
  }
  std::filesystem::path heard_path() const { return folder_ / "heard"; }
  std::string heard() const {
    std::ostringstream text;
    text << std::ifstream(heard_path()).rdbuf();
    return text.str();
  }
  /// Waits for it, as long as a slow machine may take.
  bool hears(Voice& voice, const std::string& wanted) const {
    for (int i = 0; i < 1000; ++i) {
      voice.turn();
      if (heard().find(wanted) != std::string::npos) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
  }

  std::filesystem::path folder_;
};

TEST_F(VoiceTest, SaysTheTextAndNothingElse) {
  const auto voice = voice_for(speaker("0"), "en");
  ASSERT_TRUE(voice);
  (*voice)->say("-h $(touch x); \"left\" `id`", Weight::cue);
  EXPECT_TRUE(hears(**voice, "-h $(touch x); \"left\" `id`\n")) << heard();
}

TEST_F(VoiceTest, TheUrgentCutsInAndTheNewestWaits) {
  const auto voice = voice_for(speaker("1000"), "en");
  (*voice)->say("one", Weight::cue);
  ASSERT_TRUE(hears(**voice, "one\n"));
  (*voice)->say("aside", Weight::aside);
  (*voice)->say("two", Weight::cue);
  (*voice)->say("three", Weight::cue);
  (*voice)->turn();
  EXPECT_EQ(heard(), "one\n") << "the first is still being said";
  (*voice)->say("now", Weight::urgent);
  EXPECT_TRUE(hears(**voice, "now\n"));
  EXPECT_EQ(heard(), "one\nnow\n") << "what waited is out of date";
}

TEST_F(VoiceTest, WhatWaitsIsSaidAfterwards) {
  const auto voice = voice_for(speaker("0.3"), "en");
  (*voice)->say("one", Weight::cue);
  (*voice)->say("two", Weight::cue);
  (*voice)->say("three", Weight::cue);
  EXPECT_TRUE(hears(**voice, "three\n"));
  EXPECT_EQ(heard(), "one\nthree\n");
}

TEST_F(VoiceTest, HushStopsAtOnce) {
  const auto voice = voice_for(speaker("1000"), "en");
  (*voice)->say("one", Weight::cue);
  ASSERT_TRUE(hears(**voice, "one\n"));
  (*voice)->say("two", Weight::cue);
  (*voice)->hush();
  (*voice)->say("three", Weight::aside);
  EXPECT_TRUE(hears(**voice, "three\n")) << "nothing is being said any more";
  EXPECT_EQ(heard(), "one\nthree\n");
}

TEST(Voice, AskedForAndNotThere) {
  const auto voice = voice_for("no_such_program_at_all", "en");
  ASSERT_FALSE(voice);
  EXPECT_EQ(voice.error().field, "--voice");
  EXPECT_TRUE(voice_for("off", "en"));
  EXPECT_TRUE(voice_for("auto", "en")) << "whether there is one or not";
}

TEST(Voice, AProgramThatCannotRunIsSilence) {
  const auto voice = voice_for("/bin/false", "en");
  ASSERT_TRUE(voice);
  for (int i = 0; i < 20; ++i) (*voice)->say("one", Weight::urgent);
}

}  // namespace
}  // namespace unknot::cli
