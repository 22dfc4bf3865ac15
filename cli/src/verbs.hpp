#pragma once
/// @file
/// One function a verb; each adds its sub-command and, when chosen, sets the exit code.

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace unknot::cli {

void add_plan(CLI::App& app, int& exit_code);
void add_guide(CLI::App& app, int& exit_code);
void add_compare(CLI::App& app, int& exit_code);
void add_check(CLI::App& app, int& exit_code);
void add_completion(CLI::App& app, int& exit_code);
void add_doctor(CLI::App& app, int& exit_code);
void add_export(CLI::App& app, int& exit_code);
void add_history(CLI::App& app, int& exit_code);
void add_import(CLI::App& app, int& exit_code);
void add_keeping(CLI::App& app, int& exit_code);  ///< backup, restore, forget
void add_learn(CLI::App& app, int& exit_code);
void add_load(CLI::App& app, int& exit_code);
void add_log(CLI::App& app, int& exit_code);
void add_me(CLI::App& app, int& exit_code);
void add_note(CLI::App& app, int& exit_code);
void add_people(CLI::App& app, int& exit_code);
void add_lists(CLI::App& app, int& exit_code);
void add_example(CLI::App& app, int& exit_code);
void add_serve(CLI::App& app, int& exit_code);
void add_track(CLI::App& app, int& exit_code);
void add_version(CLI::App& app, int& exit_code);

/// `complete [--] WORD...`, asked by the shells' scripts and not by people: no verb of the parser,
/// which would take the words for its own. Prints what could stand for the last word, one candidate
/// a line with its description behind a tab, or `:files`.
/// @return false when it is something else.
[[nodiscard]] bool answer_shell(const CLI::App& app, const std::vector<std::string>& words);

}  // namespace unknot::cli
