// How long ten years of daily sessions take: what a plan reads from them (history), export and
// import. Times are of this machine and this run, the median of nine.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "ten_years.hpp"
#include "unknot/journal/csv.hpp"
#include "unknot/journal/format.hpp"
#include "unknot/journal/projections.hpp"

namespace {

using namespace unknot;
using bench::days;
using journal::Record;

constexpr std::int64_t first_day = 1767254400;  // 2026-01-01T08:00:00Z

/// Time this thread has worked: what else runs on the machine does not count.
double milliseconds_now() {
  timespec t{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return 1e3 * static_cast<double>(t.tv_sec) + 1e-6 * static_cast<double>(t.tv_nsec);
}

template <class F>
void measure(const char* name, F what) {
  std::vector<double> times;
  for (int i = 0; i < 9; ++i) {
    const double start = milliseconds_now();
    if (!what()) std::abort();
    times.push_back(milliseconds_now() - start);
  }
  std::sort(times.begin(), times.end());
  std::printf("%-36s %8.1f ms\n", name, times[times.size() / 2]);
}

}  // namespace

int main() {
  const auto& pack = knowledge::embedded_pack();
  const bench::TenYears log(pack, first_day);
  const base::Instant now{first_day + days * bench::seconds_a_day, 60};
  const std::string text = journal::write_journal(log.records, now);
  const std::string table = journal::write_csv(log.records);
  std::printf("%d sessions, %zu records, %zu bytes as JSON, %zu as CSV\n", days, log.records.size(),
              text.size(), table.size());

  std::vector<Record> few;
  for (const Record& record : log.records) {
    if (record.kind != journal::RecordKind::event) few.push_back(record);
  }
  std::vector<Record> asked;  // As a store gives them.
  for (const Record& record : few) {
    const auto& kinds = journal::history_kinds;
    if (std::find(std::begin(kinds), std::end(kinds), record.kind) != std::end(kinds)) {
      asked.push_back(record);
    }
  }
  measure("history", [&] { return !history(asked, pack, now).empty(); });
  measure("history, events passed over", [&] { return !history(log.records, pack, now).empty(); });
  measure("weekly load", [&] { return !weekly_load(few, pack).empty(); });
  measure("steadiness", [&] { return steadiness(few, now).days_since > 0; });
  measure("sessions", [&] { return sessions(few, pack).size() == days; });
  measure("people", [&] { return people(few, pack, now).size() == 1; });
  measure("export", [&] { return write_journal(log.records, now).size() == text.size(); });
  measure("import", [&] { return journal::read_journal(text).has_value(); });
  measure("export as CSV", [&] { return write_csv(log.records).size() == table.size(); });
  measure("import of CSV", [&] {
    return journal::read_csv(table, {}, pack, {log.records[0].id, 60, {}}).has_value();
  });
  return 0;
}
