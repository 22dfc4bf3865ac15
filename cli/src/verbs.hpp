#pragma once
/// @file
/// One function a verb; each adds its sub-command and, when chosen, sets the exit code.

#include <CLI/CLI.hpp>

namespace unknot::cli {

void add_plan(CLI::App& app, int& exit_code);
void add_compare(CLI::App& app, int& exit_code);
void add_check(CLI::App& app, int& exit_code);
void add_doctor(CLI::App& app, int& exit_code);
void add_learn(CLI::App& app, int& exit_code);
void add_lists(CLI::App& app, int& exit_code);
void add_example(CLI::App& app, int& exit_code);
void add_version(CLI::App& app, int& exit_code);

}  // namespace unknot::cli
