#include "unknot/coach/guidable.hpp"

#include <algorithm>

#include "difference.hpp"
#include "plan_writer.hpp"
#include "unknot/model/plan_document.hpp"

namespace unknot::coach {

using knowledge::name_of;
using knowledge::Number;
using knowledge::Pack;
using model::AlternativeDocument;
using model::DraftPlan;
using model::DraftStep;
using model::PlanDocument;
using model::Request;
using model::StepDocument;
using safety::VettedStep;

namespace {

constexpr std::int64_t seconds_per_hour = 3600;

/// Words of a document as what they name; nothing when a word names nothing.
class Drafter {
 public:
  Drafter(const Request& request, const Pack& pack) : request_(request), pack_(pack) {}

  std::optional<DraftPlan> draft(const PlanDocument& document) const {
    DraftPlan out;
    for (const StepDocument& step : document.steps) {
      auto drafted = step_of(step);
      if (!drafted) return std::nullopt;
      out.steps.push_back(std::move(*drafted));
    }
    return out;
  }

 private:
  std::optional<std::size_t> tool_of(std::string_view id) const {
    for (std::size_t t = 0; t < request_.tools.size(); ++t) {
      if (request_.tools[t].id == id) return t;
    }
    return std::nullopt;
  }

  template <class Document>
  std::optional<model::Alternative> way_of(const Document& words) const {
    const auto technique = knowledge::find_technique(pack_, words.technique);
    const auto tool = tool_of(words.tool);
    const auto variant = knowledge::parse_enum<knowledge::VariantKind>(words.variant);
    if (!technique.valid() || !tool || !variant) return std::nullopt;
    return model::Alternative{technique, *tool, *variant};
  }

  std::optional<DraftStep> step_of(const StepDocument& words) const {
    const auto area = knowledge::find_place(pack_, words.area);
    const auto side = knowledge::parse_enum<model::Side>(words.side);
    const auto way = way_of(words);
    const bool whole = area.valid() && side && way && words.level_low && words.level_high;
    if (!whole) return std::nullopt;
    DraftStep step{area,
                   *side,
                   way->technique,
                   way->tool,
                   way->variant,
                   words.sets,
                   words.rest_seconds,
                   words.seconds_per_pass,
                   *words.level_low,
                   *words.level_high,
                   {},
                   {}};
    for (const AlternativeDocument& other : words.alternatives) {
      const auto choice = way_of(other);
      if (!choice) return std::nullopt;
      step.alternatives.push_back(*choice);
    }
    return step;
  }

