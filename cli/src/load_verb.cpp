#include <algorithm>
#include <iostream>
#include <memory>

#include "host.hpp"
#include "plan_request.hpp"
#include "terminal.hpp"
#include "unknot/desk/chart.hpp"
#include "unknot/guidance/log_words.hpp"
#include "verbs.hpp"

namespace unknot::cli {

using desk::AreaLoad;
using desk::Chart;
using desk::Sides;
using knowledge::Pack;

namespace {

constexpr std::size_t bar_width = 18;

struct LoadFlags {
  LogFlags log;
  int weeks = 8;
  bool json = false;
};

/// The number first: whoever hears the line has it before the bar.
std::string bar(std::string_view side, std::int32_t seconds, std::int32_t most) {
  constexpr std::size_t digits = 5;
  const std::string number = std::to_string(seconds);
  std::string out(side);
  out += std::string(digits + 1 - std::min(digits, number.size()), ' ') + number + " s";
  const auto length = static_cast<std::size_t>(
      (std::int64_t{seconds} * std::int64_t{bar_width} + most - 1) / std::max(most, 1));
  if (length > 0) out += ' ' + std::string(length, '=');
  return out;
}

std::string week_line(base::Day week, const Sides& sides, const Chart& chart, bool middle) {
  std::string out = "  " + format_day(week) + "  ";
  if (sides[0] == 0 && sides[1] == 0) return out + "nothing\n";
  std::string left = bar(middle ? "" : "left", sides[0], chart.most);
  if (middle) return out + left + '\n';
  constexpr std::size_t half = 4 + 6 + 2 + 1 + bar_width + 2;
  left.resize(std::max(left.size() + 2, half), ' ');
  return out + left + bar("right", sides[1], chart.most) + '\n';
}

std::string text_of(const Chart& chart, const Pack& pack, const Style& style) {
  std::string out;
  for (const AreaLoad& area : chart.areas) {
    out += style.heading(pack[area.area].name) + '\n';
    const bool middle = pack[area.area].sides == knowledge::Sides::middle;
    for (std::size_t i = 0; i < chart.weeks.size(); ++i) {
      out += week_line(chart.weeks[i], area.weeks[i], chart, middle);
    }
  }
  return out;
}

std::string json_of(const Chart& chart, const Pack& pack) {
  base::JsonWriter out;
  out.begin_object().key("format").string("unknot/load@1").key("weeks").begin_array();
  for (const base::Day week : chart.weeks) out.string(format_day(week));
  out.end_array().key("areas").begin_array();
  for (const AreaLoad& area : chart.areas) {
    out.begin_object().key("area").string(pack[area.area].id);
    for (std::size_t side = 0; side < model::side_count; ++side) {
      out.key(knowledge::name_of(model::side_at(side))).begin_array();
      for (const Sides& week : area.weeks) out.number(week[side]);
      out.end_array();
    }
    out.end_object();
  }
  return out.end_array().end_object().take();
}

int run(const LoadFlags& flags) {
  const auto log = Logbook::open(flags.log, LogUse::read);
  if (!log) return complain(log.error());
  const auto person = whose(*log, flags.log);
  if (!person) return complain(person.error());
  const Pack& pack = knowledge::embedded_pack();
  const auto facts = *person ? facts_of(*log, (*person)->id) : std::vector<journal::Record>{};
  const base::Instant now = local_now();
  const Chart chart =
      desk::chart_of(journal::weekly_load(facts, pack), flags.weeks, base::day_of(now));
  if (flags.json) {
    std::cout << json_of(chart, pack) << '\n';
    return exit_good;
  }
  const Style style = Style::for_output();
  if (chart.areas.empty()) {
    std::cout << "Nothing was rolled in these weeks.\n";
    return exit_good;
  }
  const auto steady = journal::steadiness(facts, now);
  const guidance::LogWords words(pack, (*person)->language);
  std::cout << "Seconds a week, by the Monday it began.\n\n"
            << text_of(chart, pack, style) << '\n'
            << wrap(words.steadiness(steady.weeks_in_a_row, steady.sessions_this_week), 0, 0);
  return exit_good;
}

}  // namespace

void add_load(CLI::App& app, int& exit_code) {
  auto* verb = app.add_subcommand("load", "How much each area got, week by week");
  verb->group("Your log");
  auto flags = std::make_shared<LoadFlags>();
  verb->add_option("--weeks", flags->weeks, "How many, this one included [8]")
      ->check(number_within(1, desk::most_weeks), "");
  verb->add_flag("--json", flags->json, "As unknot/load@1");
  add_log_flags(*verb, flags->log);
  verb->callback([flags, &exit_code] { exit_code = run(*flags); });
}

}  // namespace unknot::cli
