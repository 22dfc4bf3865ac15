#pragma once
/// @file
/// The whole of kbc as one pure function: TOML texts in, a pack or complaints out.

#include <span>
#include <string>
#include <vector>

#include "documents.hpp"
#include "load.hpp"

namespace unknot::kbc {

struct Compiled {
  std::string hash;     ///< SHA-256 of `json`, 64 hex digits.
  std::string json;     ///< The canonical dump.
  std::string cpp;      ///< The embedded pack.
  std::string english;  ///< The same with the words of English alone.
  Documents words;      ///< Of each other language, `LANG.words`.
  Documents documents;  ///< Pages of evidence and JSON Schemas.
};

/// Reads, judges and compiles. The same files give the same bytes; with any complaint nothing is
/// made. When a file is no TOML, its missing rows would raise false alarms everywhere, so then
/// only what single rows say is judged.
[[nodiscard]] Compiled compile(std::span<const SourceFile> files, Complaints& complaints);

}  // namespace unknot::kbc
