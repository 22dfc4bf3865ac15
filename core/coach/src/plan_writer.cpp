#include "plan_writer.hpp"

#include "unknot/base/sha256.hpp"
#include "unknot/base/uuid.hpp"
#include "unknot/model/plan_document.hpp"
#include "unknot/model/request_format.hpp"

namespace unknot::coach {

using base::JsonWriter;
using knowledge::name_of;
using safety::VettedStep;

namespace {

class PlanWriter {
 public:
  explicit PlanWriter(const PlanToWrite& what) : w_(what) {}

  std::string write() {
    JsonWriter request;
    model::write_request(request, w_.request, w_.pack);
    const std::string understood = request.take();
    // The same request, time and knowledge give the same id, and so the same bytes.
    const std::string id = base::uuid_v8(base::sha256(understood + std::string(w_.pack.hash)));
    out_.begin_object().key("format").string(model::plan_format).key("id").string(id);
    out_.key("made").string(format_instant(w_.request.now));
    out_.key("knowledge").string(w_.pack.hash).key("request").raw(understood);
    const auto& plan = w_.answer.plan;
    out_.key("outcome").string(plan ? "plan" : "refused");
    out_.key("total_seconds").number(plan ? plan->total_seconds() : 0);
    out_.key("steps").begin_array();
    if (plan) {
      for (const VettedStep& step : plan->steps()) write_step(step);
    }
    out_.end_array().key("left_out").begin_array();
    for (const auto& entry : w_.answer.left_out) write_left_out(entry);
    out_.end_array().key("advice").begin_array();
    for (const auto& advice : w_.answer.advice) write_advice(advice);
    out_.end_array();
    write_refusal();
    return out_.end_object().take();
  }

 private:
  void write_choice(const model::Alternative& choice, safety::Load load) {
    out_.begin_object().key("technique").string(w_.pack[choice.technique].id);
    out_.key("tool").string(w_.request.tools[choice.tool].id);
    out_.key("variant").string(name_of(choice.variant));
    out_.key("rung").number(load.rung).key("intensity").number(load.intensity).end_object();
  }

  void write_step(const VettedStep& step) {
    const auto& draft = step.draft;
    const auto& technique = w_.pack[draft.technique];
    const auto& position = w_.pack[technique.position];
    out_.begin_object().key("area").string(w_.pack[draft.area].id);
    out_.key("side").string(name_of(draft.side)).key("technique").string(technique.id);
    out_.key("motion").string(name_of(technique.motion));
    out_.key("tool").string(w_.request.tools[draft.tool].id);
    out_.key("place").string(name_of(position.place)).key("position").string(position.id);
    out_.key("variant").string(name_of(draft.variant));
    out_.key("rung").number(step.load.rung).key("intensity").number(step.load.intensity);
    out_.key("setup_seconds").number(step.setup_seconds).key("sets").begin_array();
    for (const auto seconds : draft.sets) out_.number(seconds);
    out_.end_array().key("rest_seconds").number(draft.rest_seconds);
    out_.key("seconds").number(model::seconds_of(draft)).key("seconds_per_pass");
    if (draft.seconds_per_pass) {
      out_.number(*draft.seconds_per_pass);
    } else {
      out_.null();
    }
    out_.key("level_target").begin_array().number(draft.level_low).number(draft.level_high);
    out_.end_array().key("alternatives").begin_array();
    for (const auto& other : step.alternatives) write_choice(other.choice, other.load);
    out_.end_array().key("why").begin_array();
    for (const auto& why : draft.why) write_why(why);
    out_.end_array().end_object();
  }

  /// What a reason rests on: the rule for what is offered around, else the catalogue's row.
  std::string_view source_of(const model::Why& why) const {
    knowledge::List<knowledge::SourceIndex> sources;
    if (why.reason == model::Reason::offered) {
      return guidance::source_of(w_.pack, knowledge::RuleCode::around_the_pain);
    }
    if (why.reason == model::Reason::activity) sources = w_.pack[w_.request.activity].sources;
    const auto* goal = knowledge::find_goal(w_.pack, w_.request.goal);
    if (why.reason == model::Reason::goal && goal != nullptr) sources = goal->sources;
    return sources.empty() ? std::string_view() : w_.pack[sources.front()].id;
  }

