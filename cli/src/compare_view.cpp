#include "compare_view.hpp"

#include <algorithm>

#include "signatures.hpp"
#include "unknot/base/text.hpp"
#include "unknot/guidance/speaker.hpp"

namespace unknot::cli {

using base::Json;
using model::Difference;
using model::Rolled;

namespace {

/// Wider columns would be hard to read across.
constexpr std::size_t widest = 140;
constexpr std::size_t label_columns = 24;
constexpr std::size_t gap = 2;

/// One thing as both have it; each text is a paragraph.
struct Row {
  std::string label;
  std::vector<std::string> a;
  std::vector<std::string> b;
};

/// A value of a request in few words: {"id":"blue","kind":"roller"} is "blue, kind roller".
std::string words_of(const Json& value) {
  switch (value.kind) {
    case Json::Kind::null: return "-";
    case Json::Kind::boolean: return value.flag ? "yes" : "no";
    case Json::Kind::number:
    case Json::Kind::string: return base::printable(value.text);
    case Json::Kind::array: {
      std::string out;
      for (const Json& item : value.items) out += (out.empty() ? "" : ", ") + words_of(item);
      return out.empty() ? "-" : out;
    }
    case Json::Kind::object: break;
  }
  std::string out;
  for (std::size_t i = 0; i < value.items.size(); ++i) {
    const Json& item = value.items[i];
    // What was not said of a thing is no news.
    const bool empty =
        item.kind == Json::Kind::null || (item.kind == Json::Kind::boolean && !item.flag);
    if (empty) continue;
    const bool named = value.keys[i] == "id" || value.keys[i] == "at" || value.keys[i] == "area";
    out += (out.empty() ? "" : ", ") + (named ? "" : value.keys[i] + ' ') + words_of(item);
  }
  return out;
}

std::vector<std::string> paragraphs_of(const Json& value) {
  if (value.kind != Json::Kind::array) return {words_of(value)};
  std::vector<std::string> out;
  for (const Json& item : value.items) out.push_back(words_of(item));
  if (out.empty()) out.emplace_back("-");
  return out;
}

class CompareView {
 public:
  CompareView(const ToCompare& what, const Style& style)
      : c_(what.compared),
        context_(what.context),
        style_(style),
        width_(std::min(what.width, widest)),
        pack_(knowledge::embedded_pack()),
        speaker_a_(pack_, c_.a.request.language),
        speaker_b_(pack_, c_.b.request.language) {}

  std::string text(const Names& names) {
    out_ += '\n';
    show({"", {"A  " + short_name(names.a)}, {"B  " + short_name(names.b)}}, true);
    requests();
    plans();
    areas();
    // Beside a warning sign nothing else counts.
    if (!screened_out(c_.a) && !screened_out(c_.b)) {
      left_out();
      advice();
    }
    return std::move(out_);
  }

 private:
  bool beside() const { return width_ >= side_by_side_columns; }

  std::size_t column() const {
    return beside() ? (width_ - label_columns - 2 * gap) / 2 : columns - 2 * gap;
  }

  /// The last part of a path that would not fit.
  std::string short_name(const std::string& path) const {
    const std::string name = base::printable(path);
    const bool fits = base::code_points(name) + 3 <= column();
    const auto slash = name.rfind('/');
    return fits || slash == std::string::npos ? name : name.substr(slash + 1);
  }

  static bool screened_out(const coach::Planned& planned) {
    const auto& refusal = planned.answer.refusal;
    return refusal && refusal->reason == model::StopReason::screening;
  }

  void section(std::string_view title) { out_ += '\n' + style_.heading(title) + '\n'; }

  static std::vector<std::string> lines_of(const std::vector<std::string>& texts,
                                           std::size_t width) {
    std::vector<std::string> out;
    for (const auto& text : texts) {
      for (auto& line : wrap_lines(text, width)) out.push_back(std::move(line));
    }
    return out;
  }

  static std::string padded(std::string text, std::size_t width) {
    const std::size_t used = base::code_points(text);
    return text.append(used < width ? width - used : 0, ' ');
  }

  void show(const Row& row, bool title = false) {
    if (beside()) {
      show_beside(row, title);
    } else {
      show_stacked(row, title);
    }
  }

  void show_beside(const Row& row, bool title) {
    const auto label = wrap_lines(row.label, label_columns - gap);
    const auto a = lines_of(row.a, column());
    const auto b = lines_of(row.b, column());
    const auto at = [](const std::vector<std::string>& lines, std::size_t i) {
      return i < lines.size() ? lines[i] : std::string();
    };
    for (std::size_t i = 0; i < std::max({label.size(), a.size(), b.size()}); ++i) {
      std::string line = std::string(gap, ' ') + padded(at(label, i), label_columns) +
                         padded(at(a, i), column() + gap) + at(b, i);
      line.erase(line.find_last_not_of(' ') + 1);
      out_ += (title ? style_.heading(line) : line) + '\n';
    }
  }

