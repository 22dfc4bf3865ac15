#pragma once
/// @file
/// A fuzzer's bytes as a source of choices. When they end, every choice is the first one, so that
/// short inputs mean simple things and each byte more adds one.

#include <cstddef>
#include <cstdint>
#include <span>

namespace unknot::fuzz {

class Bytes {
 public:
  explicit Bytes(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  [[nodiscard]] bool empty() const { return bytes_.empty(); }

  /// 0 when there is none left.
  std::uint8_t byte() {
    if (bytes_.empty()) return 0;
    const std::uint8_t out = bytes_.front();
    bytes_ = bytes_.subspan(1);
    return out;
  }

  /// 0..count-1; takes one byte, two for counts above 256. `count` is at least 1.
  std::size_t below(std::size_t count) {
    std::size_t value = byte();
    if (count > 256) value = value * 256 + byte();
    return value % count;
  }

  /// least..most
  std::int32_t between(std::int32_t least, std::int32_t most) {
    const auto span = static_cast<std::int64_t>(most) - least + 1;
    std::int64_t value = byte();
    for (std::int64_t reach = 256; reach < span; reach *= 256) value = value * 256 + byte();
    return static_cast<std::int32_t>(least + value % span);
  }

  /// One time in `count`; never when the bytes are at their end.
  bool one_in(std::size_t count) { return below(count) == count - 1; }

  /// What is left.
  [[nodiscard]] std::span<const std::uint8_t> rest() const { return bytes_; }

 private:
  std::span<const std::uint8_t> bytes_;
};

}  // namespace unknot::fuzz
