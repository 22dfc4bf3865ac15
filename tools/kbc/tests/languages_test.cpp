// A language is whole or refused: words for every text, set-ups that can be said in time, sides,
// numbers. Each case spoils one thing and names the file, the line and what is wrong.

#include <gtest/gtest.h>

#include <algorithm>

#include "compile.hpp"
#include "small_knowledge.hpp"

namespace unknot::kbc {
namespace {

struct Slip {
  const char* name;
  const char* from;
  const char* to;
  const char* at;  ///< Where kbc complains; empty: at the language.
  const char* says;
  std::size_t count = 1;
};

std::ostream& operator<<(std::ostream& out, const Slip& slip) { return out << slip.name; }

/// As many lines as complaints, the first of them wanted.
void expect_complaint(const std::vector<SourceFile>& files, std::string_view where,
                      std::string_view says, std::size_t count) {
  const auto said = complaints_about(files);
  EXPECT_EQ(said.size(), count) << testing::PrintToString(said);
  EXPECT_TRUE(std::ranges::any_of(said,
                                  [&](const std::string& line) {
                                    return line.starts_with(where) &&
                                           line.find(says) != std::string::npos;
                                  }))
      << where << " ... " << says << "\n"
      << testing::PrintToString(said);
}

class Words : public testing::TestWithParam<Slip> {};

TEST_P(Words, NameTheLineAndTheFault) {
  const auto& slip = GetParam();
  auto files = small_knowledge();
  auto& file = file_of(files, "words.toml");
  ASSERT_NO_FATAL_FAILURE(replace_first(file.text, slip.from, slip.to));
  const bool here = *slip.at != '\0';
  const auto where =
      here ? say("k/words.toml:", line_of(file.text, slip.at), ":") : std::string{"k/en.toml:1:"};
  expect_complaint(files, where, slip.says, slip.count);
}

constexpr Slip slips[] = {
    {"set_up_missing", "calves_roller_floor = \"Sit, calf on the roller.\"", "", "",
     "has no words for any set-up of technique"},
    {"set_up_unknown", "calves_roller_floor", "calves_roler", "calves_roler",
     "no set-up of technique `calves_roler`", 2},
    {"set_up_of_one_missing", "calves_roller_floor = \"Sit, calf on the roller.\"",
     "calves_roler = \"Sit.\"", "", "no words for the set-up of technique `calves_roller_floor`",
     2},
    {"set_up_too_long", "Sit, calf on the roller.",
     "Sit down on the floor with one leg out and the other bent, and put the calf of it on the "
     "roller, then lean back on both of your hands, with the fingers to the back, and lift, while "
     "you look ahead and keep the neck long, the hips up and off the ground, and now wait for the "
     "word to begin, and breathe, slowly, through the nose, as you would at rest on a fine day, "
     "with nothing to do.",
     "Sit down", "longer than the time to get into place, 10000 ms"},
    {"set_up_no_sentence", "on the roller.", "on the roller", "Sit, calf",
     "does not end as a sentence does"},
    {"set_up_promises", "Sit, calf on the roller.", "Sit. It heals.", "Sit. It", "says `heals`"},
    {"side_missing", ", both = \"both calves\"", "", "", "no words for the side `calves.both`"},
    {"side_unknown", "both = \"both calves\"", "all = \"both calves\"",
     "all = ", "no side `calves.all`", 2},
    {"side_no_table",
     "{ left = \"left soleus\", right = \"right soleus\", both = \"both soleus\" }", "\"soleus\"",
     "soleus = \"soleus\"", "expected a table", 4},
    {"alias_unknown", "leg = [", "lge = [", "lge = [", "no place `lge`"},
    {"alias_no_list", "[\"limb\"]", "\"limb\"", "leg = \"", "expected a list of texts"},
    {"number_missing", "\"99\"", "", "words = [\"0\"", "has 99 number words; expected 100"},
    {"number_no_text", "\"99\"", "99", "words = [\"0\"", "is a whole number; expected text", 2},
    {"unknown_list", "words = [\"heals\"", "wrods = [\"heals\"", "wrods", "unknown key `wrods`"},
    {"no_such_language", "[aliases.en]", "[aliases.eo]", "[aliases.eo]",
     "no [[language]] has the id of [aliases.eo]"},
    {"texts_of_english", "[aliases.en]", "[texts.en]\n\"Calves\" = \"Calves\"\n\n[aliases.en]",
     "\"Calves\" = ", "there is no text `Calves`"},
};

INSTANTIATE_TEST_SUITE_P(Slips, Words, testing::ValuesIn(slips),
                         [](const auto& info) { return std::string{info.param.name}; });

/// A second language, which says everything as English does.
class SecondLanguage : public testing::Test {
 protected:
  void SetUp() override {
    std::string phrases = file_of(files_, "en.toml").text;
    replace_first(phrases, "id = \"en\"", "id = \"xx\"");
    replace_first(phrases, "English", "Xish");
    files_.push_back({"k/xx.toml", std::move(phrases)});
    std::string words = file_of(files_, "words.toml").text;
    for (auto at = words.find(".en]"); at != std::string::npos; at = words.find(".en]")) {
      words.replace(at, 4, ".xx]");
    }
    replace_first(words, "[banned.xx]\nwords = [", "[banned.xx]\nwords = [\"xheals\", ");
    files_.push_back({"k/xx_words.toml", std::move(words)});
    files_.push_back({"k/xx_texts.toml", "[texts.xx]\n\"Calves\" = \"Calves\"\n"});
    wanted_ = {"Calves"};
    for (const auto& line : complaints_about(files_)) take_wanted(line);
    files_.pop_back();
  }

