#pragma once
/// @file
/// The log as a verb of the program sees it: where it is, whose it is, reading it and adding to it.

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "store_host.hpp"
#include "unknot/journal/build.hpp"
#include "unknot/journal/projections.hpp"
#include "unknot/journal/store.hpp"

namespace unknot::cli {

/// The options of every verb that reads or writes the log.
struct LogFlags {
  std::string data;  ///< --data DIR; empty: where this person's data belong.
  std::string as;    ///< --as NAME; empty: $UNKNOT_AS, else as whose() finds out.
};

/// Adds --data to a verb, for those that are about everybody.
void add_data_flag(CLI::App& verb, LogFlags& flags);

/// Adds --data and --as to a verb.
void add_log_flags(CLI::App& verb, LogFlags& flags);

/// A folder for this person's data, and what was passed over on the way to it.
struct DataFolder {
  std::string path;    ///< Absolute; empty: nothing says where.
  std::string remark;  ///< Such as that XDG_DATA_HOME is no absolute path.
};

/// $XDG_DATA_HOME/unknot, else ~/.local/share/unknot (XDG Base Directory Specification). The one
/// place that knows: `unknot doctor` examines the same.
[[nodiscard]] DataFolder data_folder();

/// The file of the log below `flags.data` or the data folder.
/// @error field_missing `--data`  Nothing says where.
[[nodiscard]] base::Result<std::string> log_path(const LogFlags& flags);

/// The log, open. Moving is cheap; one program at a time writes.
class Logbook {
 public:
  /// @error store_*, field_missing  They say where the log is and what to do. A log
  ///        that cannot be read is never taken for an empty one: known history makes plans safer.
  [[nodiscard]] static base::Result<Logbook> open(const LogFlags& flags, LogUse use);

  /// The file, whether it is there or not.
  [[nodiscard]] const std::string& path() const { return path_; }

  /// Everything but plan documents and the single events of sessions, in the order of writing:
  /// what projections need. Kept up to date by append().
  [[nodiscard]] const std::vector<journal::Record>& facts() const { return facts_; }

  /// Those of one person, for whoever needs the log no more: nothing is copied.
  [[nodiscard]] std::vector<journal::Record> facts_of(std::string_view person) &&;

  /// Everybody in it, as of when it was opened or last added to.
  [[nodiscard]] const std::vector<journal::Profile>& people() const { return people_; }

  /// Records of any kind, from the store.
  [[nodiscard]] base::Result<std::vector<journal::Record>> read(const journal::Query& query) const;

  /// An id for a new record: of now, by the machine's chance; each later than the one before.
  [[nodiscard]] std::string new_id();

  /// What a new record carries: a fresh id, now (unless `at` is given), this program's knowledge.
  [[nodiscard]] journal::Stamp stamp(std::string_view person,
                                     std::optional<base::Instant> at = std::nullopt,
                                     std::string_view session = {});

  /// Adds records, all or none; good means they are on disk.
  /// @return How many were new.
  [[nodiscard]] base::Result<std::size_t> append(const std::vector<journal::Record>& records);

  /// Really deletes what is known of a person, or of everybody (empty id).
  [[nodiscard]] base::Result<std::size_t> forget(std::string_view person);

 private:
  [[nodiscard]] base::Result<void> take_facts();
  void add_facts(const std::vector<journal::Record>& records);
  void look_who_there_is();

  std::string path_;
  std::unique_ptr<journal::Store> store_;  ///< Null: read from, and not there.
  std::vector<journal::Record> facts_;
  std::vector<journal::Profile> people_;
  journal::IdMaker ids_;
};

/// --as, else $UNKNOT_AS; empty when neither names anybody.
[[nodiscard]] std::string wanted_name(const LogFlags& flags);

/// Everybody in the log.
[[nodiscard]] inline const std::vector<journal::Profile>& everybody(const Logbook& log) {
  return log.people();
}

/// Who it is about: --as, $UNKNOT_AS, the only one there is, or in a terminal who was last written
/// about. Nobody, when the log has nobody and no name was given.
/// @error id_unknown     `--as` (or UNKNOT_AS) names nobody; says who there is.
/// @error contradiction  Several have that name; an id is one's own.
/// @error field_missing  `--as`: several people, none named, and no terminal to see a name in.
[[nodiscard]] base::Result<std::optional<journal::Profile>> whose(const Logbook& log,
                                                                  const LogFlags& flags);

/// The facts of one person alone, their person record among them.
[[nodiscard]] std::vector<journal::Record> facts_of(const Logbook& log, std::string_view person);

/// The same with their plan records, which are large: one a session. They alone are read.
[[nodiscard]] base::Result<std::vector<journal::Record>> with_plans(const Logbook& log,
                                                                    std::string_view person);

/// What somebody is called who never said a name.
inline constexpr std::string_view unnamed = "me";

/// A name as it is told; who never said one is "you".
[[nodiscard]] std::string shown_name(std::string_view name);

/// The file that is locked while a session of that person is guided (FileLock).
[[nodiscard]] std::string guide_lock(std::string_view log_path, std::string_view person);

/// The same for writing: a log that has nobody gets one person, `unnamed`.
[[nodiscard]] base::Result<journal::Profile> whose_to_write(Logbook& log, const LogFlags& flags);

}  // namespace unknot::cli
