// The log as screens show it: sessions, entries, weeks, and each side of each area.

#include <algorithm>

#include "state.hpp"
#include "unknot/base/text.hpp"
#include "unknot/desk/chart.hpp"
#include "unknot/desk/outlook.hpp"
#include "words.hpp"

namespace unknot::desk {

using base::JsonWriter;
using journal::Record;
using journal::RecordKind;
using knowledge::name_of;
using knowledge::PlaceIndex;
using model::Side;

namespace {

constexpr RecordKind entry_kinds[] = {RecordKind::after_effect, RecordKind::area_over,
                                      RecordKind::note};

/// One piece of rolling, as a point of a chart of one side.
struct Point {
  base::Instant at;
  std::int32_t seconds = 0;
  std::optional<std::int32_t> level;
};

class LogWriter {
 public:
  LogWriter(const State& state, const Someone& who, const std::string& language, base::Instant now)
      : pack_(state.pack),
        who_(who),
        now_(now),
        records_(state.log.with_plans(who.profile->id)),
        sessions_(journal::sessions(records_, state.pack)),
        speaker_(state.pack, language),
        wording_(state.pack, language),
        words_(state.pack, language) {}

  std::string whole() {
    out_.begin_object().key("sessions").begin_array();
    for (const auto& session : sessions_) write(session);
    out_.end_array();
    entries();
    load();
    areas();
    return out_.end_object().take();
  }

 private:
  void text_or_null(std::string_view key, std::string_view text) {
    out_.key(key);
    text.empty() ? out_.null() : out_.string(text);
  }
  void level(const std::optional<std::int32_t>& level) {
    out_.key("level");
    level ? out_.number(*level) : out_.null();
  }

  // ---- sessions

  /// A reason of a newer program is told by its own word.
  std::string reason_words(const std::string& reason) const {
    for (const std::string_view known : {"finished", "stopped", "dizzy", "urgent"}) {
      if (reason == known) return speaker_.phrase("ended." + reason);
    }
    return base::printable(reason);
  }

  std::string name(PlaceIndex area, const std::string& word) const {
    return area.valid() ? speaker_.own(pack_[area].name) : base::printable(word);
  }

  void write(const journal::Piece& piece) {
    out_.begin_object().key("id").string(piece.id).key("at").string(format_instant(piece.at));
    out_.key("area").string(piece.area_word).key("name").string(name(piece.area, piece.area_word));
    out_.key("side").string(name_of(piece.side));
    out_.key("side_says").string(side_words(speaker_, piece.side));
    out_.key("seconds").number(piece.seconds);
    level(piece.level);
    out_.key("rung").number(piece.rung);
    text_or_null("tool", piece.tool);
    out_.end_object();
  }

  void write(const journal::Session& session) {
    out_.begin_object().key("id").string(session.id).key("at").string(format_instant(session.at));
    out_.key("by_hand").boolean(session.by_hand).key("complete").boolean(session.complete);
    text_or_null("reason", session.reason);
    text_or_null("reason_says", reason_words(session.reason));
    out_.key("seconds").number(session.seconds).key("pieces").begin_array();
    for (const auto& piece : session.pieces) write(piece);
    out_.end_array().key("notes").begin_array();
    for (const auto& note : session.notes) {
      out_.begin_object().key("id").string(note.id).key("text").string(note.text).end_object();
    }
    out_.end_array().end_object();
  }

  // ---- entries

  std::string where(const std::string& word, std::optional<Side> side) const {
    const auto place = knowledge::find_place(pack_, word);
    if (!place.valid()) return base::printable(word);
    const bool area = pack_[place].kind == knowledge::PlaceKind::area;
    if (side && area) return capital(where_words(wording_, place, *side));
    const std::string name = speaker_.own(pack_[place].name);
    const std::string says = side ? side_words(speaker_, *side) : std::string();
    return says.empty() ? name
                        : speaker_.phrase("guide.place_side", {{"place", name}, {"side", says}});
  }

  std::string after_words(const journal::AfterEffectData& data) const {
    const std::string what = where(data.area, data.side);
    if (!data.effect) return speaker_.phrase("entry.all_gone", {{"what", what}});
    return speaker_.phrase(data.gone ? "entry.gone" : "entry.after",
                           {{"what", what}, {"effect", words_.effect(*data.effect)}});
  }

  std::string says(const Record& record) const {
    if (record.kind == RecordKind::after_effect) {
      const auto data = journal::after_effect_data(record);
      return data ? after_words(*data) : std::string();
    }
    if (record.kind == RecordKind::area_over) {
      const auto data = journal::area_over_data(record);
      return data ? words_.ended(where(data->area, {}), data->reason) : std::string();
    }
    const auto data = journal::note_data(record);
    if (!data) return {};
    if (data->place.empty()) return data->text;
    return speaker_.phrase("entry.note",
                           {{"what", where(data->place, data->side)}, {"says", data->text}});
  }

