#include "unknot/base/json.hpp"

#include <gtest/gtest.h>

namespace unknot::base {
namespace {

std::string round_trip(std::string_view text) {
  const auto parsed = parse_json(text);
  if (!parsed) return "refused: " + sentence(parsed.error());
  return JsonWriter().value(*parsed).take();
}

TEST(Json, AcceptsWhatRfc8259Accepts) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"null", "null"},
      {" [ ] ", "[]"},
      {"{}", "{}"},
      {"[1,-0,1e5,1E+2,0.5,-1.25e-3]", "[1,-0,1e5,1e2,0.5,-1.25e-3]"},
      {R"(["\u0061\n\"\\\/\t"])", R"(["a\n\"\\/\u0009"])"},
      {R"(["\ud83d\ude00"])", "[\"\xF0\x9F\x98\x80\"]"},
      {R"({"a":{"b":[true,false,null]}})", R"({"a":{"b":[true,false,null]}})"},
      {"[\"\xC3\xA9\"]", "[\"\xC3\xA9\"]"},
      {"[\"\x7F\"]", "[\"\x7F\"]"},
      {R"({"":0})", R"({"":0})"},
  };
  for (const auto& [in, out] : cases) EXPECT_EQ(round_trip(in), out) << in;
}

TEST(Json, RefusesWhatRfc8259Refuses) {
  const std::string_view cases[] = {
      "",
      " ",
      "[1,]",
      "[,1]",
      "{\"a\":1,}",
      "{a:1}",
      "[01]",
      "[1.]",
      "[.5]",
      "[+1]",
      "[1e]",
      "[-]",
      "[NaN]",
      "[Infinity]",
      "nul",
      "[tru]",
      "\"a",
      "[\"\\x\"]",
      "[\"\\u12g4\"]",
      "[\"\t\"]",
      "[1]]",
      "{\"a\"}",
      "{\"a\":}",
      "['a']",
      "[1 2]",
      "\xEF\xBB\xBF[]",
      "[\"\\ud800\"]",
      "[\"\\udc00\"]",
      "[\"\\ud800\\u0041\"]",
      "[\"\xFF\"]",
      "[\"\xC0\xAF\"]",
      "[\"\xED\xA0\x80\"]",
      "// x\n[]",
      "[1]x",
      "{\"a\":1,\"a\":2}",
  };
  for (const std::string_view in : cases) EXPECT_FALSE(parse_json(in).has_value()) << in;
}

TEST(Json, SaysLineAndColumn) {
  const auto bad = parse_json("{\n  \"a\": 1,\n  \"b\" 2\n}");
  ASSERT_FALSE(bad);
  EXPECT_EQ(sentence(bad.error()),
            "input: got '2' at line 3, column 7, expected ':' after a field name.");
}

TEST(Json, NamesTheRepeatedField) {
  const auto bad = parse_json(R"({"minutes":1,"minutes":2})");
  ASSERT_FALSE(bad);
  EXPECT_NE(bad.error().value.find("field \"minutes\" twice"), std::string::npos);
}

TEST(Json, BoundsDepthAndSize) {
  EXPECT_TRUE(parse_json(std::string(63, '[') + std::string(63, ']')));
  EXPECT_FALSE(parse_json(std::string(65, '[') + std::string(65, ']')));
  EXPECT_FALSE(parse_json(std::string(1 << 20, '[')));
  EXPECT_FALSE(parse_json(std::string(10'000'000, 'x')));
  std::string many = "{";
  for (int i = 0; i < 60000; ++i) many += "\"k" + std::to_string(i) + "\":0,";
  many += "\"z\":0}";
  EXPECT_TRUE(parse_json(many)) << "a hundred thousand names must not cost their square";
}

TEST(Json, ReadsNumbersWithoutRounding) {
  const auto number = [](std::string_view text) { return *parse_json(text); };
  EXPECT_EQ(whole_number(number("10")), 10);
  EXPECT_EQ(whole_number(number("1e1")), 10);
  EXPECT_EQ(whole_number(number("10.0")), 10);
  EXPECT_EQ(whole_number(number("-0")), 0);
  EXPECT_EQ(whole_number(number("9007199254740991")), 9007199254740991);
  EXPECT_EQ(whole_number(number("9007199254740992")), std::nullopt);
  EXPECT_EQ(whole_number(number("0.5")), std::nullopt);
  EXPECT_EQ(whole_number(number("1e999")), std::nullopt);
  EXPECT_EQ(whole_number(number("1e99999999999999999999")), std::nullopt);
  EXPECT_EQ(whole_number(number("\"10\"")), std::nullopt);
  EXPECT_EQ(tenths(number("17.5")), 175);
  EXPECT_EQ(tenths(number("17")), 170);
  EXPECT_EQ(tenths(number("17.55")), std::nullopt);
  EXPECT_EQ(tenths(number("17.50")), 175);
}

TEST(JsonWriter, WritesTenthsAsPeopleDo) {
  EXPECT_EQ(JsonWriter().tenths(175).take(), "17.5");
  EXPECT_EQ(JsonWriter().tenths(170).take(), "17");
  EXPECT_EQ(JsonWriter().tenths(-5).take(), "-0.5");
}

}  // namespace
}  // namespace unknot::base
