// Makes a log of ten years up to this day, for timing the program with it:
//
//   log_maker FILE

#include <cstdio>
#include <ctime>

#include "ten_years.hpp"
#include "unknot/store_sqlite/store_sqlite.hpp"

int main(int argc, char** argv) {
  using namespace unknot;
  if (argc != 2) return 2;
  const std::int64_t today = std::time(nullptr) / bench::seconds_a_day * bench::seconds_a_day;
  const bench::TenYears log(knowledge::embedded_pack(), today - bench::days * bench::seconds_a_day);
  auto store = store_sqlite::open({.file = argv[1]});
  const auto added = store ? (*store)->append(log.records)
                           : base::Result<std::size_t>(std::unexpected(store.error()));
  if (added) return 0;
  std::fprintf(stderr, "log_maker: %s\n", sentence(added.error()).c_str());
  return 1;
}
