// How things stand as the app is opened.

#include "live.hpp"
#include "state.hpp"
#include "today.hpp"
#include "unknot/desk/person_json.hpp"
#include "unknot/journal/projections.hpp"
#include "words.hpp"

namespace unknot::desk {

using base::JsonWriter;
using journal::Profile;
using knowledge::name_of;

namespace {

/// A session that was broken off, as it can be offered.
struct Offer {
  bool resumable = false;
  std::int64_t seconds = 0;  ///< Rolled, as far as it is known.
};

Offer offer_of(const BrokenOff& session, const knowledge::Pack& pack, const coach::Today& today) {
  Offer out;
  const auto planned = coach::as_guided(session.plan_json, pack, today.context);
  if (!planned) return out;
  const auto events = with_ticks(session.events, pack.number(knowledge::Number::clock_gap_ms));
  const auto engine = session::replay(*planned->answer.plan, pack, session.preferences, events);
  for (const auto& piece : engine.rolled()) {
    for (const std::int32_t set : piece.sets) out.seconds += set;
  }
  out.resumable = !engine.over() && coach::resumable(session.plan_json, pack, today).has_value();
  return out;
}

class TodayWriter {
 public:
  TodayWriter(const State& state, const std::string& language, base::Instant now)
      : state_(state),
        now_(now),
        speaker_(state.pack, language),
        wording_(state.pack, language),
        words_(state.pack, language) {}

  std::string whole(const Someone& who) {
    const auto& profile = who.profile;
    const auto facts = who.facts();
    out_.begin_object();
    people();
    out_.key("person");
    if (profile) {
      write_person(out_, *profile, state_.pack, Unsaid::null);
    } else {
      out_.null();
    }
    reminders(profile);
    questions(facts);
    steadiness(facts);
    familiar(facts);
    broken_off(who);
    return out_.end_object().take();
  }

 private:
  void people() {
    out_.key("people").begin_array();
    for (const Profile& one : state_.log.people(now_, journal::Offers::left_out)) {
      out_.begin_object().key("id").string(one.id).key("name").string(one.name).end_object();
    }
    out_.end_array();
  }

  void reminders(const std::optional<Profile>& profile) {
    out_.key("reminders").begin_array();
    if (profile && profile->conditions_due) out_.string(words_.conditions_due());
    if (profile && profile->may_be_regular) out_.string(words_.may_be_regular());
    out_.end_array();
  }

  std::string asked(const journal::OpenQuestion& question, const std::string& where) const {
    if (question.not_gone) {
      return speaker_.phrase("ask.gone",
                             {{"what", where}, {"effect", words_.effect(*question.not_gone)}});
    }
    const std::string when = day_words(speaker_, question.rolled.value_or(now_), now_);
    return capital(speaker_.phrase("ask.felt", {{"when", when}, {"what", where}}));
  }

  void questions(std::span<const journal::Record> facts) {
    out_.key("questions").begin_array();
    for (const auto& question : journal::open_questions(facts, state_.pack, now_)) {
      const std::string where = where_words(wording_, question.area, question.side);
      out_.begin_object().key("area").string(state_.pack[question.area].id);
      out_.key("side").string(name_of(question.side)).key("where").string(where);
      out_.key("rolled");
      question.rolled ? out_.string(format_instant(*question.rolled)) : out_.null();
      out_.key("not_gone");
      question.not_gone ? out_.string(name_of(*question.not_gone)) : out_.null();
      out_.key("not_gone_says");
      question.not_gone ? out_.string(words_.effect(*question.not_gone)) : out_.null();
      out_.key("says").string(asked(question, where)).end_object();
    }
    out_.end_array();
  }

  void steadiness(std::span<const journal::Record> facts) {
    const auto steady = journal::steadiness(facts, now_);
    out_.key("steadiness").begin_object();
    out_.key("weeks_in_a_row").number(steady.weeks_in_a_row);
    out_.key("sessions_this_week").number(steady.sessions_this_week);
    out_.key("days_since").number(steady.days_since);
    out_.key("says").string(words_.steadiness(steady.weeks_in_a_row, steady.sessions_this_week));
    out_.end_object();
  }

  void familiar(std::span<const journal::Record> facts) {
    out_.key("familiar").begin_array();
    for (const auto technique : journal::familiar(facts, state_.pack)) {
      out_.string(state_.pack[technique].id);
    }
    out_.end_array();
  }

  /// The one being guided right now was not broken off.
  void broken_off(const Someone& who) {
    out_.key("broken_off");
    const auto session = who.profile ? state_.log.broken_off(who.profile->id) : std::nullopt;
    const bool goes_on = session && state_.live && state_.live->session() == session->session;
    if (!session || goes_on) {
      out_.null();
      return;
    }
    const Offer offer = offer_of(*session, state_.pack, today_of(who, {now_, {}}));
    out_.begin_object().key("session").string(session->session);
    out_.key("plan").raw(session->plan_json);
    out_.key("preferences").raw(preferences_json(session->preferences));
    out_.key("last").string(format_instant(session->last));
    out_.key("resumable").boolean(offer.resumable).key("seconds").number(offer.seconds);
    out_.end_object();
  }

  const State& state_;
  base::Instant now_;
  guidance::Speaker speaker_;
  guidance::Wording wording_;
  guidance::LogWords words_;
  JsonWriter out_;
};

}  // namespace

Answer log_today(State& state, std::string_view input) {
  Asked in(input);
  const base::Instant now = in.moment();
  const std::string person = in.id("person");
  const std::string language = in.language(state.pack);
  if (auto error = in.finish()) return std::unexpected(std::move(*error));
  const auto who = someone(state, person, now, {}, journal::Offers::judged);
  if (!who) return std::unexpected(who.error());
  return TodayWriter(state, language_for(state, language, who->profile), now).whole(*who);
}

}  // namespace unknot::desk
