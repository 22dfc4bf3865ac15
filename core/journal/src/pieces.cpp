#include "pieces.hpp"

#include <algorithm>
#include <map>

#include "scan.hpp"
#include "unknot/base/text.hpp"
#include "unknot/journal/data.hpp"

namespace unknot::journal {

namespace {

using scan::Kind;
using scan::Value;

/// A whole number in the plain form that programs write, inside its range.
bool plain_number(const Value& value, limits::Range range, std::int32_t& out) {
  const auto number = base::parse_integer(value.raw);
  if (value.kind != Kind::number || !number) return false;
  if (*number < range.least || *number > range.most) return false;
  out = static_cast<std::int32_t>(*number);
  return true;
}

std::string_view plain_text(const Value& value) {
  const bool plain = value.kind == Kind::string && !value.escaped;
  return plain ? value.raw.substr(1, value.raw.size() - 2) : std::string_view();
}

/// Reads one known field; false when it is not in the plain form.
bool take(const scan::Member& member, Rolling& out, std::string_view& area) {
  const Value& value = member.value;
  // Most fields are none of these; their first letter says so without a comparison.
  const bool known = !member.key.empty() && std::string_view("aslr").contains(member.key[0]);
  if (!known || value.kind == Kind::null) return true;
  if (member.key == "area") {
    area = plain_text(value);
    return base::is_id(area);
  }
  if (member.key == "side") {
    const auto side = knowledge::parse_enum<model::Side>(plain_text(value));
    if (side) out.side = *side;
    return side.has_value();
  }
  if (member.key == "seconds") return plain_number(value, limits::rolled_seconds, out.seconds);
  if (member.key == "rung") return plain_number(value, model::limits::rung, out.rung);
  if (member.key != "level") return true;
  return plain_number(value, model::limits::level, out.level.emplace());
}

/// What programs write is read here, everything else by the reader of all forms.
bool read_plainly(const Record& record, Rolling& out, std::string_view& area) {
  scan::Cursor cursor(record.data);
  scan::Member member;
  if (!cursor.open('{')) return false;
  while (cursor.next_member(member)) {
    if (!take(member, out, area)) return false;
  }
  return !cursor.broken() && cursor.finish() && out.seconds > 0 && !area.empty();
}

std::optional<Rolling> rolling_of(const Record& record, const PlaceNames* places) {
  Rolling out;
  std::string_view area;
  if (!read_plainly(record, out, area)) {
    const auto data = rolled_data(record);
    if (!data) return std::nullopt;
    out = {.side = data->side, .seconds = data->seconds, .rung = data->rung, .level = data->level};
    if (places != nullptr) out.area = places->find(data->area);
  } else if (places != nullptr) {
    out.area = places->find(area);
  }
  out.record = &record;
  return out;
}

/// Numbers for sessions; nearly always the one just asked for.
class SessionNumbers {
 public:
  std::uint32_t of(std::string_view session) {
    if (session == last_) return number_;
    last_ = session;
    const auto next = static_cast<std::uint32_t>(numbers_.size());
    number_ = numbers_.try_emplace(session, next).first->second;
    return number_;
  }

 private:
  std::map<std::string_view, std::uint32_t> numbers_;
  std::string_view last_;
  std::uint32_t number_ = 0;
};

/// Levels said later, the newest of each piece.
class LaterLevels {
 public:
  LaterLevels(const Live& log, const PieceQuery& query) {
    for (const Record* record : log.of(RecordKind::level)) {
      if (query.until && record->at > *query.until) continue;
      const auto data = level_data(*record);
      if (!data) continue;
      Said& said = newest_[data->of];
      if (said.record != nullptr && earlier(*record, *said.record)) continue;
      said = {record, data->level};
    }
  }
  void put(Rolling& rolling) const {
    if (newest_.empty()) return;
    const auto found = newest_.find(rolling.record->id);
    if (found != newest_.end()) rolling.level = found->second.level;
  }

 private:
  struct Said {
    const Record* record = nullptr;
    std::int32_t level = 0;
  };
  std::map<std::string, Said, std::less<>> newest_;
};

}  // namespace

PlaceNames::PlaceNames(const knowledge::Pack& pack) {
  for (std::size_t i = 0; i < pack.places.size(); ++i) {
    sorted_.emplace_back(pack.places[i].id, knowledge::PlaceIndex{static_cast<std::uint16_t>(i)});
  }
  std::sort(sorted_.begin(), sorted_.end());
}

knowledge::PlaceIndex PlaceNames::find(std::string_view id) const {
  const auto found =
      std::lower_bound(sorted_.begin(), sorted_.end(), id,
                       [](const auto& row, std::string_view wanted) { return row.first < wanted; });
  return found != sorted_.end() && found->first == id ? found->second : knowledge::PlaceIndex{};
}

std::string technique_of(const Record& rolled) {
  scan::Cursor cursor(rolled.data);
  scan::Member member;
  if (!cursor.open('{')) return {};
  while (cursor.next_member(member)) {
    if (member.key == "technique") return scan::text_of(member.value).value_or("");
  }
  return {};
}

std::vector<Rolling> pieces_of(const Live& log, const PieceQuery& query) {
  const LaterLevels levels(log, query);
  SessionNumbers numbers;
  std::vector<Rolling> out;
  out.reserve(log.of(RecordKind::rolled).size());
  for (const Record* record : log.of(RecordKind::rolled)) {
    if (query.until && record->at > *query.until) continue;
    if (query.from && record->at < *query.from) continue;
    auto rolling = rolling_of(*record, query.places);
    if (!rolling) continue;
    levels.put(*rolling);
    rolling->session = numbers.of(session_of(*record));
    out.push_back(*rolling);
  }
  return out;
}

}  // namespace unknot::journal
