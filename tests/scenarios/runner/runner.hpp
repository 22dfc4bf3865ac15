#pragma once
/// @file
/// Runs scenario tables: what a rule demands, written so that a physiotherapist can read and check
/// it (tests/scenarios/README.md has the grammar). Pure text in, text out, so that the same files
/// run native and in WebAssembly and must give the same bytes.

#include <string>
#include <string_view>
#include <vector>

namespace unknot::scenarios {

/// What became of one row.
struct RowReport {
  std::size_t line = 0;   ///< In the scenario text, from 1.
  std::string rule;       ///< Of the section it stands in; empty: none was said yet.
  std::string row;        ///< As written, spaces squeezed.
  std::string complaint;  ///< What was expected and what came; empty: it holds.

  [[nodiscard]] bool ok() const { return complaint.empty(); }
};

/// Whether every plan that a row leads to is also shown to the audit, which must find nothing.
enum class SecondJudge : bool { none, audit };

/// Every row of `text`, in order. What cannot be read is a row that failed, named by its line.
[[nodiscard]] std::vector<RowReport> run_rows(std::string_view text,
                                              SecondJudge judge = SecondJudge::audit);

/// The same as a report: one line a row, `ok` or `FAIL` and why, and a line that counts them.
[[nodiscard]] std::string run_scenarios(std::string_view text);

}  // namespace unknot::scenarios
