#include <algorithm>
#include <map>
#include <set>

#include "csv_text.hpp"
#include "day.hpp"
#include "unknot/base/sha256.hpp"
#include "unknot/base/text.hpp"
#include "unknot/base/uuid.hpp"
#include "unknot/journal/csv.hpp"

namespace unknot::journal {

namespace {

using base::Error;
using base::ErrorCode;
using knowledge::Pack;

constexpr std::size_t most_bytes = std::size_t{1} << 26;
constexpr std::int64_t ms_per_second = 1000;
constexpr std::int32_t noon = 12 * 3600;

constexpr CsvField all_fields[] = {
    CsvField::id,      CsvField::at,      CsvField::session, CsvField::area,      CsvField::side,
    CsvField::seconds, CsvField::level,   CsvField::rung,    CsvField::technique, CsvField::tool,
    CsvField::variant, CsvField::minutes, CsvField::note};

/// Everyday names of areas, and what they lead to.
class AreaNames {
 public:
  explicit AreaNames(const Pack& pack) {
    for (std::size_t i = 0; i < knowledge::area_count(pack); ++i) {
      const auto& area = pack.places[i];
      names_.try_emplace(base::lower_ascii(area.name), area.id);
      names_.try_emplace(base::lower_ascii(area.plain), area.id);
      for (const auto alias : area.aliases) names_.try_emplace(std::string(alias), area.id);
    }
    for (std::size_t i = 0; i < knowledge::area_count(pack); ++i) {
      names_[std::string(pack.places[i].id)] = pack.places[i].id;
    }
  }
  /// The id; empty when no area has the name.
  [[nodiscard]] std::string_view find(std::string_view name) const {
    const auto found = names_.find(base::lower_ascii(name));
    return found == names_.end() ? std::string_view() : found->second;
  }
  [[nodiscard]] std::string expected(std::string_view name) const {
    std::vector<std::string_view> known;
    for (const auto& [text, id] : names_) known.push_back(text);
    const auto near = base::nearest(base::lower_ascii(name), known);
    if (near.empty()) return "an area that can be rolled (unknot areas lists them)";
    return "an area that can be rolled; did you mean " + std::string(near);
  }

 private:
  std::map<std::string, std::string_view, std::less<>> names_;
};

/// `2026-11-22`, `2026-11-22 18:30` or `2026-11-22T18:30:00`, by a clock of the given offset.
std::optional<base::Instant> local_time(std::string_view text, std::int32_t offset_minutes) {
  std::string whole(text);
  if (whole.size() > 10 && whole[10] == ' ') whole[10] = 'T';
  if (whole.size() == 16) whole += ":00";
  if (whole.size() == 10) {
    const auto day = base::parse_day(whole);
    if (!day) return std::nullopt;
    const std::int64_t utc = day->number * seconds_per_day + noon;
    return base::Instant{utc - std::int64_t{offset_minutes} * 60, offset_minutes};
  }
  auto instant = base::parse_instant(whole + 'Z');
  if (!instant || whole.size() != 19) return std::nullopt;
  return base::Instant{instant->seconds - std::int64_t{offset_minutes} * 60, offset_minutes};
}

/// Minutes with up to two decimals as whole seconds, rounded up: what was begun counts.
std::optional<std::int64_t> seconds_of_minutes(std::string_view text) {
  const auto point = text.find_first_of(".,");
  const auto whole = base::parse_integer(text.substr(0, point));
  if (!whole || *whole < 0 || *whole > limits::rolled_seconds.most) return std::nullopt;
  std::int64_t hundredths = 0;
  if (point != std::string_view::npos) {
    std::string decimals(text.substr(point + 1));
    if (decimals.empty() || decimals.size() > 2 || decimals[0] == '-') return std::nullopt;
    decimals.resize(2, '0');
    const auto value = base::parse_integer(decimals);
    if (!value) return std::nullopt;
    hundredths = *value;
  }
  return *whole * 60 + (hundredths * 60 + 99) / 100;
}

class CsvReader {
 public:
  CsvReader(const CsvMapping& mapping, const Pack& pack, const CsvContext& context)
      : mapping_(mapping), pack_(pack), context_(context), areas_(pack) {
    for (const Record& record : context.present) present_.insert(record.id);
  }

  base::Result<CsvImport> read(std::string_view text) {
    const auto lines = text_lines(text);
    if (!lines) return std::unexpected(lines.error());
    if (lines->empty()) {
      say(ErrorCode::field_missing, "line 1", "", "a line with the headings of the columns");
    } else {
      headings(lines->front());
    }
    for (std::size_t i = 1; i < lines->size() && !error_; ++i) row((*lines)[i]);
    if (error_) return std::unexpected(std::move(*error_));
    return std::move(out_);
  }

 private:
  void say(ErrorCode code, std::string_view field, std::string_view value,
           std::string_view expected) {
    if (!error_) error_ = base::fail(code, field, value, expected).error();
  }

