#include "runner.hpp"

#include <algorithm>

#include "tables.hpp"

namespace unknot::scenarios {

namespace {

/// As written, with one space where there were several.
std::string squeezed(std::string_view text) { return Words(text).rest(); }

std::string judge_row(const Court& court, const Table& table, const TableRow& row) {
  switch (table.kind) {
    case TableKind::drafts: return judge_draft(court, table, row);
    case TableKind::plans: return judge_plan(court, table, row);
    case TableKind::rolled: return judge_rolled(court, table, row);
    case TableKind::session: break;
  }
  return "a table of no kind";
}

/// A complaint for each row; the rows of a session follow one another, all others stand alone.
std::vector<std::string> judge_table(const Court& court, const Table& table) {
  if (table.kind == TableKind::session) return judge_session(court, table);
  std::vector<std::string> complaints;
  for (const TableRow& row : table.rows) complaints.push_back(judge_row(court, table, row));
  return complaints;
}

std::string report_line(const RowReport& row) {
  std::string out = row.ok() ? "ok   " : "FAIL ";
  out += std::to_string(row.line) + ' ' + row.row;
  if (!row.ok()) out += " : " + row.complaint;
  return out + '\n';
}

}  // namespace

std::vector<RowReport> run_rows(std::string_view text, SecondJudge judge) {
  const knowledge::Pack& pack = knowledge::embedded_pack();
  const Court court{pack, Remarker(pack), judge};
  const Sheet sheet = read_sheet(text);
  std::vector<RowReport> reports;
  for (const Unreadable& line : sheet.unreadable) {
    reports.push_back(
        {line.line.number, std::string(line.rule), squeezed(line.line.text), line.why});
  }
  for (const Table& table : sheet.tables) {
    std::vector<std::string> complaints = judge_table(court, table);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      const TableRow& row = table.rows[i];
      reports.push_back({row.line.number, std::string(table.rule), squeezed(row.line.text),
                         std::move(complaints[i])});
    }
  }
  std::stable_sort(reports.begin(), reports.end(),
                   [](const RowReport& a, const RowReport& b) { return a.line < b.line; });
  return reports;
}

std::string run_scenarios(std::string_view text) {
  const auto rows = run_rows(text);
  std::string out;
  std::size_t failed = 0;
  for (const RowReport& row : rows) {
    out += report_line(row);
    if (!row.ok()) ++failed;
  }
  if (rows.empty()) {
    out += "FAIL 1 : no row to run\n";
    failed = 1;
  }
  return out + std::to_string(rows.size()) + " rows, " + std::to_string(failed) + " failed\n";
}

}  // namespace unknot::scenarios
