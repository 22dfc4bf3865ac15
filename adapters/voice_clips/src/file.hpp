#pragma once
/// @file
/// A file that is open for reading at any place.

#include <cstdint>
#include <optional>
#include <string>

namespace unknot::voice_clips {

class File {
 public:
  /// Nothing when it is no regular file or may not be read.
  static std::optional<File> open(const std::string& path);

  File(File&& other) noexcept;
  File& operator=(File&&) = delete;
  ~File();

  [[nodiscard]] std::uint64_t size() const { return size_; }

  /// `count` bytes from `offset`; nothing when they are not all there.
  [[nodiscard]] std::optional<std::string> read(std::uint64_t offset, std::size_t count) const;

 private:
  File(int handle, std::uint64_t size) : handle_(handle), size_(size) {}
  int handle_;
  std::uint64_t size_;
};

}  // namespace unknot::voice_clips