  const Request& request_;
  const Pack& pack_;
};

bool same_way(const model::Alternative& a, const model::Alternative& b) {
  return a.technique == b.technique && a.tool == b.tool && a.variant == b.variant;
}

/// The draft as the gate leaves it, when that is as it was written and the audit has nothing to
/// say either.
std::optional<safety::VettedPlan> vetted(const PlanDocument& document, const DraftPlan& draft,
                                         const Request& request, const Pack& pack) {
  if (document.outcome != "plan" || document.steps.empty()) return std::nullopt;
  if (!safety::audit(document, request, pack).empty()) return std::nullopt;
  auto ruling = safety::Gate(pack).vet(draft, request);
  if (!ruling || !ruling->plan || !ruling->findings.empty()) return std::nullopt;
  const auto steps = ruling->plan->steps();
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto& kept = steps[i].alternatives;
    const auto& asked = draft.steps[i].alternatives;
    const bool all = std::equal(
        kept.begin(), kept.end(), asked.begin(), asked.end(),
        [](const safety::VettedAlternative& a, const auto& b) { return same_way(a.choice, b); });
    if (!all) return std::nullopt;
  }
  return std::move(*ruling->plan);
}

bool holds(const safety::VettedPlan& plan, knowledge::PlaceIndex area, model::Side side) {
  return std::any_of(plan.steps().begin(), plan.steps().end(), [&](const auto& step) {
    return step.draft.area == area && (side == model::Side::both || step.draft.side == side);
  });
}

/// Why each step is there, as the planner would say it; a file's own reasons are not believed.
void give_reasons(DraftPlan& draft, const planner::Answer& fresh) {
  for (DraftStep& step : draft.steps) {
    for (const auto& other : fresh.plan ? fresh.plan->steps() : std::span<const VettedStep>{}) {
      const bool same_side = other.draft.side == step.side;
      if (other.draft.area != step.area || (!same_side && !step.why.empty())) continue;
      step.why = other.draft.why;
    }
    if (step.why.empty()) step.why = {model::Why{}};
  }
}

/// The plan of the document for this request, all but its steps said anew. Nothing when it does
/// not pass.
std::optional<Planned> adopted(const PlanDocument& document, Request request, const Pack& pack,
                               const Context& context) {
  auto draft = Drafter(request, pack).draft(document);
  if (!draft || !vetted(document, *draft, request, pack)) return std::nullopt;
  planner::Answer answer = planner::plan(request, pack);
  give_reasons(*draft, answer);
  answer.plan = vetted(document, *draft, request, pack);
  answer.refusal.reset();
  answer.also.clear();
  std::erase_if(answer.left_out,
                [&](const auto& entry) { return holds(*answer.plan, entry.at, entry.side); });
  Planned planned{std::move(request), std::move(answer), {}};
  const guidance::Speaker speaker(pack, planned.request.language);
  planned.json = write_plan({planned.request, planned.answer, pack, speaker, context.territory});
  const auto written = model::read_plan(planned.json, pack, planned.request.now);
  // A stranger's plan that the two judges see differently is not guided.
  if (!written || !safety::audit(*written, planned.request, pack).empty()) return std::nullopt;
  return planned;
}

base::Result<PlanDocument> read_whole(std::string_view plan_json, const Pack& pack,
                                      base::Instant clock) {
  auto document = model::read_plan(plan_json, pack, clock);
  if (document && !document->request) {
    return base::fail(base::ErrorCode::field_missing, "request", "",
                      "the request the plan was made for");
  }
  return document;
}

bool is_recent(const PlanDocument& document, base::Instant now, const Pack& pack) {
  const std::int64_t most = pack.number(Number::plan_valid_hours) * seconds_per_hour;
  if (!document.made || *document.made > now) return false;
  return now.seconds - document.made->seconds <= most;
}

bool same_condition(const model::ConditionEntry& a, const model::ConditionEntry& b) {
  return a.id == b.id && a.at == b.at && a.side == b.side && a.weeks == b.weeks &&
         a.cleared_on == b.cleared_on;
}

bool same_feeling(const model::Feel& a, const model::Feel& b) {
  return a.at == b.at && a.side == b.side && a.kind == b.kind && a.level == b.level;
}

/// What is known besides, once each.
template <class Entry, class Same>
void add_unless_there(std::vector<Entry>& to, const std::vector<Entry>& from, const Same& same) {
  for (const Entry& entry : from) {
    const auto there = [&](const Entry& said) { return same(said, entry); };
    if (std::none_of(to.begin(), to.end(), there)) to.push_back(entry);
  }
}

/// What holds whenever the plan was made.
void add_known(Request& request, const Today& today) {
  add_unless_there(request.conditions, today.conditions, same_condition);
  add_unless_there(request.feel, today.feel, same_feeling);
}

bool is_harm(model::AfterEffect effect) {
  return effect == model::AfterEffect::bruise || effect == model::AfterEffect::tingling ||
         effect == model::AfterEffect::swelling;
}

/// Harm that was told since, and nothing else of the history: the session is part of that.
void add_harm(Request& request, const std::vector<model::History>& history) {
  for (const model::History& entry : history) {
    if (!is_harm(entry.after_effect) || entry.after_effect_gone) continue;
    model::History harm;
    harm.area = entry.area;
    harm.side = entry.side;
    harm.after_effect = entry.after_effect;
    request.history.push_back(harm);
  }
}

/// The request in the file, asked today. An answer to the warning signs that lies in the future is
/// none.
Request asked_today(const PlanDocument& document, const Today& today) {
  Request request = *document.request;
  request.now = today.context.clock;
  if (today.red_flags) request.red_flags = *today.red_flags;
  if (today.history) {
    request.history = *today.history;
    std::erase_if(request.avoid, [](const auto& wish) { return wish.why == model::why_hurt; });
  }
  request.avoid.insert(request.avoid.end(), today.avoid.begin(), today.avoid.end());
  add_known(request, today);
  if (request.red_flags.at && *request.red_flags.at > request.now) {
    request.red_flags.at.reset();
  }
  return request;
}

/// What is told about a plan that was made anew.
std::string told(const Guidable& guidable, bool compared, const Pack& pack) {
  if (guidable.renewal == Renewal::none) return {};
  const guidance::Speaker speaker(pack, guidable.planned.request.language);
  std::string out = speaker.renewed(name_of(guidable.renewal));
  if (!compared || !guidable.planned.answer.plan) return out;
  out += ' ' + speaker.renewed(guidable.differences.empty() ? "same" : "differs");
  for (const model::Difference& difference : guidable.differences) {
    out += (&difference == &guidable.differences.front() ? " " : "; ") +
           speaker.difference(difference);
  }
  return guidable.differences.empty() ? out : out + '.';
}

bool only_screening(const planner::Answer& answer) {
  return answer.refusal && answer.refusal->reason == model::StopReason::screening &&
         !answer.refusal->red_flag.valid();
}

}  // namespace

