// Plans for somebody of the log: made, and judged again.

#include "state.hpp"
#include "today.hpp"
#include "unknot/model/request_format.hpp"

namespace unknot::desk {

using base::Json;
using base::JsonWriter;

namespace {

/// Read as a request's are, so that both are the same words with the same errors.
base::Result<model::Request> request_saying(const Json* red_flags, const Json* feel,
                                            const knowledge::Pack& pack, base::Instant now) {
  JsonWriter out;
  out.begin_object().key("format").string(model::request_format).key("minutes").number(1);
  out.key("tools").begin_array().end_array();
  if (feel != nullptr) out.key("feel").value(*feel);
  out.key("red_flags");
  red_flags != nullptr ? out.value(*red_flags) : out.begin_object().end_object();
  return model::read_request(out.end_object().take(), pack, now);
}

}  // namespace

Json with_known_language(Json request, const knowledge::Pack& pack) {
  for (std::size_t i = 0; i < request.keys.size(); ++i) {
    Json& value = request.items[i];
    if (request.keys[i] != "language" || value.kind != Json::Kind::string) continue;
    value.text = knowledge::language_of(pack, value.text).id;
  }
  return request;
}

base::Instant time_of(const Json& request, base::Instant now) {
  const Json* said = request.find("now");
  if (said == nullptr || said->kind != Json::Kind::string) return now;
  return base::parse_instant(said->text).value_or(now);
}

std::string territory_for(const std::string& asked, const Someone& who) {
  return asked.empty() && who.profile ? who.profile->territory : asked;
}

coach::Today today_of(const Someone& who, coach::Context context) {
  coach::Today today{.context = std::move(context)};
  if (!who.profile) return today;
  today.avoid = who.known.avoid;
  today.history = who.known.history;
  today.conditions = who.known.conditions;
  return today;
}

Since since_of(Asked& in) { return {in.fields().get("red_flags"), in.fields().get("feel")}; }

base::Result<coach::Today> today_of(const Someone& who, coach::Context context, const Since& since,
                                    const knowledge::Pack& pack) {
  auto said = request_saying(since.red_flags, since.feel, pack, context.clock);
  if (!said) return std::unexpected(std::move(said.error()));
  coach::Today today = today_of(who, std::move(context));
  if (since.red_flags != nullptr) today.red_flags = std::move(said->red_flags);
  today.feel = std::move(said->feel);
  return today;
}

Answer log_plan(State& state, std::string_view input) {
  Asked in(input);
  const base::Instant now = in.moment();
  const std::string person = in.id("person");
  const std::string territory = in.territory();
  const Json* request = in.need("request", "a request");
  if (request != nullptr) static_cast<void>(model::Fields(*request, "request", in.complaint()));
  if (auto error = in.finish()) return std::unexpected(std::move(*error));
  const auto who = someone(state, person, time_of(*request, now));
  if (!who) return std::unexpected(who.error());
  const std::string whole =
      completed(with_known_language(*request, state.pack), who->known, state.pack, now);
  auto planned = coach::plan(whole, state.pack, {now, territory_for(territory, *who)});
  if (!planned) return std::unexpected(within(std::move(planned.error()), "request"));
  return std::move(planned->json);
}

std::string guidable_json(const coach::Guidable& guidable) {
  JsonWriter out;
  out.begin_object().key("plan").raw(guidable.planned.json);
  out.key("renewal").string(knowledge::name_of(guidable.renewal));
  out.key("says").string(guidable.says);
  return out.key("asks_screening").boolean(guidable.asks_screening).end_object().take();
}

Answer guidable(State& state, std::string_view input) {
  Asked in(input);
  const base::Instant now = in.moment();
  const std::string person = in.id("person");
  const std::string territory = in.territory();
  const Json* plan = in.need("plan", "a plan");
  const Since since = since_of(in);
  if (auto error = in.finish()) return std::unexpected(std::move(*error));
  const auto who = someone(state, person, now);
  if (!who) return std::unexpected(who.error());
  const auto today = today_of(*who, {now, territory_for(territory, *who)}, since, state.pack);
  if (!today) return std::unexpected(today.error());
  auto out = coach::guidable(text_of(*plan), state.pack, *today);
  if (!out) return std::unexpected(within(std::move(out.error()), "plan"));
  return guidable_json(*out);
}

}  // namespace unknot::desk
