#include "unknot/desk/known.hpp"

#include <algorithm>

#include "unknot/model/request_format.hpp"

namespace unknot::desk {

using base::Json;
using base::JsonWriter;
using Kind = base::Json::Kind;

namespace {

/// A pregnancy goes on between two profiles; past what can be said, the strictest is meant.
void grow_older(std::vector<model::ConditionEntry>& conditions, base::Instant asked,
                base::Instant now) {
  constexpr std::int64_t week = std::int64_t{7} * 24 * 3600;
  const std::int64_t gone = std::max<std::int64_t>(0, now.seconds - asked.seconds) / week;
  for (auto& entry : conditions) {
    if (!entry.weeks) continue;
    const std::int64_t weeks = *entry.weeks + gone;
    entry.weeks.reset();
    if (weeks <= model::limits::weeks.most) entry.weeks = static_cast<std::int32_t>(weeks);
  }
}

/// Years that are full by now make somebody that much older for certain.
void grow_older(std::int32_t& age, base::Instant said, base::Instant now) {
  constexpr std::int64_t year = std::int64_t{366} * 24 * 3600;
  const std::int64_t gone = std::max<std::int64_t>(0, now.seconds - said.seconds) / year;
  age = static_cast<std::int32_t>(std::min<std::int64_t>(age + gone, model::limits::age.most));
}

/// What is known, in the form of the request it will be part of.
Json as_request(const Known& known, const knowledge::Pack& pack, base::Instant now) {
  model::Request request;
  request.now = now;
  request.minutes = 1;
  request.person = known.person;
  if (!known.at.empty()) request.at = known.at;
  request.tools = known.tools;
  request.conditions = known.conditions;
  request.history = known.history;
  request.avoid = known.avoid;
  JsonWriter out;
  model::write_request(out, request, pack);
  constexpr base::JsonLimits any_size{std::size_t{1} << 26, 64};
  auto json = base::parse_json(out.take(), any_size);
  return json ? std::move(*json) : Json{};
}

/// The member, or null pointer when absent or null.
const Json* member(const Json& object, std::string_view key) {
  const Json* found = object.find(key);
  return found == nullptr || found->kind == Kind::null ? nullptr : found;
}

std::string_view word_of(const Json& entry, std::string_view key) {
  const Json* value = entry.find(key);
  return value == nullptr ? std::string_view() : std::string_view(value->text);
}

/// A condition may be said by its id alone.
std::string_view id_of(const Json& condition) {
  return condition.kind == Kind::string ? std::string_view(condition.text)
                                        : word_of(condition, "id");
}

/// Writes the members of a request one after the other.
class Completion {
 public:
  Completion(const Json& said, const Json& usual) : said_(said), usual_(usual) {}

  std::string whole(const Known& known, const knowledge::Pack& pack, base::Instant now) {
    out_.begin_object();
    if (member(said_, "format") == nullptr) out_.key("format").string(model::request_format);
    if (member(said_, "now") == nullptr) out_.key("now").string(format_instant(now));
    if (member(said_, "language") == nullptr && !known.language.empty()) {
      out_.key("language").string(knowledge::language_of(pack, known.language).id);
    }
    person();
    conditions();
    both("avoid");
    both("history");
    if (!known.at.empty()) said_or_usual("at");
    said_or_usual("tools");
    rest(known);
    return out_.end_object().take();
  }

 private:
  void person() {
    const Json* said = member(said_, "person");
    if (said != nullptr && said->kind != Kind::object) {
      out_.key("person").value(*said);
      return;
    }
    out_.key("person").begin_object();
    const Json* usual = member(usual_, "person");
    for (std::size_t i = 0; usual != nullptr && i < usual->keys.size(); ++i) {
      const std::string& key = usual->keys[i];
      const bool told = said != nullptr && member(*said, key) != nullptr;
      if (!told && usual->items[i].kind != Kind::null) out_.key(key).value(usual->items[i]);
    }
    for (std::size_t i = 0; said != nullptr && i < said->keys.size(); ++i) {
      if (said->items[i].kind != Kind::null) out_.key(said->keys[i]).value(said->items[i]);
    }
    out_.end_object();
  }

  void conditions() {
    const Json* said = member(said_, "conditions");
    if (said != nullptr && said->kind != Kind::array) {
      out_.key("conditions").value(*said);
      return;
    }
    const auto replaced = [&](const Json& usual) {
      return said != nullptr &&
             std::any_of(said->items.begin(), said->items.end(), [&](const Json& today) {
               return id_of(today) == id_of(usual) && word_of(today, "at") == word_of(usual, "at");
             });
    };
    out_.key("conditions").begin_array();
    items_of(said);
    if (const Json* usual = member(usual_, "conditions")) {
      for (const Json& entry : usual->items) {
        if (!replaced(entry)) out_.value(entry);
      }
    }
    out_.end_array();
  }

  void both(std::string_view key) {
    const Json* said = member(said_, key);
    if (said != nullptr && said->kind != Kind::array) {
      out_.key(key).value(*said);
      return;
    }
    out_.key(key).begin_array();
    items_of(said);
    items_of(member(usual_, key));
    out_.end_array();
  }

  void items_of(const Json* list) {
    for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i) {
      out_.value(list->items[i]);
    }
  }

  void said_or_usual(std::string_view key) {
    const Json* value = member(said_, key);
    if (value == nullptr) value = member(usual_, key);
    if (value != nullptr) out_.key(key).value(*value);
  }

  void rest(const Known& known) {
    for (std::size_t i = 0; i < said_.keys.size(); ++i) {
      const std::string& key = said_.keys[i];
      const bool done = key == "person" || key == "conditions" || key == "avoid" ||
                        key == "history" || key == "tools" || (key == "at" && !known.at.empty());
      if (!done && said_.items[i].kind != Kind::null) out_.key(key).value(said_.items[i]);
    }
  }

  const Json& said_;
  const Json& usual_;
  JsonWriter out_;
};

}  // namespace

Known known_of(const journal::Profile& profile, base::Instant now) {
  Known known;
  known.person = profile.person;
  if (known.person.age && profile.age_said) grow_older(*known.person.age, *profile.age_said, now);
  known.language = profile.language;
  known.at = profile.at.value_or(known.at);
  known.tools = profile.tools;
  known.conditions = profile.conditions;
  if (profile.conditions_asked) grow_older(known.conditions, *profile.conditions_asked, now);
  return known;
}

std::string completed(const Json& said, const Known& known, const knowledge::Pack& pack,
                      base::Instant now) {
  const Json usual = as_request(known, pack, now);
  return Completion(said, usual).whole(known, pack, now);
}

}  // namespace unknot::desk
