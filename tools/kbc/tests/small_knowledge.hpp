#pragma once
/// @file
/// The smallest knowledge kbc accepts, and ways to spoil it.

#include <string>
#include <string_view>
#include <vector>

#include "compile.hpp"

namespace unknot::kbc {

/// Files below the folder `k`, with rows of every table and every number and phrase.
[[nodiscard]] std::vector<SourceFile> small_knowledge();

/// The file called `k/<name>`.
[[nodiscard]] SourceFile& file_of(std::vector<SourceFile>& files, std::string_view name);

/// Replaces the first `from` in `text`; the test fails when there is none.
void replace_first(std::string& text, std::string_view from, std::string_view to);

/// Line number, from 1, of the first `part` in `text`; 0 when there is none.
[[nodiscard]] std::size_t line_of(std::string_view text, std::string_view part);

/// What kbc says about the files; empty: it accepts them.
[[nodiscard]] std::vector<std::string> complaints_about(const std::vector<SourceFile>& files);

}  // namespace unknot::kbc
