#include "checksum.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstring>

namespace unknot::store_sqlite {

namespace {

constexpr std::uint64_t polynomial = 0xC96C5795D7870F42;  // ECMA-182, reflected
constexpr std::size_t step = 8;

using Tables = std::array<std::array<std::uint64_t, 256>, step>;

// Table k is the effect of a byte that k more bytes follow ("slicing by 8").
constexpr Tables make_tables() {
  Tables tables{};
  for (std::size_t byte = 0; byte < 256; ++byte) {
    std::uint64_t crc = byte;
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) != 0 ? polynomial : 0);
    tables[0][byte] = crc;
  }
  for (std::size_t k = 1; k < step; ++k) {
    for (std::size_t byte = 0; byte < 256; ++byte) {
      const std::uint64_t before = tables[k - 1][byte];
      tables[k][byte] = (before >> 8) ^ tables[0][before & 0xFF];
    }
  }
  return tables;
}

constexpr Tables tables = make_tables();

std::uint64_t byte_at(std::string_view text, std::size_t i) {
  return static_cast<unsigned char>(text[i]);
}

// The first eight bytes, the first one lowest.
std::uint64_t word_at(std::string_view bytes) {
  std::uint64_t word = 0;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&word, bytes.data(), step);
  } else {
    for (std::size_t i = 0; i < step; ++i) word |= byte_at(bytes, i) << (8 * i);
  }
  return word;
}

}  // namespace

void Checksum::add_bytes(std::string_view bytes) {
  while (bytes.size() >= step) {
    const std::uint64_t word = state_ ^ word_at(bytes);
    state_ = 0;
    for (std::size_t i = 0; i < step; ++i) {
      state_ ^= tables[step - 1 - i][(word >> (8 * i)) & 0xFF];
    }
    bytes.remove_prefix(step);
  }
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    state_ = (state_ >> 8) ^ tables[0][(state_ ^ byte_at(bytes, i)) & 0xFF];
  }
}

void Checksum::add(std::int64_t number) {
  std::array<char, 8> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[i] = static_cast<char>(static_cast<std::uint64_t>(number) >> (8 * i));
  }
  add_bytes({bytes.data(), bytes.size()});
}

void Checksum::add(std::string_view piece) {
  add(static_cast<std::int64_t>(piece.size()));
  add_bytes(piece);
}

}  // namespace unknot::store_sqlite
