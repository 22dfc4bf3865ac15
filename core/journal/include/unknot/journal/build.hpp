#pragma once
/// @file
/// Making records. Time and chance are arguments; nothing here asks a clock. Values are taken as
/// they are: whoever passes on what a person typed asks broken_data() (data.hpp) before keeping the
/// record.

#include <array>

#include "unknot/journal/data.hpp"

namespace unknot::journal {

/// Ids that rise as they are made, even within one millisecond or when the clock goes back
/// (RFC 9562, 6.2, method 1: the twelve bits after the version count).
class IdMaker {
 public:
  IdMaker() = default;
  /// @param newest  Goes on after this UUIDv7, such as the newest of the log; anything else: none.
  explicit IdMaker(std::string_view newest);

  /// @param unix_ms  The host's clock.
  /// @param chance   Bytes nobody can guess, new for each call.
  [[nodiscard]] std::string next(std::int64_t unix_ms, std::array<std::uint8_t, 10> chance);

 private:
  std::int64_t ms_ = -1;
  std::int32_t count_ = 0;
};

/// What every record carries besides its data.
struct Stamp {
  std::string id;         ///< From IdMaker.
  std::string person;     ///< Not used by make_person.
  base::Instant at;       ///< When it happened; for a piece of rolling: when it ended.
  std::string session;    ///< Not used by make_plan; empty: of no session.
  std::string knowledge;  ///< Pack::hash
};

/// The person record; its id is the person's.
[[nodiscard]] Record make_person(const Stamp& stamp, const PersonData& data);
[[nodiscard]] Record make_profile(const Stamp& stamp, const ProfileData& data);
/// The plan record; its id is that of the session, whose records carry it in Stamp::session.
[[nodiscard]] Record make_plan(const Stamp& stamp, const PlanData& data);
[[nodiscard]] Record make_event(const Stamp& stamp, const EventData& data);
[[nodiscard]] Record make_session_end(const Stamp& stamp, const SessionData& data);
[[nodiscard]] Record make_rolled(const Stamp& stamp, const RolledData& data);
[[nodiscard]] Record make_level(const Stamp& stamp, const LevelData& data);
[[nodiscard]] Record make_after_effect(const Stamp& stamp, const AfterEffectData& data);
[[nodiscard]] Record make_area_over(const Stamp& stamp, const AreaOverData& data);
[[nodiscard]] Record make_note(const Stamp& stamp, const NoteData& data);
[[nodiscard]] Record make_removal(const Stamp& stamp, const RemovalData& data);

/// Another version of a piece of rolling: its removal, and the new one, which names it. Both belong
/// into one batch. Session, and the time of `stamp`, are for the caller to carry over.
/// @param removal_id  A second id from IdMaker.
[[nodiscard]] std::vector<Record> make_edit(const Stamp& stamp, std::string removal_id,
                                            std::string_view old_id, RolledData data);

}  // namespace unknot::journal
