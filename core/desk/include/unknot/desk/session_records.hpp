#pragma once
/// @file
/// A guided session as records of the log: written while it goes on, found again when it was broken
/// off. Where they are kept is the host's business; what is written is the same everywhere.

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "unknot/desk/recorder.hpp"
#include "unknot/journal/build.hpp"

namespace unknot::desk {

/// Whose session it is and what the log calls it.
struct SessionOf {
  std::string person;
  std::string plan_json;  ///< The plan as it is guided.
  session::Preferences preferences;
  std::string session;              ///< Of one that was broken off; empty: a new one.
  std::optional<base::Instant> at;  ///< When it all happened; unset: now.
};

/// Stamps a new record: a fresh id, and now unless `at` says when.
using Stamper = std::function<journal::Stamp(
    std::string_view person, std::optional<base::Instant> at, std::string_view session)>;

/// Makes the records of one session: its plan with the first event, then each happening as it
/// comes.
class SessionRecords {
 public:
  /// @param request  Of the plan: its tools. Must outlive this, as the pack must.
  SessionRecords(SessionOf session, const model::Request& request, const knowledge::Pack& pack);

  /// What is to be kept of a happening, all or nothing.
  [[nodiscard]] std::vector<journal::Record> of(const Happening& happening,
                                                const Stamper& stamp) const;
  /// They were kept: the plan is not written again.
  void kept(std::span<const journal::Record> records);

  /// Id of the session; empty until its plan was kept.
  [[nodiscard]] const std::string& session() const { return session_.session; }

 private:
  [[nodiscard]] journal::RolledData rolled_data(const session::Rolled& rolled) const;

  SessionOf session_;
  const model::Request& request_;
  const knowledge::Pack& pack_;
};

/// How a session is guided, as its plan record keeps it.
[[nodiscard]] std::string preferences_json(const session::Preferences& preferences);

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

/// The plan record that a person's log got last; null pointer when there is none, or when that one
/// was removed.
/// @param records  In the order of writing; plans and removals of the person alone are looked at.
[[nodiscard]] const journal::Record* newest_plan(std::span<const journal::Record> records,
                                                 std::string_view person);

/// The session of a plan record, when it was broken off. One without an event counts as ended, and
/// one with an event of a newer program cannot be replayed.
/// @param records  Of the session, in the order of writing; others are passed over.
[[nodiscard]] std::optional<BrokenOff> broken_off(const journal::Record& plan,
                                                  std::span<const journal::Record> records,
                                                  const knowledge::Pack& pack);

/// Has the recorder keep what was rolled in a session that is not taken up again, as of its last
/// sign of life, and that it has ended. Under other rules than it was guided by it cannot be
/// counted on; what is written stays then, and the session is over.
/// @param recorder  Made for the session by `recorder_for`, which is given the plan's request.
/// @error  That of the recorder.
[[nodiscard]] base::Result<void> close_session(
    const BrokenOff& session, const knowledge::Pack& pack,
    const std::function<std::unique_ptr<Recorder>(const model::Request&)>& recorder_for);

}  // namespace unknot::desk
