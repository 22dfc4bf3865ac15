#include "build.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "sentences.hpp"
#include "spoken.hpp"

namespace unknot::clips {
namespace {

class BuildTest : public testing::Test {
 protected:
  [[nodiscard]] base::Result<Built> built(std::vector<std::string> sentences, int jobs = 1) const {
    return build({.voice = voice_of("en"),
                  .sentences = std::move(sentences),
                  .cache = folder_.path() / "cache",
                  .jobs = jobs});
  }
  const Folder folder_;
};

TEST_F(BuildTest, the_same_sentences_give_the_same_bytes) {
  const auto sentences = dozen_of("en");
  const auto one = built(sentences);
  ASSERT_TRUE(one);
  std::filesystem::remove_all(folder_.path() / "cache");
  const auto three_at_a_time = built(sentences, 3);
  ASSERT_TRUE(three_at_a_time);
  EXPECT_EQ(three_at_a_time->spoken, sentences.size());
  EXPECT_EQ(three_at_a_time->pack, one->pack);
  const auto kept = built(sentences);
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->spoken, 0U);
  EXPECT_EQ(kept->pack, one->pack);
}

TEST_F(BuildTest, a_changed_sentence_alone_is_spoken_again) {
  ASSERT_TRUE(built({"Breathe out.", "Halfway.", "Stop."}));
  const auto changed = built({"Breathe in.", "Halfway.", "Stop."});
  ASSERT_TRUE(changed);
  EXPECT_EQ(changed->spoken, 1U);
}

// Whatever was said before it: espeak-ng itself would not.
TEST_F(BuildTest, a_sentence_sounds_alike_in_any_company) {
  const auto among_others = built(dozen_of("en"));
  std::filesystem::remove_all(folder_.path() / "cache");
  const auto alone = built({"Stop."});
  ASSERT_TRUE(among_others && alone);
  const std::string clip = alone->pack.substr(alone->pack.find("]}") + 2);
  ASSERT_GT(clip.size(), 1000U);
  EXPECT_NE(among_others->pack.find(clip), std::string::npos);
}

TEST_F(BuildTest, a_damaged_clip_of_the_cache_is_spoken_again) {
  const auto whole = built({"Halfway.", "Stop."});
  ASSERT_TRUE(whole);
  for (const auto& entry : std::filesystem::directory_iterator(folder_.path() / "cache")) {
    std::fstream file(entry.path(), std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(500);
    file.put('\0').put('\1').put('\2');
  }
  const auto again = built({"Halfway.", "Stop."});
  ASSERT_TRUE(again);
  EXPECT_EQ(again->spoken, 2U);
  EXPECT_EQ(again->pack, whole->pack);
}

TEST_F(BuildTest, nothing_to_say) {
  const auto empty = built({});
  ASSERT_TRUE(empty);
  EXPECT_NE(empty->pack.find(R"("entries":[]})"), std::string::npos);
}

TEST_F(BuildTest, a_sentence_without_sound_fails_and_the_others_are_kept) {
  EXPECT_FALSE(built({"A word.", "..."}));
  const auto rest = built({"A word."});
  ASSERT_TRUE(rest);
  EXPECT_EQ(rest->spoken, 0U);
}

TEST_F(BuildTest, a_cache_that_cannot_be_written_fails) {
  std::ofstream(folder_.path() / "cache") << "a file";
  EXPECT_FALSE(built({"Stop."}));
}

TEST(SentencesTest, one_a_line_each_once) {
  std::istringstream in("Stop.\r\n\n  Halfway. \nStop.\nÄrmel");
  const auto read = read_sentences(in);
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, (std::vector<std::string>{"Halfway.", "Stop.", "Ärmel"}));
}

TEST(SentencesTest, no_utf8) {
  std::istringstream in("Stop.\n\xC3(\n");
  const auto read = read_sentences(in);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().field, "line 2");
}

}  // namespace
}  // namespace unknot::clips
