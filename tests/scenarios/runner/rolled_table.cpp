// Tables of what was really rolled: the audit judges it by its ceilings.

#include "document.hpp"
#include "given.hpp"
#include "steps.hpp"
#include "tables.hpp"

namespace unknot::scenarios {

std::string judge_rolled(const Court& court, const Table& table, const TableRow& row) {
  const auto request = request_of(table.given, court.pack);
  if (!request) return request.error();
  const auto rolled = read_draft(row.cells[0], *request, court.pack);
  if (!rolled) return rolled.error();
  if (request->tools.empty()) return "nothing is rolled without a kit";
  const auto remarks = audit_remarks(court, rolled_document(*rolled, *request, court.pack),
                                     *request, safety::AuditMode::rolled);
  const std::string_view came = remarks.empty() ? "pass" : "breach";
  if (row.cells[1] != came) {
    return "expected " + std::string(row.cells[1]) + ", came " + std::string(came) + " (" +
           told(remarks) + ")";
  }
  return judge_remarks(row.cells[2], table.rule, remarks);
}

}  // namespace unknot::scenarios
