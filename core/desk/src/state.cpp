#include "state.hpp"

#include "live.hpp"
#include "unknot/journal/format.hpp"
#include "unknot/journal/projections.hpp"

namespace unknot::desk {

using journal::Profile;
using journal::Record;

State::State(const knowledge::Pack& its_pack) : pack(its_pack), log(its_pack) {}
State::~State() = default;

base::Result<std::optional<Profile>> whose(const State& state, const std::string& person,
                                           base::Instant now, journal::Offers offers) {
  if (person.empty()) return state.log.last_used(now, offers);
  for (const Profile& one : state.log.people(now, offers)) {
    if (one.id == person) return one;
  }
  return base::fail(base::ErrorCode::id_unknown, "person", person, "somebody whom the log has");
}

base::Result<Someone> someone(const State& state, const std::string& person, base::Instant now,
                              std::span<const Record> more, journal::Offers offers) {
  auto profile = whose(state, person, now, offers);
  if (!profile) return std::unexpected(std::move(profile.error()));
  Someone out;
  if (!*profile) return out;
  out.logged = state.log.facts_of((*profile)->id);
  if (!more.empty()) {
    out.more.assign(out.logged.begin(), out.logged.end());
    out.more.insert(out.more.end(), more.begin(), more.end());
  }
  out.known = known_of(**profile, now);
  out.known.history = journal::history(out.facts(), state.pack, now);
  out.known.avoid = journal::as_avoided(journal::left_alone(out.facts(), state.pack, now));
  out.profile = std::move(*profile);
  return out;
}

base::Result<Writer> writer(const State& state, const std::string& person, base::Instant now,
                            Stamps& stamps) {
  auto profile = whose(state, person, now, journal::Offers::judged);
  if (!profile) return std::unexpected(std::move(profile.error()));
  if (*profile) return Writer{std::move(**profile), {}};
  Writer out;
  out.first.push_back(journal::make_person(stamps({}), {.name = "me"}));
  out.profile.id = out.first.front().id;
  out.profile.name = "me";
  return out;
}

Stamps stamps_for(const State& state, const Writing& writing) {
  const auto& all = state.log.all();
  return {writing, all.empty() ? std::string_view() : std::string_view(all.back().id),
          state.pack.hash};
}

std::string language_for(const State& state, const std::string& asked,
                         const std::optional<Profile>& profile) {
  if (!asked.empty() || !profile) return asked;
  return std::string(knowledge::language_of(state.pack, profile->language).id);
}

void write_records(base::JsonWriter& out, std::span<const Record> records) {
  out.key("records").begin_array();
  for (const Record& record : records) out.raw(journal::write_record(record));
  out.end_array();
}

std::string written_json(std::span<const Record> records, const std::vector<std::string>& says) {
  base::JsonWriter out;
  out.begin_object();
  write_records(out, records);
  out.key("says").begin_array();
  for (const std::string& one : says) out.string(one);
  return out.end_array().end_object().take();
}

}  // namespace unknot::desk
