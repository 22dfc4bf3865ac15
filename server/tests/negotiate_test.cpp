/// What clients ask for in headers, in tables.
#include "negotiate.hpp"

#include <gtest/gtest.h>

namespace unknot::server {
namespace {

struct CodingRow {
  const char* accept;
  std::optional<Coding> with_both;
  std::optional<Coding> plain_only;
};

TEST(Negotiate, coding) {
  const CodingRow rows[] = {
      {"", Coding::identity, Coding::identity},
      {"gzip, deflate, br", Coding::br, Coding::identity},
      {"gzip, deflate, br, zstd", Coding::br, Coding::identity},
      {"gzip", Coding::gzip, Coding::identity},
      {"x-gzip", Coding::gzip, Coding::identity},
      {"GZIP ; Q=0.5", Coding::gzip, Coding::identity},
      {"br;q=0.5, gzip;q=0.8", Coding::gzip, Coding::identity},
      {"br;q=0.8, gzip;q=0.8", Coding::br, Coding::identity},
      {"br;q=0, gzip;q=0", Coding::identity, Coding::identity},
      {"*", Coding::br, Coding::identity},
      {"*;q=0", std::nullopt, std::nullopt},
      {"identity;q=0", std::nullopt, std::nullopt},
      {"identity;q=0, br", Coding::br, std::nullopt},
      {"*;q=0, gzip", Coding::gzip, std::nullopt},
      {"identity, br;q=0.5", Coding::identity, Coding::identity},
      {"identity;q=0.1, br;q=0.5", Coding::br, Coding::identity},
      {"deflate", Coding::identity, Coding::identity},
      {"br;q=nonsense", Coding::identity, Coding::identity},
      {"br;q=1.5", Coding::br, Coding::identity},
      {"br;q=0.0001", Coding::identity, Coding::identity},
      {", ,br,", Coding::br, Coding::identity},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(choose_coding(row.accept, {true, true}), row.with_both) << row.accept;
    EXPECT_EQ(choose_coding(row.accept, {false, false}), row.plain_only) << row.accept;
  }
}

TEST(Negotiate, entity_tags) {
  const struct {
    const char* list;
    const char* tag;
    bool named;
  } rows[] = {
      {"", "\"a\"", false},           {"*", "\"a\"", true},
      {"\"a\"", "\"a\"", true},       {"\"b\", \"a\"", "\"a\"", true},
      {"W/\"a\"", "\"a\"", true},     {"\"a\"", "W/\"a\"", true},
      {"\"ab\"", "\"a\"", false},     {"\"b,\" , \"a\"", "\"a\"", true},
      {"a", "\"a\"", false},          {"\"a", "\"a\"", false},
      {"\"x\" \"a\"", "\"a\"", true},
  };
  for (const auto& row : rows) EXPECT_EQ(names_tag(row.list, row.tag), row.named) << row.list;
}

TEST(Negotiate, ranges) {
  using Kind = Wanted::Kind;
  const struct {
    const char* range;
    Kind kind;
    std::uint64_t first;
    std::uint64_t length;
  } rows[] = {
      {"bytes=0-0", Kind::piece, 0, 1},
      {"bytes=0-99", Kind::piece, 0, 100},
      {"bytes=0-1000", Kind::piece, 0, 100},
      {"bytes=90-", Kind::piece, 90, 10},
      {"bytes=-10", Kind::piece, 90, 10},
      {"bytes=-1000", Kind::piece, 0, 100},
      {"Bytes=5-6", Kind::piece, 5, 2},
      {"bytes=100-", Kind::unsatisfiable, 0, 0},
      {"bytes=-0", Kind::unsatisfiable, 0, 0},
      {"bytes=7-6", Kind::whole, 0, 0},
      {"bytes=0-1,5-6", Kind::whole, 0, 0},
      {"bytes=", Kind::whole, 0, 0},
      {"bytes=-", Kind::whole, 0, 0},
      {"bytes=+1-2", Kind::whole, 0, 0},
      {"bytes=1-99999999999999999999", Kind::whole, 0, 0},
      {"items=0-1", Kind::whole, 0, 0},
  };
  for (const auto& row : rows) {
    const Wanted wanted = wanted_piece(row.range, 100);
    EXPECT_EQ(wanted.kind, row.kind) << row.range;
    EXPECT_EQ(wanted.piece.first, row.first) << row.range;
    EXPECT_EQ(wanted.piece.length, row.length) << row.range;
  }
  EXPECT_EQ(wanted_piece("bytes=0-", 0).kind, Kind::unsatisfiable) << "nothing of nothing";
}

TEST(Negotiate, if_range) {
  EXPECT_TRUE(range_counts("", "\"a\""));
  EXPECT_TRUE(range_counts("\"a\"", "\"a\""));
  EXPECT_FALSE(range_counts("\"b\"", "\"a\""));
  EXPECT_FALSE(range_counts("W/\"a\"", "W/\"a\"")) << "a weak one says nothing of bytes";
  EXPECT_FALSE(range_counts("Mon, 23 Nov 2026 03:37:46 GMT", "\"a\""));
}

}  // namespace
}  // namespace unknot::server
