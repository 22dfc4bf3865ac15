// Draft tables: one row is one draft, the gate rules on it.

#include <algorithm>

#include "given.hpp"
#include "outcome_words.hpp"
#include "steps.hpp"
#include "tables.hpp"

namespace unknot::scenarios {

namespace {

using safety::Ruling;
using safety::Verdict;

std::string_view word_for(const base::Result<Ruling>& ruling) {
  if (!ruling) return "malformed";
  if (ruling->refusal) return "refuse";
  const auto& findings = ruling->findings;
  const bool drops = std::any_of(findings.begin(), findings.end(),
                                 [](const auto& f) { return f.verdict == Verdict::drop; });
  if (drops) return "drop";
  return findings.empty() ? "pass" : "adjust";
}

std::vector<Remark> remarks_on(const Court& court, const base::Result<Ruling>& ruling) {
  std::vector<Remark> remarks;
  if (!ruling) return remarks;
  for (const auto& finding : ruling->findings) remarks.push_back(court.remarker.of(finding));
  if (ruling->refusal) remarks.push_back(court.remarker.of(*ruling->refusal));
  return remarks;
}

std::string ruling_differs(std::string_view expected, std::string_view came,
                           const base::Result<Ruling>& ruling, const std::vector<Remark>& remarks) {
  std::string out = "expected " + std::string(expected) + ", came " + std::string(came);
  if (!ruling) return out + " (" + base::sentence(ruling.error()) + ")";
  return out + " (" + told(remarks) + ")";
}

}  // namespace

std::string judge_draft(const Court& court, const Table& table, const TableRow& row) {
  const auto request = request_of(table.given, court.pack);
  if (!request) return request.error();
  const auto draft = read_draft(row.cells[0], *request, court.pack);
  if (!draft) return draft.error();
  const auto ruling = safety::Gate(court.pack).vet(*draft, *request);
  const auto remarks = remarks_on(court, ruling);
  const std::string_view came = word_for(ruling);
  if (row.cells[1] != came) return ruling_differs(row.cells[1], came, ruling, remarks);
  if (!ruling) return {};
  const auto kept = kept_steps(*draft, *ruling);
  if (!kept) return kept.error();
  std::string complaint = judge_becomes(row.cells[2], *kept, *request);
  if (complaint.empty()) complaint = judge_remarks(row.cells[3], table.rule, remarks);
  if (!complaint.empty() || !ruling->plan) return complaint;
  const auto advice = safety::draw_envelope(*request, court.pack).advice;
  return second_opinion(court, *ruling->plan, *request, advice);
}

}  // namespace unknot::scenarios
