#include "learn_view.hpp"

#include <algorithm>
#include <array>

#include "signatures.hpp"
#include "unknot/base/text.hpp"
#include "unknot/desk/teaching.hpp"
#include "unknot/guidance/wording.hpp"
#include "unknot/knowledge/enums.hpp"
#include "words.hpp"

namespace unknot::cli {

using knowledge::Claim;
using knowledge::List;
using knowledge::name_of;
using knowledge::Pack;
using knowledge::PlaceIndex;
using knowledge::PlaceKind;
using knowledge::SourceIndex;
using knowledge::Topic;
using knowledge::Verified;

namespace {

class LessonWriter {
 public:
  LessonWriter(const Pack& pack, const Style& style, std::string_view language)
      : pack_(pack), style_(style), words_(pack, language) {}

  std::string topic(Topic topic, std::string_view word) {
    heading(say("show.topic." + std::string(word)));
    for (const auto index : desk::claims_of(topic, pack_)) write(pack_[index]);
    if (topic == Topic::tools) tool_kinds();
    if (topic == Topic::basics) rules();
    if (topic == Topic::areas) areas();
    note(signed_note(pack_));
    return std::move(out_);
  }

  std::string place(PlaceIndex index) {
    const auto& place = pack_[index];
    const bool same = base::lower_ascii(place.name) == base::lower_ascii(place.plain);
    heading(own(place.name) + (same ? "" : " (" + own(place.plain) + ")"));
    if (place.kind == PlaceKind::area) {
      line(capital(own(place.landmarks)), 2);
      names("show.muscles", place.muscles);
      names("show.next_to", place.neighbours);
      for (const auto& technique : pack_.techniques) {
        if (technique.area == index) {
          line(std::string(technique.id) + ": " + own(technique.name), 4);
        }
      }
      line("unknot learn TECHNIQUE tells how.", 2);
    } else {
      const bool zone = place.kind == PlaceKind::zone;
      line(zone ? say("show.never_rolled", {{"says", own(place.reason)}}) : own(place.reason), 2);
      names("show.instead", place.around);
    }
    sources(place.sources);
    for (const Claim& claim : pack_.claims) {
      if (claim.place == index) write(claim);
    }
    note(signed_note(pack_));
    return std::move(out_);
  }

  std::string rule(const knowledge::Rule& rule) {
    heading(own(rule.name));
    line(own(rule.summary), 2);
    line(say("show.reason", {{"says", own(rule.reason)}}), 2);
    line(say("show.known", {{"says", own(rule.known)}}), 2);
    rests_on(rule.basis);
    for (const auto& row : rule.numbers) {
      line(std::string(row.key) + " = " + std::to_string(row.value) + ' ' +
               std::string(name_of(row.unit)) + " (" + std::string(name_of(row.basis)) + ')',
           4);
    }
    sources(rule.sources);
    return std::move(out_);
  }

  std::string condition(const knowledge::Condition& condition) {
    heading(own(condition.name));
    line(own(condition.question), 2);
    line(own(condition.says), 2);
    rests_on(condition.basis);
    sources(condition.sources);
    note(signed_note(pack_));
    return std::move(out_);
  }

  std::string red_flag(const knowledge::RedFlag& flag) {
    heading(own(flag.name));
    line(own(flag.question), 2);
    out_ += style_.warning(
        wrap(guidance::fill(own(flag.text), {{"number", say("voice.local_number")}}), 2, 2));
    sources(flag.sources);
    return std::move(out_);
  }

  std::string preset(const knowledge::Preset& preset) {
    heading(own(preset.name));
    line(own(preset.hint), 2);
    line(capital(name_of(preset.density)) + ", " + std::string(name_of(preset.surface)) + ' ' +
             std::string(name_of(preset.kind)) + ".",
         2);
    return std::move(out_);
  }

  std::string tool_kind(knowledge::ToolKind kind) {
    for (const auto& row : pack_.tool_kinds) {
      if (row.kind != kind) continue;
      heading(own(row.name));
      line(own(row.description), 2);
      line(own(row.suits), 2);
      sources(row.sources);
    }
    return std::move(out_);
  }

