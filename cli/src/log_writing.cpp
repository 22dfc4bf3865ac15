#include "log_writing.hpp"

#include <algorithm>
#include <iostream>

#include "host.hpp"
#include "log_entries.hpp"
#include "log_terms.hpp"

namespace unknot::cli {

base::Result<Writing> writing(const LogFlags& flags) {
  auto log = Logbook::open(flags, LogUse::write);
  if (!log) return std::unexpected(log.error());
  auto person = whose(*log, flags);
  if (!person) return std::unexpected(person.error());
  if (*person) return Writing{std::move(*log), std::move(**person), {}};
  journal::Record record = make_person(log->stamp({}), {.name = std::string(unnamed)});
  journal::Profile somebody;
  somebody.id = record.id;
  somebody.name = unnamed;
  return Writing{std::move(*log), std::move(somebody), {std::move(record)}};
}

base::Result<std::size_t> append(Writing& to, const std::vector<journal::Record>& records) {
  std::vector<journal::Record> all = to.first;
  all.insert(all.end(), records.begin(), records.end());
  return to.log.append(all);
}

int keep_and_show(Writing& to, const std::vector<journal::Record>& records) {
  const auto added = append(to, records);
  if (!added) return complain(added.error());
  const auto facts = with_plans(to.log, to.person.id);
  if (!facts) return complain(facts.error());
  const auto rows = entries(*facts, knowledge::embedded_pack());
  std::vector<Entry> written;
  for (const Entry& row : rows) {
    const auto own = ids_of({row});
    const bool mine =
        std::any_of(records.begin(), records.end(), [&](const journal::Record& record) {
          return std::find(own.begin(), own.end(), record.id) != own.end();
        });
    if (mine) written.push_back(row);
  }
  std::cout << log_table(written, knowledge::embedded_pack(), Style::for_output());
  return exit_good;
}

base::Result<base::Instant> time_of(const std::string& word, base::Instant otherwise) {
  if (word.empty()) return otherwise;
  return past_of_word(word, "--at", local_now());
}

}  // namespace unknot::cli
