#include "log_entries.hpp"

#include <algorithm>
#include <set>

#include "log_terms.hpp"
#include "unknot/base/text.hpp"
#include "unknot/guidance/log_words.hpp"

namespace unknot::cli {

using base::JsonWriter;
using journal::Record;
using journal::RecordKind;
using knowledge::name_of;
using knowledge::Pack;

namespace {

std::set<std::string> removed(const std::vector<Record>& facts) {
  std::set<std::string> out;
  for (const Record& record : facts) {
    if (record.kind != RecordKind::removal) continue;
    if (const auto data = removal_data(record)) out.insert(data->of);
  }
  return out;
}

bool add_other(Entry& entry, const Record& record) {
  entry.id = record.id;
  entry.at = record.at;
  if (record.kind == RecordKind::note) {
    auto data = note_data(record);
    entry.kind = EntryKind::note;
    if (data) entry.note = std::move(*data);
    return data.has_value();
  }
  if (record.kind == RecordKind::area_over) {
    auto data = area_over_data(record);
    entry.kind = EntryKind::area_over;
    if (data) entry.ended = std::move(*data);
    return data.has_value();
  }
  if (record.kind == RecordKind::after_effect) {
    auto data = after_effect_data(record);
    entry.kind = EntryKind::after_effect;
    if (data) entry.after = std::move(*data);
    return data.has_value();
  }
  return false;
}

std::string piece_words(const journal::Piece& piece, const Pack& pack) {
  const std::string where = piece.area.valid() ? area_words(piece.area, piece.side, pack)
                                               : base::printable(piece.area_word);
  return where + ' ' + duration(piece.seconds) + ", " +
         (piece.level ? "level " + std::to_string(*piece.level) : "level unknown");
}

/// An id of the catalogue as it is spoken of; the id itself when this version does not know it.
std::string place_words(const std::string& id, std::optional<model::Side> side, const Pack& pack) {
  const auto place = knowledge::find_place(pack, id);
  if (!place.valid()) return base::printable(id);
  const bool sided = side && *side != model::Side::middle;
  return base::lower_ascii(pack[place].name) + (sided ? ' ' + side_words(*side) : "");
}

std::string after_words(const journal::AfterEffectData& after, const Pack& pack) {
  const guidance::LogWords words(pack, "");
  std::string out = "Afterwards, " + place_words(after.area, after.side, pack) + ": ";
  if (!after.effect) return out + "gone";
  return out + words.effect(*after.effect) + (after.gone ? ", gone" : "");
}

std::string ended_words(const journal::AreaOverData& ended, const Pack& pack) {
  const guidance::LogWords words(pack, "");
  return words.ended(place_words(ended.area, {}, pack), ended.reason);
}

std::string words_of(const Entry& entry, const Pack& pack) {
  if (entry.kind == EntryKind::area_over) return ended_words(entry.ended, pack);
  if (entry.kind == EntryKind::after_effect) return after_words(entry.after, pack);
  if (entry.kind == EntryKind::note) {
    const std::string where =
        entry.note.place.empty() ? "" : place_words(entry.note.place, entry.note.side, pack) + ": ";
    return "Note: " + where + base::printable(entry.note.text);
  }
  std::string out;
  for (const auto& piece : entry.session.pieces) {
    out += (out.empty() ? "" : "; ") + piece_words(piece, pack);
  }
  if (out.empty()) out = "nothing rolled";
  if (!entry.session.by_hand && !entry.session.complete) out += " (broken off)";
  return out;
}

void write_place(JsonWriter& out, std::string_view key, const std::string& place,
                 std::optional<model::Side> side) {
  out.key(key);
  place.empty() ? out.null() : out.string(place);
  out.key("side");
  side ? out.string(name_of(*side)) : out.null();
}

void write_piece(JsonWriter& out, const journal::Piece& piece) {
  out.begin_object().key("id").string(piece.id);
  write_place(out, "area", piece.area_word, piece.side);
  out.key("at").string(format_instant(piece.at)).key("tool");
  piece.tool.empty() ? out.null() : out.string(piece.tool);
  out.key("seconds").number(piece.seconds).key("rung").number(piece.rung).key("level");
  piece.level ? out.number(*piece.level) : out.null();
  out.end_object();
}

void write_session(JsonWriter& out, const journal::Session& session) {
  out.key("by_hand").boolean(session.by_hand).key("complete").boolean(session.complete);
  out.key("reason");
  session.reason.empty() ? out.null() : out.string(session.reason);
  out.key("pieces").begin_array();
  for (const auto& piece : session.pieces) write_piece(out, piece);
  out.end_array();
}

std::string_view kind_word(EntryKind kind) {
  switch (kind) {
    case EntryKind::session: return "session";
    case EntryKind::after_effect: return "after_effect";
    case EntryKind::area_over: return "area_over";
    case EntryKind::note: return "note";
  }
  return "session";
}

void write_entry(JsonWriter& out, const Entry& entry) {
  out.begin_object().key("id").string(entry.id).key("at").string(format_instant(entry.at));
  out.key("kind").string(kind_word(entry.kind));
  if (entry.kind == EntryKind::session) {
    write_session(out, entry.session);
  } else if (entry.kind == EntryKind::note) {
    write_place(out, "place", entry.note.place, entry.note.side);
    out.key("text").string(entry.note.text);
  } else if (entry.kind == EntryKind::area_over) {
    out.key("area").string(entry.ended.area).key("reason").string(entry.ended.reason);
  } else {
    write_place(out, "area", entry.after.area, entry.after.side);
    out.key("effect");
    entry.after.effect ? out.string(name_of(*entry.after.effect)) : out.null();
    out.key("gone").boolean(entry.after.gone);
  }
  out.end_object();
}

}  // namespace

std::vector<Entry> entries(const std::vector<Record>& facts, const Pack& pack) {
  std::vector<Entry> out;
  for (auto& session : journal::sessions(facts, pack)) {
    out.push_back({.id = session.id, .at = session.at, .session = session});
  }
  const auto gone = removed(facts);
  for (const Record& record : facts) {
    Entry entry;
    if (!gone.contains(record.id) && add_other(entry, record)) out.push_back(std::move(entry));
  }
  std::sort(out.begin(), out.end(), [](const Entry& a, const Entry& b) {
    return a.at == b.at ? a.id > b.id : a.at > b.at;
  });
  return out;
}

std::vector<std::string> removed_ids(const std::vector<Record>& facts) {
  const auto gone = removed(facts);
  return {gone.begin(), gone.end()};
}

bool is_empty_session(const Entry& entry) {
  return entry.kind == EntryKind::session && entry.session.pieces.empty();
}

std::vector<std::string> ids_of(const std::vector<Entry>& entries) {
  std::vector<std::string> out;
  for (const Entry& entry : entries) {
    out.push_back(entry.id);
    for (const auto& piece : entry.session.pieces) out.push_back(piece.id);
  }
  return out;
}

std::string log_table(const std::vector<Entry>& entries, const Pack& pack, const Style& style) {
  std::string out = style.heading("When              Id        What") + '\n';
  for (const Entry& entry : entries) {
    const std::string lead = clock_words(entry.at) + "  " + short_id(entry.id) + "  ";
    out += wrap_after(lead, words_of(entry, pack));
  }
  return out;
}

std::string entry_text(const Entry& entry, const Pack& pack, const Style& style) {
  std::string out = style.heading(clock_words(entry.at)) + "  " + entry.id + '\n';
  if (entry.kind != EntryKind::session) return out + wrap(words_of(entry, pack), 2, 2);
  const auto& session = entry.session;
  const std::string how = session.by_hand    ? "entered by hand"
                          : session.complete ? "guided, ended: " + base::printable(session.reason)
                                             : "guided, broken off";
  out += wrap(how, 2, 2);
  for (const auto& piece : session.pieces) {
    out += wrap_after(
        "  " + short_id(piece.id) + "  ",
        piece_words(piece, pack) + (piece.tool.empty() ? "" : ", " + base::printable(piece.tool)));
  }
  return out;
}

std::string log_json(const std::vector<Entry>& entries, const journal::Profile* person) {
  JsonWriter out;
  out.begin_object().key("format").string("unknot/log@1").key("person");
  person == nullptr ? out.null() : out.string(person->name);
  out.key("entries").begin_array();
  for (const Entry& entry : entries) write_entry(out, entry);
  return out.end_array().end_object().take();
}

}  // namespace unknot::cli