  base::Result<std::vector<csv::Line>> text_lines(std::string_view text) {
    if (text.size() > most_bytes) {
      return base::fail(ErrorCode::out_of_range, "", std::to_string(text.size()) + " bytes",
                        "at most " + std::to_string(most_bytes) + " bytes");
    }
    if (const auto bad = base::invalid_utf8_at(text)) {
      const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<long>(*bad), '\n');
      return base::fail(ErrorCode::out_of_range, "line " + std::to_string(line),
                        "bytes that are not UTF-8", "UTF-8, as spreadsheets can save it");
    }
    return csv::parse(text, mapping_.separator);
  }

  /// Finds the column of each field.
  void headings(const csv::Line& line) {
    width_ = line.cells.size();
    for (const CsvField field : all_fields) {
      std::string heading(knowledge::name_of(field));
      bool asked = false;
      for (const auto& [mapped, name] : mapping_.columns) {
        if (mapped != field) continue;
        heading = name;
        asked = true;
      }
      const auto& cells = line.cells;
      const auto found = std::find(cells.begin(), cells.end(), heading);
      if (found == cells.end()) {
        if (asked) say(ErrorCode::field_missing, "line 1", "", "a column headed " + heading);
        continue;
      }
      if (std::find(found + 1, cells.end(), heading) != cells.end()) {
        say(ErrorCode::contradiction, "line 1", heading, "one column of that heading");
      }
      columns_[field] = {static_cast<std::size_t>(found - cells.begin()), heading};
    }
    for (const CsvField needed : {CsvField::at, CsvField::area}) {
      if (!columns_.contains(needed)) need(knowledge::name_of(needed));
    }
    if (columns_.contains(CsvField::seconds) == columns_.contains(CsvField::minutes)) {
      need("seconds or minutes, not both");
    }
  }

  void need(std::string_view what) {
    say(ErrorCode::field_missing, "line 1", "", "a column for " + std::string(what));
  }

  /// The cell of a field without blanks around it; empty when there is no such column.
  std::string cell(CsvField field) const {
    const auto found = columns_.find(field);
    if (found == columns_.end()) return {};
    return std::string(csv::unguarded(base::trim(line_->cells[found->second.first])));
  }
  void complain(CsvField field, std::string_view value, std::string_view expected,
                ErrorCode code = ErrorCode::out_of_range) {
    const auto found = columns_.find(field);
    const std::string heading = found == columns_.end() ? "" : ", " + found->second.second;
    say(code, "line " + std::to_string(line_->number) + base::shorten(base::printable(heading), 60),
        '"' + base::shorten(base::printable(value), 40) + '"', expected);
  }

  void row(const csv::Line& line) {
    line_ = &line;
    ++out_.rows;
    if (line.cells.size() != width_) {
      say(ErrorCode::out_of_range, "line " + std::to_string(line.number),
          std::to_string(line.cells.size()) + " cells",
          std::to_string(width_) + " cells, as many as headings");
      return;
    }
    Stamp stamp{.id = {},
                .person = context_.person,
                .at = time(),
                .session = uuid(CsvField::session),
                .knowledge = std::string(pack_.hash)};
    const RolledData data = rolled();
    stamp.id = uuid(CsvField::id);
    if (stamp.id.empty()) stamp.id = id_from_row(stamp.at);
    if (!error_) keep(stamp, data);
  }

  base::Instant time() {
    const std::string text = cell(CsvField::at);
    auto instant = base::parse_instant(text);
    if (!instant) instant = local_time(text, context_.offset_minutes);
    if (!instant) {
      complain(CsvField::at, text, "a time such as 2026-11-22 18:30 or 2026-11-22T18:30:00+01:00");
    }
    return instant.value_or(base::Instant{});
  }

  std::string uuid(CsvField field) {
    std::string text = base::lower_ascii(cell(field));
    if (!text.empty() && !base::uuid_v7_time(text)) {
      complain(field, text, "a UUID of version 7, or nothing");
    }
    return text;
  }

  RolledData rolled() {
    RolledData out;
    const std::string area = cell(CsvField::area);
    out.area = areas_.find(area);
    if (out.area.empty()) {
      complain(CsvField::area, area, areas_.expected(area), ErrorCode::id_unknown);
    }
    out.side = side();
    out.seconds = seconds();
    const std::string level = cell(CsvField::level);
    if (!level.empty()) out.level = number(CsvField::level, model::limits::level);
    const std::string rung = cell(CsvField::rung);
    if (!rung.empty()) out.rung = number(CsvField::rung, model::limits::rung);
    out.technique = word(CsvField::technique);
    out.variant = word(CsvField::variant);
    out.tool = cell(CsvField::tool);
    if (base::code_points(out.tool) > model::limits::tool_id_length) {
      complain(CsvField::tool, out.tool, "at most 40 characters");
    }
    return out;
  }

  model::Side side() {
    const std::string text = base::lower_ascii(cell(CsvField::side));
    if (text.empty()) return model::Side::both;
    const auto found = knowledge::parse_enum<model::Side>(text);
    if (!found) {
      complain(CsvField::side, text, "left | right | both | middle, or nothing",
               ErrorCode::id_unknown);
    }
    return found.value_or(model::Side::both);
  }

