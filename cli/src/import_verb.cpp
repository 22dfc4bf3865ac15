#include <algorithm>
#include <iostream>
#include <memory>
#include <unordered_map>

#include "host.hpp"
#include "plan_request.hpp"
#include "terminal.hpp"
#include "unknot/base/text.hpp"
#include "unknot/journal/csv.hpp"
#include "unknot/journal/format.hpp"
#include "verbs.hpp"

namespace unknot::cli {

using base::ErrorCode;
using journal::Record;

namespace {

struct ImportFlags {
  LogFlags log;
  std::string file;
  std::vector<std::string> map;
  bool dry_run = false;
};

/// Records to add; a person the log has to get first among them.
struct Incoming {
  std::vector<Record> records;
  std::size_t passed_over = 0;  ///< Rows of a table that are in the log already.
};

bool looks_like_json(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

base::Result<journal::CsvMapping> mapping_of(const ImportFlags& flags, std::string_view text) {
  std::string words;
  for (const auto& word : flags.map) words += (words.empty() ? "" : ",") + word;
  base::Result<journal::CsvMapping> mapping = journal::CsvMapping{};
  if (!words.empty()) mapping = journal::parse_mapping(words);
  if (mapping) mapping->separator = journal::separator_of(text);
  if (!mapping) mapping.error().field = "--map";
  return mapping;
}

base::Result<Incoming> from_table(const std::string& text, Logbook& log, const ImportFlags& flags) {
  const auto mapping = mapping_of(flags, text);
  if (!mapping) return std::unexpected(mapping.error());
  auto person = whose(log, flags.log);
  if (!person) return std::unexpected(person.error());
  Incoming out;
  if (!*person) {
    out.records.push_back(make_person(log.stamp({}), {.name = std::string(unnamed)}));
    *person = journal::Profile{.id = out.records.front().id, .name = std::string(unnamed)};
  }
  const journal::CsvContext context{.person = (*person)->id,
                                    .offset_minutes = local_now().offset_minutes,
                                    .present = log.facts()};
  auto table = read_csv(text, *mapping, knowledge::embedded_pack(), context);
  const bool no_column = !table && table.error().code == ErrorCode::field_missing &&
                         table.error().expected.starts_with("a column for ");
  if (no_column) table.error().expected += "; --map says how the table calls it";
  if (!table) return std::unexpected(table.error());
  out.passed_over = table->passed_over;
  if (table->records.empty()) out.records.clear();
  out.records.insert(out.records.end(), table->records.begin(), table->records.end());
  return out;
}

base::Result<Incoming> incoming(Logbook& log, const ImportFlags& flags) {
  auto text = read_input(flags.file, journal::limits::document_bytes + 1);
  if (!text) return std::unexpected(text.error());
  if (text->size() > journal::limits::document_bytes) {
    return base::fail(ErrorCode::out_of_range, "file", flags.file,
                      "at most " + std::to_string(journal::limits::document_bytes >> 20) + " MiB");
  }
  if (text->find_first_not_of(" \t\r\n") == std::string::npos) {
    return base::fail(ErrorCode::out_of_range, "file", flags.file,
                      "something in it: what unknot export wrote, or a table with headings");
  }
  if (!looks_like_json(*text)) return from_table(*text, log, flags);
  if (!flags.map.empty()) {
    return base::fail(ErrorCode::contradiction, "--map", "with JSON", "a table (CSV)");
  }
  auto journal = journal::read_journal(*text);
  if (!journal) return std::unexpected(journal.error());
  return Incoming{std::move(journal->records), 0};
}

/// How many of these the log has.
/// @error contradiction  One of them is there with other content.
base::Result<std::size_t> known(const Logbook& log, const std::vector<Record>& records) {
  const auto there = log.read({});
  if (!there) return std::unexpected(there.error());
  std::unordered_map<std::string_view, const Record*> by_id;
  for (const Record& record : *there) by_id.emplace(record.id, &record);
  std::size_t count = 0;
  for (const Record& record : records) {
    const auto found = by_id.find(record.id);
    if (found == by_id.end()) continue;
    if (!journal::same(*found->second, journal::as_stored(record))) {
      return base::fail(ErrorCode::contradiction, "id", record.id,
                        "the record that the log has under it, word for word");
    }
    ++count;
  }
  return count;
}

std::string counted(std::size_t number, std::string_view what) {
  return std::to_string(number) + (number == 1 ? " record " : " records ") + std::string(what);
}

int run(const ImportFlags& flags) {
  // A file that is no good makes no log.
  auto log = Logbook::open(flags.log, LogUse::read);
  if (!log) return complain(log.error());
  const auto in = incoming(*log, flags);
  if (!in) return complain(in.error());
  const auto old = known(*log, in->records);
  if (!old) return complain(old.error());
  const std::size_t fresh = in->records.size() - *old;
  if (!flags.dry_run && fresh > 0) {
    auto to = Logbook::open(flags.log, LogUse::write);
    if (!to) return complain(to.error());
    if (const auto added = to->append(in->records); !added) return complain(added.error());
  }
  std::cout << counted(fresh, flags.dry_run ? "would be new, " : "new, ")
            << counted(*old + in->passed_over, "known already") << ".\n";
  return exit_good;
}

}  // namespace

void add_import(CLI::App& app, int& exit_code) {
  auto* verb = app.add_subcommand(
      "import", "Take in what export wrote, or a table; twice is as good as once");
  verb->group("Your log");
  auto flags = std::make_shared<ImportFlags>();
  verb->add_option("file", flags->file, "unknot/journal@1 or CSV; - for stdin")->required();
  verb->add_option("--map", flags->map,
                   "Columns of a table of others, such as at=Date,area=Muscle,minutes=Time");
  verb->add_flag("--dry-run", flags->dry_run, "Only say what would be new");
  add_log_flags(*verb, flags->log);
  refuse_empty_words(*verb);
  verb->callback([flags, &exit_code] { exit_code = run(*flags); });
}

}  // namespace unknot::cli
