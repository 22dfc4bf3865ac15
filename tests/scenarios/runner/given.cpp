#include "given.hpp"

#include <array>

#include "given_entries.hpp"
#include "unknot/model/request_format.hpp"

namespace unknot::scenarios {

namespace {

using knowledge::Pack;
using model::Request;

/// When no scenario says otherwise, it is this morning.
constexpr std::string_view usual_now = "2026-11-22T08:00:00Z";

/// What a clause is read from and goes into.
struct Clause {
  Words& words;
  Request& request;
  const Pack& pack;
};

template <class E, class To>
std::string set_choice(To& to, const Clause& c) {
  return put(to, read_choice<E>(c.words.next()));
}

std::string set_now(const Clause& c) {
  const auto now = base::parse_instant(c.words.next());
  if (!now) return "expected a time such as 2026-11-22T08:00:00Z";
  c.request.now = *now;
  return {};
}

std::string set_supports(const Clause& c) {
  c.request.at.clear();
  std::string complaint;
  while (complaint.empty() && !c.words.done()) {
    complaint = set_choice<knowledge::Support>(c.request.at.emplace_back(), c);
  }
  return complaint;
}

std::string set_activity(const Clause& c) {
  const std::string_view id = c.words.next();
  c.request.activity = knowledge::find_activity(c.pack, id);
  if (c.request.activity.valid()) return {};
  return unknown_id("activity", id, c.pack.activities).error();
}

/// `screened`, `screened undated`, `screened 24 h ago`, `screened 86401 s ago`.
std::string set_screened(const Clause& c) {
  model::RedFlags& flags = c.request.red_flags;
  flags.screened = true;
  flags.at = c.request.now;
  if (c.words.done()) return {};
  if (c.words.take("undated")) {
    flags.at.reset();
    return {};
  }
  const auto count = read_number(c.words.next());
  if (!count) return count.error();
  const bool hours = c.words.take("h");
  if (!hours && !c.words.take("s")) return "expected h or s";
  if (!c.words.take("ago")) return "expected ago";
  flags.at->seconds -= *count * (hours ? seconds_per_hour : 1);
  return {};
}

/// `no kit`: the tools named so far are gone.
std::string set_none(const Clause& c) {
  if (!c.words.take("kit")) return "only 'no kit' takes something back";
  c.request.tools.clear();
  return {};
}

struct Verb {
  std::string_view word;
  std::string (*apply)(const Clause&);
};

constexpr std::array verbs{
    Verb{"now", set_now},
    Verb{"person",
         [](const Clause& c) {
           return set_choice<model::Experience>(c.request.person.experience, c);
         }},
    Verb{"age",
         [](const Clause& c) { return put(c.request.person.age, read_number(c.words.next())); }},
    Verb{"mass",
         [](const Clause& c) {
           return put(c.request.person.mass_hectograms, read_tenths(c.words.next()));
         }},
    Verb{"height",
         [](const Clause& c) {
           return put(c.request.person.height_tenths_cm, read_tenths(c.words.next()));
         }},
    Verb{"floor_transfer",
         [](const Clause& c) {
           return set_choice<model::FloorTransfer>(c.request.person.floor_transfer, c);
         }},
    Verb{"screened", set_screened},
    Verb{"unscreened",
         [](const Clause& c) {
           c.request.red_flags = {};
           return std::string{};
         }},
    Verb{"flag", [](const Clause& c) { return give_flag(c.words, c.request, c.pack); }},
    Verb{"goal",
         [](const Clause& c) { return set_choice<knowledge::GoalKind>(c.request.goal, c); }},
    Verb{"activity", set_activity},
    Verb{"minutes",
         [](const Clause& c) { return put(c.request.minutes, read_number(c.words.next())); }},
    Verb{"starts_in",
         [](const Clause& c) {
           return put(c.request.starts_in_minutes, read_number(c.words.next()));
         }},
    Verb{"at", set_supports},
    Verb{"kit", [](const Clause& c) { return give_tool(c.words, c.request); }},
    Verb{"no", set_none},
    Verb{"feel", [](const Clause& c) { return give_feel(c.words, c.request, c.pack); }},
    Verb{"want", [](const Clause& c) { return give_wish(c.words, c.request.want, c.pack); }},
    Verb{"avoid", [](const Clause& c) { return give_wish(c.words, c.request.avoid, c.pack); }},
    Verb{"condition", [](const Clause& c) { return give_condition(c.words, c.request, c.pack); }},
    Verb{"history", [](const Clause& c) { return give_history(c.words, c.request, c.pack); }}};

std::string apply_one(std::string_view text, Request& request, const Pack& pack) {
  Words words(text);
  const std::string_view word = words.next();
  for (const Verb& verb : verbs) {
    if (verb.word != word) continue;
    std::string complaint = verb.apply({words, request, pack});
    if (complaint.empty() && !words.done()) {
      complaint = "'" + words.rest() + "' is too much";
    }
    return complaint;
  }
  return "no clause begins with '" + std::string(word) + "'";
}

/// A clause about `every_area` is said of each area there is, today and later.
std::string apply_clause(std::string_view text, Request& request, const Pack& pack) {
  constexpr std::string_view all = "every_area";
  const auto at = text.find(all);
  if (at == std::string_view::npos) return apply_one(text, request, pack);
  for (std::size_t a = 0; a < knowledge::area_count(pack); ++a) {
    std::string clause(text);
    clause.replace(at, all.size(), pack.places[a].id);
    std::string complaint = apply_one(clause, request, pack);
    if (!complaint.empty()) return complaint;
  }
  return {};
}

/// Written and read again: refuses whatever the format refuses.
Read<Request> through_the_format(const Request& request, const Pack& pack) {
  base::JsonWriter out;
  model::write_request(out, request, pack);
  auto again = model::read_request(out.text(), pack, request.now);
  if (!again) return wrong({"no such request: ", base::sentence(again.error())});
  return std::move(*again);
}

}  // namespace

Read<Request> request_of(const std::vector<Line>& clauses, const Pack& pack) {
  Request request;
  request.now = *base::parse_instant(usual_now);
  for (const Line& clause : clauses) {
    const std::string complaint = apply_clause(clause.text, request, pack);
    if (complaint.empty()) continue;
    return wrong({"line ", std::to_string(clause.number), ", '", clause.text, "': ", complaint});
  }
  return through_the_format(request, pack);
}

std::vector<Line> lines_of(std::string_view cell, std::size_t number) {
  std::vector<Line> lines;
  for (const auto clause : clauses_of(cell)) lines.push_back({number, clause});
  return lines;
}

}  // namespace unknot::scenarios
