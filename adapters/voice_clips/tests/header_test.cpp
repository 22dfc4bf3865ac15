#include "header.hpp"

#include <gtest/gtest.h>

#include <tuple>

namespace unknot::voice_clips {
namespace {

using base::ErrorCode;

constexpr std::uint64_t data_bytes = 1000;

std::string header(const std::string& entries, const std::string& rate = "24000") {
  return R"({"format":"unknot/clips@1","language":"de","voice":"somebody","sample_rate":)" + rate +
         R"(,"entries":[)" + entries + "]}";
}

std::string entry(const std::string& sentence, const std::string& numbers) {
  return R"({"sentence":")" + sentence + R"(",)" + numbers + "}";
}

TEST(HeaderTest, reads) {
  const auto read =
      read_header(header(entry("A", R"("offset":0,"bytes":400,"samples":24000)") + "," +
                         entry("Ä", R"("offset":400,"bytes":600,"samples":1,"added_later":true)")),
                  data_bytes);
  ASSERT_TRUE(read) << base::sentence(read.error());
  EXPECT_EQ(read->language, "de");
  EXPECT_EQ(read->voice, "somebody");
  EXPECT_EQ(read->sample_rate, 24000);
  ASSERT_EQ(read->entries.size(), 2U);
  EXPECT_EQ(read->entries[1].sentence, "Ä");
  EXPECT_EQ(read->entries[1].offset, 400U);
  EXPECT_EQ(read->entries[1].bytes, 600U);
  EXPECT_EQ(read->entries[1].samples, 1U);
}

TEST(HeaderTest, a_pack_of_nothing) { EXPECT_TRUE(read_header(header(""), 0)); }

TEST(HeaderTest, refusals_name_the_field) {
  const std::string good = R"("offset":0,"bytes":1,"samples":1)";
  const std::tuple<std::string, ErrorCode, std::string> cases[] = {
      {"[", ErrorCode::json_malformed, ""},
      {"[]", ErrorCode::field_missing, "format"},
      {R"({"format":"unknot/clips@2"})", ErrorCode::format_unknown, "format"},
      {R"({"format":"unknot/clips@1"})", ErrorCode::field_missing, "language"},
      {R"({"format":"unknot/clips@1","language":7})", ErrorCode::field_type, "language"},
      {header("", "7999"), ErrorCode::out_of_range, "sample_rate"},
      {header("", "48000.5"), ErrorCode::out_of_range, "sample_rate"},
      {header("7"), ErrorCode::field_type, "entries[0]"},
      {header(entry("A", R"("offset":0,"bytes":1)")), ErrorCode::field_missing,
       "entries[0].samples"},
      {header(entry("A", R"("offset":-1,"bytes":1,"samples":1)")), ErrorCode::out_of_range,
       "entries[0].offset"},
      {header(entry("A", R"("offset":1001,"bytes":1,"samples":1)")), ErrorCode::out_of_range,
       "entries[0].offset"},
      {header(entry("A", R"("offset":9007199254740991,"bytes":9007199254740991,"samples":1)")),
       ErrorCode::out_of_range, "entries[0].offset"},
      {header(entry("A", R"("offset":1000,"bytes":1,"samples":1)")), ErrorCode::out_of_range,
       "entries[0].bytes"},
      {header(entry("A", R"("offset":999,"bytes":2,"samples":1)")), ErrorCode::out_of_range,
       "entries[0].bytes"},
      {header(entry("A", R"("offset":0,"bytes":0,"samples":1)")), ErrorCode::out_of_range,
       "entries[0].bytes"},
      {header(entry("A", R"("offset":0,"bytes":1,"samples":0)")), ErrorCode::out_of_range,
       "entries[0].samples"},
      {header(entry("A", R"("offset":0,"bytes":1,"samples":14400001)")), ErrorCode::out_of_range,
       "entries[0].samples"},
      {header(entry("B", good) + "," + entry("A", good)), ErrorCode::contradiction,
       "entries[1].sentence"},
      {header(entry("A", good) + "," + entry("A", good)), ErrorCode::contradiction,
       "entries[1].sentence"},
  };
  for (const auto& [json, code, field] : cases) {
    const auto read = read_header(json, data_bytes);
    ASSERT_FALSE(read) << json;
    EXPECT_EQ(read.error().code, code) << json;
    if (!field.empty()) {
      EXPECT_EQ(read.error().field, field) << json;
    }
  }
}

}  // namespace
}  // namespace unknot::voice_clips
