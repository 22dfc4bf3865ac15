#pragma once
/// @file
/// One program at a time, by a file that is locked while it runs. The machine gives the lock back
/// when the program is gone, however it went.

#include <string>

namespace unknot::cli {

class FileLock {
 public:
  /// Makes the file where it is missing; its content does not matter.
  explicit FileLock(const std::string& path);
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

  /// Another program holds it. A file that cannot be made at all is not held by anybody.
  [[nodiscard]] bool taken() const { return taken_; }

 private:
  int file_ = -1;
  bool taken_ = false;
};

}  // namespace unknot::cli
