#include <iostream>
#include <memory>

#include "host.hpp"
#include "plan_request.hpp"
#include "store_host.hpp"
#include "terminal.hpp"
#include "unknot/base/text.hpp"
#include "verbs.hpp"

namespace unknot::cli {

using base::ErrorCode;

namespace {

struct KeepFlags {
  LogFlags log;
  std::string file;
  bool all = false;
  bool yes = false;
};

std::string records(std::size_t count) {
  return count == 1 ? "1 record" : std::to_string(count) + " records";
}

/// Asks at a terminal; in a script only --yes is a yes.
base::Result<bool> agreed(const KeepFlags& flags, const std::string& question) {
  if (flags.yes) return true;
  if (!is_terminal()) {
    return base::fail(ErrorCode::field_missing, "--yes", "",
                      "it, as nobody can be asked: " + question);
  }
  std::cout << wrap(question + " Type yes to go on.", 0, 0) << Style::for_output().side("> ")
            << std::flush;
  std::string line;
  return std::getline(std::cin, line) && base::lower_ascii(base::trim(line)) == "yes";
}

int nothing_done() {
  std::cout << "Nothing was changed.\n";
  return exit_good;
}

int back_up(const KeepFlags& flags) {
  const auto path = log_path(flags.log);
  if (!path) return complain(path.error());
  if (kind_of(*path) == PathKind::absent) {
    return complain("log: got " + *path + ", expected a log, and there is none yet.");
  }
  const auto copied = backup_store(*path, flags.file);
  if (!copied) return complain(copied.error());
  std::cout << wrap(
      records(*copied) + " copied to " + base::printable(flags.file) + " and read back.", 0, 0);
  return exit_good;
}

int restore(const KeepFlags& flags) {
  const auto path = log_path(flags.log);
  if (!path) return complain(path.error());
  const auto good = verify_store(flags.file);
  if (!good) return complain(good.error());
  if (kind_of(*path) != PathKind::absent) {
    const auto there = verify_store(*path);
    const auto yes = agreed(flags, "The backup holds " + records(*good) + "; the log of now (" +
                                       (there ? records(*there) : std::string("damaged")) +
                                       ") is replaced by it.");
    if (!yes) return complain(yes.error());
    if (!*yes) return nothing_done();
  }
  const auto folder = path->substr(0, path->rfind('/'));
  if (auto made = make_folders(folder); !made) return complain(made.error());
  const auto restored = restore_store(flags.file, *path);
  if (!restored) return complain(restored.error());
  std::cout << wrap(records(*restored) + " are the log now.", 0, 0);
  return exit_good;
}

/// The log's own file, what its keeping put beside it, and what was set aside.
bool remove_files(const std::string& path) {
  bool gone = true;
  for (const char* tail : {"", "-wal", "-shm", "-journal"}) gone = remove_file(path + tail) && gone;
  for (const auto& file : set_aside(path)) gone = remove_file(file) && gone;
  return gone;
}

int forget_all(const KeepFlags& flags, const std::string& path) {
  const auto yes = agreed(flags, "Everything of everybody in " + base::printable(path) +
                                     " is deleted and cannot be brought back.");
  if (!yes) return complain(yes.error());
  if (!*yes) return nothing_done();
  // Inside the file first: what is unlinked could be found on the disk.
  auto log = Logbook::open(flags.log, LogUse::read);
  if (log && kind_of(path) != PathKind::absent) {
    if (const auto gone = log->forget({}); !gone) return complain(gone.error());
  }
  const bool damaged = !log && (log.error().code == ErrorCode::store_broken ||
                                log.error().code == ErrorCode::store_newer);
  if (!log && !damaged) return complain(log.error());
  log = base::fail(ErrorCode::store_busy, "", "", "");  // Closed before its file goes.
  if (!remove_files(path)) {
    return complain("log: got " + path + ", expected files that can be deleted.");
  }
  std::cout << wrap("All of it is deleted. Backups and exports you made are yours to delete.", 0,
                    0);
  return exit_good;
}

int forget_one(const KeepFlags& flags, const std::string& path) {
  auto log = Logbook::open(flags.log, LogUse::read);
  if (!log) return complain(log.error());
  const auto people = everybody(*log);
  if (people.size() > 1 && wanted_name(flags.log).empty()) {
    std::string names;
    for (const auto& one : people) names += (names.empty() ? "" : " | ") + one.name;
    return complain(base::fail(ErrorCode::field_missing, "--as", "", names + ", or --all").error());
  }
  const auto person = whose(*log, flags.log);
  if (!person) return complain(person.error());
  if (!*person) return nothing_done();
  const auto yes =
      agreed(flags, "Everything of " + (*person)->name + " is deleted and cannot be brought back.");
  if (!yes) return complain(yes.error());
  if (!*yes) return nothing_done();
  const auto gone = log->forget((*person)->id);
  if (!gone) return complain(gone.error());
  std::cout << wrap(records(*gone) + " of " + (*person)->name +
                        " deleted. Backups and exports "
                        "you made are yours to delete.",
                    0, 0);
  for (const auto& file : set_aside(path)) {
    remark(file + " is a damaged log that was set aside and may hold some of it: delete it too.");
  }
  return exit_good;
}

int forget(const KeepFlags& flags) {
  if (flags.all && !flags.log.as.empty()) {
    return complain("forget: got --all with --as, expected one of the two.");
  }
  const auto path = log_path(flags.log);
  if (!path) return complain(path.error());
  if (kind_of(*path) == PathKind::absent && set_aside(*path).empty()) {
    std::cout << wrap("There is no log in " + base::printable(*path) + ".", 0, 0);
    return exit_good;
  }
  return flags.all ? forget_all(flags, *path) : forget_one(flags, *path);
}

}  // namespace

void add_keeping(CLI::App& app, int& exit_code) {
  auto flags = std::make_shared<KeepFlags>();
  auto* verb = app.add_subcommand("backup", "Copy the log into one file, and read the copy");
  verb->group("Your log");
  verb->add_option("file", flags->file, "Where to; an older backup there is replaced")->required();
  add_data_flag(*verb, flags->log);
  refuse_empty_words(*verb);
  verb->callback([flags, &exit_code] { exit_code = back_up(*flags); });

  flags = std::make_shared<KeepFlags>();
  verb =
      app.add_subcommand("restore", "Put a backup in the place of the log, once it is proved good");
  verb->group("Your log");
  verb->add_option("file", flags->file, "What backup wrote")->required();
  verb->add_flag("--yes", flags->yes, "Do not ask");
  add_data_flag(*verb, flags->log);
  refuse_empty_words(*verb);
  verb->callback([flags, &exit_code] { exit_code = restore(*flags); });

  flags = std::make_shared<KeepFlags>();
  verb = app.add_subcommand("forget", "Really delete what is kept of one person, or of all");
  verb->group("Your log");
  verb->add_flag("--all", flags->all, "Of everybody, the file included");
  verb->add_flag("--yes", flags->yes, "Do not ask");
  add_log_flags(*verb, flags->log);
  refuse_empty_words(*verb);
  verb->callback([flags, &exit_code] { exit_code = forget(*flags); });
}

}  // namespace unknot::cli
