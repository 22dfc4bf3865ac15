#pragma once
/// @file
/// What could stand next on a command line: verbs and options from the program's own parser, ids
/// from its knowledge. The shells' scripts (cli/completion) ask `unknot complete -- WORD...`.

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "unknot/knowledge/pack.hpp"

namespace unknot::cli {

struct Candidate {
  std::string text;   ///< The whole word; it ends in `:`, `/` or `=` when it is only a beginning.
  std::string about;  ///< A few words on it; may be empty.
};

struct Completion {
  std::vector<Candidate> candidates;
  bool files = false;  ///< The name of a file stands here.
};

/// @param words  After the program's name; the last one is being typed and may be empty.
[[nodiscard]] Completion complete(const CLI::App& app, const std::vector<std::string>& words,
                                  const knowledge::Pack& pack);

}  // namespace unknot::cli
