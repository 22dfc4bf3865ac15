#include <algorithm>
#include <map>
#include <set>

#include "pieces.hpp"
#include "unknot/journal/data.hpp"
#include "unknot/journal/projections.hpp"

namespace unknot::journal {

namespace {

Piece piece_of(const Rolling& rolling) {
  Piece out{.id = rolling.record->id,
            .at = rolling.record->at,
            .area_word = {},
            .area = rolling.area,
            .side = rolling.side,
            .rung = rolling.rung,
            .seconds = rolling.seconds,
            .level = rolling.level};
  if (auto data = rolled_data(*rolling.record)) {
    out.area_word = std::move(data->area);
    out.technique = std::move(data->technique);
    out.tool = std::move(data->tool);
    out.variant = std::move(data->variant);
  }
  return out;
}

/// Brings what belongs to one session together.
class Table {
 public:
  Table(std::span<const Record> records, const knowledge::Pack& pack)
      : records_(records),
        log_(records,
             {RecordKind::plan, RecordKind::session, RecordKind::rolled, RecordKind::level}),
        pack_(pack) {}

  std::vector<Session> whole() {
    plans();
    pieces();
    ends();
    for (Note& note : notes(records_, pack_)) {
      const auto found = all_.find(note.session);
      if (found != all_.end()) found->second.notes.push_back(std::move(note));
    }
    std::vector<Session> out;
    for (auto& [id, session] : all_) out.push_back(std::move(session));
    std::stable_sort(out.begin(), out.end(),
                     [](const Session& a, const Session& b) { return a.at < b.at; });
    return out;
  }

 private:
  void plans() {
    for (const Record* record : log_.of(RecordKind::plan)) {
      all_[record->id] = {.id = record->id, .at = record->at};
    }
  }

  void pieces() {
    const PlaceNames names(pack_);
    auto rolled = pieces_of(log_, {&names, {}});
    std::stable_sort(rolled.begin(), rolled.end(), [](const Rolling& a, const Rolling& b) {
      return a.record->at < b.record->at;
    });
    for (const Rolling& rolling : rolled) {
      const auto id = session_of(*rolling.record);
      const auto [found, fresh] = all_.try_emplace(std::string(id));
      Session& session = found->second;
      if (fresh) {
        session.id = id;
        session.at = rolling.record->at;
        session.by_hand = session.complete = true;
      }
      session.pieces.push_back(piece_of(rolling));
      session.seconds += rolling.seconds;
    }
  }

  /// Of two ends the later one tells why: a session may have been taken up again.
  void ends() {
    auto ended = log_.of(RecordKind::session);
    std::sort(ended.begin(), ended.end(),
              [](const Record* a, const Record* b) { return earlier(*a, *b); });
    for (const Record* record : ended) {
      const auto found = all_.find(record->session);
      const auto data = session_data(*record);
      if (found == all_.end() || !data) continue;
      found->second.complete = true;
      found->second.reason = data->reason;
    }
  }

  std::span<const Record> records_;
  Live log_;
  const knowledge::Pack& pack_;
  std::map<std::string, Session, std::less<>> all_;
};

}  // namespace

std::vector<Note> notes(std::span<const Record> records, const knowledge::Pack& pack) {
  const Live log(records, {RecordKind::note});
  const PlaceNames names(pack);
  std::vector<Note> out;
  for (const Record* record : log.of(RecordKind::note)) {
    auto data = note_data(*record);
    if (!data) continue;
    out.push_back({.id = record->id,
                   .at = record->at,
                   .session = record->session,
                   .text = std::move(data->text),
                   .place = names.find(data->place),
                   .side = data->side});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const Note& a, const Note& b) { return a.at < b.at; });
  return out;
}

std::vector<Session> sessions(std::span<const Record> records, const knowledge::Pack& pack) {
  return Table(records, pack).whole();
}

std::vector<knowledge::TechniqueIndex> familiar(std::span<const Record> records,
                                                const knowledge::Pack& pack) {
  const Live log(records, piece_kinds);
  std::map<std::string, std::set<std::string_view>, std::less<>> sessions;
  for (const Rolling& rolling : pieces_of(log, {})) {
    sessions[technique_of(*rolling.record)].insert(session_of(*rolling.record));
  }
  const auto enough = static_cast<std::size_t>(pack.number(knowledge::Number::familiar_sessions));
  std::vector<knowledge::TechniqueIndex> out;
  for (const auto& [id, named] : sessions) {
    const auto index = knowledge::find_technique(pack, id);
    if (index.valid() && named.size() >= enough) out.push_back(index);
  }
  return out;
}

}  // namespace unknot::journal
