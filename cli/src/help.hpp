#pragma once
/// @file
/// The help of verbs and options in 80 columns.

#include <CLI/CLI.hpp>

namespace unknot::cli {

/// What CLI11 says, with long lines wrapped below the column of the descriptions.
class Help : public CLI::Formatter {
 public:
  Help();
  std::string make_help(const CLI::App* app, std::string name,
                        CLI::AppFormatMode mode) const override;
};

}  // namespace unknot::cli
