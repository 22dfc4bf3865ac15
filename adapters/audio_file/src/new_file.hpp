#pragma once
/// @file
/// A file that appears under its name only when it is whole.

#include <cstdio>
#include <span>
#include <string>

#include "unknot/base/result.hpp"

namespace unknot::audio_file {

/// What the system said last, as an error about `path`.
[[nodiscard]] base::Error failure(const std::string& path, int code);

class NewFile {
 public:
  NewFile() = default;
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile();

  /// Beside `path`, so that the last step is one rename.
  [[nodiscard]] base::Result<void> open(const std::string& path);
  [[nodiscard]] base::Result<void> write(std::span<const unsigned char> bytes);
  /// Over the bytes at `offset`, which were written before.
  [[nodiscard]] base::Result<void> rewrite(long offset, std::span<const unsigned char> bytes);
  /// On disk, then under its name.
  [[nodiscard]] base::Result<void> finish();

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
  std::string beside_;
  std::FILE* file_ = nullptr;
};

}  // namespace unknot::audio_file
