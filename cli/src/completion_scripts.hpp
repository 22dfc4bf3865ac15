#pragma once
/// @file
/// The scripts of cli/completion, built into the program.

#include <string_view>

namespace unknot::cli {

extern const std::string_view bash_script;
extern const std::string_view zsh_script;
extern const std::string_view fish_script;

}  // namespace unknot::cli
