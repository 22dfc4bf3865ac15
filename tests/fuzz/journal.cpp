// Any bytes as a log: an error that says what was expected, or records that are written and read
// back the same, and of which every projection can be made. What follows a zero byte is read as a
// table (CSV) in the same way.

#include <algorithm>

#include "demand.hpp"
#include "unknot/journal/csv.hpp"
#include "unknot/journal/format.hpp"
#include "unknot/journal/projections.hpp"
#include "unknot/knowledge/pack.hpp"
#include "unknot/model/limits.hpp"

namespace {

using namespace unknot;
using fuzz::demand;

constexpr std::string_view person = "019b76da-a800-7001-8102-030405060708";
constexpr base::Instant now{1767254400, 60};

template <class T>
void demand_words(const base::Result<T>& result) {
  demand(result.has_value() || !result.error().expected.empty(), "an error says what was expected");
}

void in_range(const model::History& h) {
  namespace limits = model::limits;
  const auto within = [](std::int64_t value, model::Range range) {
    return value >= range.least && value <= range.most;
  };
  demand(h.area.valid() && within(h.rung, limits::rung), "an area at a rung");
  demand(within(h.clean_sessions, limits::clean_sessions) &&
             within(h.seconds_6h, limits::seconds_6h) && within(h.times_24h, limits::times_24h),
         "numbers that a request takes");
  demand(h.last_levels.size() <= limits::last_levels_kept, "the last levels alone");
  demand(!h.last || *h.last <= now, "nothing of the future");
}

void project(std::vector<journal::Record> records) {
  const auto& pack = knowledge::embedded_pack();
  const auto history = journal::history(records, pack, now);
  for (const auto& entry : history) in_range(entry);
  for (const auto& one : journal::left_alone(records, pack, now)) {
    demand(one.area.valid() && one.until >= now, "left alone from now on");
  }
  const auto steady = steadiness(records, now);
  demand(steady.days_since >= -1 && steady.weeks_in_a_row >= 0, "steadiness never shames");
  const auto table = sessions(records, pack);
  const auto all = people(records, pack, now).size() + weekly_load(records, pack).size() +
                   weekly_muscle_load(records, pack).size() + notes(records, pack).size() +
                   open_questions(records, pack, now).size();
  std::reverse(records.begin(), records.end());
  demand(journal::history(records, pack, now).size() == history.size() &&
             sessions(records, pack).size() == table.size() && all < SIZE_MAX,
         "the order of records does not matter");
}

void as_journal(std::string_view text) {
  const auto log = journal::read_journal(text);
  demand_words(log);
  if (!log) return;
  const std::string written = write_journal(log->records, log->made, log->extra);
  const auto again = journal::read_journal(written);
  demand(again.has_value(), "what is written is read");
  demand(std::equal(again->records.begin(), again->records.end(), log->records.begin(),
                    log->records.end(), journal::same),
         "and is the same");
  demand(write_journal(again->records, again->made, again->extra) == written, "to the byte");
  project(log->records);
}

void as_table(std::string_view text) {
  const auto& pack = knowledge::embedded_pack();
  for (const char separator : {',', ';'}) {
    journal::CsvMapping mapping;
    mapping.separator = separator;
    const auto table = read_csv(text, mapping, pack, {std::string(person), 60, {}});
    demand_words(table);
    if (!table) continue;
    for (const auto& record : table->records) {
      demand(!broken_data(record), "what is imported is sound");
    }
    const auto back = journal::read_csv(journal::write_csv(table->records), {}, pack,
                                        {std::string(person), 60, {}});
    demand(back.has_value(), "what is exported is imported");
    project(table->records);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto zero = text.find('\0');
  if (zero == std::string_view::npos) {
    as_journal(text);
  } else {
    as_table(text.substr(zero + 1));
    const auto mapping = journal::parse_mapping(text.substr(0, zero));
    demand_words(mapping);
  }
  return 0;
}
