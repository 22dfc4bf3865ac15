#include "files.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>

#include "unknot/store_sqlite/store_sqlite.hpp"

namespace unknot::store_sqlite {

namespace {

using base::ErrorCode;
constexpr std::string_view aside_mark = ".damaged-";

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

// Gives `from` the name `to`, unless something has that name. Some file systems know no such
// rename and no second names; there a look first has to do.
int rename_to_free_name(const std::string& from, const std::string& to) {
  if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  if (kind_of_file(to) != FileKind::absent) return EEXIST;
  return std::rename(from.c_str(), to.c_str()) == 0 ? 0 : errno;
}

// Holds a database file against every other connection, as SQLite itself would, though what is in
// it cannot be read. SQLite's own descriptors alone know about the other ones of this process.
class Hold {
 public:
  Hold(const std::string& path, const char* vfs) : vfs_(sqlite3_vfs_find(vfs)) {
    storage_.reset(std::calloc(1, static_cast<std::size_t>(vfs_->szOsFile)));
    // A VFS is given names that end in two zeros and have room for parameters.
    name_ = path + std::string(4, '\0');
    int got = 0;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_MAIN_DB;
    open_ = vfs_->xOpen(vfs_, name_.c_str(), file(), flags, &got) == SQLITE_OK;
    held_ = open_ && file()->pMethods->xLock(file(), SQLITE_LOCK_SHARED) == SQLITE_OK &&
            file()->pMethods->xLock(file(), SQLITE_LOCK_EXCLUSIVE) == SQLITE_OK;
  }
  Hold(const Hold&) = delete;
  Hold& operator=(const Hold&) = delete;
  ~Hold() {
    if (file()->pMethods == nullptr) return;
    file()->pMethods->xUnlock(file(), SQLITE_LOCK_NONE);
    file()->pMethods->xClose(file());
  }
  [[nodiscard]] bool held() const { return held_; }

 private:
  struct Free {
    void operator()(void* memory) const { std::free(memory); }
  };
  [[nodiscard]] sqlite3_file* file() const { return static_cast<sqlite3_file*>(storage_.get()); }
  sqlite3_vfs* vfs_;
  std::unique_ptr<void, Free> storage_;
  std::string name_;
  bool open_ = false;
  bool held_ = false;
};

// The first of NAME, NAME-2, NAME-3, ... that neither a file nor what belongs to one has.
std::string free_name(const std::string& wanted) {
  for (int i = 1;; ++i) {
    std::string name = wanted;
    if (i > 1) name += "-" + std::to_string(i);
    const bool taken = std::ranges::any_of(
        std::initializer_list<const char*>{"", "-wal"},
        [&](const char* end) { return kind_of_file(name + end) != FileKind::absent; });
    if (!taken) return name;
  }
}

// The file first: without it nobody takes what belongs to it for another log's. An index of what is
// written ahead is made anew from it, and an empty one says nothing.
bool move_all(const std::string& file, const std::string& to) {
  unlink((file + "-shm").c_str());
  if (kind_of_file(file + "-wal") == FileKind::empty) unlink((file + "-wal").c_str());
  for (const char* end : {"", "-wal"}) {
    const int result = rename_to_free_name(file + end, to + end);
    if (result != 0 && result != ENOENT) return false;
  }
  return sync_folder(folder_of(file));
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

Failure set_aside(const std::string& file, const std::string& moment, const Failure& found,
                  const char* vfs) {
  Failure failure = found;
  failure.damaged = false;
  std::error_code ignored;
  const auto real = std::filesystem::canonical(file, ignored);
  const std::string from = ignored ? file : real.string();
  const bool orphan = kind_of_file(from) == FileKind::absent;
  const Hold hold(orphan ? from + "-wal" : from, vfs);
  if (!hold.held()) {
    failure.error.expected =
        "it is damaged and could not be set aside: another program has it open, or it is not yours "
        "to write. Nothing was changed";
    return failure;
  }
  const std::string to = free_name(from + std::string(aside_mark) + moment);
  if (!move_all(from, to)) {
    failure.error.expected = "it is damaged and could not be set aside as \"" + to +
                             "\": " + std::strerror(errno) + ". Nothing of it was deleted";
    return failure;
  }
  failure.error.expected =
      "it is damaged and was set aside, unchanged, as \"" + to +
      "\". Put a backup in its place by \"unknot restore\"; without one the next start begins an "
      "empty log, which knows nothing of earlier sessions";
  return failure;
}

std::vector<std::string> set_aside_files(const std::string& file) {
  std::error_code ignored;
  const auto real = std::filesystem::canonical(file, ignored);
  const std::filesystem::path path(ignored ? file : real.string());
  const std::string start = path.filename().string() + std::string(aside_mark);
  std::vector<std::string> found;
  for (std::filesystem::directory_iterator entry(folder_of(path.string()), ignored), end;
       !ignored && entry != end; entry.increment(ignored)) {
    if (entry->path().filename().string().starts_with(start)) {
      found.push_back(entry->path().string());
    }
  }
  std::ranges::sort(found);
  return found;
}

}  // namespace unknot::store_sqlite
