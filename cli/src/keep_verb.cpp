#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>

#include "file_lock.hpp"
#include "host.hpp"
#include "plan_request.hpp"
#include "store_host.hpp"
#include "terminal.hpp"
#include "unknot/base/text.hpp"
#include "unknot/guidance/speaker.hpp"
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

using Slots = std::vector<guidance::Slot>;

/// A log has no language: its people have.
std::string phrase(std::string_view key, const Slots& slots = {}) {
  return guidance::Speaker(knowledge::embedded_pack(), {})
      .phrase("keep." + std::string(key), slots);
}

std::string records(std::size_t count) {
  return phrase(count == 1 ? "record_one" : "record_other", {{"n", std::to_string(count)}});
}

void tell(std::string_view key, const Slots& slots = {}) {
  std::cout << wrap(phrase(key, slots), 0, 0);
}

/// Asks at a terminal; in a script only --yes is a yes.
/// @return  Nothing when nobody can be asked; then that has been said.
std::optional<bool> agreed(const KeepFlags& flags, const std::string& question) {
  if (flags.yes) return true;
  if (!is_terminal()) {
    complain(question + ' ' + phrase("nobody_asked", {{"flag", "--yes"}}));
    return std::nullopt;
  }
  std::cout << wrap(question + ' ' + phrase("type_yes"), 0, 0) << Style::for_output().side("> ")
            << std::flush;
  std::string line;
  return std::getline(std::cin, line) && base::lower_ascii(base::trim(line)) == "yes";
}

int nothing_done() {
  tell("nothing_changed");
  return exit_good;
}

int back_up(const KeepFlags& flags) {
  const auto path = log_path(flags.log);
  if (!path) return complain(path.error());
  if (standing_of(*path) == StoreStanding::nothing) {
    return complain(phrase("no_log", {{"file", *path}}));
  }
  const auto copied = backup_store(*path, flags.file);
  if (!copied) return complain(copied.error());
  tell("copied", {{"records", records(*copied)}, {"file", base::printable(flags.file)}});
  return exit_good;
}

/// What is said before a backup takes the place of what is there; empty: nothing is there.
base::Result<std::string> what_goes(const std::string& path, std::size_t held) {
  const Slots slots{{"held", records(held)}, {"file", path}};
  const StoreStanding standing = standing_of(path);
  if (standing == StoreStanding::nothing) return std::string();
  if (standing == StoreStanding::foreign) return phrase("replaces_other", slots);
  const auto there = verify_store(path);
  if (there) {
    return phrase("replaces", {{"held", records(held)}, {"there", records(*there)}});
  }
  if (standing == StoreStanding::log && there.error().code == ErrorCode::store_broken) {
    return phrase("replaces_damaged", slots);
  }
  return std::unexpected(there.error());
}

int restore(const KeepFlags& flags) {
  const auto path = log_path(flags.log);
  if (!path) return complain(path.error());
  const auto good = verify_store(flags.file);
  if (!good) return complain(good.error());
  const auto question = what_goes(*path, *good);
  if (!question) return complain(question.error());
  if (!question->empty()) {
    const auto yes = agreed(flags, *question);
    if (!yes) return exit_bad_input;
    if (!*yes) return nothing_done();
  }
  const auto before = files_of_store(*path).aside;
  const auto restored = restore_store(flags.file, *path);
  if (!restored) return complain(restored.error());
  tell("restored", {{"records", records(restored->records)}});
  if (!restored->aside.empty()) tell("aside", {{"file", base::printable(restored->aside)}});
  for (const auto& file : files_of_store(*path).aside) {
    if (std::find(before.begin(), before.end(), file) != before.end()) continue;
    tell("replaced", {{"file", base::printable(file)}});
  }
  return exit_good;
}

int all_gone(const StoreFiles& files) {
  for (const auto* list : {&files.own, &files.aside}) {
    for (const auto& file : *list) {
      if (!remove_file(file)) return complain(phrase("not_deleted", {{"file", file}}));
    }
  }
  return exit_good;
}

