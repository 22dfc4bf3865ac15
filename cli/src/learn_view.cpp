#include "learn_view.hpp"

#include <algorithm>
#include <array>

#include "signatures.hpp"
#include "unknot/base/text.hpp"
#include "unknot/knowledge/enums.hpp"
#include "unknot/knowledge/grade_words.hpp"
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
using knowledge::words_of;

namespace {

class LessonWriter {
 public:
  LessonWriter(const Pack& pack, const Style& style) : pack_(pack), style_(style) {}

  std::string topic(Topic topic, std::string_view title) {
    heading(title);
    for (const auto index : in_order_of_telling()) {
      if (pack_[index].topic == topic) write(pack_[index]);
    }
    if (topic == Topic::tools) tool_kinds();
    if (topic == Topic::basics) rules();
    if (topic == Topic::areas) areas();
    note(signed_note(pack_));
    return std::move(out_);
  }

  std::string place(PlaceIndex index) {
    const auto& place = pack_[index];
    const bool same = base::lower_ascii(place.name) == base::lower_ascii(place.plain);
    heading(std::string(place.name) + (same ? "" : " (" + std::string(place.plain) + ")"));
    if (place.kind == PlaceKind::area) {
      line(capital(place.landmarks), 2);
      names("Muscles: ", place.muscles);
      names("Next to it: ", place.neighbours);
      for (const auto& technique : pack_.techniques) {
        if (technique.area == index) {
          line(std::string(technique.id) + ": " + std::string(technique.name), 4);
        }
      }
      line("unknot learn TECHNIQUE tells how.", 2);
    } else {
      line((place.kind == PlaceKind::zone ? "Never rolled. " : "") + std::string(place.reason), 2);
      names("Instead: ", place.around);
    }
    sources(place.sources);
    for (const Claim& claim : pack_.claims) {
      if (claim.place == index) write(claim);
    }
    note(signed_note(pack_));
    return std::move(out_);
  }

  std::string rule(const knowledge::Rule& rule) {
    heading(rule.name);
    line(rule.summary, 2);
    line("Why: " + std::string(rule.reason), 2);
    line("Known: " + std::string(rule.known), 2);
    line("Rests on: " + std::string(name_of(rule.basis)), 2);
    for (const auto& row : rule.numbers) {
      line(std::string(row.key) + " = " + std::to_string(row.value) + ' ' +
               std::string(name_of(row.unit)) + " (" + std::string(name_of(row.basis)) + ')',
           4);
    }
    sources(rule.sources);
    return std::move(out_);
  }

  std::string condition(const knowledge::Condition& condition) {
    heading(condition.name);
    line(condition.question, 2);
    line(condition.says, 2);
    line("Rests on: " + std::string(name_of(condition.basis)), 2);
    sources(condition.sources);
    note(signed_note(pack_));
    return std::move(out_);
  }

  std::string red_flag(const knowledge::RedFlag& flag, std::string_view number) {
    heading(flag.name);
    line(flag.question, 2);
    std::string text(flag.text);
    const auto slot = text.find("{number}");
    if (slot != std::string::npos) text.replace(slot, 8, number);
    out_ += style_.warning(wrap(text, 2, 2));
    sources(flag.sources);
    return std::move(out_);
  }

  std::string preset(const knowledge::Preset& preset) {
    heading(preset.name);
    line(preset.hint, 2);
    line(capital(name_of(preset.density)) + ", " + std::string(name_of(preset.surface)) + ' ' +
             std::string(name_of(preset.kind)) + ".",
         2);
    return std::move(out_);
  }

  std::string tool_kind(knowledge::ToolKind kind) {
    for (const auto& row : pack_.tool_kinds) {
      if (row.kind != kind) continue;
      heading(row.name);
      line(row.description, 2);
      line(row.suits, 2);
      sources(row.sources);
    }
    return std::move(out_);
  }

  std::string activity(const knowledge::Activity& activity) {
    heading(activity.name);
    line(activity.why, 2);
    weights(activity.weights);
    sources(activity.sources);
    return std::move(out_);
  }

