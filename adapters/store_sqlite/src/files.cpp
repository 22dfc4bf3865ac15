#include "files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace unknot::store_sqlite {

namespace {

using base::ErrorCode;

std::unexpected<Failure> cannot_make(const std::string& path, int os_error) {
  if (os_error == ENOSPC || os_error == EDQUOT) {
    return failed(ErrorCode::store_full, path, "no room is left on its disk",
                  "it could not be made; make room and try again");
  }
  if (os_error == EACCES || os_error == EPERM || os_error == EROFS) {
    return failed(ErrorCode::store_readonly, path, "nothing can be written there",
                  "it could not be made; its folder must be yours to write");
  }
  return failed(ErrorCode::store_broken, path, "it cannot be made",
                std::string("the system says: ") + std::strerror(os_error));
}

}  // namespace

FileKind kind_of_file(const std::string& path) {
  struct stat status{};
  if (stat(path.c_str(), &status) != 0) {
    return errno == ENOENT ? FileKind::absent : FileKind::other;
  }
  if (!S_ISREG(status.st_mode)) return FileKind::other;
  return status.st_size == 0 ? FileKind::empty : FileKind::file;
}

std::string folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

Outcome<void> make_folders(const std::string& folder) {
  struct stat status{};
  if (stat(folder.c_str(), &status) == 0) {
    if (S_ISDIR(status.st_mode)) return {};
    return cannot_make(folder, ENOTDIR);
  }
  if (errno != ENOENT) return cannot_make(folder, errno);
  const std::string above = folder_of(folder);
  if (auto made = make_folders(above); !made) return made;
  if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return cannot_make(folder, errno);
  if (!sync_folder(above)) return cannot_make(folder, errno);
  return {};
}

bool sync_folder(const std::string& folder) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return false;
  const bool synced = fsync(fd) == 0;
  const int why = errno;
  ::close(fd);
  errno = why;
  return synced;
}

void keep_private(const std::string& path) {
  struct stat status{};
  if (stat(path.c_str(), &status) == 0 && (status.st_mode & 0077) != 0) {
    static_cast<void>(chmod(path.c_str(), 0600));
  }
}

// Some file systems know no such rename and no second names; there a look first has to do.
int rename_to_free_name(const std::string& from, const std::string& to) {
  if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  if (kind_of_file(to) != FileKind::absent) return EEXIST;
  return std::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

Outcome<NewFile> NewFile::beside(const std::string& path) {
  std::string name = path + ".new-XXXXXX";
  const int fd = mkostemp(name.data(), O_CLOEXEC);
  if (fd < 0) return cannot_make(path, errno);
  ::close(fd);
  return NewFile(std::move(name));
}

NewFile::~NewFile() {
  if (path_.empty()) return;
  for (const char* end : {"", "-journal", "-wal", "-shm"}) unlink((path_ + end).c_str());
}

Outcome<NewFile::Put> NewFile::put(const std::string& name) {
  const int result = rename_to_free_name(path_, name);
  if (result == EEXIST) return Put::taken;
  if (result != 0) return cannot_make(name, result);
  path_.clear();
  if (!sync_folder(folder_of(name))) return cannot_make(name, errno);
  return Put::done;
}

Outcome<void> NewFile::replace(const std::string& name) {
  if (std::rename(path_.c_str(), name.c_str()) != 0) return cannot_make(name, errno);
  path_.clear();
  if (!sync_folder(folder_of(name))) return cannot_make(name, errno);
  return {};
}

}  // namespace unknot::store_sqlite
