#pragma once
/// @file
/// What a desk holds, and the verbs over it: one function each, in the file of its subject.

#include <memory>

#include "asked.hpp"
#include "log.hpp"
#include "unknot/base/result.hpp"
#include "unknot/desk/known.hpp"

namespace unknot::desk {

class Live;

struct State {
  explicit State(const knowledge::Pack& its_pack);
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State();

  const knowledge::Pack& pack;
  Log log;
  std::unique_ptr<Live> live;  ///< The session being guided; null: none.
};

/// Whom a call is about.
struct Someone {
  std::optional<journal::Profile> profile;  ///< Unset: nobody of the log.
  Known known;                              ///< With history and what hurt.
  std::span<const journal::Record> logged;  ///< Their facts in the log, until that changes.
  std::vector<journal::Record> more;        ///< All of them, where some are not in the log yet.

  [[nodiscard]] std::span<const journal::Record> facts() const {
    return more.empty() ? logged : more;
  }
};

/// The person with this id; for the empty one who was last written about, if there is anybody.
/// @error id_unknown `person`
[[nodiscard]] base::Result<std::optional<journal::Profile>> whose(
    const State& state, const std::string& person, base::Instant now,
    journal::Offers offers = journal::Offers::left_out);

/// The same with all that is known of them.
/// @param more  Records that are not in the log yet and count already.
[[nodiscard]] base::Result<Someone> someone(const State& state, const std::string& person,
                                            base::Instant now,
                                            std::span<const journal::Record> more = {},
                                            journal::Offers offers = journal::Offers::left_out);

/// Whose log is written, and what has to be written first.
struct Writer {
  journal::Profile profile;
  std::vector<journal::Record> first;  ///< The person record of a log that has nobody.
};

/// @error id_unknown `person`
[[nodiscard]] base::Result<Writer> writer(const State& state, const std::string& person,
                                          base::Instant now, Stamps& stamps);

/// The stamps of a call.
[[nodiscard]] Stamps stamps_for(const State& state, const Writing& writing);

/// Language of words for somebody: as asked, else that of the profile, else English.
[[nodiscard]] std::string language_for(const State& state, const std::string& asked,
                                       const std::optional<journal::Profile>& profile);

/// `{"records":[...],"says":[...]}`
[[nodiscard]] std::string written_json(std::span<const journal::Record> records,
                                       const std::vector<std::string>& says);

/// The member `key` with these records.
void write_records(base::JsonWriter& out, std::span<const journal::Record> records);

using Answer = base::Result<std::string>;

[[nodiscard]] Answer catalogue(State& state, std::string_view input);
[[nodiscard]] Answer learn(State& state, std::string_view input);
[[nodiscard]] Answer log_load(State& state, std::string_view input);
[[nodiscard]] Answer log_headings(State& state, std::string_view input);
[[nodiscard]] Answer log_import(State& state, std::string_view input);
[[nodiscard]] Answer log_export(State& state, std::string_view input);
[[nodiscard]] Answer log_forget(State& state, std::string_view input);
[[nodiscard]] Answer log_today(State& state, std::string_view input);
[[nodiscard]] Answer log_view(State& state, std::string_view input);
[[nodiscard]] Answer log_write(State& state, std::string_view input);
[[nodiscard]] Answer log_plan(State& state, std::string_view input);
[[nodiscard]] Answer guidable(State& state, std::string_view input);
[[nodiscard]] Answer plan_words(State& state, std::string_view input);
[[nodiscard]] Answer share(State& state, std::string_view input);
[[nodiscard]] Answer open_shared(State& state, std::string_view input);
[[nodiscard]] Answer guide_begin(State& state, std::string_view input);
[[nodiscard]] Answer guide_resume(State& state, std::string_view input);
[[nodiscard]] Answer guide_close(State& state, std::string_view input);
[[nodiscard]] Answer guide_on(State& state, std::string_view input);
[[nodiscard]] Answer guide_events(State& state, std::string_view input);

}  // namespace unknot::desk
