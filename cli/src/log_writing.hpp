#pragma once
/// @file
/// What verbs share that write one person's log.

#include "logbook.hpp"

namespace unknot::cli {

/// The log and whose it is, ready to be written to.
struct Writing {
  Logbook log;
  journal::Profile person;
  std::vector<journal::Record> first;  ///< The person record, when there was nobody yet.
};

/// Opens the log of whom it is about; nothing is written of somebody new yet.
[[nodiscard]] base::Result<Writing> writing(const LogFlags& flags);

/// Adds records, with the person they are of when there was nobody yet.
[[nodiscard]] base::Result<std::size_t> append(Writing& to,
                                               const std::vector<journal::Record>& records);

/// The same, and shows the entries that they make or belong to.
/// @return  An exit code of host.hpp.
[[nodiscard]] int keep_and_show(Writing& to, const std::vector<journal::Record>& records);

/// What was said with `--at`; `otherwise` when nothing was.
[[nodiscard]] base::Result<base::Instant> time_of(const std::string& word, base::Instant otherwise);

}  // namespace unknot::cli