  std::string activity(const knowledge::Activity& activity) {
    heading(own(activity.name));
    line(own(activity.why), 2);
    weights(activity.weights);
    sources(activity.sources);
    return std::move(out_);
  }

  std::string goal(const knowledge::Goal& goal) {
    heading(own(goal.name));
    line(own(goal.description), 2);
    weights(goal.weights);
    sources(goal.sources);
    return std::move(out_);
  }

  std::string claim(const Claim& claim) {
    heading(claim.id);
    write(claim);
    return std::move(out_);
  }

  std::string source(const knowledge::Source& source) {
    heading(source.id);
    if (source.verified == Verified::recalled) {
      line("Nobody has checked this one; nothing shown rests on it.", 2);
      return std::move(out_);
    }
    line(source.title, 2);
    line(source.address, 2);
    line("Checked: " + std::string(name_of(source.verified)), 2);
    return std::move(out_);
  }

  std::string technique(const knowledge::Technique& t) {
    heading(own(t.name));
    line(say("show.with_tool", {{"position", capital(own(pack_[t.position].name))},
                                {"tool", say("tool." + std::string(name_of(t.tool)))}}),
         2);
    for (const auto step : t.setup) line("- " + own(step), 2);
    line(say("show.path",
             {{"start", own(t.start)}, {"end", own(t.end)}, {"direction", own(t.direction)}}),
         2);
    for (const auto& variant : t.variants) {
      line(capital(say("variant." + std::string(name_of(variant.kind)))) + ": " +
               say(variant.estimated ? "show.load_estimated" : "show.load",
                   {{"how", own(variant.how)},
                    {"percent", std::to_string(variant.load_permille / 10)}}),
           2);
    }
    for (const auto cue : t.cues) line(own(cue), 2);
    for (const auto& fault : t.faults) {
      line(say("show.often_wrong",
               {{"fault", own(fault.fault)}, {"correction", own(fault.correction)}}),
           2);
    }
    for (const auto caution : t.cautions) line(say("show.mind", {{"says", own(caution)}}), 2);
    sources(t.sources);
    note(signed_note(t));
    return std::move(out_);
  }

 private:
  void heading(std::string_view text) { out_ += '\n' + style_.heading(text) + '\n'; }
  void line(std::string_view text, std::size_t indent) { out_ += wrap(text, indent, indent + 2); }

  std::string own(knowledge::Text english) const { return words_.own(english); }
  std::string say(std::string_view key, const std::vector<guidance::Slot>& slots = {}) const {
    return words_.phrase(key, slots);
  }
  void rests_on(knowledge::Basis basis) {
    line(say("show.rests_on", {{"basis", say("basis." + std::string(name_of(basis)))}}), 2);
  }

  template <class Index>
  void names(std::string_view key, List<Index> list) {
    std::string text;
    for (std::size_t i = 0; i < list.size(); ++i) {
      text += (i == 0 ? "" : ", ") + words_.within(pack_[list[i]].name);
    }
    if (!list.empty()) line(say(key, {{"names", text}}), 2);
  }

  void weights(List<knowledge::Weight> rows) {
    std::string text;
    for (const auto& row : rows) {
      text += (text.empty() ? "" : ", ") + words_.within(pack_[row.area].name) + ' ' +
              std::to_string(row.weight);
    }
    line(say("show.weights", {{"names", text}}), 2);
  }

  void write(const Claim& claim) {
    out_ += '\n' + wrap(own(claim.text), 2, 2);
    line("[" + say("grade." + std::string(name_of(claim.grade))) + "] " + own(claim.known), 4);
    sources(claim.sources);
  }

  /// What nobody has checked is not shown as a source.
  void sources(List<SourceIndex> list) {
    for (const SourceIndex index : list) {
      const auto& source = pack_[index];
      if (source.verified == Verified::recalled) continue;
      std::string text = std::string(source.title);
      if (!source.address.empty()) text += " " + std::string(source.address);
      if (source.verified == Verified::secondary) text += " (" + say("show.secondary") + ")";
      out_ += style_.quiet(wrap(text, 6, 8));
    }
  }

