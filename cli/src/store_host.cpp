#include "store_host.hpp"

#include "host.hpp"
#include "unknot/store_sqlite/store_sqlite.hpp"

namespace unknot::cli {

namespace {

/// Letters, digits and dashes of the time, for the name of what is set aside.
store_sqlite::Where where(const std::string& path) {
  std::string moment = format_instant(local_now());
  for (char& c : moment) {
    if (c == ':' || c == '+') c = '-';
  }
  return {.file = path, .moment = moment};
}

base::Result<std::size_t> records_of(base::Result<store_sqlite::Summary> summary) {
  if (!summary) return std::unexpected(summary.error());
  return summary->records;
}

}  // namespace

base::Result<std::unique_ptr<journal::Store>> open_store(const std::string& path, LogUse use) {
  auto at = where(path);
  if (use == LogUse::read) at.check = store_sqlite::Check::before_writing;
  return store_sqlite::open(at);
}

base::Result<std::size_t> backup_store(const std::string& path, const std::string& to) {
  return records_of(store_sqlite::backup(where(path), to));
}

base::Result<std::size_t> verify_store(const std::string& path) {
  return records_of(store_sqlite::verify(path));
}

base::Result<Restored> restore_store(const std::string& from, const std::string& path) {
  auto summary = store_sqlite::restore(from, where(path));
  if (!summary) return std::unexpected(std::move(summary.error()));
  return Restored{summary->records, std::move(summary->aside)};
}

StoreStanding standing_of(const std::string& path) {
  switch (store_sqlite::standing_at(path)) {
    case store_sqlite::Standing::nothing: return StoreStanding::nothing;
    case store_sqlite::Standing::log: return StoreStanding::log;
    case store_sqlite::Standing::foreign: return StoreStanding::foreign;
    case store_sqlite::Standing::unreadable: break;
  }
  return StoreStanding::unreadable;
}

std::vector<std::string> set_aside(const std::string& path) {
  return store_sqlite::set_aside_files(path);
}

StoreFiles files_of_store(const std::string& path) {
  auto files = store_sqlite::files_of_log(path);
  return {std::move(files.own), std::move(files.aside)};
}

}  // namespace unknot::cli
