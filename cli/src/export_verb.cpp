#include <iostream>
#include <memory>

#include "host.hpp"
#include "plan_request.hpp"
#include "unknot/base/text.hpp"
#include "unknot/journal/csv.hpp"
#include "unknot/journal/format.hpp"
#include "verbs.hpp"

namespace unknot::cli {

namespace {

struct ExportFlags {
  LogFlags log;
  std::string format = "json";
  std::string file;
  bool force = false;
};

/// Everything there is, or everything of one person when one is named.
base::Result<std::vector<journal::Record>> wanted(const Logbook& log, const LogFlags& flags) {
  if (wanted_name(flags).empty()) return log.read({});
  const auto person = whose(log, flags);
  if (!person) return std::unexpected(person.error());
  return log.read({.person = (*person)->id});
}

/// A table says nothing of people, so it is of one.
base::Result<std::string> table(const Logbook& log, const LogFlags& flags) {
  const auto person = whose(log, flags);
  if (!person) return std::unexpected(person.error());
  return journal::write_csv(*person ? facts_of(log, (*person)->id)
                                    : std::vector<journal::Record>{});
}

base::Result<std::string> document(const Logbook& log, const LogFlags& flags) {
  const auto records = wanted(log, flags);
  if (!records) return std::unexpected(records.error());
  return journal::write_journal(*records, local_now());
}

int run(const ExportFlags& flags) {
  const auto log = Logbook::open(flags.log, LogUse::read);
  if (!log) return complain(log.error());
  const auto made = flags.format == "csv" ? table(*log, flags.log) : document(*log, flags.log);
  if (!made) return complain(made.error());
  const std::string& text = *made;
  if (flags.file.empty() || flags.file == "-") {
    std::cout << text << std::flush;
    return std::cout ? exit_good : complain("output: could not be written.");
  }
  const auto written = write_file(flags.file, text, flags.force ? Replace::yes : Replace::no);
  if (!written) {
    base::Error error = written.error();
    if (error.code == base::ErrorCode::contradiction) error.expected += ", or --force";
    return complain(error);
  }
  std::cout << "Written to " << base::printable(flags.file)
            << ", for your eyes alone (mode 0600).\n";
  return exit_good;
}

}  // namespace

void add_export(CLI::App& app, int& exit_code) {
  auto* verb = app.add_subcommand("export", "Everything in the log, in a format of its own or CSV");
  verb->group("Your log");
  auto flags = std::make_shared<ExportFlags>();
  verb->add_option("--format", flags->format,
                   "json: everything (unknot/journal@1); csv: what was rolled [json]")
      ->check(one_of({"json", "csv"}), "");
  verb->add_option("--output,-o", flags->file, "Into this file [standard output]");
  verb->add_flag("--force", flags->force, "Even when it is there already");
  add_data_flag(*verb, flags->log);
  verb->add_option("--as", flags->log.as, "Only what is of this person [$UNKNOT_AS, else all]");
  refuse_empty_words(*verb);
  verb->callback([flags, &exit_code] { exit_code = run(*flags); });
}

}  // namespace unknot::cli
