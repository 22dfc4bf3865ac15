// Plans for somebody of the log: made, and judged again.

#include "state.hpp"
#include "today.hpp"
#include "unknot/model/request_format.hpp"

namespace unknot::desk {

using base::Json;
using base::JsonWriter;

namespace {

/// The warning signs as they were answered now; read as those of a request are.
base::Result<std::optional<model::RedFlags>> red_flags_of(const Json* json,
                                                          const knowledge::Pack& pack,
                                                          base::Instant now) {
  if (json == nullptr) return std::nullopt;
  JsonWriter out;
  out.begin_object().key("format").string(model::request_format).key("minutes").number(1);
  out.key("tools").begin_array().end_array().key("red_flags").value(*json).end_object();
  auto request = model::read_request(out.take(), pack, now);
  if (!request) return std::unexpected(std::move(request.error()));
  return std::move(request->red_flags);
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
  coach::Today today{std::move(context), {}, {}, {}, {}};
  if (!who.profile) return today;
  today.avoid = who.known.avoid;
  today.history = who.known.history;
  today.conditions = who.known.conditions;
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
  const Json* flags = in.fields().get("red_flags");
  if (auto error = in.finish()) return std::unexpected(std::move(*error));
  const auto who = someone(state, person, now);
  if (!who) return std::unexpected(who.error());
  coach::Today today = today_of(*who, {now, territory_for(territory, *who)});
  auto red_flags = red_flags_of(flags, state.pack, now);
  if (!red_flags) return std::unexpected(std::move(red_flags.error()));
  today.red_flags = std::move(*red_flags);
  auto out = coach::guidable(text_of(*plan), state.pack, today);
  if (!out) return std::unexpected(within(std::move(out.error()), "plan"));
  return guidable_json(*out);
}

}  // namespace unknot::desk
