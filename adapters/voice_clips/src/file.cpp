#include "file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace unknot::voice_clips {

std::optional<File> File::open(const std::string& path) {
  // A pipe under that name must not make the program wait.
  const int handle = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (handle < 0) return std::nullopt;
  struct stat facts = {};
  File file(handle, 0);
  if (::fstat(handle, &facts) != 0 || !S_ISREG(facts.st_mode)) return std::nullopt;
  file.size_ = static_cast<std::uint64_t>(facts.st_size);
  return file;
}

File::File(File&& other) noexcept : handle_(std::exchange(other.handle_, -1)), size_(other.size_) {}

File::~File() {
  if (handle_ >= 0) ::close(handle_);
}

std::optional<std::string> File::read(std::uint64_t offset, std::size_t count) const {
  if (offset > size_ || count > size_ - offset) return std::nullopt;
  std::string bytes(count, '\0');
  std::size_t done = 0;
  while (done < count) {
    const auto got =
        ::pread(handle_, bytes.data() + done, count - done, static_cast<off_t>(offset + done));
    if (got < 0 && errno == EINTR) continue;
    // Nothing more: somebody cut the file off meanwhile.
    if (got <= 0) return std::nullopt;
    done += static_cast<std::size_t>(got);
  }
  return bytes;
}

}  // namespace unknot::voice_clips
