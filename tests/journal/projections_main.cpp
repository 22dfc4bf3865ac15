// What the projections make of logs, for the calculation in Python to be held against.
//
//   stdin   one log a line: the time, a tab, the document (unknot/journal@1) without line breaks
//   stdout  one object a line

#include <iostream>
#include <string>

#include "unknot/journal/format.hpp"
#include "unknot/journal/projections.hpp"
#include "unknot/model/request_format.hpp"

namespace {

using namespace unknot;

const knowledge::Pack& pack() { return knowledge::embedded_pack(); }

void write_history(base::JsonWriter& out, std::span<const journal::Record> records,
                   base::Instant now) {
  model::Request request;
  request.now = now;
  request.history = journal::history(records, pack(), now);
  base::JsonWriter whole;
  write_request(whole, request, pack());
  const auto json = base::parse_json(whole.text());
  out.key("history").value(*json->find("history"));
}

void write_left_alone(base::JsonWriter& out, std::span<const journal::Record> records,
                      base::Instant now) {
  out.key("left_alone").begin_array();
  for (const auto& one : journal::left_alone(records, pack(), now)) {
    out.begin_array().string(pack()[one.area].id).number(one.until.seconds).end_array();
  }
  out.end_array();
}

template <class Rows, class Id>
void write_load(base::JsonWriter& out, std::string_view key, const Rows& rows, Id id) {
  out.key(key).begin_array();
  for (const auto& row : rows) {
    out.begin_array().string(format_day(row.week)).string(id(row));
    out.number(row.seconds[0]).number(row.seconds[1]).end_array();
  }
  out.end_array();
}

std::string answer(const journal::Journal& log, base::Instant now) {
  base::JsonWriter out;
  out.begin_object();
  write_history(out, log.records, now);
  write_left_alone(out, log.records, now);
  write_load(out, "load", weekly_load(log.records, pack()),
             [](const journal::Load& load) { return pack()[load.area].id; });
  write_load(out, "muscles", weekly_muscle_load(log.records, pack()),
             [](const journal::MuscleLoad& load) { return pack()[load.muscle].id; });
  const auto steady = steadiness(log.records, now);
  out.key("steadiness").begin_array().number(steady.weeks_in_a_row);
  out.number(steady.sessions_this_week).number(steady.days_since).end_array();
  return out.end_object().take();
}

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    const auto tab = line.find('\t');
    const auto now = base::parse_instant(std::string_view(line).substr(0, tab));
    const auto log = journal::read_journal(std::string_view(line).substr(tab + 1));
    if (!now || !log) {
      std::cerr << (now ? sentence(log.error()) : "no time") << '\n';
      return 1;
    }
    std::cout << answer(*log, *now) << '\n';
  }
  return 0;
}