  std::int32_t seconds() {
    if (!columns_.contains(CsvField::minutes)) {
      return number(CsvField::seconds, limits::rolled_seconds);
    }
    const std::string text = cell(CsvField::minutes);
    const auto value = seconds_of_minutes(text);
    if (!value || *value < 1 || *value > limits::rolled_seconds.most) {
      complain(CsvField::minutes, text, "minutes up to 360, such as 1.5");
      return 1;
    }
    return static_cast<std::int32_t>(*value);
  }

  std::int32_t number(CsvField field, limits::Range range) {
    const std::string text = cell(field);
    const auto value = base::parse_integer(text);
    if (value && *value >= range.least && *value <= range.most) {
      return static_cast<std::int32_t>(*value);
    }
    complain(
        field, text,
        "a whole number from " + std::to_string(range.least) + " to " + std::to_string(range.most));
    return static_cast<std::int32_t>(range.least);
  }

  std::string word(CsvField field) {
    std::string text = cell(field);
    if (!text.empty() && (!base::is_id(text) || text.size() > limits::word_length)) {
      complain(field, text, "an id of the catalogue, or nothing");
    }
    return text;
  }

  /// A UUIDv7 of what the row says: its time is that of the piece, the rest a hash. A row that
  /// stands there twice was rolled twice.
  std::string id_from_row(base::Instant at, std::string_view what = "rolled") {
    std::string said = std::string(what) + '\n' + context_.person;
    for (const CsvField field : all_fields) said += '\n' + cell(field);
    const std::size_t time = ++seen_[said];
    const auto digest = base::sha256(said + '\n' + std::to_string(time));
    std::array<std::uint8_t, 10> chance;
    std::copy_n(digest.begin(), chance.size(), chance.begin());
    return base::uuid_v7(at.seconds * ms_per_second, chance);
  }

  void keep(const Stamp& stamp, const RolledData& data) {
    const std::string note = cell(CsvField::note);
    Stamp beside = stamp;
    if (!note.empty()) {
      beside.id = id_from_row(stamp.at, "note");
      beside.session = stamp.session.empty() ? stamp.id : stamp.session;
    }
    if (present_.contains(stamp.id)) {
      ++out_.passed_over;
      return;
    }
    if (!written_.insert(stamp.id).second) {
      complain(CsvField::id, stamp.id, "an id no other row has", ErrorCode::contradiction);
      return;
    }
    out_.records.push_back(make_rolled(stamp, data));
    if (note.empty()) return;
    out_.records.push_back(
        make_note(beside, {.text = note, .place = data.area, .side = data.side}));
    if (broken_data(out_.records.back())) {
      complain(CsvField::note, note, "at most 4000 characters");
    }
  }

  const CsvMapping& mapping_;
  const Pack& pack_;
  const CsvContext& context_;
  AreaNames areas_;
  std::set<std::string_view> present_;
  std::set<std::string> written_;
  std::map<CsvField, std::pair<std::size_t, std::string>> columns_;
  std::map<std::string, std::size_t> seen_;
  std::size_t width_ = 0;
  const csv::Line* line_ = nullptr;
  std::optional<Error> error_;
  CsvImport out_;
};

}  // namespace

base::Result<CsvMapping> parse_mapping(std::string_view text) {
  CsvMapping out;
  if (base::trim(text).empty()) return out;
  for (const auto part : base::split(text, ',')) {
    const auto equals = part.find('=');
    const auto name = base::trim(part.substr(0, equals));
    const auto field = knowledge::parse_enum<CsvField>(name);
    if (!field) {
      std::string known;
      for (const auto& row : knowledge::EnumNames<CsvField>::all) {
        known += (known.empty() ? "" : " | ") + std::string(row.name);
      }
      return base::fail(ErrorCode::id_unknown, "mapping", name, known);
    }
    const auto heading =
        equals == std::string_view::npos ? "" : base::trim(part.substr(equals + 1));
    if (heading.empty()) {
      return base::fail(ErrorCode::field_missing, "mapping", part, "field=heading of its column");
    }
    for (const auto& [other, column] : out.columns) {
      if (other == *field) {
        return base::fail(ErrorCode::contradiction, "mapping", name, "each field once");
      }
    }
    out.columns.emplace_back(*field, heading);
  }
  return out;
}

char separator_of(std::string_view text) {
  const auto headings = text.substr(0, text.find_first_of("\r\n"));
  char best = ',';
  for (const char candidate : {';', '\t'}) {
    if (std::count(headings.begin(), headings.end(), candidate) >
        std::count(headings.begin(), headings.end(), best)) {
      best = candidate;
    }
  }
  return best;
}

base::Result<CsvImport> read_csv(std::string_view text, const CsvMapping& mapping, const Pack& pack,
                                 const CsvContext& context) {
  return CsvReader(mapping, pack, context).read(text);
}

}  // namespace unknot::journal
