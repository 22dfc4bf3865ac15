#include <iostream>
#include <memory>

#include "host.hpp"
#include "plan_request.hpp"
#include "profile.hpp"
#include "unknot/base/text.hpp"
#include "unknot/desk/person_json.hpp"
#include "unknot/guidance/log_words.hpp"
#include "verbs.hpp"

namespace unknot::cli {

using base::ErrorCode;
using journal::Profile;
using journal::ProfileData;

namespace {

struct MeFlags {
  LogFlags log;
  SelfWords said;
  bool json = false;
};

bool says_something(const SelfWords& said) {
  const Words& w = said.words;
  return said.no_conditions || !said.unset.empty() || !said.name.empty() ||
         !said.territory.empty() || !w.experience.empty() || !w.age.empty() || !w.height.empty() ||
         !w.mass.empty() || !w.floor_transfer.empty() || !w.language.empty() || !w.at.empty() ||
         !w.conditions.empty();
}

int show(const Profile& profile, const Logbook& log, bool json) {
  const auto& pack = knowledge::embedded_pack();
  if (json) {
    base::JsonWriter out;
    desk::write_person(out, profile, pack);
    std::cout << out.text() << '\n';
    return exit_good;
  }
  std::cout << profile_text(profile, pack, Style::for_output());
  for (const auto& sentence :
       reminders({.profile = profile, .known = {.language = profile.language}}, pack)) {
    std::cout << '\n' << wrap(sentence, 0, 0);
  }
  std::cout << '\n' << Style::for_output().quiet("Kept in " + base::printable(log.path())) << '\n';
  return exit_good;
}

int nobody(const Logbook& log, bool json) {
  if (json) {
    std::cout << "null\n";
  } else {
    std::cout << wrap(
                     "Nothing is known of you yet. Begin with: unknot me --name NAME --age YEARS, "
                     "and unknot me tool add blue=soft_roller.",
                     0, 0)
              << wrap("It would be kept in " + base::printable(log.path()) + ", and nowhere else.",
                      0, 0);
  }
  return exit_good;
}

int show_me(const MeFlags& flags) {
  const auto log = Logbook::open(flags.log, LogUse::read);
  if (!log) return complain(log.error());
  const auto profile = whose(*log, flags.log);
  if (!profile) return complain(profile.error());
  return *profile ? show(**profile, *log, flags.json) : nobody(*log, flags.json);
}

/// The name somebody new gets, or the new name of whoever is there.
base::Result<Profile> renamed(Logbook& log, const MeFlags& flags, ProfileData& data) {
  auto found = whose(log, flags.log);
  if (!found) return std::unexpected(found.error());
  if (*found && flags.said.name.empty()) return **found;
  const std::string own = *found ? (*found)->id : std::string();
  auto name = person_name(flags.said.name.empty() ? unnamed : std::string_view(flags.said.name),
                          everybody(log), own);
  if (!name) return std::unexpected(name.error());
  if (*found) {
    data.name = std::move(*name);
    return **found;
  }
  const auto added = log.append({make_person(log.stamp({}), {.name = std::move(*name)})});
  if (!added) return std::unexpected(added.error());
  return everybody(log).front();
}

bool empty(const ProfileData& d) {
  return !(d.name.said || d.experience.said || d.age.said || d.height_tenths_cm.said ||
           d.mass_hectograms.said || d.floor_transfer.said || d.language.said || d.territory.said ||
           d.at.said || d.tools.said || d.conditions.said || d.regular_declined.said);
}

/// Writes the facts down and shows who it is now.
int keep(Logbook& log, const Profile& profile, const ProfileData& data, bool json) {
  if (!empty(data)) {
    const auto added = log.append({make_profile(log.stamp(profile.id), data)});
    if (!added) return complain(added.error());
  }
  for (const Profile& now : everybody(log)) {
    if (now.id == profile.id) return show(now, log, json);
  }
  return complain("log: got no such person, expected the one just written.");
}

int change_me(const MeFlags& flags) {
  auto data = profile_of_words(flags.said, knowledge::embedded_pack());
  if (!data) return complain(data.error());
  auto log = Logbook::open(flags.log, LogUse::write);
  if (!log) return complain(log.error());
  const auto profile = renamed(*log, flags, *data);
  if (!profile) return complain(profile.error());
  // Staying new once the offer was there answers it.
  if (profile->may_be_regular && data->experience.value == model::Experience::fresh) {
    data->regular_declined = true;
  }
  return keep(*log, *profile, *data, flags.json);
}

bool same_tool(const model::Tool& tool, std::string_view name) {
  return base::lower_ascii(tool.id) == base::lower_ascii(base::trim(name));
}

std::string tool_names(const std::vector<model::Tool>& tools) {
  std::string out;
  for (const auto& tool : tools) out += (out.empty() ? "one of yours: " : " | ") + tool.id;
  return out.empty() ? "none, as you have none yet" : out;
}

base::Result<void> add_tool(std::vector<model::Tool>& tools, const std::string& word) {
  const auto tool = tool_of_word(word, knowledge::embedded_pack());
  if (!tool) return std::unexpected(tool.error());
  for (const auto& other : tools) {
    if (!same_tool(other, tool->id)) continue;
    return base::fail(ErrorCode::contradiction, "tool", tool->id,
                      "a name of its own, or unknot me tool remove " + tool->id + " first");
  }
  if (tools.size() == model::limits::tools_listed) {
    return base::fail(ErrorCode::out_of_range, "tool", word,
                      "at most " + std::to_string(model::limits::tools_listed) + " tools");
  }
  tools.push_back(*tool);
  return {};
}

base::Result<void> remove_tool(std::vector<model::Tool>& tools, const std::string& name) {
  const auto gone =
      std::erase_if(tools, [&](const model::Tool& tool) { return same_tool(tool, name); });
  if (gone > 0) return {};
  return base::fail(ErrorCode::id_unknown, "tool", name, tool_names(tools));
}

struct ToolFlags {
  LogFlags log;
  std::vector<std::string> words;
  bool json = false;
};

using ToolChange = base::Result<void> (*)(std::vector<model::Tool>& tools, const std::string& word);

int change_tools(const ToolFlags& flags, ToolChange change) {
  auto log = Logbook::open(flags.log, LogUse::write);
  if (!log) return complain(log.error());
  const auto profile = whose_to_write(*log, flags.log);
  if (!profile) return complain(profile.error());
  std::vector<model::Tool> tools = profile->tools;
  for (const auto& word : flags.words) {
    if (auto done = change(tools, word); !done) return complain(done.error());
  }
  ProfileData data;
  data.tools = tools;
  return keep(*log, *profile, data, flags.json);
}

void add_tool_verb(CLI::App& parent, std::string name, std::string about, ToolChange change,
                   int& exit_code) {
  auto* verb = parent.add_subcommand(std::move(name), std::move(about));
  auto flags = std::make_shared<ToolFlags>();
  verb->add_option("what", flags->words,
                   change == add_tool ? "[NAME=]PRESET or [NAME=]KIND:"
                                        "DENSITY:SURFACE[:cold|warm][:vibration]"
                                      : "The name of one of yours")
      ->required();
  add_log_flags(*verb, flags->log);
  verb->add_flag("--json", flags->json, "Show who you are now as JSON");
  refuse_empty_words(*verb);
  verb->callback([flags, change, &exit_code] { exit_code = change_tools(*flags, change); });
}

void add_me_options(CLI::App& verb, MeFlags& flags) {
  SelfWords& said = flags.said;
  Words& w = said.words;
  verb.add_option("--name", said.name, "What you are called");
  verb.add_option("--experience", w.experience, "new, regular or seasoned");
  verb.add_option("--age", w.age, "Years");
  verb.add_option("--height", w.height, "cm");
  verb.add_option("--mass", w.mass, "kg");
  verb.add_option("--floor-transfer", w.floor_transfer, "Getting down and up: easy, slow or no");
  verb.add_option("--at", w.at, "Where you can be: floor, wall, chair, bed")->delimiter(',');
  verb.add_option("--condition,-c", w.conditions,
                  "ID[:PLACE[/SIDE]][:weeks=N][:cleared=YYYY-MM-DD]; all there are, as they "
                  "replace those said before");
  verb.add_flag("--no-conditions", said.no_conditions, "None of those of unknot conditions");
  verb.add_option("--language", w.language, "Language of the texts");
  verb.add_option("--territory", said.territory, "Country for the emergency number, such as GB");
  verb.add_option("--unset", said.unset, "A fact to take back, such as age")->delimiter(',');
  add_log_flags(verb, flags.log);
  verb.add_flag("--json", flags.json, "As JSON");
  refuse_empty_words(verb);
}

}  // namespace

void add_me(CLI::App& app, int& exit_code) {
  auto* verb = app.add_subcommand(
      "me", "What Unknot keeps about you; options change it. plan and guide use it.");
  auto flags = std::make_shared<MeFlags>();
  add_me_options(*verb, *flags);
  auto* tool = verb->add_subcommand("tool", "Your tools, each by a name of your own");
  tool->require_subcommand(1);
  add_tool_verb(*tool, "add", "Keep a tool, such as blue=soft_roller", add_tool, exit_code);
  add_tool_verb(*tool, "remove", "Keep it no longer", remove_tool, exit_code);
  refuse_words_before_below(*verb);
  verb->group("Your log");  // Last: verbs below would be of it too.
  verb->callback([verb, flags, &exit_code] {
    if (!verb->get_subcommands().empty()) return;
    exit_code = says_something(flags->said) ? change_me(*flags) : show_me(*flags);
  });
}

namespace {

struct PeopleFlags {
  LogFlags log;
  bool json = false;
  std::string name;
};

int list_people(const PeopleFlags& flags) {
  const auto log = Logbook::open(flags.log, LogUse::read);
  if (!log) return complain(log.error());
  const auto people = everybody(*log);
  const auto& pack = knowledge::embedded_pack();
  if (flags.json) {
    base::JsonWriter out;
    out.begin_array();
    for (const Profile& one : people) desk::write_person(out, one, pack);
    std::cout << out.end_array().take() << '\n';
    return exit_good;
  }
  for (const Profile& one : people) {
    const auto records = with_plans(*log, one.id);
    if (!records) return complain(records.error());
    const auto sessions = journal::sessions(*records, pack);
    std::cout << (one.name == unnamed ? "me (no name yet: unknot me --name NAME)" : one.name)
              << ": " << knowledge::name_of(one.person.experience) << ", "
              << (sessions.size() == 1 ? "1 session"
                                       : std::to_string(sessions.size()) + " sessions")
              << '\n';
  }
  if (people.empty()) std::cout << "Nobody yet. Begin with: unknot people add NAME\n";
  return exit_good;
}

int add_somebody(const PeopleFlags& flags) {
  auto log = Logbook::open(flags.log, LogUse::write);
  if (!log) return complain(log.error());
  auto name = person_name(flags.name, everybody(*log), {});
  if (!name) return complain(name.error());
  const auto added = log->append({make_person(log->stamp({}), {.name = *name})});
  if (!added) return complain(added.error());
  std::cout << wrap(*name + " has a profile of their own now: unknot me --as \"" + *name + "\".", 0,
                    0);
  return exit_good;
}

}  // namespace

void add_people(CLI::App& app, int& exit_code) {
  auto* verb = app.add_subcommand("people", "Who uses this log; each has a profile and a history");
  auto flags = std::make_shared<PeopleFlags>();
  add_data_flag(*verb, flags->log);
  verb->add_flag("--json", flags->json, "As a JSON array");
  auto* add = verb->add_subcommand("add", "Somebody else begins to use it");
  add->add_option("name", flags->name, "What they are called")->required();
  add_data_flag(*add, flags->log);
  refuse_empty_words(*verb);
  refuse_empty_words(*add);
  add->callback([flags, &exit_code] { exit_code = add_somebody(*flags); });
  refuse_words_before_below(*verb);
  verb->group("Your log");  // Last: verbs below would be of it too.
  verb->callback([verb, flags, &exit_code] {
    if (verb->get_subcommands().empty()) exit_code = list_people(*flags);
  });
}

}  // namespace unknot::cli
