// The verbs that guide: a plan is vetted as of now, or a session that was broken off goes on.

#include "live.hpp"
#include "state.hpp"
#include "today.hpp"
#include "unknot/coach/guidable.hpp"
#include "unknot/coach/session_input.hpp"
#include "unknot/guidance/speaker.hpp"
#include "unknot/journal/projections.hpp"

namespace unknot::desk {

using base::ErrorCode;
using journal::Record;

namespace {

/// What is asked of a session that begins or goes on.
struct Wanted {
  Writing writing;
  std::string person;
  session::Preferences preferences;
  guidance::Verbosity verbosity = guidance::Verbosity::full;
  std::string language;
  std::string territory;
  std::int64_t at = 0;
  bool keep = true;
  Since since;
};

Wanted read_wanted(Asked& in, const knowledge::Pack& pack) {
  Wanted out;
  out.writing = in.writing();
  out.person = in.id("person");
  out.preferences = coach::read_preferences(in.fields(), in.complaint());
  out.verbosity =
      in.fields().choice<guidance::Verbosity>("verbosity").value_or(guidance::Verbosity::full);
  out.language = in.language(pack);
  out.territory = in.territory();
  out.at = in.at();
  out.keep = in.fields().boolean("keep").value_or(true);
  out.since = since_of(in);
  return out;
}

ClockReading reading_of(const Wanted& wanted) { return {wanted.at, wanted.writing.unix_ms}; }

/// Records of a session that is closed, before they are in the log.
class Pile : public Recorder {
 public:
  Pile(std::vector<Record>& out, SessionRecords records, Stamps& stamps)
      : out_(out), records_(std::move(records)), stamps_(stamps) {}

  base::Result<void> keep(const Happening& happening) override {
    const auto stamp = [this](std::string_view person, std::optional<base::Instant> at,
                              std::string_view session) { return stamps_(person, at, session); };
    const auto records = records_.of(happening, stamp);
    records_.kept(records);
    out_.insert(out_.end(), records.begin(), records.end());
    return {};
  }