  void write_place(std::string_view key, knowledge::PlaceIndex place) {
    out_.key(key);
    if (place.valid()) {
      out_.string(w_.pack[place].id);
    } else {
      out_.null();
    }
  }

  void write_source(std::string_view source) {
    out_.key("source");
    if (source.empty()) {
      out_.null();
    } else {
      out_.string(source);
    }
  }

  void write_why(const model::Why& why) {
    const bool offered = why.reason == model::Reason::offered;
    out_.begin_object().key("rule").string(offered ? name_of(knowledge::RuleCode::around_the_pain)
                                                   : name_of(why.reason));
    write_place("at", why.at);
    write_source(source_of(why));
    out_.key("says").string(w_.speaker.why(why, w_.request)).end_object();
  }

  void write_left_out(const model::LeftOut& entry) {
    out_.begin_object().key("at").string(w_.pack[entry.at].id);
    out_.key("side").string(name_of(entry.side)).key("rule").string(name_of(entry.rule));
    write_source(guidance::source_of(w_.pack, entry.rule, entry.condition));
    out_.key("instead").begin_array();
    for (const auto place : entry.instead) out_.string(w_.pack[place].id);
    out_.end_array().key("needs_seconds");
    if (entry.rule == knowledge::RuleCode::budget && entry.asked.set) {
      out_.number(entry.asked.value);
    } else {
      out_.null();
    }
    out_.key("says").string(w_.speaker.left_out(entry, w_.request)).end_object();
  }

  void write_advice(const model::Advice& advice) {
    out_.begin_object().key("kind").string(name_of(advice.kind));
    out_.key("rule").string(name_of(advice.rule));
    write_place("at", advice.at);
    write_source(guidance::source_of(w_.pack, advice.rule, advice.condition));
    out_.key("says").string(w_.speaker.advice(advice)).end_object();
  }

  void write_quantity(std::string_view key, model::Quantity quantity) {
    out_.key(key);
    if (quantity.set) {
      out_.number(quantity.value);
    } else {
      out_.null();
    }
  }

  void write_refusal() {
    const auto& refusal = w_.answer.refusal;
    if (!refusal) {
      out_.key("refusal").null().key("urgent").null();
      return;
    }
    out_.key("refusal").begin_object().key("rule").string(name_of(refusal->rule));
    out_.key("reason").string(name_of(refusal->reason));
    out_.key("condition");
    if (refusal->condition.valid()) {
      out_.string(w_.pack[refusal->condition].id);
    } else {
      out_.null();
    }
    write_quantity("asked", refusal->asked);
    write_quantity("limit", refusal->limit);
    out_.key("unit");
    if (refusal->asked.set) {
      out_.string(name_of(refusal->asked.unit));
    } else {
      out_.null();
    }
    write_source(guidance::source_of(w_.pack, refusal->rule, refusal->condition));
    out_.key("would_change").begin_array();
    for (const auto change : refusal->would_change) {
      out_.string(w_.speaker.change(change, *refusal, w_.request));
    }
    out_.end_array().key("changes").begin_array();
    for (const auto change : refusal->would_change) out_.string(name_of(change));
    out_.end_array().key("also").begin_array();
    for (const auto& other : w_.answer.also) out_.string(w_.speaker.refusal(other, w_.request));
    out_.end_array().key("says").string(w_.speaker.refusal(*refusal, w_.request)).end_object();
    write_urgent();
  }

  /// The most urgent of the signs that are present.
  void write_urgent() {
    const knowledge::RedFlag* most = nullptr;
    for (const auto index : w_.request.red_flags.present) {
      const auto& flag = w_.pack[index];
      if (most == nullptr || flag.urgency < most->urgency) most = &flag;
    }
    out_.key("urgent");
    if (most == nullptr) {
      out_.null();
      return;
    }
    out_.string(w_.speaker.urgent(*most, w_.territory));
  }

  const PlanToWrite& w_;
  JsonWriter out_;
};

}  // namespace

std::string write_plan(const PlanToWrite& what) { return PlanWriter(what).write(); }

}  // namespace unknot::coach
