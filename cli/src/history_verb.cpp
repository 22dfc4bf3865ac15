#include <iostream>
#include <memory>

#include "host.hpp"
#include "log_terms.hpp"
#include "plan_request.hpp"
#include "terminal.hpp"
#include "unknot/desk/outlook.hpp"
#include "unknot/guidance/log_words.hpp"
#include "unknot/model/request_format.hpp"
#include "verbs.hpp"
#include "words.hpp"

namespace unknot::cli {

using knowledge::Pack;
using knowledge::PlaceIndex;
using model::Side;

namespace {

struct HistoryFlags {
  LogFlags log;
  std::string place;
  bool json = false;
};

using Told = desk::SideOutlook;

std::vector<Told> tell(const std::vector<PlaceIndex>& areas, const desk::Outlook& outlook,
                       const Pack& pack) {
  std::vector<Told> out;
  for (const PlaceIndex area : areas) {
    if (pack[area].sides == knowledge::Sides::middle) {
      out.push_back(outlook.of(area, Side::middle));
    } else {
      out.push_back(outlook.of(area, Side::left));
      out.push_back(outlook.of(area, Side::right));
    }
  }
  return out;
}

/// The areas a place means.
std::vector<PlaceIndex> areas_of(PlaceIndex place, const Pack& pack) {
  if (pack[place].kind == knowledge::PlaceKind::area) return {place};
  return {pack[place].covers.begin(), pack[place].covers.end()};
}

std::string text_of(const std::vector<Told>& all, const Pack& pack, std::string_view language) {
  const guidance::LogWords words(pack, language);
  const Style style = Style::for_output();
  std::string out;
  for (const Told& one : all) {
    out += (out.empty() ? "" : "\n") +
           style.heading(capital(area_words(one.area, one.side, pack))) + '\n';
    if (!one.entry) out += wrap(words.never(), 2, 2);
    if (one.entry) {
      const std::string when = one.entry->last ? clock_words(*one.entry->last) : "";
      for (const auto& sentence : words.history(*one.entry, when)) out += wrap(sentence, 2, 2);
    }
    for (const auto& sentence : words.next(one.entry.value_or(model::History{}), one.next)) {
      out += wrap(sentence, 2, 2);
    }
  }
  return out;
}

/// The entry as a request carries it.
void write_entry(base::JsonWriter& out, const std::optional<model::History>& entry,
                 const Pack& pack) {
  if (!entry) {
    out.null();
    return;
  }
  model::Request request;
  request.minutes = 1;
  request.history = {*entry};
  base::JsonWriter whole;
  model::write_request(whole, request, pack);
  out.value(base::parse_json(whole.take())->find("history")->items.front());
}

std::string json_of(const std::vector<Told>& all, const Someone& who, const Pack& pack) {
  base::JsonWriter out;
  out.begin_object().key("format").string("unknot/history@1").key("person");
  who.profile ? out.string(who.profile->name) : out.null();
  out.key("sides").begin_array();
  for (const Told& one : all) {
    out.begin_object().key("area").string(pack[one.area].id);
    out.key("side").string(knowledge::name_of(one.side)).key("history");
    write_entry(out, one.entry, pack);
    out.key("next").begin_object().key("rungs").begin_array();
    for (const auto& rung : one.next.rungs) {
      out.begin_object().key("rung").number(rung.rung);
      out.key("intensity").number(rung.intensity).end_object();
    }
    out.end_array().key("seconds_left").number(one.next.seconds_left);
    out.key("left_alone_until");
    one.left_alone ? out.string(format_instant(*one.left_alone)) : out.null();
    out.key("again");
    one.again ? out.string(format_instant(*one.again)) : out.null();
    out.end_object().end_object();
  }
  return out.end_array().end_object().take();
}

int run(const HistoryFlags& flags) {
  const Pack& pack = knowledge::embedded_pack();
  const auto place = knowledge::find_place(pack, place_id(flags.place, pack));
  if (!place.valid()) {
    return complain(base::fail(base::ErrorCode::id_unknown, "place", flags.place,
                               "a place of unknot areas, zones or regions")
                        .error());
  }
  Asked asked;
  asked.log = flags.log;
  const auto who = someone(asked);
  if (!who) return complain(who.error());
  const auto all =
      tell(areas_of(place, pack), desk::Outlook(who->known, who->facts, pack, local_now()), pack);
  if (flags.json) {
    std::cout << json_of(all, *who, pack) << '\n';
  } else if (all.empty()) {
    std::cout << wrap("Nothing there is ever rolled, so it has no history.", 0, 0);
  } else {
    std::cout << text_of(all, pack, who->known.language);
  }
  return exit_good;
}

}  // namespace

void add_history(CLI::App& app, int& exit_code) {
  auto* verb = app.add_subcommand(
      "history", "What was done at a place, how it felt, and what that opens next time");
  verb->group("Your log");
  auto flags = std::make_shared<HistoryFlags>();
  verb->add_option("place", flags->place, "An area, or a region that covers some")->required();
  verb->add_flag("--json", flags->json, "As unknot/history@1");
  add_log_flags(*verb, flags->log);
  refuse_empty_words(*verb);
  verb->callback([flags, &exit_code] { exit_code = run(*flags); });
}

}  // namespace unknot::cli
