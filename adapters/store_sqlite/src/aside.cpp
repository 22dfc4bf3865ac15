#include "aside.hpp"

#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>

#include "files.hpp"
#include "opening.hpp"
#include "unknot/store_sqlite/store_sqlite.hpp"

namespace unknot::store_sqlite {

namespace {

using base::ErrorCode;

constexpr std::string_view damaged_mark = ".damaged-";
constexpr std::string_view replaced_mark = ".replaced-";
constexpr std::string_view foreign_mark = ".other-";
constexpr std::string_view unfinished_mark = ".new-";

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

// What SQLite puts beside a database of that name.
constexpr const char* tails[] = {"-wal", "-shm", "-journal"};

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

// Files of the same folder whose names begin like this one and a mark, sorted.
std::vector<std::string> marked(const std::string& file, std::string_view mark) {
  const std::filesystem::path path(file);
  const std::string start = path.filename().string() + std::string(mark);
  std::vector<std::string> found;
  std::error_code ignored;
  for (std::filesystem::directory_iterator entry(folder_of(path.string()), ignored), end;
       !ignored && entry != end; entry.increment(ignored)) {
    if (entry->path().filename().string().starts_with(start)) {
      found.push_back(entry->path().string());
    }
  }
  std::ranges::sort(found);
  return found;
}

// The beginning of a file that no connection of this process has open.
std::string beginning_of(const std::string& file) {
  if (kind_of_file(file) != FileKind::file) return {};
  std::string bytes(header_size, '\0');
  std::ifstream in(file, std::ios::binary);
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return bytes;
}

bool is_wal(const std::string& file) {
  constexpr std::string_view magic = "\x37\x7f\x06";  // and 0x82 or 0x83
  return beginning_of(file).starts_with(magic);
}

// A log, what is written ahead of one, or an empty file that was taken for one.
bool was_of_a_log(const std::string& file) {
  return kind_of_file(file) == FileKind::empty || has_our_mark(beginning_of(file)) || is_wal(file);
}

void add_if_there(std::vector<std::string>& files, const std::string& file) {
  const FileKind kind = kind_of_file(file);
  if (kind == FileKind::file || kind == FileKind::empty) files.push_back(file);
}

}  // namespace

std::string real_name(const std::string& file) {
  std::error_code ignored;
  const auto real = std::filesystem::canonical(file, ignored);
  return ignored ? file : real.string();
}

Failure set_aside(const std::string& file, const std::string& moment, const Failure& found,
                  const char* vfs) {
  Failure failure = found;
  failure.damaged = false;
  const std::string from = real_name(file);
  const bool orphan = kind_of_file(from) == FileKind::absent;
  const Hold hold(orphan ? from + "-wal" : from, vfs);
  if (!hold.held()) {
    failure.error.expected =
        "it is damaged and could not be set aside: another program has it open, or it is not yours "
        "to write. Nothing was changed";
    return failure;
  }
  const std::string to = free_name(from + std::string(damaged_mark) + moment);
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

Outcome<std::string> move_away(const std::string& file, const std::string& moment) {
  const std::string from = real_name(file);
  const Hold hold(from, nullptr);
  if (!hold.held()) {
    return failed(ErrorCode::store_busy, from, "it is no log of Unknot, and in the way",
                  "another program has it open, or it is not yours to move; nothing was changed");
  }
  const std::string to = free_name(from + std::string(foreign_mark) + moment);
  int result = rename_to_free_name(from, to);
  if (result == 0) {
    for (const char* tail : tails) {
      if (kind_of_file(from + tail) == FileKind::absent) continue;
      if (result == 0) result = rename_to_free_name(from + tail, to + tail);
    }
  }
  if (result == 0 && sync_folder(folder_of(from))) return to;
  return failed(ErrorCode::store_readonly, from, "it is no log of Unknot, and in the way",
                "it could not be moved to \"" + to +
                    "\": " + std::strerror(result != 0 ? result : errno) + ". Nothing was deleted");
}

void mark_replaced(const std::string& file) {
  const std::string real = real_name(file);
  const std::size_t head = real.size() + damaged_mark.size();
  for (const std::string& damaged : set_aside_files(file)) {
    const std::string wanted = real + std::string(replaced_mark) + damaged.substr(head);
    // One that keeps its name is spoken of again, and that is all.
    static_cast<void>(rename_to_free_name(damaged, wanted));
  }
  static_cast<void>(sync_folder(folder_of(real)));
}

std::vector<std::string> set_aside_files(const std::string& file) {
  auto found = marked(real_name(file), damaged_mark);
  std::erase_if(found, [](const std::string& one) { return !was_of_a_log(one); });
  return found;
}

Standing standing_at(const std::string& file) {
  switch (kind_of_file(file)) {
    case FileKind::absent: return is_wal(file + "-wal") ? Standing::log : Standing::nothing;
    case FileKind::empty: return Standing::log;
    case FileKind::other: return Standing::unreadable;
    case FileKind::file: break;
  }
  const std::string bytes = beginning_of(file);
  if (has_our_mark(bytes)) return Standing::log;
  return access(file.c_str(), R_OK) == 0 ? Standing::foreign : Standing::unreadable;
}

LogFiles files_of_log(const std::string& file) {
  const std::string real = real_name(file);
  LogFiles out;
  if (standing_at(real) == Standing::log) {
    add_if_there(out.own, real);
    for (const char* tail : tails) add_if_there(out.own, real + tail);
  }
  for (const std::string_view mark : {damaged_mark, replaced_mark, unfinished_mark}) {
    for (const std::string& one : marked(real, mark)) {
      if (!was_of_a_log(one)) continue;
      out.aside.push_back(one);
      if (mark != unfinished_mark || one.ends_with(tails[0])) continue;
      for (const char* tail : {tails[1], tails[2]}) add_if_there(out.aside, one + tail);
    }
  }
  return out;
}

}  // namespace unknot::store_sqlite
