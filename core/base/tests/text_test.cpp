#include "unknot/base/text.hpp"

#include <gtest/gtest.h>

#include <array>

#include "unknot/base/result.hpp"

namespace unknot::base {
namespace {

TEST(Text, FindsBrokenUtf8) {
  EXPECT_EQ(invalid_utf8_at("plain \xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80"), std::nullopt);
  EXPECT_EQ(invalid_utf8_at("a\xFF"), 1U);
  EXPECT_EQ(invalid_utf8_at("\xC0\x80"), 0U) << "overlong";
  EXPECT_EQ(invalid_utf8_at("\xE0\x9F\xBF"), 0U) << "overlong";
  EXPECT_EQ(invalid_utf8_at("\xED\xA0\x80"), 0U) << "surrogate";
  EXPECT_EQ(invalid_utf8_at("\xF4\x90\x80\x80"), 0U) << "past U+10FFFF";
  EXPECT_EQ(invalid_utf8_at("ab\xE2\x82"), 2U) << "cut short";
}

TEST(Text, MakesAnythingPrintable) {
  EXPECT_EQ(printable("a\nb\x1b[0m\xFF\xC3\xA9"), "a?b?[0m?\xC3\xA9");
  EXPECT_EQ(shorten("\xC3\xA9\xC3\xA9\xC3\xA9", 2), "\xC3\xA9\xC3\xA9...");
  EXPECT_EQ(shorten("ab", 2), "ab");
}

TEST(Text, CountsBytesOfCodePoints) {
  EXPECT_EQ(bytes_of_code_points("a\xC3\xA9z", 0), 0U);
  EXPECT_EQ(bytes_of_code_points("a\xC3\xA9z", 2), 3U);
  EXPECT_EQ(bytes_of_code_points("a\xC3\xA9z", 3), 4U);
  EXPECT_EQ(bytes_of_code_points("a\xC3\xA9z", 9), 4U);
  EXPECT_EQ(bytes_of_code_points("", 1), 0U);
}

TEST(Text, ReadsWholeNumbersOnly) {
  EXPECT_EQ(parse_integer("-12"), -12);
  for (const char* bad : {"", "1.0", "1e3", " 1", "1 ", "+1", "99999999999999999999", "0x1"}) {
    EXPECT_EQ(parse_integer(bad), std::nullopt) << bad;
  }
}

TEST(Text, KnowsIds) {
  for (const char* good : {"a", "low_back", "a1_"}) EXPECT_TRUE(is_id(good)) << good;
  for (const char* bad : {"", "1a", "_a", "A", "low back", "low-back"}) EXPECT_FALSE(is_id(bad));
}

TEST(Text, SuggestsASlipAndNothingElse) {
  constexpr std::array<std::string_view, 3> known{"hamstrings", "glutes", "adductors"};
  EXPECT_EQ(nearest("hamstring", known), "hamstrings");
  EXPECT_EQ(nearest("glute", known), "glutes");
  EXPECT_EQ(nearest("spleen", known), "");
  EXPECT_EQ(nearest(std::string(1000, 'a'), known), "");
}

TEST(Text, SplitsAndTrims) {
  EXPECT_EQ(split("a:b::c", ':'), (std::vector<std::string_view>{"a", "b", "", "c"}));
  EXPECT_EQ(trim("  a b\t\n"), "a b");
  EXPECT_EQ(trim(" \t"), "");
}

TEST(Error, IsOneSentence) {
  EXPECT_EQ(sentence({ErrorCode::out_of_range, "minutes", "0", "a whole number from 1 to 600"}),
            "minutes: got 0, expected a whole number from 1 to 600.");
  EXPECT_EQ(sentence({ErrorCode::store_full, "log.db", "no room left on the disk",
                      "nothing was written"}),
            "log.db: no room left on the disk; nothing was written.");
  EXPECT_EQ(sentence({ErrorCode::store_newer, "log.db", "written by a newer program", ""}),
            "log.db: written by a newer program.");
  EXPECT_EQ(sentence({ErrorCode::field_missing, "format", "", "\"unknot/request@1\""}),
            "format: missing, expected \"unknot/request@1\".");
  EXPECT_EQ(sentence({ErrorCode::field_unknown, "minuts", "", "\"minutes\""}),
            "minuts: unknown field, expected \"minutes\".");
}

TEST(Error, EveryCodeHasARow) {
  for (std::uint16_t code = 1; code <= 10; ++code) {
    EXPECT_FALSE(row_of(static_cast<ErrorCode>(code)).name.empty());
  }
}

}  // namespace
}  // namespace unknot::base
