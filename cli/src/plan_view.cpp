#include "plan_view.hpp"

#include <algorithm>

#include "signatures.hpp"
#include "unknot/base/text.hpp"
#include "unknot/guidance/speaker.hpp"

namespace unknot::cli {

using knowledge::name_of;
using model::Side;
using safety::VettedStep;

namespace {

class PlanView {
 public:
  PlanView(const PlanToShow& what, const Style& style)
      : p_(what.planned),
        pack_(what.pack),
        context_(what.context),
        detail_(what.detail),
        style_(style),
        speaker_(what.pack, what.planned.request.language) {}

  std::string text() {
    if (p_.answer.refusal) {
      refused();
      if (p_.answer.refusal->reason != model::StopReason::screening) left_out();
      advice("show.mind_heading");
      return std::move(out_);
    }
    headline();
    advice("show.before_start");
    if (detail_ != Detail::full) {
      brief_steps();
      if (detail_ == Detail::brief) left_out_names();
      return std::move(out_);
    }
    throughout();
    std::size_t number = 1;
    for (const VettedStep& step : p_.answer.plan->steps()) show(step, number++);
    left_out();
    return std::move(out_);
  }

 private:
  void line(std::string_view text, std::size_t first, std::size_t rest) {
    out_ += wrap(text, first, rest);
  }

  void headline() {
    const auto& r = p_.request;
    std::string title = say("show.today", {{"time", duration(p_.answer.plan->total_seconds())},
                                           {"minutes", std::to_string(r.minutes)}});
    const auto* goal = knowledge::find_goal(pack_, r.goal);
    if (goal != nullptr) title += ", " + speaker_.within(goal->name);
    if (r.activity.valid()) title += ", " + speaker_.within(pack_[r.activity].name);
    out_ += '\n' + style_.heading(wrap(title, 0, 2));
  }

  std::string say(std::string_view key, const std::vector<guidance::Slot>& slots = {}) const {
    return speaker_.phrase(key, slots);
  }

  std::string side_words(Side side) const {
    return side == Side::both ? say("show.both_sides") : speaker_.side(side);
  }

  static std::string sets_words(const std::vector<std::int32_t>& sets) {
    const bool alike =
        std::all_of(sets.begin(), sets.end(), [&](std::int32_t s) { return s == sets.front(); });
    if (sets.size() == 1) return std::to_string(sets[0]) + " s";
    if (alike) return std::to_string(sets.size()) + " x " + std::to_string(sets[0]) + " s";
    std::string out;
    for (const auto s : sets) out += (out.empty() ? "" : " + ") + std::to_string(s);
    return out + " s";
  }

  static std::string numbered(std::size_t number) {
    return std::string(number < 10 ? "  " : " ") + std::to_string(number) + "  ";
  }

  std::string feeling(const model::DraftStep& draft) const {
    return say("show.feeling", {{"low", std::to_string(draft.level_low)},
                                {"high", std::to_string(draft.level_high)}});
  }

  bool one_feeling() const {
    const auto steps = p_.answer.plan->steps();
    return std::all_of(steps.begin(), steps.end(), [&](const VettedStep& step) {
      return step.draft.level_low == steps[0].draft.level_low &&
             step.draft.level_high == steps[0].draft.level_high;
    });
  }

  /// What holds for several steps, said once.
  void throughout() {
    const auto steps = p_.answer.plan->steps();
    std::vector<knowledge::TechniqueIndex> seen;
    std::vector<std::string_view> cautions;
    for (const VettedStep& step : steps) {
      const auto technique = step.draft.technique;
      if (std::find(seen.begin(), seen.end(), technique) != seen.end()) continue;
      seen.push_back(technique);
      for (const auto caution : pack_[technique].cautions) {
        const bool again = std::find(cautions.begin(), cautions.end(), caution) != cautions.end();
        if (again && !said_throughout(caution)) common_.push_back(caution);
        cautions.push_back(caution);
      }
    }
    if (common_.empty() && !one_feeling()) return;
    out_ += '\n' + style_.heading("  " + say("show.throughout")) + '\n';
    if (one_feeling()) line(capital(feeling(steps[0].draft)) + '.', 5, 5);
    for (const auto caution : common_) line(speaker_.own(caution), 5, 5);
  }