  bool told_with_session(const Record& record) const {
    if (record.kind != RecordKind::note || record.session.empty()) return false;
    return std::any_of(sessions_.begin(), sessions_.end(),
                       [&](const auto& session) { return session.id == record.session; });
  }

  void entries() {
    out_.key("entries").begin_array();
    for (const Record& record : journal::counting(records_, entry_kinds)) {
      const std::string sentence = says(record);
      if (sentence.empty() || told_with_session(record)) continue;
      out_.begin_object().key("id").string(record.id).key("at").string(format_instant(record.at));
      out_.key("kind").string(name_of(record.kind)).key("says").string(sentence).end_object();
    }
    out_.end_array();
  }

  // ---- weeks

  void load() {
    const auto loads = journal::weekly_load(records_, pack_);
    const base::Day today = base::day_of(now_);
    const Chart chart = chart_of(loads, weeks_of(loads, today), today);
    out_.key("weeks").begin_array();
    for (const base::Day week : chart.weeks) out_.string(format_day(week));
    out_.end_array().key("load").begin_array();
    for (const AreaLoad& one : chart.areas) {
      out_.begin_object().key("area").string(pack_[one.area].id);
      out_.key("name").string(speaker_.own(pack_[one.area].name));
      out_.key("sided").boolean(pack_[one.area].sides == knowledge::Sides::pair);
      for (std::size_t side = 0; side < model::side_count; ++side) {
        out_.key(name_of(model::side_at(side))).begin_array();
        for (const Sides& week : one.weeks) out_.number(week[side]);
        out_.end_array();
      }
      out_.end_object();
    }
    out_.end_array();
  }

  // ---- areas

  /// What was rolled on one side of an area, the oldest first.
  std::vector<Point> points(PlaceIndex area, Side side) const {
    std::vector<Point> out;
    for (const auto& session : sessions_) {
      for (const auto& piece : session.pieces) {
        const bool here = side == Side::middle || piece.side == side || piece.side == Side::both ||
                          piece.side == Side::middle;
        if (piece.area == area && here) out.push_back({piece.at, piece.seconds, piece.level});
      }
    }
    return out;
  }

  void side(const Outlook& outlook, PlaceIndex area, Side side) {
    const SideOutlook told = outlook.of(area, side);
    out_.begin_object().key("side").string(name_of(side));
    out_.key("side_says").string(side_words(speaker_, side)).key("points").begin_array();
    for (const Point& point : points(area, side)) {
      out_.begin_object().key("at").string(format_instant(point.at));
      out_.key("seconds").number(point.seconds);
      level(point.level);
      out_.end_object();
    }
    out_.end_array();
    sentences("says", told.entry ? words_.history(*told.entry, when(*told.entry))
                                 : std::vector<std::string>{words_.never()});
    sentences("next", words_.next(told.entry.value_or(model::History{}), told.next));
    out_.end_object();
  }

  static std::string when(const model::History& entry) {
    return entry.last ? clock_words(*entry.last) : std::string();
  }

  void sentences(std::string_view key, const std::vector<std::string>& all) {
    out_.key(key).begin_array();
    for (const std::string& one : all) out_.string(one);
    out_.end_array();
  }

  void areas() {
    const Outlook outlook(who_.known, who_.facts(), pack_, now_);
    out_.key("areas").begin_array();
    for (std::size_t i = 0; i < knowledge::area_count(pack_); ++i) {
      const PlaceIndex area{static_cast<std::uint16_t>(i)};
      const bool known = std::any_of(who_.known.history.begin(), who_.known.history.end(),
                                     [&](const auto& entry) { return entry.area == area; });
      if (!known) continue;
      out_.begin_object().key("area").string(pack_[area].id);
      out_.key("name").string(speaker_.own(pack_[area].name)).key("sides").begin_array();
      if (pack_[area].sides == knowledge::Sides::middle) {
        side(outlook, area, Side::middle);
      } else {
        side(outlook, area, Side::left);
        side(outlook, area, Side::right);
      }
      out_.end_array().end_object();
    }
    out_.end_array();
  }

  const knowledge::Pack& pack_;
  const Someone& who_;
  base::Instant now_;
  std::vector<Record> records_;
  std::vector<journal::Session> sessions_;
  guidance::Speaker speaker_;
  guidance::Wording wording_;
  guidance::LogWords words_;
  JsonWriter out_;
};

}  // namespace

Answer log_view(State& state, std::string_view input) {
  Asked in(input);
  const base::Instant now = in.moment();
  const std::string person = in.id("person");
  static_cast<void>(in.need("person", "the id of somebody whom the log has"));
  const std::string language = in.language(state.pack);
  if (auto error = in.finish()) return std::unexpected(std::move(*error));
  const auto who = someone(state, person, now);
  if (!who) return std::unexpected(who.error());
  return LogWriter(state, *who, language_for(state, language, who->profile), now).whole();
}

}  // namespace unknot::desk