/// Inside the file first: what is unlinked could be found on the disk. A damaged log is set aside
/// by this, and one of a newer program cannot be read; their files go all the same.
base::Result<void> forget_inside(const std::string& path) {
  if (kind_of(path) == PathKind::absent) return {};
  const auto store = open_store(path, LogUse::write);
  if (store) {
    const auto gone = (*store)->forget({});
    if (gone || gone.error().code == ErrorCode::store_broken) return {};
    return std::unexpected(gone.error());
  }
  const ErrorCode why = store.error().code;
  if (why == ErrorCode::store_broken || why == ErrorCode::store_newer) return {};
  return std::unexpected(store.error());
}

/// Whether a session of one of these is being guided now, which would go on writing.
bool guided_now(const std::string& path, const std::vector<std::string>& people) {
  for (const auto& person : people) {
    const std::string file = guide_lock(path, person);
    if (kind_of(file) != PathKind::absent && FileLock(file).taken()) return true;
  }
  return false;
}

/// They hold nothing but an id in their names; one that stays does no harm.
void remove_locks(const std::string& path, const std::vector<std::string>& people) {
  for (const auto& person : people) static_cast<void>(remove_file(guide_lock(path, person)));
}

/// Everybody a log that can be read knows, by id.
std::vector<std::string> ids_in(const std::string& path) {
  std::vector<std::string> out;
  if (kind_of(path) == PathKind::absent) return out;
  const auto store = open_store(path, LogUse::read);
  if (!store) return out;
  const auto people = (*store)->read({.kinds = {journal::RecordKind::person}});
  if (!people) return out;
  for (const auto& record : *people) out.push_back(record.id);
  return out;
}

int forget_all(const KeepFlags& flags, const std::string& path) {
  const auto yes = agreed(flags, phrase("forgets_all", {{"file", base::printable(path)}}));
  if (!yes) return exit_bad_input;
  if (!*yes) return nothing_done();
  const auto people = ids_in(path);
  if (guided_now(path, people)) return complain(phrase("guided_now"));
  if (auto inside = forget_inside(path); !inside) return complain(inside.error());
  if (const int failed = all_gone(files_of_store(path)); failed != exit_good) return failed;
  remove_locks(path, people);
  tell("forgotten_all");
  return exit_good;
}

int forget_one(const KeepFlags& flags, const std::string& path) {
  auto log = Logbook::open(flags.log, LogUse::read);
  if (!log) return complain(log.error());
  const auto people = everybody(*log);
  if (people.size() > 1 && wanted_name(flags.log).empty()) {
    std::string names;
    for (const auto& one : people) names += (names.empty() ? "" : " | ") + one.name;
    return complain(base::fail(ErrorCode::field_missing, "--as", "",
                               "one of the people of this log: " + names + ", or --all")
                        .error());
  }
  const auto person = whose(*log, flags.log);
  if (!person) return complain(person.error());
  if (!*person) return nothing_done();
  const std::string& name = (*person)->name;
  const auto yes = agreed(flags, phrase("forgets_one", {{"name", shown_name(name)}}));
  if (!yes) return exit_bad_input;
  if (!*yes) return nothing_done();
  if (guided_now(path, {(*person)->id})) return complain(phrase("guided_now"));
  const auto gone = log->forget((*person)->id);
  if (!gone) return complain(gone.error());
  tell("forgotten_one", {{"records", records(*gone)}, {"name", shown_name(name)}});
  remove_locks(path, {(*person)->id});
  log = base::fail(ErrorCode::store_busy, "", "", "");  // Closed before its files are looked at.
  for (const auto& file : files_of_store(path).aside) {
    remark(phrase("aside_may_hold", {{"file", file}}));
  }
  return exit_good;
}

int forget(const KeepFlags& flags) {
  if (flags.all && !flags.log.as.empty()) {
    return complain("forget: got --all with --as, expected one of the two.");
  }
  const auto path = log_path(flags.log);
  if (!path) return complain(path.error());
  const StoreStanding standing = standing_of(*path);
  // What is no log is nobody's to delete here.
  if (standing == StoreStanding::foreign || standing == StoreStanding::unreadable) {
    const auto why = verify_store(*path);
    return complain(why ? phrase("no_log", {{"file", *path}}) : base::sentence(why.error()));
  }
  const StoreFiles files = files_of_store(*path);
  if (files.own.empty() && files.aside.empty()) {
    tell("no_log", {{"file", base::printable(*path)}});
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
