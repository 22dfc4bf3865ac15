#include "logbook.hpp"

#include <algorithm>

#include "host.hpp"
#include "terminal.hpp"
#include "unknot/base/text.hpp"
#include "unknot/guidance/speaker.hpp"

namespace unknot::cli {

using base::ErrorCode;
using journal::Profile;
using journal::Record;
using journal::RecordKind;

namespace {

constexpr std::string_view file_name = "/log.db";

/// What projections ask for: all but the bulk.
const std::vector<RecordKind> kinds_of_facts{
    RecordKind::person,    RecordKind::profile, RecordKind::session,
    RecordKind::rolled,    RecordKind::level,   RecordKind::after_effect,
    RecordKind::area_over, RecordKind::note,    RecordKind::removal};

std::string names_of(const std::vector<Profile>& people) {
  std::string out;
  for (const Profile& one : people) out += (out.empty() ? "" : " | ") + one.name;
  return out;
}

bool same_name(std::string_view a, std::string_view b) {
  return base::lower_ascii(base::trim(a)) == base::lower_ascii(base::trim(b));
}

std::vector<Profile> named(const std::vector<Profile>& people, std::string_view name) {
  std::vector<Profile> out;
  for (const Profile& one : people) {
    if (one.id == name) return {one};
    if (same_name(one.name, name)) out.push_back(one);
  }
  return out;
}

/// Of whom the newest record is.
const Profile* last_used(const std::vector<Profile>& people, const Logbook& log) {
  const auto& facts = log.facts();
  for (auto record = facts.rbegin(); record != facts.rend(); ++record) {
    for (const Profile& one : people) {
      if (one.id == record->person || one.id == record->id) return &one;
    }
  }
  return &people.front();
}

std::string_view name_field(const LogFlags& flags) {
  return flags.as.empty() ? "UNKNOT_AS" : "--as";
}

}  // namespace

std::string wanted_name(const LogFlags& flags) {
  return flags.as.empty() ? variable("UNKNOT_AS") : flags.as;
}

void add_data_flag(CLI::App& verb, LogFlags& flags) {
  verb.add_option("--data", flags.data, "Folder of the log [that of your data; unknot doctor]");
}

void add_log_flags(CLI::App& verb, LogFlags& flags) {
  add_data_flag(verb, flags);
  verb.add_option("--as", flags.as, "Whose log, by name [$UNKNOT_AS, or the only person]");
}

/// The specification wants XDG_DATA_HOME absolute and ignores it otherwise.
DataFolder data_folder() {
  DataFolder out;
  const std::string home = variable("HOME");
  const std::string data = variable("XDG_DATA_HOME");
  if (!data.empty() && data.front() == '/') {
    out.path = data + "/unknot";
    return out;
  }
  if (!data.empty()) out.remark = "XDG_DATA_HOME is no absolute path and is ignored";
  if (!home.empty() && home.front() == '/') out.path = home + "/.local/share/unknot";
  return out;
}

base::Result<std::string> log_path(const LogFlags& flags) {
  if (!flags.data.empty()) return flags.data + std::string(file_name);
  const DataFolder folder = data_folder();
  if (!folder.path.empty()) return folder.path + std::string(file_name);
  return base::fail(ErrorCode::field_missing, "--data", "",
                    "a folder, as neither XDG_DATA_HOME nor HOME says where");
}

base::Result<Logbook> Logbook::open(const LogFlags& flags, LogUse use) {
  auto path = log_path(flags);
  if (!path) return std::unexpected(path.error());
  Logbook log;
  log.path_ = std::move(*path);
  for (const auto& file : set_aside(log.path_)) {
    const guidance::Speaker speaker(knowledge::embedded_pack(), {});
    remark(speaker.phrase("keep.set_aside", {{"file", file}}));
  }
  if (use == LogUse::read && kind_of(log.path_) == PathKind::absent) return log;
  auto store = open_store(log.path_, use);
  if (!store) return std::unexpected(store.error());
  log.store_ = std::move(*store);
  if (auto taken = log.take_facts(); !taken) return std::unexpected(taken.error());
  if (!log.facts_.empty()) log.ids_ = journal::IdMaker(log.facts_.back().id);
  return log;
}

std::string shown_name(std::string_view name) {
  return name == unnamed ? "you" : base::printable(name);
}

std::string guide_lock(std::string_view log_path, std::string_view person) {
  return std::string(log_path.substr(0, log_path.rfind('/') + 1)) + "guide-" + std::string(person) +
         ".lock";
}

base::Result<std::vector<Record>> Logbook::read(const journal::Query& query) const {
  if (store_ == nullptr) return std::vector<Record>{};
  return store_->read(query);
}

base::Result<void> Logbook::take_facts() {
  auto facts = read({.kinds = kinds_of_facts});
  if (!facts) return std::unexpected(facts.error());
  facts_ = std::move(*facts);
  look_who_there_is();
  return {};
}

void Logbook::look_who_there_is() {
  people_ = journal::people(facts_, knowledge::embedded_pack(), local_now());
}

/// What was just written is known without reading ten years again: a session writes every few
/// seconds.
void Logbook::add_facts(const std::vector<Record>& records) {
  const auto before = facts_.size();
  for (const Record& record : records) {
    const Record stored = as_stored(record);
    if (std::ranges::find(kinds_of_facts, stored.kind) != kinds_of_facts.end()) {
      facts_.push_back(stored);
    }
  }
  if (facts_.size() == before) return;
  // Sent twice, or of another device and older than what is here.
  const auto not_after = [](const Record& a, const Record& b) { return !(a.id < b.id); };
  if (std::ranges::adjacent_find(facts_, not_after) != facts_.end()) {
    std::ranges::sort(facts_, {}, &Record::id);
    const auto again = std::ranges::unique(facts_, {}, &Record::id);
    facts_.erase(again.begin(), again.end());
  }
  look_who_there_is();
}

std::vector<Record> Logbook::facts_of(std::string_view person) && {
  std::erase_if(facts_, [&](const Record& one) { return !journal::belongs_to(one, person); });
  return std::move(facts_);
}

base::Result<std::size_t> Logbook::append(const std::vector<Record>& records) {
  const auto added = store_->append(records);
  if (!added) return std::unexpected(added.error());
  add_facts(records);
  return *added;
}

base::Result<std::size_t> Logbook::forget(std::string_view person) {
  const auto gone = store_->forget(person);
  if (!gone) return std::unexpected(gone.error());
  if (auto taken = take_facts(); !taken) return std::unexpected(taken.error());
  return *gone;
}

std::string Logbook::new_id() { return ids_.next(wall_ms(), chance()); }

journal::Stamp Logbook::stamp(std::string_view person, std::optional<base::Instant> at,
                              std::string_view session) {
  return {.id = new_id(),
          .person = std::string(person),
          .at = at.value_or(local_now()),
          .session = std::string(session),
          .knowledge = std::string(knowledge::embedded_pack().hash)};
}

base::Result<std::optional<Profile>> whose(const Logbook& log, const LogFlags& flags) {
  const std::vector<Profile>& people = everybody(log);
  const std::string name = wanted_name(flags);
  if (!name.empty()) {
    const auto found = named(people, name);
    if (found.size() == 1) return found.front();
    if (found.size() > 1) {
      return base::fail(ErrorCode::contradiction, name_field(flags), name,
                        "an id of unknot people --json, as several are called so");
    }
    return base::fail(ErrorCode::id_unknown, name_field(flags), name,
                      people.empty() ? "nobody, as the log has no people yet" : names_of(people));
  }
  if (people.empty()) return std::nullopt;
  if (people.size() == 1) return people.front();
  if (!is_terminal()) {
    return base::fail(ErrorCode::field_missing, "--as", "",
                      "one of the people of this log: " + names_of(people));
  }
  return *last_used(people, log);
}

std::vector<Record> facts_of(const Logbook& log, std::string_view person) {
  std::vector<Record> out;
  for (const Record& record : log.facts()) {
    if (journal::belongs_to(record, person)) out.push_back(record);
  }
  return out;
}

base::Result<std::vector<Record>> with_plans(const Logbook& log, std::string_view person) {
  auto out = log.read({.person = std::string(person), .kinds = {RecordKind::plan}});
  if (!out) return out;
  const auto plans = static_cast<std::ptrdiff_t>(out->size());
  for (Record& record : facts_of(log, person)) out->push_back(std::move(record));
  std::inplace_merge(out->begin(), out->begin() + plans, out->end(),
                     [](const Record& a, const Record& b) { return a.id < b.id; });
  return out;
}

base::Result<Profile> whose_to_write(Logbook& log, const LogFlags& flags) {
  auto found = whose(log, flags);
  if (!found) return std::unexpected(found.error());
  if (*found) return **found;
  const auto added = log.append({make_person(log.stamp({}), {.name = std::string(unnamed)})});
  if (!added) return std::unexpected(added.error());
  return everybody(log).front();
}

}  // namespace unknot::cli
