#pragma once
/// @file
/// Writing into the log by hand. Nothing written is ever changed: a correction is a new record.

#include <CLI/CLI.hpp>

namespace unknot::cli {

/// Adds `add`, `after`, `edit` and `remove` to the verb `log`.
void add_log_changes(CLI::App& verb, int& exit_code);

}  // namespace unknot::cli
