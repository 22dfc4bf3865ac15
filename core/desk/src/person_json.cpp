#include "unknot/desk/person_json.hpp"

#include "unknot/model/request_format.hpp"

namespace unknot::desk {

void write_person(base::JsonWriter& out, const journal::Profile& profile,
                  const knowledge::Pack& pack, Unsaid unsaid) {
  model::Request request;
  request.minutes = 1;
  request.person = profile.person;
  request.tools = profile.tools;
  request.conditions = profile.conditions;
  base::JsonWriter whole;
  model::write_request(whole, request, pack);
  const auto json = base::parse_json(whole.take());
  const auto part = [&](std::string_view key) { out.key(key).value(*json->find(key)); };
  const auto word = [&](std::string_view key, const std::string& text) {
    out.key(key);
    text.empty() ? out.null() : out.string(text);
  };
  out.begin_object().key("id").string(profile.id).key("name").string(profile.name);
  part("person");
  word("language", profile.language);
  word("territory", profile.territory);
  out.key("at");
  if (!profile.at && unsaid == Unsaid::null) {
    out.null();
  } else {
    out.begin_array();
    for (const auto support : profile.at.value_or(std::vector<knowledge::Support>{})) {
      out.string(name_of(support));
    }
    out.end_array();
  }
  part("tools");
  part("conditions");
  word("conditions_asked",
       profile.conditions_asked ? format_instant(*profile.conditions_asked) : std::string());
  out.key("conditions_due").boolean(profile.conditions_due);
  out.key("may_be_regular").boolean(profile.may_be_regular);
  out.end_object();
}

}  // namespace unknot::desk
