#include "power_vfs.hpp"

#include <unistd.h>

#include <algorithm>

#include "sample_records.hpp"

namespace unknot::contract {

// What SQLite holds of an open file; the system's own follows it in memory.
struct PowerFile {
  sqlite3_file base;
  PowerVfs* vfs;
  std::string* path;  ///< Null for what has no name.

  [[nodiscard]] sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
  [[nodiscard]] PowerVfs::Disk& disk() { return vfs->disks_[*path]; }

  static PowerFile& of(sqlite3_file* file) { return *reinterpret_cast<PowerFile*>(file); }
  static const sqlite3_io_methods methods;

  static int close(sqlite3_file* file) {
    PowerFile& self = of(file);
    const int result = self.real()->pMethods->xClose(self.real());
    delete self.path;
    return result;
  }

  static int read(sqlite3_file* file, void* into, int count, sqlite3_int64 offset) {
    return of(file).real()->pMethods->xRead(of(file).real(), into, count, offset);
  }

  static int write(sqlite3_file* file, const void* from, int count, sqlite3_int64 offset) {
    PowerFile& self = of(file);
    if (self.vfs->cut_) return SQLITE_IOERR_WRITE;
    if (self.vfs->fails(PowerVfs::Fault::full)) return SQLITE_FULL;
    if (self.vfs->fails(PowerVfs::Fault::write)) return SQLITE_IOERR_WRITE;
    if (self.path != nullptr) {
      self.disk().pending.push_back(
          {.offset = static_cast<std::size_t>(offset),
           .bytes = {static_cast<const char*>(from), static_cast<std::size_t>(count)}});
    }
    if (self.vfs->goes_now()) return SQLITE_IOERR_WRITE;
    return self.real()->pMethods->xWrite(self.real(), from, count, offset);
  }

  static int truncate(sqlite3_file* file, sqlite3_int64 size) {
    PowerFile& self = of(file);
    if (self.vfs->cut_) return SQLITE_IOERR_TRUNCATE;
    if (self.path != nullptr) {
      self.disk().pending.push_back(
          {.truncates = true, .offset = static_cast<std::size_t>(size), .bytes = {}});
    }
    if (self.vfs->goes_now()) return SQLITE_IOERR_TRUNCATE;
    return self.real()->pMethods->xTruncate(self.real(), size);
  }

  static int sync(sqlite3_file* file, int) {
    PowerFile& self = of(file);
    if (self.vfs->cut_ || self.vfs->goes_now()) return SQLITE_IOERR_FSYNC;
    if (self.path == nullptr || self.vfs->lying_) return SQLITE_OK;
    auto& disk = self.disk();
    if (self.vfs->fails(PowerVfs::Fault::sync)) {
      disk.pending.clear();
      return SQLITE_IOERR_FSYNC;
    }
    for (const auto& change : disk.pending) apply(change, disk.bytes);
    disk.pending.clear();
    disk.exists = true;
    disk.ghost.clear();
    return SQLITE_OK;
  }

  static void apply(const PowerVfs::Change& change, std::string& bytes) {
    if (change.truncates) {
      bytes.resize(change.offset);
      return;
    }
    bytes.resize(std::max(bytes.size(), change.offset + change.bytes.size()));
    bytes.replace(change.offset, change.bytes.size(), change.bytes);
  }