  std::string goal(const knowledge::Goal& goal) {
    heading(goal.name);
    line(goal.description, 2);
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
    heading(t.name);
    const auto& position = pack_[t.position];
    line(capital(position.name) + ", with a " + std::string(name_of(t.tool)) + ".", 2);
    for (const auto step : t.setup) line("- " + std::string(step), 2);
    line("From " + std::string(t.start) + " to " + std::string(t.end) + ", " +
             std::string(t.direction) + ".",
         2);
    for (const auto& variant : t.variants) {
      line(capital(name_of(variant.kind)) + ": " + std::string(variant.how) + " (about " +
               std::to_string(variant.load_permille / 10) + " % of body weight" +
               (variant.estimated ? ", our estimate)" : ")"),
           2);
    }
    for (const auto cue : t.cues) line(cue, 2);
    for (const auto& fault : t.faults) {
      line("Often wrong: " + std::string(fault.fault) + ' ' + std::string(fault.correction), 2);
    }
    for (const auto caution : t.cautions) line("Mind: " + std::string(caution), 2);
    sources(t.sources);
    note(signed_note(t));
    return std::move(out_);
  }

 private:
  /// Claims in the order in which the article makes them, each once.
  std::vector<knowledge::ClaimIndex> in_order_of_telling() const {
    std::vector<knowledge::ClaimIndex> out;
    for (const auto& sentence : pack_.sentences) {
      for (const auto claim : sentence.claims) {
        if (std::find(out.begin(), out.end(), claim) == out.end()) out.push_back(claim);
      }
    }
    return out;
  }

  void heading(std::string_view text) { out_ += '\n' + style_.heading(text) + '\n'; }
  void line(std::string_view text, std::size_t indent) { out_ += wrap(text, indent, indent + 2); }

  template <class Index>
  void names(std::string_view label, List<Index> list) {
    std::string text(label);
    for (std::size_t i = 0; i < list.size(); ++i) {
      text += (i == 0 ? "" : ", ") + base::lower_ascii(pack_[list[i]].name);
    }
    if (!list.empty()) line(text + '.', 2);
  }

  void weights(List<knowledge::Weight> rows) {
    std::string text;
    for (const auto& row : rows) {
      text += (text.empty() ? "Weights: " : ", ") + base::lower_ascii(pack_[row.area].name) + ' ' +
              std::to_string(row.weight);
    }
    line(text + '.', 2);
  }

  void write(const Claim& claim) {
    out_ += '\n' + wrap(claim.text, 2, 2);
    line("[" + std::string(words_of(claim.grade)) + "] " + std::string(claim.known), 4);
    sources(claim.sources);
  }

  /// What nobody has checked is not shown as a source.
  void sources(List<SourceIndex> list) {
    for (const SourceIndex index : list) {
      const auto& source = pack_[index];
      if (source.verified == Verified::recalled) continue;
      std::string text = std::string(source.title);
      if (!source.address.empty()) text += " " + std::string(source.address);
      if (source.verified == Verified::secondary) text += " (read through another page)";
      out_ += style_.quiet(wrap(text, 6, 8));
    }
  }

  void tool_kinds() {
    for (const auto& kind : pack_.tool_kinds) {
      out_ += '\n' + wrap(std::string(kind.name) + ": " + std::string(kind.description), 2, 4);
      line(kind.suits, 4);
      sources(kind.sources);
    }
    heading("How to tell");
    for (const auto& hint : pack_.tool_hints) {
      line(std::string(hint.id) + ": " + std::string(hint.test), 2);
    }
  }

  void rules() {
    heading("The rules every plan keeps (unknot learn RULE)");
    for (const auto& rule : pack_.rules) {
      line(std::string(rule.id) + ": " + std::string(rule.summary), 2);
    }
  }

  void areas() {
    heading("Areas (unknot learn AREA)");
    for (const auto& place : pack_.places) {
      if (place.kind != PlaceKind::area) continue;
      line(std::string(place.id) + ": " + std::string(place.plain), 2);
    }
  }

  void note(std::string_view text) { out_ += '\n' + style_.quiet(wrap(text, 2, 2)); }

  const Pack& pack_;
  const Style& style_;
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
  out += wrap(
      "It plans and explains self-massage with a roller, a stick or a ball for grown people who "
      "are well, and for others with the care their answers ask for. It may help you feel looser "
      "and less sore for a while; more is not promised, because more is not shown.",
      2, 2);
  out +=
      wrap(std::string("It gives no diagnosis, treats nothing and replaces no clinician. "
                       "Positions, landmarks and "
                       "contraindications come from the sources shown and from our own caution; ") +
               who_signed(pack) + '.',
           2, 2);
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

std::optional<std::string> lesson(std::string_view about, const Pack& pack, const Style& style) {
  LessonWriter writer(pack, style);
  for (const auto& row : topics) {
    if (row.word == about) return writer.topic(row.topic, row.title);
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
    return writer.red_flag(*row, "your local emergency number");
  }
  const auto place = knowledge::find_place(pack, place_id(about, pack));
  if (place.valid()) return writer.place(place);
  return std::nullopt;
}

}  // namespace unknot::cli
