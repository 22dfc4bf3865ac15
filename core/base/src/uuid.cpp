#include "unknot/base/uuid.hpp"

#include <algorithm>

namespace unknot::base {

namespace {
constexpr std::size_t dashes[] = {8, 13, 18, 23};
}

std::string uuid_v8(const Digest& digest) {
  Digest bytes = digest;
  bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0F) | 0x80);  // version 8
  bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3F) | 0x80);  // variant of RFC 9562
  std::string hex = to_hex(std::span(bytes).first(16));
  for (const std::size_t at : dashes) hex.insert(at, 1, '-');
  return hex;
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

}  // namespace unknot::base
