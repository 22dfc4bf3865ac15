#include <algorithm>

#include "csv_text.hpp"
#include "pieces.hpp"
#include "unknot/journal/csv.hpp"

namespace unknot::journal {

namespace {

std::string cell_of(CsvField field, const Rolling& piece, const RolledData& data) {
  switch (field) {
    case CsvField::id: return piece.record->id;
    case CsvField::at: return format_instant(piece.record->at);
    case CsvField::session: return piece.record->session;
    case CsvField::area: return data.area;
    case CsvField::side: return std::string(knowledge::name_of(data.side));
    case CsvField::seconds: return std::to_string(data.seconds);
    case CsvField::level: return piece.level ? std::to_string(*piece.level) : "";
    case CsvField::rung: return std::to_string(data.rung);
    case CsvField::technique: return data.technique;
    case CsvField::tool: return data.tool;
    case CsvField::variant: return data.variant;
    case CsvField::minutes:
    case CsvField::note: break;
  }
  return {};
}

bool is_written(CsvField field) { return field != CsvField::minutes && field != CsvField::note; }

void end_line(std::string& out) {
  out.back() = '\r';  // In the place of the last comma.
  out += '\n';
}

}  // namespace

std::string write_csv(std::span<const Record> records) {
  std::string out;
  for (const auto& field : knowledge::EnumNames<CsvField>::all) {
    if (is_written(field.value)) out += std::string(field.name) + ',';
  }
  end_line(out);
  auto pieces = pieces_of(Live(records, piece_kinds), {});
  std::stable_sort(pieces.begin(), pieces.end(), [](const Rolling& a, const Rolling& b) {
    return earlier(*a.record, *b.record);
  });
  for (const Rolling& piece : pieces) {
    const auto data = rolled_data(*piece.record);
    if (!data) continue;
    for (const auto& field : knowledge::EnumNames<CsvField>::all) {
      if (!is_written(field.value)) continue;
      csv::append(out, csv::guarded(cell_of(field.value, piece, *data)));
      out += ',';
    }
    end_line(out);
  }
  return out;
}

}  // namespace unknot::journal
