#include "doctor.hpp"

#include <algorithm>

#include "host.hpp"
#include "terminal.hpp"
#include "unknot/base/text.hpp"
#include "unknot/model/request.hpp"
#include "voice_program.hpp"

namespace unknot::cli {

using knowledge::Pack;

namespace {

constexpr std::size_t hash_digits = 12;

Examination examine_program(const Pack& pack) {
  return {"program",
          Health::ok,
          std::string("unknot ") + UNKNOT_VERSION + ", knowledge " +
              std::string(pack.hash.substr(0, hash_digits)),
          {}};
}

Examination examine_terminal() {
  if (!output_is_terminal()) {
    return {"terminal", Health::note, "the output is no terminal",
            "Nothing to do: text comes in 80 columns without colours, and JSON as always."};
  }
  const std::size_t width = terminal_columns();
  const std::string found = std::to_string(width) + " columns";
  if (width < columns) {
    return {"terminal", Health::note, found,
            "Make the window at least " + std::to_string(columns) + " columns wide."};
  }
  if (!input_is_terminal()) {
    return {"terminal", Health::note, found + ", but the input is no terminal",
            "Give plan its flags or a request, as nobody can be asked."};
  }
  return {"terminal", Health::ok, found, {}};
}

Examination examine_colour() {
  const std::string term = variable("TERM");
  if (!variable("NO_COLOR").empty()) {
    return {"colour", Health::ok, "none, as NO_COLOR asks", {}};
  }
  if (term.empty() || term == "dumb") {
    return {"colour", Health::note, term.empty() ? "none: TERM is not set" : "none: TERM is dumb",
            "Set TERM to what your terminal is, such as xterm-256color, for bold and colour."};
  }
  return {"colour", Health::ok, "TERM is " + base::printable(term), {}};
}

/// The locale that counts for messages, as POSIX has it.
std::string locale_name() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (std::string locale = variable(name); !locale.empty()) return locale;
  }
  return {};
}

Examination examine_characters() {
  const std::string advice =
      "Choose a locale with UTF-8 (LANG=C.UTF-8 is always there), else names may show wrong.";
  const auto codeset = locale_codeset();
  if (!codeset) {
    return {"characters", Health::note,
            "the locale " + base::printable(locale_name()) + " is not on this machine", advice};
  }
  if (codeset != "UTF-8") return {"characters", Health::note, *codeset, advice};
  return {"characters", Health::ok, *codeset, {}};
}

Examination examine_language(const Pack& pack) {
  const std::string used = model::Request{}.language;
  const std::string locale = locale_name();
  const std::string wanted = base::lower_ascii(locale.substr(0, locale.find_first_of("_.@")));
  std::string name = used;
  std::string all;
  bool there = false;
  for (const auto& language : pack.languages) {
    all += (all.empty() ? "" : ", ") + std::string(language.id);
    there = there || language.id == wanted;
    if (language.id == used) name = std::string(language.name);
  }
  std::string found = name + (pack.languages.size() == 1
                                  ? ", the only one so far"
                                  : ", unless --language or the request says another of: " + all);
  const bool neutral = wanted.empty() || wanted == "c" || wanted == "posix";
  if (neutral || wanted == used) return {"language", Health::ok, found, {}};
  found += "; the locale asks for " + base::printable(wanted);
  if (there) return {"language", Health::note, found, "Say --language " + wanted + '.'};
  return {"language", Health::note, found, "Nothing to do: Unknot does not speak it yet."};
}

Examination examine_emergency_number(const Pack& pack) {
  const std::string territory = locale_territory();
  for (const auto& row : pack.emergency_numbers) {
    const auto& where = row.territories;
    if (std::find(where.begin(), where.end(), territory) == where.end()) continue;
    return {"emergency_number",
            Health::ok,
            std::string(row.number) + ", as the locale says " + territory,
            {}};
  }
  const std::string found = territory.empty()
                                ? std::string("the locale says no country")
                                : "no verified number for " + base::printable(territory);
  return {"emergency_number", Health::note, found,
          "Give plan --territory, such as --territory GB; else it says \"your local emergency "
          "number\"."};
}

bool on_path(std::string_view name) {
  const std::string path = variable("PATH");
  for (const auto folder : base::split(path, ':')) {
    if (!folder.empty() && is_program(std::string(folder) + '/' + std::string(name))) return true;
  }
  return false;
}

Examination examine_voice() {
  std::string found;
  for (const std::string_view name : voice_programs) {
    if (on_path(name)) found += (found.empty() ? "" : ", ") + std::string(name);
  }
  if (!found.empty()) return {"voice", Health::ok, found + " found; guide speaks through it", {}};
  return {"voice", Health::note, "neither spd-say nor espeak-ng is on the PATH",
          "Install espeak-ng or speech-dispatcher to be spoken to while you roll; guide works "
          "without."};
}

}  // namespace

std::string_view name_of(Health health) {
  switch (health) {
    case Health::ok: return "ok";
    case Health::note: return "note";
    case Health::problem: return "problem";
  }
  return "problem";
}

std::vector<Examination> examine(const Pack& pack) {
  return {examine_program(pack), examine_terminal(),     examine_colour(),
          examine_characters(),  examine_language(pack), examine_emergency_number(pack),
          examine_voice(),       examine_clips(pack),    examine_data_folder(),
          examine_web_app(),     examine_web_port()};
}

}  // namespace unknot::cli
