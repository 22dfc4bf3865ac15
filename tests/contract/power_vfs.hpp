#pragma once
/// @file
/// A disk that keeps its promises and no more, for SQLite: what was written and not synchronised
/// may be lost at a power cut, in any part and any order. The files are real ones; what the disk
/// would hold of them is kept beside.

#include <sqlite3.h>

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace unknot::contract {

class PowerVfs {
 public:
  explicit PowerVfs(const char* name);
  PowerVfs(const PowerVfs&) = delete;
  PowerVfs& operator=(const PowerVfs&) = delete;
  ~PowerVfs();
  [[nodiscard]] const char* name() const { return vfs_.zName; }

  /// The power goes at the n-th write, truncation, synchronisation or deletion from now, counted
  /// from 1; that one is still on its way. 0: it stays.
  void cut_at(std::int64_t n);
  [[nodiscard]] bool is_cut() const { return cut_; }
  /// The process dies and the power stays: whatever its connections still do fails and has no
  /// effect, until all are closed and the next process lives.
  void die() { cut_ = true; }
  void live() { cut_ = false; }
  /// After all connections are closed: the files become what the disk holds, and the power is back.
  void settle(std::uint64_t seed);

  enum class Fault : std::uint8_t {
    none,
    sync,   ///< A synchronisation fails, and what it should have written is lost though every
            ///< reader still sees it: what Linux does.
    write,  ///< A write fails.
    full,   ///< A write finds no room.
  };
  /// The n-th of such operations from now fails, and `times - 1` of them after it.
  void fail_at(Fault fault, std::int64_t n, std::int64_t times);
  /// How many failed since then.
  [[nodiscard]] std::int64_t failed() const { return failed_; }

  /// Synchronisations say that all is well and do nothing.
  void lie(bool lying) { lying_ = lying; }

 private:
  friend struct PowerFile;
  struct Change {
    bool truncates = false;
    std::size_t offset = 0;  ///< Or the length that is left.
    std::string bytes;
  };
  struct Disk {
    bool exists = false;
    std::string bytes;
    std::vector<Change> pending;
    std::string ghost;  ///< A deleted file, whose deletion the disk may not know of.
  };

  static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* got);
  static int remove(sqlite3_vfs* vfs, const char* name, int sync_folder);
  void pass_on_the_rest();
  [[nodiscard]] bool goes_now();
  [[nodiscard]] bool fails(Fault fault);
  std::string after(const Disk& disk, std::mt19937_64& random) const;

  sqlite3_vfs* system_;
  sqlite3_vfs vfs_{};
  std::map<std::string, Disk> disks_;
  std::int64_t until_cut_ = 0;
  bool cut_ = false;
  bool lying_ = false;
  Fault fault_ = Fault::none;
  std::int64_t until_fault_ = 0;
  std::int64_t faults_left_ = 0;
  std::int64_t failed_ = 0;
};

}  // namespace unknot::contract
