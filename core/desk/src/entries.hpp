#pragma once
/// @file
/// What a person enters by hand, read and held against the catalogue and the log.

#include "state.hpp"

namespace unknot::desk {

/// Makes the records of entries, one after the other; the first complaint ends it.
class EntryReader {
 public:
  /// @param to  Whose log it is; its tools are those that can be named.
  EntryReader(const State& state, journal::Profile to, Stamps& stamps, Writing writing,
              base::Instant at, model::Complaint& complaint)
      : state_(state),
        to_(std::move(to)),
        stamps_(stamps),
        writing_(std::move(writing)),
        at_(at),
        complaint_(complaint) {}

  /// @param path  Such as `entries[2]`.
  void read(const base::Json& entry, const std::string& path);

  /// Whom the last entry was about.
  [[nodiscard]] const std::string& person() const { return to_.id; }
  [[nodiscard]] std::vector<journal::Record> take() { return std::move(records_); }

 private:
  void person(const base::Json& data, const std::string& path);
  void profile(journal::ProfileData data, const std::string& path);
  void rolled(journal::RolledData data, const std::string& path);
  void level(const journal::LevelData& data, const std::string& path);
  void after_effect(journal::AfterEffectData data, const std::string& path);
  void note(journal::NoteData data, const std::string& session, const std::string& path);
  void removal(const journal::RemovalData& data, const std::string& path);

  void say(base::ErrorCode code, const std::string& path, std::string_view value,
           std::string_view expected) {
    complaint_.say(code, path, value, expected);
  }
  /// Refuses what a kind does not have: a misspelt word must not vanish.
  void only(const base::Json& data, const std::string& path,
            std::initializer_list<std::string_view> names);
  /// An area that can be rolled, and a side that it has; no side is both.
  void take_area(std::string& area, model::Side& side, bool side_said, const std::string& path);
  /// In upper case.
  std::string territory(std::string word, const std::string& path);
  void check_name(const std::string& name, const std::string& own, const std::string& path);
  /// A record of this person, already there or entered just now.
  [[nodiscard]] const journal::Record* own_record(const std::string& id) const;
  [[nodiscard]] journal::Stamp stamp(std::string_view session = {}) {
    return stamps_(to_.id, at_, session);
  }

  const State& state_;
  journal::Profile to_;
  Stamps& stamps_;
  Writing writing_;
  base::Instant at_;
  model::Complaint& complaint_;
  std::vector<journal::Record> records_;
};

}  // namespace unknot::desk