  bool said_throughout(std::string_view caution) const {
    return std::find(common_.begin(), common_.end(), caution) != common_.end();
  }

  void brief_steps() {
    out_ += '\n';
    std::size_t number = 1;
    for (const VettedStep& step : p_.answer.plan->steps()) {
      const auto& draft = step.draft;
      const std::string tool = base::printable(p_.request.tools[draft.tool].id);
      const auto& position = pack_[pack_[draft.technique].position];
      out_ += wrap_after(numbered(number++),
                         speaker_.own(pack_[draft.area].name) + ", " + side_words(draft.side) +
                             ": " + sets_words(draft.sets) + ", " + tool + ", " +
                             speaker_.within(position.name) + ", " + variant(draft));
    }
  }

  /// Without words of why: the full plan has them.
  void left_out_names() {
    std::string names;
    for (const auto& entry : p_.answer.left_out) {
      if (!named(entry)) continue;
      names += (names.empty() ? "" : ", ") + speaker_.place(entry.at) + one_side(entry.side);
    }
    if (!names.empty()) out_ += '\n' + wrap(say("show.left_out_names", {{"places", names}}), 2, 2);
  }

  void show(const VettedStep& step, std::size_t number) {
    const auto& draft = step.draft;
    const auto& technique = pack_[draft.technique];
    const auto& tool = p_.request.tools[draft.tool];
    out_ += '\n' + numbered(number) + style_.heading(speaker_.own(pack_[draft.area].name)) + ", " +
            style_.side(side_words(draft.side)) + '\n';
    out_ += style_.quiet(
        wrap(say("show.get_ready", {{"position", speaker_.own(pack_[technique.position].name)},
                                    {"n", std::to_string(step.setup_seconds)}}),
             5, 5));
    std::string dose = base::printable(tool.id) + ": " + sets_words(draft.sets);
    if (draft.sets.size() > 1) {
      dose += ", " + say("show.rest", {{"n", std::to_string(draft.rest_seconds)}});
    }
    if (draft.seconds_per_pass) {
      dose += ", " + say("show.each_way", {{"n", std::to_string(*draft.seconds_per_pass)}});
    } else {
      dose += ", " + say("show.still");
    }
    if (!one_feeling()) dose += ", " + feeling(draft);
    line(dose, 5, 5);
    if (repeats_technique(draft)) {
      line(say("show.as_before"), 5, 5);
    } else {
      how(step);
    }
    previous_ = &draft;
  }

  bool repeats_technique(const model::DraftStep& draft) const {
    return previous_ != nullptr && previous_->technique == draft.technique &&
           previous_->tool == draft.tool && previous_->variant == draft.variant;
  }

  void how(const VettedStep& step) {
    const auto& draft = step.draft;
    const auto& technique = pack_[draft.technique];
    std::string setup;
    for (const auto sentence : technique.setup) setup += speaker_.own(sentence) + ' ';
    line(setup, 5, 5);
    const auto* variant = knowledge::find_variant(technique, draft.variant);
    line(capital(this->variant(draft)) + ": " + speaker_.own(variant->how), 5, 5);
    line(say("show.from_to",
             {{"start", speaker_.own(technique.start)}, {"end", speaker_.own(technique.end)}}),
         5, 5);
    std::string cues;
    for (const auto cue : technique.cues) cues += speaker_.own(cue) + ' ';
    line(cues, 5, 5);
    if (!technique.faults.empty()) {
      line(say("show.often_wrong", {{"fault", speaker_.own(technique.faults[0].fault)},
                                    {"correction", speaker_.own(technique.faults[0].correction)}}),
           5, 5);
    }
    for (const auto caution : technique.cautions) {
      if (!said_throughout(caution))
        line(say("show.mind", {{"says", speaker_.own(caution)}}), 5, 5);
    }
    std::string why;
    for (const auto& reason : draft.why) {
      why += (why.empty() ? "" : "; ") + speaker_.why(reason, p_.request);
    }
    out_ += style_.good(wrap(say("show.why", {{"says", why}}), 5, 5));
  }

