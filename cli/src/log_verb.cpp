#include <iostream>
#include <memory>

#include "host.hpp"
#include "log_edit.hpp"
#include "log_entries.hpp"
#include "log_terms.hpp"
#include "plan_request.hpp"
#include "verbs.hpp"

namespace unknot::cli {

using journal::Profile;

namespace {

struct ListFlags {
  LogFlags log;
  bool json = false;
  std::size_t last = 0;  ///< How many of the newest; 0: all.
};

/// The log of one person, or of nobody when there is nobody.
struct Mine {
  Logbook log;
  std::optional<Profile> person;
  std::vector<Entry> rows;
  std::vector<std::string> removed;  ///< Ids that do not count any more.
};

base::Result<Mine> mine(const LogFlags& flags) {
  auto log = Logbook::open(flags, LogUse::read);
  if (!log) return std::unexpected(log.error());
  auto person = whose(*log, flags);
  if (!person) return std::unexpected(person.error());
  Mine out{std::move(*log), std::move(*person), {}, {}};
  if (!out.person) return out;
  const auto records = with_plans(out.log, out.person->id);
  if (!records) return std::unexpected(records.error());
  out.rows = entries(*records, knowledge::embedded_pack());
  out.removed = removed_ids(*records);
  return out;
}

int list(const ListFlags& flags) {
  auto log = mine(flags.log);
  if (!log) return complain(log.error());
  const auto& pack = knowledge::embedded_pack();
  if (!flags.json) std::erase_if(log->rows, is_empty_session);
  if (flags.last > 0 && flags.last < log->rows.size()) log->rows.resize(flags.last);
  if (flags.json) {
    std::cout << log_json(log->rows, log->person ? &*log->person : nullptr) << '\n';
    return exit_good;
  }
  if (log->person && everybody(log->log).size() > 1) {
    std::cout << "The log of " << shown_name(log->person->name) << ".\n\n";
  }
  if (log->rows.empty()) {
    std::cout << wrap(
        "Nothing yet. What was done without the app goes in by hand: "
        "unknot log add calves/left 60s --level 4.",
        0, 0);
    return exit_good;
  }
  std::cout << log_table(log->rows, pack, Style::for_output());
  return exit_good;
}

struct ShowFlags {
  LogFlags log;
  std::string id;
  bool json = false;
};

int show(const ShowFlags& flags) {
  const auto log = mine(flags.log);
  if (!log) return complain(log.error());
  const auto id = id_of_word(flags.id, ids_of(log->rows), log->removed);
  if (!id) return complain(id.error());
  const auto& pack = knowledge::embedded_pack();
  for (const Entry& entry : log->rows) {
    const auto own = ids_of({entry});
    if (std::find(own.begin(), own.end(), *id) == own.end()) continue;
    if (flags.json) {
      std::cout << log_json({entry}, &*log->person) << '\n';
    } else {
      std::cout << entry_text(entry, pack, Style::for_output());
    }
    return exit_good;
  }
  return complain("id: got " + flags.id + ", expected an id of unknot log.");
}

void add_show(CLI::App& parent, int& exit_code) {
  auto* verb = parent.add_subcommand("show", "One entry with its pieces and their ids");
  auto flags = std::make_shared<ShowFlags>();
  verb->add_option("id", flags->id, "Its id, or at least 4 characters of one end of it")
      ->required();
  verb->add_flag("--json", flags->json, "As unknot/log@1");
  add_log_flags(*verb, flags->log);
  refuse_empty_words(*verb);
  verb->callback([flags, &exit_code] { exit_code = show(*flags); });
}

}  // namespace

void add_log(CLI::App& app, int& exit_code) {
  auto* verb = app.add_subcommand("log", "What you did, newest first; and entries by hand");
  auto flags = std::make_shared<ListFlags>();
  verb->add_flag("--json", flags->json, "As unknot/log@1");
  verb->add_option("--last", flags->last, "Only this many of the newest")
      ->check(number_within(1, 1000000), "");
  add_log_flags(*verb, flags->log);
  refuse_empty_words(*verb);
  add_show(*verb, exit_code);
  add_log_changes(*verb, exit_code);
  refuse_words_before_below(*verb);
  verb->group("Your log");  // Last: verbs below would be of it too.
  verb->callback([verb, flags, &exit_code] {
    if (verb->get_subcommands().empty()) exit_code = list(*flags);
  });
}

}  // namespace unknot::cli
