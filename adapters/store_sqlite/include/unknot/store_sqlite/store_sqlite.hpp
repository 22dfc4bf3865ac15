#pragma once
/// @file
/// A log kept in one SQLite file: docs/formats/log_file.md says what is in it.
///
/// Acknowledged means on the disk: every append is one transaction, written ahead and synchronised
/// (WAL, synchronous=FULL) before it returns good. What that does not protect against stands in
/// docs/decisions/0012-what-an-acknowledged-append-means.md.
///
/// Several programs may use one log at a time; each call waits for its turn.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "unknot/journal/store.hpp"

namespace unknot::store_sqlite {

/// When the structure of the whole file is looked at. Every read verifies what it reads in either
/// case: each record, and that none of those it looked through is missing.
enum class Check : std::uint8_t {
  at_opening,      ///< Damage anywhere in the structure is found by open().
  before_writing,  ///< For whoever only reads: by the first append or forget, before it writes.
};

/// Where a log is and how to treat it.
struct Where {
  std::string file;  ///< Missing folders are made, for the owner alone (0700), as the file (0600).
  std::string moment;  ///< Ends the name of a damaged file that is set aside: letters, digits, '-'.
  int wait_ms = 5000;  ///< How long a call waits for another program, 0..60000.
  Check check = Check::at_opening;
};

/// Opens a log, or begins one where there is none. An older log is brought up to this version.
///
/// One that may be read but not written opens too; append and forget then fail.
///
/// A damaged log is set aside: it gets the name `FILE.damaged-MOMENT` (`-2`, ... when that is
/// taken), with what belongs to it; nothing of it is changed or deleted, and the error says where
/// it is. The next call begins an empty log. Damage that only reading finds is treated alike.
///
/// Cost: looks at the file's pages once, under 10 ms for a year of daily sessions; nearly nothing
/// with Check::before_writing, unless an earlier program left something to do.
/// @error store_busy      Another program held it for longer than `wait_ms`.
/// @error store_full, store_readonly  There is no log and none can be made.
/// @error store_newer     Written by a newer program; nothing was changed.
/// @error store_broken    Damaged (above), not a log of Unknot (left as it is), or unreadable.
[[nodiscard]] base::Result<std::unique_ptr<journal::Store>> open(const Where& where);

/// What a sound log holds.
struct Summary {
  std::size_t records = 0;
  int schema = 0;     ///< Number of its last migration.
  std::string aside;  ///< After restore: where the file of somebody else is now. Empty: none was.
};

/// Looks at every byte of a log or backup and changes nothing: structure, each record, and that
/// none is missing.
/// @error store_broken, store_newer, store_busy
[[nodiscard]] base::Result<Summary> verify(const std::string& file);

/// Copies a log into one new file, while others may go on using it, and verifies the copy.
/// @param to  Gets that name only when it is whole and on the disk. An older backup there is
///            replaced, any other file refused.
/// @error contradiction  `to` is the log itself, or a file that is no log.
/// @error also what open() and verify() say; `to` is then as it was.
[[nodiscard]] base::Result<Summary> backup(const Where& from, const std::string& to);

/// Puts a backup in the place of the log, in one transaction: whatever happens meanwhile, the log
/// is the old one or the new one. A damaged log is set aside first. A file that is no log is given
/// the name `FILE.other-MOMENT` once the copy that takes its place is verified; nothing of it is
/// changed or deleted.
///
/// Damaged logs that were set aside before are from then on called `FILE.replaced-MOMENT`.
/// @param from  Verified before anything else; it is not changed.
/// @error what verify() and open() say; the log is then as it was, or set aside.
[[nodiscard]] base::Result<Summary> restore(const std::string& from, const Where& to);

/// Whose the file of a log's name is.
enum class Standing {
  nothing,     ///< There is none.
  log,         ///< It has the mark of a log of any version, sound or damaged; or it is empty, which
               ///< open() takes for a damaged one; or what was written ahead of a log is left.
  foreign,     ///< Of somebody else.
  unreadable,  ///< No file, or not to be read.
};
/// Looks at the first bytes alone. No log of this program may be open under that name.
[[nodiscard]] Standing standing_at(const std::string& file);

/// Damaged logs that were set aside and that no backup has replaced, sorted: what they knew is
/// missing, and forget() does not reach them.
[[nodiscard]] std::vector<std::string> set_aside_files(const std::string& file);

/// Every file that holds or held a log of that name. Each has been looked at: a file of somebody
/// else is never among them, whatever it is called.
struct LogFiles {
  std::vector<std::string> own;    ///< The log and what SQLite puts beside it.
  std::vector<std::string> aside;  ///< Damaged ones, and copies that never became whole.
};
[[nodiscard]] LogFiles files_of_log(const std::string& file);

}  // namespace unknot::store_sqlite
