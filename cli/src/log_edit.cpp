#include "log_edit.hpp"

#include <iostream>
#include <memory>

#include "host.hpp"
#include "log_after.hpp"
#include "log_entries.hpp"
#include "log_terms.hpp"
#include "log_writing.hpp"
#include "plan_request.hpp"
#include "profile.hpp"
#include "unknot/base/text.hpp"
#include "unknot/safety/envelope.hpp"
#include "verbs.hpp"

namespace unknot::cli {

using base::ErrorCode;
using journal::Profile;
using journal::Record;
using journal::RolledData;
using knowledge::Pack;

namespace {

/// What `add` and `edit` are told of a piece; empty: not said.
struct PieceWords {
  std::string area;
  std::string seconds;
  std::string tool;
  std::string level;
  std::string at;
};

struct EditFlags {
  LogFlags log;
  std::string id;
  PieceWords piece;
  std::string effect;
  std::string why;
};

base::Result<void> take_area(const std::string& word, std::string_view field, RolledData& data) {
  const Pack& pack = knowledge::embedded_pack();
  const auto area = area_of_word(word, field, pack);
  if (!area) return std::unexpected(area.error());
  data.area = pack[area->area].id;
  data.side = area->side;
  return {};
}

/// One of the person's own, or one described.
base::Result<void> take_tool(const std::string& word, const Profile& profile, RolledData& data) {
  for (const auto& tool : profile.tools) {
    if (base::lower_ascii(tool.id) != base::lower_ascii(base::trim(word))) continue;
    data.tool = tool.id;
    data.rung = safety::rung_of(tool);
    return {};
  }
  auto tool = tool_of_word(word, knowledge::embedded_pack());
  if (!tool) {
    base::Error error = tool.error();
    error.expected = "one of your tools (unknot me), " + error.expected;
    return std::unexpected(std::move(error));
  }
  data.tool = tool->id;
  data.rung = safety::rung_of(*tool);
  return {};
}

/// What was said replaces what `data` holds; the rest stays.
base::Result<void> take_words(const PieceWords& words, const Profile& profile, RolledData& data) {
  if (!words.seconds.empty()) {
    const auto seconds = seconds_of_word(words.seconds, "seconds");
    if (!seconds) return std::unexpected(seconds.error());
    data.seconds = *seconds;
    data.sets.clear();
  }
  if (!words.tool.empty()) {
    if (auto done = take_tool(words.tool, profile, data); !done) return done;
    data.technique.clear();
    data.variant.clear();
  }
  if (words.level == "unknown") {
    data.level.reset();
  } else if (!words.level.empty()) {
    const auto level = level_of_word(words.level, "--level");
    if (!level) return std::unexpected(level.error());
    data.level = *level;
  }
  return {};
}

int add(const EditFlags& flags) {
  RolledData data;
  // What is wrong with the words is said before a log is made for them.
  if (auto done = take_area(flags.piece.area, "area", data); !done) return complain(done.error());
  const auto at = time_of(flags.piece.at, local_now());
  if (!at) return complain(at.error());
  PieceWords early = flags.piece;
  early.tool.clear();
  if (auto done = take_words(early, {}, data); !done) return complain(done.error());
  auto to = writing(flags.log);
  if (!to) return complain(to.error());
  if (auto done = take_words(flags.piece, to->person, data); !done) return complain(done.error());
  return keep_and_show(*to, {make_rolled(to->log.stamp(to->person.id, *at), data)});
}

/// The record of a piece, and what is known of it by now.
struct Found {
  Record record;
  RolledData data;
};

base::Result<Found> piece_of(const Writing& to, const std::string& id) {
  const auto facts = with_plans(to.log, to.person.id);
  if (!facts) return std::unexpected(facts.error());
  for (const Entry& row : entries(*facts, knowledge::embedded_pack())) {
    for (const auto& piece : row.session.pieces) {
      // The id of a session with one piece names that piece.
      const bool alone = row.id == id && row.session.pieces.size() == 1;
      if (piece.id != id && !alone) continue;
      for (const Record& record : *facts) {
        if (record.id != piece.id) continue;
        auto data = rolled_data(record);
        if (!data) return std::unexpected(data.error());
        data->level = piece.level;
        return Found{record, std::move(*data)};
      }
    }
  }
  return base::fail(
      ErrorCode::id_unknown, "id", id,
      "the id of one piece of rolling; unknot log show " + short_id(id) + " tells them");
}

base::Result<std::string> named_id(const Writing& to, const std::string& word) {
  const auto facts = with_plans(to.log, to.person.id);
  if (!facts) return std::unexpected(facts.error());
  return id_of_word(word, ids_of(entries(*facts, knowledge::embedded_pack())), removed_ids(*facts));
}

int edit(const EditFlags& flags) {
  const PieceWords& words = flags.piece;
  if (words.area.empty() && words.seconds.empty() && words.tool.empty() && words.level.empty() &&
      words.at.empty()) {
    return complain(
        "log edit: got nothing to change, expected --area, --seconds, --tool, --level "
        "or --at.");
  }
  auto to = writing(flags.log);
  if (!to) return complain(to.error());
  const auto id = named_id(*to, flags.id);
  if (!id) return complain(id.error());
  auto found = piece_of(*to, *id);
  if (!found) return complain(found.error());
  if (!words.area.empty()) {
    if (auto done = take_area(words.area, "--area", found->data); !done) {
      return complain(done.error());
    }
  }
  if (auto done = take_words(words, to->person, found->data); !done) return complain(done.error());
  const auto at = time_of(words.at, found->record.at);
  if (!at) return complain(at.error());
  const auto stamp = to->log.stamp(to->person.id, *at, found->record.session);
  auto records = make_edit(stamp, to->log.new_id(), found->record.id, found->data);
  for (std::size_t i = 1; i < records.size(); ++i) {
    if (records[i].kind == journal::RecordKind::rolled) std::swap(records[0], records[i]);
  }
  return keep_and_show(*to, records);
}

int remove(const EditFlags& flags) {
  auto to = writing(flags.log);
  if (!to) return complain(to.error());
  const auto id = named_id(*to, flags.id);
  if (!id) return complain(id.error());
  const auto record = make_removal(to->log.stamp(to->person.id), {.of = *id, .why = flags.why});
  const auto added = append(*to, {record});
  if (!added) return complain(added.error());
  std::cout << wrap("Entry " + short_id(*id) + " does not count any more.", 0, 0);
  return exit_good;
}

int after(const EditFlags& flags) {
  return log_after({flags.log, flags.piece.area, flags.effect, flags.piece.at});
}

using Action = int (*)(const EditFlags& flags);

std::shared_ptr<EditFlags> add_change(CLI::App& parent, CLI::App*& verb, std::string name,
                                      std::string about) {
  auto flags = std::make_shared<EditFlags>();
  verb = parent.add_subcommand(std::move(name), std::move(about));
  add_log_flags(*verb, flags->log);
  return flags;
}

void add_time(CLI::App& verb, EditFlags& flags, std::string about) {
  verb.add_option("--at", flags.piece.at, std::move(about));
}

void finish(CLI::App& verb, const std::shared_ptr<EditFlags>& flags, Action action,
            int& exit_code) {
  refuse_empty_words(verb);
  verb.callback([flags, action, &exit_code] { exit_code = action(*flags); });
}

}  // namespace

void add_log_changes(CLI::App& parent, int& exit_code) {
  CLI::App* verb = nullptr;
  auto flags = add_change(parent, verb, "add", "Something rolled without the app");
  verb->add_option("area", flags->piece.area, "AREA[/SIDE], such as hamstrings/left")->required();
  verb->add_option("seconds", flags->piece.seconds, "How long, such as 60s or 1m30s")->required();
  verb->add_option("--tool,-t", flags->piece.tool, "One of yours, or as plan --tool has it");
  verb->add_option("--level", flags->piece.level, "How strong it felt, 0 to 10 [unknown]");
  add_time(*verb, *flags, "When it ended, such as 2026-11-21T19:00 [now]");
  finish(*verb, flags, add, exit_code);

  flags = add_change(parent, verb, "after", "How an area felt afterwards, or that it is gone");
  verb->add_option("area", flags->piece.area, "AREA[/SIDE]")->required();
  verb->add_option("effect", flags->effect,
                   "none, sore, sore_over_48h, bruise, tingling, swelling, unknown or gone")
      ->required();
  add_time(*verb, *flags, "Since when it is so [now]");
  finish(*verb, flags, after, exit_code);

  flags = add_change(parent, verb, "edit", "Correct a piece; the old one stays in the file");
  verb->add_option("id", flags->id, "Of a piece; or at least 4 characters of it")->required();
  verb->add_option("--area", flags->piece.area, "AREA[/SIDE]");
  verb->add_option("--seconds", flags->piece.seconds, "How long");
  verb->add_option("--tool,-t", flags->piece.tool, "One of yours, or as plan --tool has it");
  verb->add_option("--level", flags->piece.level, "0 to 10, or unknown");
  add_time(*verb, *flags, "When it ended");
  finish(*verb, flags, edit, exit_code);

  flags = add_change(parent, verb, "remove", "Take out what is wrong; of a session, all of it");
  verb->add_option("id", flags->id, "Of an entry or piece; or at least 4 characters")->required();
  verb->add_option("--why", flags->why, "A few words, kept with it");
  finish(*verb, flags, remove, exit_code);
}

namespace {

struct NoteFlags {
  LogFlags log;
  std::vector<std::string> words;
  std::string place;
  std::string at;
};

/// Any place a person can name, with a side it has.
base::Result<void> take_place(const std::string& word, journal::NoteData& note) {
  const Pack& pack = knowledge::embedded_pack();
  const auto slash = word.rfind('/');
  const auto place = knowledge::find_place(pack, place_id(word.substr(0, slash), pack));
  if (!place.valid()) {
    return base::fail(ErrorCode::id_unknown, "--place", word.substr(0, slash),
                      "a place of unknot areas, zones or regions");
  }
  note.place = pack[place].id;
  if (slash == std::string::npos) return {};
  note.side = knowledge::parse_enum<model::Side>(base::lower_ascii(word.substr(slash + 1)));
  if (note.side) return {};
  return base::fail(ErrorCode::id_unknown, "--place", word.substr(slash + 1),
                    "left | right | both | middle");
}

int write_note(const NoteFlags& flags) {
  journal::NoteData note;
  for (const auto& word : flags.words) note.text += (note.text.empty() ? "" : " ") + word;
  if (base::trim(note.text).empty() || base::invalid_utf8_at(note.text) ||
      base::code_points(note.text) > journal::limits::note_length) {
    return complain(
        base::fail(ErrorCode::out_of_range, "text", note.text,
                   "1 to " + std::to_string(journal::limits::note_length) + " characters of UTF-8")
            .error());
  }
  if (!flags.place.empty()) {
    if (auto done = take_place(flags.place, note); !done) return complain(done.error());
  }
  const auto at = time_of(flags.at, local_now());
  if (!at) return complain(at.error());
  auto to = writing(flags.log);
  if (!to) return complain(to.error());
  return keep_and_show(*to, {make_note(to->log.stamp(to->person.id, *at), note)});
}

}  // namespace

void add_note(CLI::App& app, int& exit_code) {
  auto* verb = app.add_subcommand("note", "Keep a few words with your log");
  verb->group("Your log");
  auto flags = std::make_shared<NoteFlags>();
  verb->add_option("text", flags->words, "The words")->required();
  verb->add_option("--place", flags->place, "PLACE[/SIDE] it is about");
  verb->add_option("--at", flags->at, "When it was so, such as 2026-11-21T19:00 [now]");
  add_log_flags(*verb, flags->log);
  refuse_empty_words(*verb);
  verb->callback([flags, &exit_code] { exit_code = write_note(*flags); });
}

}  // namespace unknot::cli
