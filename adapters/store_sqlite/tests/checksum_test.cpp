#include "checksum.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <string>

namespace unknot::store_sqlite {
namespace {

std::uint64_t of(std::string_view bytes) {
  Checksum sum;
  sum.add_bytes(bytes);
  return static_cast<std::uint64_t>(sum.value());
}

// Of the catalogue of parametrised CRC algorithms ("CRC-64/XZ", check), and of xz itself.
TEST(ChecksumTest, known_values) {
  EXPECT_EQ(of(""), 0U);
  EXPECT_EQ(of("123456789"), 0x995DC9BBDF1939FAU);
}

// Bit by bit, as the definition says, against the tables.
TEST(ChecksumTest, every_length_is_as_defined) {
  std::string bytes;
  for (int i = 0; i < 70; ++i) {
    std::uint64_t expected = ~std::uint64_t{0};
    for (const char c : bytes) {
      expected ^= static_cast<unsigned char>(c);
      for (int bit = 0; bit < 8; ++bit) {
        expected = (expected >> 1) ^ ((expected & 1) != 0 ? 0xC96C5795D7870F42U : 0);
      }
    }
    EXPECT_EQ(of(bytes), ~expected) << i;
    bytes += static_cast<char>(i * 37 + 200);
  }
}

TEST(ChecksumTest, borders_between_pieces_count) {
  Checksum one;
  one.add("ab");
  one.add("c");
  Checksum other;
  other.add("a");
  other.add("bc");
  EXPECT_NE(one.value(), other.value());
}

}  // namespace
}  // namespace unknot::store_sqlite
