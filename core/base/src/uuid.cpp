#include "unknot/base/uuid.hpp"

#include <algorithm>

namespace unknot::base {

namespace {
constexpr std::size_t dashes[] = {8, 13, 18, 23};
constexpr std::int64_t latest_ms = (std::int64_t{1} << 48) - 1;
constexpr std::size_t time_bytes = 6;

/// Sets what RFC 9562 fixes.
std::string text_of(std::array<std::uint8_t, 16> bytes, std::uint8_t version) {
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0F) | (version << 4));
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3F) | 0x80);
  std::string hex = to_hex(bytes);
  for (const std::size_t at : dashes) hex.insert(at, 1, '-');
  return hex;
}

std::int64_t value_of(char c) {
  if (c <= '9') return c - '0';
  return (c | 0x20) - 'a' + 10;
}
}  // namespace

std::string uuid_v8(const Digest& digest) {
  std::array<std::uint8_t, 16> bytes;
  std::copy_n(digest.begin(), bytes.size(), bytes.begin());
  return text_of(bytes, 8);
}

std::string uuid_v7(std::int64_t unix_ms, const std::array<std::uint8_t, 10>& chance) {
  const std::int64_t ms = std::clamp<std::int64_t>(unix_ms, 0, latest_ms);
  std::array<std::uint8_t, 16> bytes;
  for (std::size_t i = 0; i < time_bytes; ++i) {
    bytes[i] = static_cast<std::uint8_t>(ms >> (8 * (time_bytes - 1 - i)));
  }
  std::copy(chance.begin(), chance.end(), bytes.begin() + time_bytes);
  return text_of(bytes, 7);
}

bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool dash = std::find(std::begin(dashes), std::end(dashes), i) != std::end(dashes);
    const bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    if (dash ? c != '-' : !hex) return false;
  }
  return true;
}

std::optional<std::int64_t> uuid_v7_time(std::string_view text) {
  if (!is_uuid(text) || text[14] != '7') return std::nullopt;
  std::int64_t ms = 0;
  for (const char c : text.substr(0, 13)) {
    if (c != '-') ms = ms * 16 + value_of(c);
  }
  return ms;
}

}  // namespace unknot::base
