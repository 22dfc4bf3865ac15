#include "frame.hpp"

#include <gtest/gtest.h>

#include "big_text.hpp"

namespace unknot::cli {
namespace {

TEST(Cells, LettersMarksAndWideOnes) {
  EXPECT_EQ(cells_of(std::string_view("abc")), 3U);
  EXPECT_EQ(cells_of(std::string_view("e\u0301")), 1U) << "an accent stands upon its letter";
  EXPECT_EQ(cells_of(std::string_view("\u30DC\u30FC\u30EB")), 6U) << "Japanese is wide";
  EXPECT_EQ(cells_of(std::string_view("\U0001F3BE")), 2U) << "a tennis ball";
}

TEST(Frame, CutsWhatLiesOutside) {
  Frame frame(2, 4, Charset::utf8);
  EXPECT_EQ(frame.put(0, 2, "abcdef"), 4U);
  frame.put(7, 0, "nowhere");
  EXPECT_EQ(frame.lines(), (std::vector<std::string>{"  ab", ""}));
}

TEST(Frame, AWideOneNeverHalvesALine) {
  Frame frame(1, 5, Charset::utf8);
  frame.put(0, 0, "\u30DC\u30FC\u30EB");
  EXPECT_EQ(frame.lines()[0], "\u30DC\u30FC") << "the third has no room for both its cells";
  frame.put(0, 1, "x");
  EXPECT_EQ(frame.lines()[0], " x\u30FC") << "half a letter is none";
}

TEST(Frame, AsciiShowsAsciiAlone) {
  Frame frame(1, 10, Charset::ascii);
  frame.put(0, 0, "a\u00E9\u30DCz\x07");
  EXPECT_EQ(frame.lines()[0], "a?? z?");
}

TEST(Frame, NothingTypedReachesTheTerminalAsACommand) {
  Frame frame(1, 20, Charset::utf8);
  frame.put(0, 0, "\x1b[2Jx");
  EXPECT_EQ(frame.lines()[0], "?[2Jx");
}

TEST(Frame, ColourOnlyWhereWanted) {
  Frame frame(1, 3, Charset::utf8);
  frame.put(0, 0, "a", Ink::warning);
  EXPECT_EQ(frame.ansi(false), "\x1b[H\x1b[0ma\x1b[K");
  EXPECT_EQ(frame.ansi(true), "\x1b[H\x1b[0m\x1b[0;1;31ma\x1b[0m\x1b[K");
}

TEST(WrapCells, BreaksWordsAndLongWords) {
  EXPECT_EQ(wrap_cells("one two three", 7), (std::vector<std::string>{"one two", "three"}));
  EXPECT_EQ(wrap_cells("abcdefgh", 3), (std::vector<std::string>{"abc", "def", "gh"}));
  EXPECT_EQ(wrap_cells("\u30DC\u30FC\u30EB", 5),
            (std::vector<std::string>{"\u30DC\u30FC", "\u30EB"}));
  EXPECT_TRUE(wrap_cells("x", 0).empty());
}

TEST(BigText, SevenRowsOfBlocks) {
  Frame frame(big_rows, 24, Charset::ascii);
  put_big(frame, 0, 0, "7L", {1, 2}, Ink::plain);
  EXPECT_EQ(big_columns("7L", {1, 2}), 22U);
  EXPECT_EQ(frame.lines(),
            (std::vector<std::string>{"##########  ##", "        ##  ##", "      ##    ##",
                                      "    ##      ##", "    ##      ##", "  ##        ##",
                                      "  ##        ##########"}));
}

TEST(BigText, GrowsAndKnowsItsLetters) {
  EXPECT_EQ(big_columns("88", {3, 2}), 66U);
  EXPECT_TRUE(is_big("Right 0:42"));
  EXPECT_FALSE(is_big("d\u00E9"));
}

}  // namespace
}  // namespace unknot::cli
