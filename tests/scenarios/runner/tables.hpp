#pragma once
/// @file
/// The kinds of tables. Each judges one row and answers a complaint, empty when it holds.

#include "remarks.hpp"
#include "runner.hpp"
#include "sheet.hpp"
#include "unknot/model/plan_document.hpp"

namespace unknot::scenarios {

/// What every row of a run shares.
struct Court {
  const knowledge::Pack& pack;
  Remarker remarker;
  SecondJudge second_judge = SecondJudge::audit;
};

/// `| step | ruling | becomes | says |`: a draft and what the gate makes of it.
[[nodiscard]] std::string judge_draft(const Court& court, const Table& table, const TableRow& row);
/// `| given | outcome | has | without | says |`: more about the person, and what is planned.
[[nodiscard]] std::string judge_plan(const Court& court, const Table& table, const TableRow& row);
/// `| rolled | ruling | says |`: what was really rolled, judged by the audit.
[[nodiscard]] std::string judge_rolled(const Court& court, const Table& table, const TableRow& row);

/// `| at | event | says | shows |`: a session event by event. A complaint for each row.
[[nodiscard]] std::vector<std::string> judge_session(const Court& court, const Table& table);

/// What the audit remarks on a document.
[[nodiscard]] std::vector<Remark> audit_remarks(const Court& court,
                                                const model::PlanDocument& document,
                                                const model::Request& request,
                                                safety::AuditMode mode);

/// What the audit says against a plan that the gate let pass; nothing when they agree, or when
/// the run has no second judge.
[[nodiscard]] std::string second_opinion(const Court& court, const safety::VettedPlan& plan,
                                         const model::Request& request,
                                         const std::vector<model::Advice>& advice);

}  // namespace unknot::scenarios