  void show_stacked(const Row& row, bool title) {
    if (!row.label.empty()) out_ += wrap(row.label, gap, gap);
    const std::pair<const char*, const std::vector<std::string>*> both[] = {{"A  ", &row.a},
                                                                            {"B  ", &row.b}};
    for (const auto& [name, texts] : both) {
      bool first = true;
      for (const auto& text : *texts) {
        const std::string line =
            title ? wrap(text, gap, gap)
                  : wrap_after((first ? "     " + std::string(name) : std::string(8, ' ')), text);
        out_ += title ? style_.heading(line) : line;
        first = false;
      }
    }
  }

  void requests() {
    section("What is asked");
    if (c_.request.empty()) out_ += wrap("The same.", gap, gap);
    for (const auto& field : c_.request) {
      std::string label = field.field;
      std::replace(label.begin(), label.end(), '_', ' ');
      std::replace(label.begin(), label.end(), '.', ' ');
      show({label, paragraphs_of(field.a), paragraphs_of(field.b)});
    }
  }

  std::vector<std::string> outcome_words(const coach::Planned& planned,
                                         const guidance::Speaker& speaker) const {
    const auto& answer = planned.answer;
    if (answer.plan) {
      const std::size_t steps = answer.plan->steps().size();
      return {duration(answer.plan->total_seconds()) + ", " + std::to_string(steps) +
              (steps == 1 ? " step" : " steps")};
    }
    std::vector<std::string> out{speaker.refusal(*answer.refusal, planned.request)};
    for (const auto flag : planned.request.red_flags.present) {
      out.push_back(speaker.urgent(pack_[flag], context_.territory));
    }
    return out;
  }

  void plans() {
    section("What is planned");
    show({"in all", outcome_words(c_.a, speaker_a_), outcome_words(c_.b, speaker_b_)});
    if (c_.same_plan() && c_.a.answer.plan) {
      out_ += wrap("Both roll the same: every area, side, second, tool and pressure.", gap, gap);
    }
  }

  std::string label_of(const Difference& difference) const {
    const std::string name(pack_[difference.area].name);
    const bool one = difference.side == model::Side::left || difference.side == model::Side::right;
    return one ? name + ", " + speaker_a_.side(difference.side) : name;
  }

  static std::vector<std::string> rolled_words(const std::optional<Rolled>& rolled,
                                               const guidance::Speaker& speaker) {
    if (!rolled) return {"-"};
    return {duration(rolled->seconds) + " by " + base::printable(speaker.way(*rolled)),
            speaker.pressure(*rolled)};
  }

  void areas() {
    for (const Difference& difference : c_.areas) {
      show({label_of(difference), rolled_words(difference.before, speaker_a_),
            rolled_words(difference.after, speaker_b_)});
    }
    if (c_.areas.empty() || !c_.a.answer.plan || !c_.b.answer.plan) return;
    const std::string names = unchanged();
    if (!names.empty()) out_ += style_.quiet(wrap("The same in both: " + names + '.', gap, gap));
  }

  std::string unchanged() const {
    std::vector<knowledge::PlaceIndex> areas;
    for (const auto& step : c_.a.answer.plan->steps()) {
      const auto area = step.draft.area;
      const bool known = std::find(areas.begin(), areas.end(), area) != areas.end() ||
                         std::any_of(c_.areas.begin(), c_.areas.end(),
                                     [&](const Difference& d) { return d.area == area; });
      if (!known) areas.push_back(area);
    }
    std::string out;
    for (const auto area : areas) out += (out.empty() ? "" : ", ") + speaker_a_.place(area);
    return out;
  }

  void left_out() {
    if (c_.left_out.empty()) return;
    section("What is left out");
    for (const auto& entry : c_.left_out) {
      const std::string name = capital(speaker_a_.place(entry.at));
      const bool one = entry.side == "left" || entry.side == "right";
      show({one ? name + ", " + entry.side : name, why_words(entry.a), why_words(entry.b)});
    }
  }

  static std::vector<std::string> why_words(const std::optional<coach::LeftOutWhy>& why) {
    return {why ? why->says : std::string("-")};
  }

  void advice() {
    if (c_.advice_a.empty() && c_.advice_b.empty()) return;
    section("What to mind");
    const auto shown = [](std::vector<std::string> texts) {
      if (texts.empty()) texts.emplace_back("-");
      return texts;
    };
    show({"advice", shown(c_.advice_a), shown(c_.advice_b)});
  }

  const coach::Compared& c_;
  const coach::Context& context_;
  const Style& style_;
  std::size_t width_;
  const knowledge::Pack& pack_;
  guidance::Speaker speaker_a_;
  guidance::Speaker speaker_b_;
  std::string out_;
};

}  // namespace

std::string comparison_text(const ToCompare& what, const Style& style) {
  return CompareView(what, style).text(what.names) + '\n' +
         style.quiet("  Not medical advice; " + who_signed(knowledge::embedded_pack()) + ".\n");
}

}  // namespace unknot::cli