 private:
  std::vector<Record>& out_;
  SessionRecords records_;
  Stamps& stamps_;
};

/// What there is to write when a session that was broken off is not taken up again.
std::vector<Record> closing(const State& state, std::string_view person, const BrokenOff& session,
                            Stamps& stamps) {
  std::vector<Record> out;
  const auto recorder = [&](const model::Request& request) -> std::unique_ptr<Recorder> {
    SessionOf of{std::string(person), {}, session.preferences, session.session, session.last};
    return std::make_unique<Pile>(out, SessionRecords(std::move(of), request, state.pack), stamps);
  };
  // A pile takes everything.
  static_cast<void>(close_session(session, state.pack, recorder));
  return out;
}

Manner manner_of(const State& state, const Wanted& wanted, const Someone& who) {
  Manner out;
  out.keeps = wanted.keep;
  out.language = wanted.language;
  out.territory = wanted.territory;
  out.verbosity = wanted.verbosity;
  out.session.preferences = wanted.preferences;
  out.familiar = journal::familiar(who.facts(), state.pack);
  if (!who.profile) return out;
  out.session.person = who.profile->id;
  if (out.territory.empty()) out.territory = who.profile->territory;
  const bool several = state.log.people(wanted.writing.now, journal::Offers::left_out).size() > 1;
  if (several && who.profile->name != unnamed) out.name = who.profile->name;
  return out;
}

std::unexpected<base::Error> not_as_it_is(const coach::Guidable& guidable) {
  return base::fail(ErrorCode::contradiction, "plan",
                    guidable.says.empty() ? "a plan that is not for now" : guidable.says,
                    "a plan that may be guided as it is now, such as guidable answers");
}

/// A session of theirs that was broken off, by its id.
base::Result<BrokenOff> broken_off_called(const State& state, const std::string& person,
                                          const std::string& session) {
  auto found = state.log.broken_off(person);
  if (found && found->session == session) return std::move(*found);
  return base::fail(ErrorCode::id_unknown, "session", session,
                    found ? found->session : "none, as no session was broken off");
}

std::string session_id(Asked& in) {
  static_cast<void>(in.need("session", "the id of a session that was broken off"));
  return in.id("session");
}

}  // namespace

/// One that was broken off and not closed is closed by this: what was rolled of it counts, and
/// counts already when the new plan is judged.
Answer guide_begin(State& state, std::string_view input) {
  Asked in(input);
  const Wanted wanted = read_wanted(in, state.pack);
  const base::Json* plan = in.need("plan", "a plan");
  if (auto error = in.finish()) return std::unexpected(std::move(*error));
  Stamps stamps = stamps_for(state, wanted.writing);
  const auto profile = whose(state, wanted.person, wanted.writing.now);
  if (!profile) return std::unexpected(profile.error());
  std::vector<Record> first;
  if (*profile) {
    const auto before = state.log.broken_off((*profile)->id);
    if (before) first = closing(state, (*profile)->id, *before, stamps);
  }
  auto who = someone(state, wanted.person, wanted.writing.now, first);
  if (!who) return std::unexpected(who.error());
  Manner manner = manner_of(state, wanted, *who);
  const auto today =
      today_of(*who, {wanted.writing.now, manner.territory}, wanted.since, state.pack);
  if (!today) return std::unexpected(today.error());
  auto vetted = coach::guidable(text_of(*plan), state.pack, *today);
  if (!vetted) return std::unexpected(within(std::move(vetted.error()), "plan"));
  if (vetted->renewal != coach::Renewal::none || !vetted->planned.answer.plan) {
    return not_as_it_is(*vetted);
  }
  if (!wanted.keep) first.clear();
  if (!who->profile && wanted.keep) {
    auto made = writer(state, wanted.person, wanted.writing.now, stamps);
    if (!made) return std::unexpected(made.error());
    first = made->first;
    manner.session.person = made->profile.id;
  }
  if (const auto added = state.log.add(first); !added) return std::unexpected(added.error());
  state.live = std::make_unique<Live>(state.log, state.pack, std::move(vetted->planned),
                                      std::move(manner), stamps, reading_of(wanted));
  return state.live->json(std::move(first));
}

Answer guide_resume(State& state, std::string_view input) {
  Asked in(input);
  const Wanted wanted = read_wanted(in, state.pack);
  const std::string session = session_id(in);
  if (auto error = in.finish()) return std::unexpected(std::move(*error));
  auto who = someone(state, wanted.person, wanted.writing.now);
  if (!who) return std::unexpected(who.error());
  Manner manner = manner_of(state, wanted, *who);
  auto before = broken_off_called(state, manner.session.person, session);
  if (!before) return std::unexpected(before.error());
  const auto today =
      today_of(*who, {wanted.writing.now, manner.territory}, wanted.since, state.pack);
  if (!today) return std::unexpected(today.error());
  auto planned = coach::resumable(before->plan_json, state.pack, *today);
  if (!planned) return std::unexpected(within(std::move(planned.error()), "session"));
  manner.keeps = true;
  manner.before = std::move(*before);
  Stamps stamps = stamps_for(state, wanted.writing);
  state.live = std::make_unique<Live>(state.log, state.pack, std::move(*planned), std::move(manner),
                                      stamps, reading_of(wanted));
  return state.live->json();
}

Answer guide_close(State& state, std::string_view input) {
  Asked in(input);
  const Writing writing = in.writing();
  const std::string person = in.id("person");
  const std::string session = session_id(in);
  if (auto error = in.finish()) return std::unexpected(std::move(*error));
  const auto who = whose(state, person, writing.now);
  if (!who) return std::unexpected(who.error());
  const auto before = broken_off_called(state, *who ? (*who)->id : std::string(), session);
  if (!before) return std::unexpected(before.error());
  Stamps stamps = stamps_for(state, writing);
  const auto records = closing(state, (*who)->id, *before, stamps);
  if (const auto added = state.log.add(records); !added) return std::unexpected(added.error());
  if (state.live && state.live->session() == session) state.live.reset();
  const guidance::Speaker speaker(state.pack, (*who)->language);
  return written_json(records, {speaker.phrase("guide.keeping.kept")});
}

Answer guide_on(State& state, std::string_view input) {
  Asked in(input);
  const Writing writing = in.writing();
  const std::int64_t at = in.at();
  session::Event event;
  if (const base::Json* happened = in.need("happened", "an object with event")) {
    model::Fields fields(*happened, "happened", in.complaint());
    event = coach::read_event(fields, state.pack);
    fields.finish();
  }
  if (auto error = in.finish()) return std::unexpected(std::move(*error));
  if (!state.live) {
    return base::fail(ErrorCode::contradiction, "session", "none",
                      "a session that guide_begin or guide_resume began");
  }
  Stamps stamps = stamps_for(state, writing);
  state.live->happen(event, stamps, {at, writing.unix_ms});
  return state.live->json();
}

Answer guide_events(State& state, std::string_view input) {
  Asked in(input);
  if (auto error = in.finish()) return std::unexpected(std::move(*error));
  if (!state.live) {
    return base::fail(ErrorCode::contradiction, "session", "none",
                      "a session that guide_begin or guide_resume began");
  }
  return state.live->events_json();
}

}  // namespace unknot::desk