base::Result<Guidable> guidable(std::string_view plan_json, const Pack& pack, const Today& today) {
  auto document = read_whole(plan_json, pack, today.context.clock);
  if (!document) return std::unexpected(std::move(document.error()));
  const Request request = asked_today(*document, today);
  Guidable out;
  out.renewal = Renewal::too_old;
  if (is_recent(*document, request.now, pack)) {
    if (auto kept = adopted(*document, request, pack, today.context)) {
      return Guidable{std::move(*kept), Renewal::none, {}, {}, false};
    }
    out.renewal = Renewal::unlawful;
  }
  out.planned = plan(request, pack, today.context);
  out.asks_screening = only_screening(out.planned.answer);
  // Comparing with a plan that was never lawful would offer it as one.
  const auto before = adopted(*document, *document->request, pack, today.context);
  if (before) out.differences = differences_of(*before, out.planned, pack);
  out.says = told(out, before.has_value(), pack);
  return out;
}

namespace {

/// The document's plan for a request of the time it was made.
base::Result<Planned> as_it_is(const PlanDocument& document, const Request& request,
                               const Pack& pack, const Context& context) {
  auto kept = adopted(document, request, pack, context);
  if (!kept) {
    return base::fail(base::ErrorCode::draft_malformed, "steps", "",
                      "steps that the rules let pass as they are");
  }
  return std::move(*kept);
}

}  // namespace

base::Result<Planned> as_guided(std::string_view plan_json, const Pack& pack,
                                const Context& context) {
  const auto document = read_whole(plan_json, pack, context.clock);
  if (!document) return std::unexpected(document.error());
  return as_it_is(*document, *document->request, pack, context);
}

base::Result<Planned> resumable(std::string_view plan_json, const Pack& pack, const Today& today) {
  const Context& context = today.context;
  const auto document = read_whole(plan_json, pack, context.clock);
  if (!document) return std::unexpected(document.error());
  if (!is_recent(*document, context.clock, pack)) {
    return base::fail(base::ErrorCode::draft_malformed, "made",
                      document->made ? format_instant(*document->made) : std::string("nothing"),
                      "a plan made within the last " +
                          std::to_string(pack.number(Number::plan_valid_hours)) + " hours");
  }
  Request request = *document->request;
  add_known(request, today);
  if (today.history) add_harm(request, *today.history);
  if (today.red_flags) {
    auto& present = request.red_flags.present;
    present.insert(present.end(), today.red_flags->present.begin(), today.red_flags->present.end());
  }
  return as_it_is(*document, request, pack, context);
}

}  // namespace unknot::coach
