#pragma once
/// @file
/// A guided session in the log: written while it goes on, found again when it was broken off.

#include <optional>
#include <string>

#include "logbook.hpp"
#include "recorder.hpp"
#include "unknot/coach/guidable.hpp"

namespace unknot::cli {

/// Whose session it is and what the log calls it.
struct SessionOf {
  std::string person;
  std::string plan_json;  ///< The plan as it is guided.
  session::Preferences preferences;
  std::string session;              ///< Of one that was broken off; empty: a new one.
  std::optional<base::Instant> at;  ///< When it all happened; unset: now.
};

/// Writes a session down: its plan with the first event, then each happening as it comes.
class LogRecorder : public Recorder {
 public:
  /// The logbook must outlive it.
  LogRecorder(Logbook& log, SessionOf session, const model::Request& request,
              const knowledge::Pack& pack);

  [[nodiscard]] base::Result<void> keep(const Happening& happening) override;

 private:
  [[nodiscard]] journal::RolledData rolled_data(const session::Rolled& rolled) const;

  Logbook& log_;
  SessionOf session_;
  const model::Request& request_;
  const knowledge::Pack& pack_;
  bool begun_;
};

/// A session whose end was never written.
struct BrokenOff {
  std::string session;
  std::string plan_json;
  session::Preferences preferences;
  std::vector<session::TimedEvent> events;
  std::size_t rolled = 0;  ///< Pieces of it that are in the log.
  std::size_t ended = 0;   ///< Ended areas of it that are in the log.
  base::Instant last;      ///< When its last sign of life was written.
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