  /// What was named comes with its reason; what was merely possible in one line.
  void left_out() {
    std::string others;
    bool any = false;
    for (const auto& entry : p_.answer.left_out) {
      if (!named(entry)) {
        const bool for_time = entry.rule == knowledge::RuleCode::budget;
        if (for_time && !p_.answer.refusal && !p_.request.starts_in_minutes) {
          others += (others.empty() ? "" : ", ") + speaker_.place(entry.at) + " (+" +
                    speaker_.amount(entry.asked) + ")";
        }
        continue;
      }
      if (!any) out_ += '\n' + style_.heading("  " + say("show.left_out")) + '\n';
      any = true;
      line(capital(speaker_.place(entry.at)) + one_side(entry.side) + ": " +
               speaker_.left_out(entry, p_.request),
           5, 5);
    }
    if (!others.empty()) {
      out_ += '\n' + style_.quiet(wrap(say("show.more_time", {{"places", others}}), 2, 2));
    }
  }

  std::string variant(const model::DraftStep& draft) const {
    return say("variant." + std::string(name_of(draft.variant)));
  }

  std::string one_side(Side side) const {
    const bool one = side == Side::left || side == Side::right;
    return one ? " (" + speaker_.side(side) + ")" : "";
  }

  /// Named by the person, or barred because of something they said.
  bool named(const model::LeftOut& entry) const {
    using knowledge::RuleCode;
    const auto& r = p_.request;
    const auto here = [&](const auto& row) { return row.at == entry.at; };
    const bool said = std::any_of(r.feel.begin(), r.feel.end(), here) ||
                      std::any_of(r.want.begin(), r.want.end(), here) ||
                      std::any_of(r.avoid.begin(), r.avoid.end(), here);
    const bool barred = entry.rule == RuleCode::condition ||
                        entry.rule == RuleCode::around_the_pain ||
                        entry.rule == RuleCode::after_effects || entry.rule == RuleCode::refer;
    return said || barred;
  }

  void advice(std::string_view title_key) {
    if (p_.answer.refusal && p_.answer.refusal->reason == model::StopReason::screening) return;
    bool any = false;
    for (const auto& entry : p_.answer.advice) {
      if (!any) out_ += '\n' + style_.heading("  " + say(title_key)) + '\n';
      any = true;
      line(speaker_.advice(entry), 5, 5);
    }
  }

  void refused() {
    const auto& refusal = *p_.answer.refusal;
    out_ += '\n';
    auto flags = p_.request.red_flags.present;
    std::stable_sort(flags.begin(), flags.end(), [&](const auto a, const auto b) {
      return pack_[a].urgency < pack_[b].urgency;
    });
    for (const auto index : flags) {
      out_ += style_.heading(wrap(speaker_.own(pack_[index].name), 2, 2));
      out_ += style_.warning(wrap(speaker_.urgent(pack_[index], context_.territory), 2, 2));
    }
    out_ += style_.heading(wrap(speaker_.refusal(refusal, p_.request), 2, 2));
    for (const auto& other : p_.answer.also) {
      // Signs are told above, each with what to do.
      if (!other.red_flag.valid()) out_ += '\n' + wrap(speaker_.refusal(other, p_.request), 2, 2);
    }
    out_ += '\n' + style_.heading("  " + say("show.would_change")) + '\n';
    for (const auto change : refusal.would_change) {
      line(speaker_.change(change, refusal, p_.request), 5, 5);
    }
  }

  const coach::Planned& p_;
  const knowledge::Pack& pack_;
  const coach::Context& context_;
  const Detail detail_;
  const Style& style_;
  guidance::Speaker speaker_;
  const model::DraftStep* previous_ = nullptr;
  std::vector<std::string_view> common_;  ///< Cautions of several techniques, said once.
  std::string out_;
};

}  // namespace

std::string plan_text(const PlanToShow& what, const Style& style) {
  return PlanView(what, style).text();
}

std::string closing_words(const coach::Planned& planned, const knowledge::Pack& pack,
                          const Style& style) {
  const guidance::Speaker speaker(pack, planned.request.language);
  std::string out;
  if (planned.answer.plan) out += '\n' + style.quiet(wrap(speaker.phrase("show.stop"), 2, 2));
  // Who signed is told in English until somebody has.
  const std::string advice = anybody_signed(pack) ? "Not medical advice; " + who_signed(pack) + '.'
                                                  : speaker.phrase("show.not_medical");
  return out + '\n' + style.quiet(wrap(advice, 2, 2));
}

}  // namespace unknot::cli
