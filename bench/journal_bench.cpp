// How long ten years of daily sessions take: what a plan reads from them (history), export and
// import. Times are of this machine and this run, the median of nine.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "unknot/journal/csv.hpp"
#include "unknot/journal/format.hpp"
#include "unknot/journal/projections.hpp"

namespace {

using namespace unknot;
using journal::Record;

constexpr int days = 3650;
constexpr int pieces_a_day = 8;
constexpr int events_a_day = 60;
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

/// A log as a store gives it: every day a session of eight pieces, with its plan and its events.
class TenYears {
 public:
  explicit TenYears(const knowledge::Pack& pack) : pack_(pack) {
    person_ = add(journal::make_person(stamp(0), {"Ada"}));
    for (int day = 0; day < days; ++day) session(first_day + day * std::int64_t{86400});
  }
  std::vector<Record> records;

 private:
  journal::Stamp stamp(std::int64_t seconds, const std::string& session = "") {
    std::array<std::uint8_t, 10> chance{};
    for (auto& byte : chance) byte = static_cast<std::uint8_t>(state_ = state_ * 75 % 65537);
    return {ids_.next((first_day + seconds) * 1000, chance),
            person_,
            {first_day + seconds, 60},
            session,
            std::string(pack_.hash)};
  }
  std::string add(Record record) {
    records.push_back(std::move(record));
    return records.back().id;
  }
  void session(std::int64_t start) {
    const std::int64_t at = start - first_day;
    const std::string plan(4000, ' ');
    const auto id = add(journal::make_plan(
        stamp(at),
        {.plan = R"({"format":"unknot/plan@1","says":")" + plan + "\"}", .settings = ""}));
    for (int i = 0; i < events_a_day; ++i) {
      add(journal::make_event(stamp(at + i * 10, id), {.ms = i * 10000, .kind = "tick"}));
    }
    const auto areas = knowledge::area_count(pack_);
    for (int i = 0; i < pieces_a_day; ++i) {
      const auto& area = pack_.places[static_cast<std::size_t>(i / 2) % areas];
      add(journal::make_rolled(stamp(at + 60 + i * 60, id),
                               {.area = std::string(area.id),
                                .side = i % 2 == 0 ? model::Side::left : model::Side::right,
                                .seconds = 60,
                                .rung = 2,
                                .level = 4,
                                .sets = {30, 30},
                                .technique = "some_technique_roller_floor",
                                .tool = "blue",
                                .variant = "standard"}));
      records.back().session = id;
    }
    add(journal::make_session_end(stamp(at + 600, id), {"finished", 480}));
    add(journal::make_after_effect(stamp(at + 40000), {.area = std::string(pack_.places[0].id),
                                                       .effect = model::AfterEffect::none}));
  }

  const knowledge::Pack& pack_;
  journal::IdMaker ids_;
  std::string person_;
  std::uint32_t state_ = 1;
};

}  // namespace

int main() {
  const auto& pack = knowledge::embedded_pack();
  const TenYears log(pack);
  const base::Instant now{first_day + days * std::int64_t{86400}, 60};
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
