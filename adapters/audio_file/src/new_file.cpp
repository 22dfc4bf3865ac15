#include "new_file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace unknot::audio_file {

using base::ErrorCode;

base::Error failure(const std::string& path, int code) {
  const ErrorCode kind = code == ENOSPC || code == EDQUOT || code == EFBIG ? ErrorCode::store_full
                         : code == EACCES || code == EROFS || code == EPERM
                             ? ErrorCode::store_readonly
                             : ErrorCode::store_broken;
  return {kind, path, std::strerror(code), "a file that can be written; nothing was left behind"};
}

NewFile::~NewFile() {
  if (file_ == nullptr) return;
  std::fclose(file_);
  ::unlink(beside_.c_str());
}

base::Result<void> NewFile::open(const std::string& path) {
  path_ = path;
  beside_ = path + ".XXXXXX";
  const int handle = ::mkstemp(beside_.data());
  if (handle < 0) return std::unexpected(failure(path_, errno));
  // As a file that a program writes by itself: what the mask allows.
  const mode_t mask = ::umask(0);
  ::umask(mask);
  ::fchmod(handle, 0666 & ~mask);
  file_ = ::fdopen(handle, "wb");
  if (file_ != nullptr) return {};
  const int code = errno;
  ::close(handle);
  ::unlink(beside_.c_str());
  return std::unexpected(failure(path_, code));
}

base::Result<void> NewFile::write(std::span<const unsigned char> bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) == bytes.size()) return {};
  return std::unexpected(failure(path_, errno));
}

base::Result<void> NewFile::rewrite(long offset, std::span<const unsigned char> bytes) {
  if (std::fseek(file_, offset, SEEK_SET) != 0) return std::unexpected(failure(path_, errno));
  if (auto written = write(bytes); !written) return written;
  if (std::fseek(file_, 0, SEEK_END) == 0) return {};
  return std::unexpected(failure(path_, errno));
}

base::Result<void> NewFile::finish() {
  const bool flushed = std::fflush(file_) == 0 && ::fsync(::fileno(file_)) == 0;
  if (!flushed) return std::unexpected(failure(path_, errno));
  if (::rename(beside_.c_str(), path_.c_str()) != 0) {
    return std::unexpected(failure(path_, errno));
  }
  std::fclose(file_);
  file_ = nullptr;
  return {};
}

}  // namespace unknot::audio_file
