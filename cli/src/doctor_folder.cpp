#include "doctor.hpp"
#include "host.hpp"
#include "logbook.hpp"

namespace unknot::cli {

namespace {

constexpr std::uint64_t mebibyte = std::uint64_t{1} << 20;
/// Years of records fit into this.
constexpr std::uint64_t enough_bytes = 16 * mebibyte;

/// What exists of a path, from its end upwards.
std::string nearest_existing(std::string path) {
  while (path.size() > 1 && kind_of(path) == PathKind::absent) {
    const auto slash = path.find_last_of('/');
    path.resize(slash == 0 ? 1 : slash);
  }
  return path;
}

std::string free_words(std::uint64_t bytes) {
  const std::uint64_t mib = bytes / mebibyte;
  return mib < 10240 ? std::to_string(mib) + " MiB" : std::to_string(mib / 1024) + " GiB";
}

Examination problem(const std::string& found, const std::string& advice) {
  return {"data_folder", Health::problem, found, advice};
}

Examination examine_space(const std::string& path, const std::string& existing, DataFolder folder) {
  const std::uint64_t bytes = free_bytes(existing);
  std::string found = path + (existing == path ? ", writable, " : ", not there yet, ") +
                      free_words(bytes) + " free";
  if (!folder.remark.empty()) {
    return {"data_folder", Health::note, found + "; " + folder.remark,
            "Set XDG_DATA_HOME to a path that begins with /, or unset it."};
  }
  if (bytes < enough_bytes) return problem(found, "Make room on that disk.");
  return {"data_folder", Health::ok, found, {}};
}

}  // namespace

Examination examine_data_folder() {
  const DataFolder folder = data_folder();
  if (folder.path.empty()) {
    return problem("neither XDG_DATA_HOME nor HOME says where",
                   "Set HOME, or XDG_DATA_HOME to a folder of yours.");
  }
  const std::string existing = nearest_existing(folder.path);
  if (kind_of(existing) != PathKind::folder) {
    return problem(folder.path + ": " + existing + " is no folder that can be entered",
                   "Move it away, or set XDG_DATA_HOME to a folder of yours.");
  }
  const bool there = existing == folder.path;
  const bool usable = there ? can_write_in(existing) : may_write_in(existing);
  if (!usable) {
    return problem(folder.path + ": " + existing + " cannot be written to",
                   "Make it yours to write to, or set XDG_DATA_HOME to a folder of yours.");
  }
  return examine_space(folder.path, existing, folder);
}

}  // namespace unknot::cli
