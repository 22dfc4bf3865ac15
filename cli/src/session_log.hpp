#pragma once
/// @file
/// A guided session in the log: written while it goes on, found again when it was broken off.

#include <optional>
#include <string>

#include "logbook.hpp"
#include "unknot/desk/session_records.hpp"

namespace unknot::cli {

using desk::BrokenOff;
using desk::SessionOf;

/// Writes a session down as it goes on.
class LogRecorder : public desk::Recorder {
 public:
  /// The logbook must outlive it.
  LogRecorder(Logbook& log, SessionOf session, const model::Request& request,
              const knowledge::Pack& pack)
      : log_(log), records_(std::move(session), request, pack) {}

  [[nodiscard]] base::Result<void> keep(const desk::Happening& happening) override;

 private:
  Logbook& log_;
  desk::SessionRecords records_;
};

/// The newest session of a person, when it was broken off. One without an event counts as ended.
[[nodiscard]] base::Result<std::optional<BrokenOff>> broken_off(const Logbook& log,
                                                                std::string_view person);

/// Writes down what was rolled in a session that is not taken up again, as of its last sign of
/// life, and that it has ended.
[[nodiscard]] base::Result<void> close_session(Logbook& log, std::string_view person,
                                               const BrokenOff& session,
                                               const knowledge::Pack& pack);

}  // namespace unknot::cli