  /// The texts kbc asks for, so that a new kind of row needs no line here.
  void take_wanted(const std::string& line) {
    constexpr std::string_view mark = "no words for the text `";
    const auto at = line.find(mark);
    ASSERT_NE(at, std::string::npos) << line;
    const auto begin = at + mark.size();
    wanted_.push_back(line.substr(begin, line.size() - 1 - begin));
  }

  SourceFile texts(const std::string& other = "") const {
    std::string out = "[texts.xx]\n";
    for (const auto& text : wanted_) out += say("\"", text, "\" = \"", text, "\"\n");
    return {"k/xx_texts.toml", out + other};
  }

  std::vector<SourceFile> files_ = small_knowledge();
  std::vector<std::string> wanted_;
};

TEST_F(SecondLanguage, AsksForEveryTextThatPeopleRead) {
  for (const auto* text : {"Calves", "back of the lower leg", "Put the calf on the roller.",
                           "Keep the hips down.", "Call {number} now.", "Nothing near it."}) {
    EXPECT_NE(std::ranges::find(wanted_, text), wanted_.end()) << text;
  }
  EXPECT_EQ(std::ranges::find(wanted_, "calves"), wanted_.end()) << "an id is no text";
  EXPECT_EQ(std::ranges::find(wanted_, "A book"), wanted_.end()) << "a citation stays as it is";
}

TEST_F(SecondLanguage, IsAcceptedWhenWhole) {
  files_.push_back(texts());
  EXPECT_TRUE(complaints_about(files_).empty()) << testing::PrintToString(complaints_about(files_));
}

TEST_F(SecondLanguage, IsAFileOfItsOwnBoundToThePack) {
  files_.push_back(texts());
  Complaints complaints("k");
  const auto compiled = compile(files_, complaints);
  ASSERT_EQ(compiled.words.size(), 1U) << "English is in every pack";
  EXPECT_EQ(compiled.words[0].path, "xx.words");
  const auto& text = compiled.words[0].text;
  EXPECT_TRUE(text.starts_with(say("unknot/words@1\n", compiled.hash, "\n"))) << text;
  EXPECT_NE(text.find("\nxx\nphrases\n"), std::string::npos);
  EXPECT_NE(text.find("\nset_ups\nSit, calf on the roller.\nsides\n"), std::string::npos);
  EXPECT_TRUE(text.ends_with("\naliases\nleg\tlimb\n")) << text;
}

TEST_F(SecondLanguage, LeavesARowWithoutWordsInThePackOfEnglish) {
  files_.push_back(texts());
  Complaints complaints("k");
  const auto compiled = compile(files_, complaints);
  EXPECT_NE(compiled.cpp.find("languages_1_phrases"), std::string::npos);
  EXPECT_EQ(compiled.english.find("languages_1_"), std::string::npos);
  EXPECT_NE(compiled.english.find("languages_0_phrases"), std::string::npos);
  EXPECT_NE(compiled.english.find("\"Xish\"sv"), std::string::npos);
  EXPECT_NE(compiled.english.find(say(".hash = \"", compiled.hash, "\"sv")), std::string::npos);
}

TEST_F(SecondLanguage, SaysEachTextInOneLine) {
  auto file = texts();
  replace_first(file.text, "= \"Keep the hips down.", "= \"Keep\\tthem down.");
  files_.push_back(file);
  expect_complaint(files_, "k/xx_texts.toml:", "a line break, a tab or another control character",
                   1);
}

TEST_F(SecondLanguage, MustFillTheSameSlots) {
  auto file = texts();
  replace_first(file.text, "= \"Call {number} now.", "= \"Call now.");
  files_.push_back(file);
  expect_complaint(files_, "k/xx_texts.toml:", "slots differ from those of `Call {number} now.`",
                   1);
}

TEST_F(SecondLanguage, HasItsOwnBannedWords) {
  auto file = texts();
  replace_first(file.text, "= \"Keep the hips down.", "= \"It xheals.");
  files_.push_back(file);
  expect_complaint(files_, "k/xx_texts.toml:", "says `xheals`", 1);
}

TEST_F(SecondLanguage, MayNotTranslateWhatNobodySays) {
  files_.push_back(texts("\"No such text.\" = \"X.\"\n"));
  expect_complaint(files_, "k/xx_texts.toml:", "there is no text `No such text.`", 1);
}

}  // namespace
}  // namespace unknot::kbc
