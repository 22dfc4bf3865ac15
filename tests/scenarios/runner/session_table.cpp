// Session tables: a plan guided event by event. Between two rows time goes by as with a living
// host, tick after tick; `jump` is a clock that nobody ticked. At the end the audit judges what was
// rolled, and the same events must lead to the same state again.

#include "session_facts.hpp"
#include "session_setting.hpp"
#include "session_words.hpp"
#include "tables.hpp"

namespace unknot::scenarios {

using session::Commands;
using session::Engine;
using session::Event;
using session::EventKind;
using session::Moment;
using session::TimedEvent;

namespace {

class Guided {
 public:
  Guided(const Setting& setting, const knowledge::Pack& pack)
      : setting_(setting), pack_(pack), engine_(setting.plan, pack, setting.preferences) {}

  std::string row(const TableRow& row) {
    said_.clear();
    const auto event = event_of(row.cells[1]);
    if (!event) return event.error();
    Words at(row.cells[0]);
    const bool jump = at.take("jump");
    const auto tenths = read_tenths(at.next());
    if (!tenths) return "'" + std::string(row.cells[0]) + "' is no time";
    constexpr std::int64_t ms_per_tenth = 100;
    const Moment moment{*tenths * ms_per_tenth};
    if (!jump) tick_until(moment);
    send(*event, moment);
    std::string complaint = judge_commands(row.cells[2], said_, pack_);
    if (complaint.empty()) complaint = judge_moment(row.cells[3], engine_, pack_);
    return complaint;
  }

  /// What holds of every session.
  std::string end(const Court& court) const {
    if (court.second_judge == SecondJudge::audit) {
      const auto document =
          session::rolled_document(setting_.plan, setting_.request, pack_, engine_.rolled());
      const auto remarks =
          audit_remarks(court, document, setting_.request, safety::AuditMode::rolled);
      if (!remarks.empty()) return "the audit objects to what was rolled: " + told(remarks);
    }
    Engine twin(setting_.plan, pack_, setting_.preferences);
    for (const TimedEvent& timed : events_) static_cast<void>(twin.on(timed.event, timed.at));
    return twin.snapshot() == engine_.snapshot() ? "" : "the same events lead elsewhere";
  }

 private:
  Read<Event> event_of(std::string_view cell) const {
    Words words(cell);
    if (words.done()) return Event{};
    const auto kind = read_choice<EventKind>(words.next());
    if (!kind) return std::unexpected(kind.error());
    Event event{.kind = *kind};
    if (*kind == EventKind::level) {
      const auto level = read_number(words.next());
      if (!level) return std::unexpected(level.error());
      event.level = *level;
    }
    if (*kind == EventKind::urgent && !words.done()) {
      event.red_flag = knowledge::find_red_flag(pack_, words.next());
      if (!event.red_flag.valid()) return wrong({"no such warning sign"});
    }
    return event;
  }

  void tick_until(Moment moment) {
    for (auto due = engine_.due(); due && *due < moment; due = engine_.due()) send({}, *due);
  }

  void send(const Event& event, Moment moment) {
    const Commands commands = engine_.on(event, moment);
    said_.insert(said_.end(), commands.begin(), commands.end());
    events_.push_back({moment, event});
  }

  const Setting& setting_;
  const knowledge::Pack& pack_;
  Engine engine_;
  Commands said_;
  std::vector<TimedEvent> events_;
};

}  // namespace

std::vector<std::string> judge_session(const Court& court, const Table& table) {
  std::vector<std::string> complaints;
  const auto setting = setting_of(table.given, court.pack);
  if (!setting) return std::vector<std::string>(table.rows.size(), setting.error());
  Guided guided(*setting, court.pack);
  for (const TableRow& row : table.rows) complaints.push_back(guided.row(row));
  if (!complaints.empty() && complaints.back().empty()) complaints.back() = guided.end(court);
  return complaints;
}

}  // namespace unknot::scenarios
