// Languages against the phrases the code asks for. Which those are changes with the code, so the
// tests take the first one that has a slot.

#include <gtest/gtest.h>

#include <algorithm>

#include "slots.hpp"
#include "small_knowledge.hpp"
#include "unknot/knowledge/phrases.hpp"

namespace unknot::kbc {
namespace {

class Phrases : public testing::Test {
 protected:
  void SetUp() override {
    for (const auto& spec : knowledge::phrase_specs) {
      if (key_.empty() && !spec.slots.empty()) key_ = spec.key;
    }
    ASSERT_FALSE(key_.empty());
    const auto& text = language().text;
    begin_ = text.find(say("\"", key_, "\" = "));
    ASSERT_NE(begin_, std::string::npos);
    end_ = text.find('\n', begin_);
    line_ = say("k/en.toml:", line_of(text, say("\"", key_, "\" = ")), ":");
  }
  SourceFile& language() { return file_of(files_, "en.toml"); }

  /// Puts `line` in place of the phrase and returns what kbc says.
  std::vector<std::string> with(const std::string& line) {
    language().text.replace(begin_, end_ - begin_, line);
    return complaints_about(files_);
  }
  std::string phrase(std::string_view text) { return say("\"", key_, "\" = \"", text, "\""); }

  std::vector<SourceFile> files_ = small_knowledge();
  std::string key_, line_;
  std::size_t begin_ = 0, end_ = 0;
};

bool one_says(const std::vector<std::string>& lines, std::string_view start,
              std::string_view part) {
  return std::ranges::count_if(lines, [&](const std::string& line) {
           return line.starts_with(start) && line.find(part) != std::string::npos;
         }) == 1;
}

TEST_F(Phrases, MissingOneIsRefusedAtItsLanguage) {
  const auto said = with("");
  ASSERT_EQ(said.size(), 1U);
  EXPECT_TRUE(one_says(said, "k/en.toml:1:", say("has no phrase `", key_, "`"))) << said[0];
}

TEST_F(Phrases, UnknownOneIsRefused) {
  const auto said = with(phrase("x") + "\n\"no.such.phrase.anywhere\" = \"x\"");
  EXPECT_TRUE(one_says(said, "k/en.toml:", "no code asks for the phrase `no.such.phrase"));
}

TEST_F(Phrases, EmptyOneIsRefused) {
  const auto said = with(phrase(""));
  ASSERT_EQ(said.size(), 1U);
  EXPECT_TRUE(one_says(said, line_, "is empty")) << said[0];
}

TEST_F(Phrases, UnknownSlotIsRefused) {
  EXPECT_TRUE(one_says(with(phrase("{no_such_slot}")), line_, "unknown slot `no_such_slot`"));
}

TEST_F(Phrases, OpenBraceIsRefused) {
  EXPECT_TRUE(one_says(with(phrase("{n")), line_, "an opening brace is not closed"));
}

TEST_F(Phrases, KeyWithoutQuotesIsRefused) {
  EXPECT_TRUE(one_says(with("no.quotes = \"x\""), line_, "a key with dots stands in quotes"));
}

TEST_F(Phrases, OtherThanTextIsRefused) {
  EXPECT_TRUE(one_says(with(say("\"", key_, "\" = 5")), line_, "is a whole number"));
}

TEST(Slots, AreNamesBetweenBraces) {
  const auto slots = slots_of("{a} and {b_2}, {a}");
  EXPECT_TRUE(slots.wrong.empty());
  EXPECT_EQ(slots.names, (std::vector<std::string_view>{"a", "b_2", "a"}));
  EXPECT_TRUE(slots_of("none").names.empty());
}

TEST(Slots, LoneBracesAndOddNamesAreWrong) {
  for (const auto text : {"{", "}", "a}", "{a", "{a{b}}", "{}", "{a b}", "{A}", "{1}"}) {
    EXPECT_FALSE(slots_of(text).wrong.empty()) << text;
  }
}

TEST(Slots, OfASpecAreAllowedAndTheMarkedOnesDemanded) {
  const auto spec = slot_spec_of("n! unit  place!");
  EXPECT_EQ(spec.allowed, (std::vector<std::string_view>{"n", "unit", "place"}));
  EXPECT_EQ(spec.demanded, (std::vector<std::string_view>{"n", "place"}));
  EXPECT_TRUE(slot_spec_of("").allowed.empty());
}

}  // namespace
}  // namespace unknot::kbc
