// Plan tables: one row is one person, the planner answers.

#include "facts.hpp"
#include "given.hpp"
#include "tables.hpp"

namespace unknot::scenarios {

namespace {

using knowledge::name_of;

std::string outcome_of(const planner::Answer& answer) {
  if (!answer.refusal) return "plan";
  return "refused " + std::string(name_of(answer.refusal->rule)) + " (" +
         std::string(name_of(answer.refusal->reason)) + ")";
}

/// "refused budget" leaves the reason open.
bool outcome_meets(std::string_view expected, const std::string& came) {
  return expected == came || (expected != "refused" && came.starts_with(expected) &&
                              came.substr(expected.size()).starts_with(" ("));
}

std::string judge_facts(std::string_view cell, bool expected, const Answered& answered) {
  for (const auto fact : clauses_of(cell)) {
    const auto holds = fact_holds(fact, answered);
    if (!holds) return holds.error();
    if (*holds == expected) continue;
    return (expected ? "expected '" : "did not expect '") + std::string(fact) + "', came " +
           shown_plan(answered);
  }
  return {};
}

bool asks_to_change(const model::Refusal& refusal, model::Change change) {
  for (const auto offered : refusal.would_change) {
    if (offered == change) return true;
  }
  return false;
}

/// `change KIND`, `flag ID`, `condition ID`, `emergency`, `urgent`, or an amount.
Read<bool> refusal_says(std::string_view piece, const Court& court, const model::Refusal& refusal) {
  const auto& pack = court.pack;
  Words words(piece);
  if (words.take("change")) {
    const auto change = read_choice<model::Change>(words.next());
    if (!change) return std::unexpected(change.error());
    return asks_to_change(refusal, *change);
  }
  if (words.take("condition")) {
    return refusal.condition.valid() && pack[refusal.condition].id == words.next();
  }
  if (words.take("flag")) {
    return refusal.red_flag.valid() && pack[refusal.red_flag].id == words.next();
  }
  if (const auto urgency = knowledge::parse_enum<knowledge::Urgency>(piece)) {
    return refusal.red_flag.valid() && pack[refusal.red_flag].urgency == *urgency;
  }
  return court.remarker.amount(refusal.asked, refusal.limit) == words.rest();
}

std::string judge_refusal(std::string_view cell, const Court& court,
                          const std::optional<model::Refusal>& refusal) {
  if (refusal && refusal->would_change.empty()) return "a refusal names what would change it";
  for (const auto piece : clauses_of(cell)) {
    if (!refusal) return "only a refusal says '" + std::string(piece) + "'";
    const auto says = refusal_says(piece, court, *refusal);
    if (!says) return says.error();
    if (*says) continue;
    std::string changes;
    for (const auto change : refusal->would_change) changes += ' ' + std::string(name_of(change));
    return "expected '" + std::string(piece) + "', said was " +
           told({court.remarker.of(*refusal)}) + ", change" + changes;
  }
  return {};
}

}  // namespace

std::string judge_plan(const Court& court, const Table& table, const TableRow& row) {
  std::vector<Line> clauses = table.given;
  for (const Line& line : lines_of(row.cells[0], row.line.number)) clauses.push_back(line);
  const auto request = request_of(clauses, court.pack);
  if (!request) return request.error();
  const auto answer = planner::plan(*request, court.pack);
  const Answered answered{*request, court.pack, answer};
  const std::string came = outcome_of(answer);
  if (!outcome_meets(row.cells[1], came)) {
    return "expected " + std::string(row.cells[1]) + ", came " + came + ", " + shown_plan(answered);
  }
  std::string complaint = judge_facts(row.cells[2], true, answered);
  if (complaint.empty()) complaint = judge_facts(row.cells[3], false, answered);
  if (complaint.empty()) complaint = judge_refusal(row.cells[4], court, answer.refusal);
  if (!complaint.empty() || !answer.plan) return complaint;
  return second_opinion(court, *answer.plan, *request, answer.advice);
}

}  // namespace unknot::scenarios