  void tool_kinds() {
    for (const auto& kind : pack_.tool_kinds) {
      out_ += '\n' + wrap(own(kind.name) + ": " + own(kind.description), 2, 4);
      line(own(kind.suits), 4);
      sources(kind.sources);
    }
    heading(say("show.how_to_tell"));
    for (const auto& hint : pack_.tool_hints) {
      line(std::string(hint.id) + ": " + own(hint.test), 2);
    }
  }

  void rules() {
    heading(say("show.rules"));
    for (const auto& rule : pack_.rules) {
      line(std::string(rule.id) + ": " + own(rule.summary), 2);
    }
  }

  void areas() {
    heading(say("show.areas"));
    for (const auto& place : pack_.places) {
      if (place.kind != PlaceKind::area) continue;
      line(std::string(place.id) + ": " + own(place.plain), 2);
    }
  }

  void note(std::string_view text) { out_ += '\n' + style_.quiet(wrap(text, 2, 2)); }

  const Pack& pack_;
  const Style& style_;
  guidance::Wording words_;
  std::string out_;
};

struct TopicRow {
  std::string_view word;
  Topic topic;
  std::string_view title;
};

constexpr std::array topics{TopicRow{"what", Topic::what, "What self-myofascial release is"},
                            TopicRow{"benefits", Topic::benefits, "What it may do for you"},
                            TopicRow{"tools", Topic::tools, "Rollers, sticks and balls"},
                            TopicRow{"basics", Topic::basics, "The basics"},
                            TopicRow{"areas", Topic::areas, "The areas"}};

template <class Rows>
const auto* row_called(const Rows& rows, std::string_view id) {
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const auto& row) { return row.id == id; });
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace

std::string intended_use(const Pack& pack, const Style& style) {
  std::string out = '\n' + style.heading("What Unknot is for") + '\n';
  const guidance::Speaker speaker(pack, {});
  for (const auto& paragraph : desk::intended_use(speaker, pack)) out += wrap(paragraph, 2, 2);
  out += '\n' + style.heading("Read on") + '\n';
  for (const auto& row : topics) {
    out += wrap("unknot learn " + std::string(row.word) + ": " + std::string(row.title), 2, 4);
  }
  out += wrap(
      "unknot learn ID, where ID is any of: unknot areas, zones, regions, techniques, "
      "rules, conditions, red_flags",
      2, 4);
  out += '\n' + wrap(std::to_string(pack.claims.size()) + " claims, " +
                         std::to_string(pack.sources.size()) + " sources, " +
                         std::to_string(pack.rules.size()) + " rules.",
                     2, 2);
  return out;
}

std::optional<std::string> lesson(std::string_view about, const Pack& pack, const Style& style,
                                  std::string_view language) {
  LessonWriter writer(pack, style, language);
  for (const auto& row : topics) {
    if (row.word == about) return writer.topic(row.topic, row.word);
  }
  if (const auto* rule = row_called(pack.rules, about)) return writer.rule(*rule);
  if (const auto* row = row_called(pack.conditions, about)) return writer.condition(*row);
  if (const auto* row = row_called(pack.techniques, about)) return writer.technique(*row);
  if (const auto* row = row_called(pack.presets, about)) return writer.preset(*row);
  if (const auto* row = row_called(pack.activities, about)) return writer.activity(*row);
  if (const auto* row = row_called(pack.claims, about)) return writer.claim(*row);
  if (const auto* row = row_called(pack.sources, about)) return writer.source(*row);
  if (const auto kind = knowledge::parse_enum<knowledge::GoalKind>(about)) {
    return writer.goal(*knowledge::find_goal(pack, *kind));
  }
  if (const auto kind = knowledge::parse_enum<knowledge::ToolKind>(about)) {
    return writer.tool_kind(*kind);
  }
  if (const auto* row = row_called(pack.red_flags, about)) {
    return writer.red_flag(*row);
  }
  const auto place = knowledge::find_place(pack, place_id(about, pack));
  if (place.valid()) return writer.place(place);
  return std::nullopt;
}

}  // namespace unknot::cli