  static int size(sqlite3_file* file, sqlite3_int64* size) {
    return of(file).real()->pMethods->xFileSize(of(file).real(), size);
  }
  static int lock(sqlite3_file* file, int level) {
    return of(file).real()->pMethods->xLock(of(file).real(), level);
  }
  static int unlock(sqlite3_file* file, int level) {
    return of(file).real()->pMethods->xUnlock(of(file).real(), level);
  }
  static int is_reserved(sqlite3_file* file, int* out) {
    return of(file).real()->pMethods->xCheckReservedLock(of(file).real(), out);
  }
  static int control(sqlite3_file* file, int what, void* with) {
    return of(file).real()->pMethods->xFileControl(of(file).real(), what, with);
  }
  static int sector(sqlite3_file* file) {
    return of(file).real()->pMethods->xSectorSize(of(file).real());
  }
  static int traits(sqlite3_file* file) {
    return of(file).real()->pMethods->xDeviceCharacteristics(of(file).real());
  }
  static int shm_map(sqlite3_file* file, int region, int size, int extend, void volatile** at) {
    return of(file).real()->pMethods->xShmMap(of(file).real(), region, size, extend, at);
  }
  static int shm_lock(sqlite3_file* file, int from, int count, int flags) {
    return of(file).real()->pMethods->xShmLock(of(file).real(), from, count, flags);
  }
  static void shm_barrier(sqlite3_file* file) {
    of(file).real()->pMethods->xShmBarrier(of(file).real());
  }
  static int shm_unmap(sqlite3_file* file, int remove) {
    return of(file).real()->pMethods->xShmUnmap(of(file).real(), remove);
  }
};

const sqlite3_io_methods PowerFile::methods{2,           close,     read,    write,   truncate,
                                            sync,        size,      lock,    unlock,  is_reserved,
                                            control,     sector,    traits,  shm_map, shm_lock,
                                            shm_barrier, shm_unmap, nullptr, nullptr};

PowerVfs::PowerVfs(const char* name) : system_(sqlite3_vfs_find(nullptr)) {
  vfs_ = *system_;
  vfs_.iVersion = 1;
  vfs_.szOsFile = static_cast<int>(sizeof(PowerFile)) + system_->szOsFile;
  vfs_.pNext = nullptr;
  vfs_.zName = name;
  vfs_.pAppData = this;
  vfs_.xOpen = open;
  vfs_.xDelete = remove;
  pass_on_the_rest();
  sqlite3_vfs_register(&vfs_, 0);
}

PowerVfs::~PowerVfs() { sqlite3_vfs_unregister(&vfs_); }

// The system's functions look into the structure they are given, which must be theirs.
void PowerVfs::pass_on_the_rest() {
  static constexpr auto system = [](sqlite3_vfs* vfs) {
    return static_cast<PowerVfs*>(vfs->pAppData)->system_;
  };
  vfs_.xAccess = [](sqlite3_vfs* vfs, const char* name, int flags, int* out) {
    return system(vfs)->xAccess(system(vfs), name, flags, out);
  };
  vfs_.xFullPathname = [](sqlite3_vfs* vfs, const char* name, int size, char* out) {
    return system(vfs)->xFullPathname(system(vfs), name, size, out);
  };
  vfs_.xRandomness = [](sqlite3_vfs* vfs, int count, char* out) {
    return system(vfs)->xRandomness(system(vfs), count, out);
  };
  vfs_.xSleep = [](sqlite3_vfs* vfs, int us) { return system(vfs)->xSleep(system(vfs), us); };
  vfs_.xCurrentTime = [](sqlite3_vfs* vfs, double* out) {
    return system(vfs)->xCurrentTime(system(vfs), out);
  };
  vfs_.xGetLastError = [](sqlite3_vfs*, int, char*) { return 0; };
}

int PowerVfs::open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* got) {
  auto& self = *static_cast<PowerVfs*>(vfs->pAppData);
  auto& opened = PowerFile::of(file);
  opened.base.pMethods = nullptr;
  opened.vfs = &self;
  opened.path = nullptr;
  if (name != nullptr && !self.disks_.contains(name)) {
    // What is there before this disk is looked at is taken for written.
    Disk disk{
        .exists = access(name, F_OK) == 0, .bytes = bytes_of(name), .pending = {}, .ghost = {}};
    self.disks_.emplace(name, std::move(disk));
  }
  const int result = self.system_->xOpen(self.system_, name, opened.real(), flags, got);
  if (result != SQLITE_OK) return result;
  opened.base.pMethods = &PowerFile::methods;
  if (name != nullptr) opened.path = new std::string(name);
  return SQLITE_OK;
}

int PowerVfs::remove(sqlite3_vfs* vfs, const char* name, int sync_folder) {
  auto& self = *static_cast<PowerVfs*>(vfs->pAppData);
  if (self.cut_ || self.goes_now()) return SQLITE_IOERR_DELETE;
  Disk& disk = self.disks_[name];
  if (disk.exists) disk.ghost = disk.bytes;
  disk = {.exists = false, .bytes = {}, .pending = {}, .ghost = disk.ghost};
  return self.system_->xDelete(self.system_, name, sync_folder);
}

void PowerVfs::cut_at(std::int64_t n) { until_cut_ = n; }

bool PowerVfs::goes_now() {
  if (until_cut_ > 0 && --until_cut_ == 0) cut_ = true;
  return cut_;
}

void PowerVfs::fail_at(Fault fault, std::int64_t n, std::int64_t times) {
  fault_ = fault;
  until_fault_ = n;
  faults_left_ = times;
  failed_ = 0;
}

bool PowerVfs::fails(Fault fault) {
  if (fault != fault_ || faults_left_ == 0 || --until_fault_ > 0) return false;
  --faults_left_;
  ++failed_;
  return true;
}

std::string PowerVfs::after(const Disk& disk, std::mt19937_64& random) const {
  constexpr std::size_t sector = 512;
  // All of it lost, most, half, little, nothing.
  const auto percent_kept = std::array{0U, 20U, 50U, 90U, 100U}[random() % 5];
  const auto kept = [&] { return random() % 100 < percent_kept; };
  std::string bytes = disk.bytes;
  for (const Change& change : disk.pending) {
    const bool torn = random() % 4 == 0;
    if (change.truncates || !torn) {
      if (kept()) PowerFile::apply(change, bytes);
      continue;
    }
    for (std::size_t at = 0; at < change.bytes.size(); at += sector) {
      if (!kept()) continue;
      PowerFile::apply({.offset = change.offset + at, .bytes = change.bytes.substr(at, sector)},
                       bytes);
    }
  }
  return bytes;
}

void PowerVfs::settle(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  for (const auto& [path, disk] : disks_) {
    if (disk.exists) {
      write_bytes(path, after(disk, random));
    } else if (!disk.ghost.empty() && random() % 2 == 0) {
      write_bytes(path, disk.ghost);
    } else if (!disk.pending.empty() && random() % 2 == 0) {
      write_bytes(path, after(disk, random));
    } else {
      unlink(path.c_str());
    }
    unlink((path + "-shm").c_str());
  }
  disks_.clear();
  cut_ = false;
  until_cut_ = 0;
  fault_ = Fault::none;
}

}  // namespace unknot::contract
