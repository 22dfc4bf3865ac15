#pragma once
/// @file
/// The committed files that kbc writes from the knowledge: pages of evidence for people, JSON
/// Schemas for programs and editors. Each writer is a pure function; the same knowledge gives the
/// same bytes.

#include <string>
#include <vector>

#include "names.hpp"

namespace unknot::kbc {

/// A file to be, named from the root of the repository, with `/`.
struct Document {
  std::string path;
  std::string text;
};
using Documents = std::vector<Document>;

/// Folders in which every file is written by kbc; what else lies there is left over.
inline constexpr std::string_view evidence_folder = "docs/evidence";
inline constexpr std::string_view rows_folder = "knowledge/schema";
/// Shared with formats that are described by hand.
inline constexpr std::string_view formats_folder = "docs/formats/schema";

/// Pages of docs/evidence: Markdown that a clinician can read, print and sign.
[[nodiscard]] Documents evidence_documents(const Tables& tables);

/// JSON Schemas of what goes in and out, with the ids of this knowledge.
[[nodiscard]] Documents format_documents(const Tables& tables);

/// The JSON Schema of the TOML files of `knowledge/`, for editors.
[[nodiscard]] Documents row_documents(const Tables& tables);

/// All of them, by path.
[[nodiscard]] Documents all_documents(const Tables& tables);

/// Writes them below `root` and removes what is left over. Answers what failed; empty: all went
/// well.
[[nodiscard]] std::string write_documents(const Documents& documents, const std::string& root);

/// One sentence a file below `root` that is missing, differs or is left over; empty: all is as kbc
/// would write it now.
[[nodiscard]] std::vector<std::string> outdated_documents(const Documents& documents,
                                                          const std::string& root);

}  // namespace unknot::kbc
