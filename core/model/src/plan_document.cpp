#include "unknot/model/plan_document.hpp"

#include "unknot/model/fields.hpp"
#include "unknot/model/request_format.hpp"

namespace unknot::model {

namespace {

using base::ErrorCode;
using base::Json;

constexpr Range any_seconds{-1000000, 1000000};  // Wide: the audit says what is wrong with it.
constexpr Range any_count{-1000, 1000};

/// One plan. Missing words stay empty: the audit knows what each step must say.
class PlanReader {
 public:
  PlanReader(const knowledge::Pack& pack, base::Instant clock) : pack_(pack), clock_(clock) {}

  base::Result<PlanDocument> read(const Json& json) {
    Fields fields(json, "", complaint_);
    if (!fields.is_object()) return std::unexpected(*complaint_.error);
    head(fields);
    steps(fields);
    advice(fields);
    if (complaint_.error) return std::unexpected(std::move(*complaint_.error));
    if (const Json* request = fields.get("request")) {
      auto inner = read_request(*request, pack_, plan_.made.value_or(clock_));
      if (!inner) {
        const std::string& field = inner.error().field;
        inner.error().field = field.empty() ? "request" : "request." + field;
        return std::unexpected(std::move(inner.error()));
      }
      plan_.request = std::move(*inner);
    }
    return std::move(plan_);
  }

 private:
  void head(Fields& fields) {
    const Json* format = fields.need("format", '"' + std::string(plan_format) + '"');
    if (format != nullptr && (format->kind != Json::Kind::string || format->text != plan_format)) {
      fields.complain(ErrorCode::format_unknown, "format", *format,
                      '"' + std::string(plan_format) + '"');
    }
    plan_.id = fields.text("id", limits::word_length).value_or("");
    plan_.made = fields.instant("made");
    plan_.knowledge = fields.text("knowledge", limits::word_length).value_or("");
    fields.need("outcome", "plan | refused");
    plan_.outcome = fields.text("outcome", limits::word_length).value_or("");
    plan_.total_seconds = fields.integer("total_seconds", any_seconds).value_or(0);
    plan_.has_refusal = fields.get("refusal") != nullptr;
    plan_.has_urgent = fields.text("urgent", limits::urgent_length).has_value();
  }

  void steps(Fields& fields) {
    fields.need("steps", "a list of steps");
    const Json* json = fields.list("steps", limits::steps_read);
    for (std::size_t i = 0; json != nullptr && i < json->items.size(); ++i) {
      Fields step(json->items[i], "steps[" + std::to_string(i) + ']', complaint_);
      if (!step.is_object()) return;
      plan_.steps.push_back(this->step(step));
    }
  }

  StepDocument step(Fields& fields) {
    StepDocument step;
    fields.need("area", "a known area");
    step.area = word(fields, "area");
    step.side = word(fields, "side");
    step.technique = word(fields, "technique");
    step.motion = word(fields, "motion");
    step.tool = word(fields, "tool");
    step.place = word(fields, "place");
    step.position = word(fields, "position");
    step.variant = word(fields, "variant");
    step.rung = fields.integer("rung", any_count);
    step.intensity = fields.integer("intensity", any_count);
    step.setup_seconds = fields.integer("setup_seconds", any_seconds).value_or(0);
    fields.need("sets", "a list of seconds");
    step.sets = numbers(fields, "sets", limits::sets_read);
    step.rest_seconds = fields.integer("rest_seconds", any_seconds).value_or(0);
    step.seconds = fields.integer("seconds", any_seconds).value_or(0);
    step.seconds_per_pass = fields.integer("seconds_per_pass", any_seconds);
    const auto target = numbers(fields, "level_target", 2);
    if (target.size() == 2) {
      step.level_low = target[0];
      step.level_high = target[1];
    }
    const Json* json = fields.list("alternatives", limits::alternatives_read);
    for (std::size_t i = 0; json != nullptr && i < json->items.size(); ++i) {
      const std::string path = fields.path_of("alternatives[" + std::to_string(i) + ']');
      Fields inner(json->items[i], path, complaint_);
      if (!inner.is_object()) break;
      step.alternatives.push_back({word(inner, "technique"), word(inner, "tool"),
                                   word(inner, "variant"), inner.integer("rung", any_count),
                                   inner.integer("intensity", any_count)});
    }
    return step;
  }

  static std::string word(Fields& fields, std::string_view name) {
    return fields.text(name, limits::word_length).value_or("");
  }

  std::vector<std::int32_t> numbers(Fields& fields, std::string_view name, std::size_t most) {
    std::vector<std::int32_t> out;
    const Json* json = fields.list(name, most);
    for (std::size_t i = 0; json != nullptr && i < json->items.size(); ++i) {
      const auto value = base::whole_number(json->items[i]);
      if (!value || *value < any_seconds.least || *value > any_seconds.most) {
        complaint_.say(ErrorCode::field_type,
                       fields.path_of(std::string(name) + '[' + std::to_string(i) + ']'),
                       base::shown(json->items[i]), "a whole number");
        return out;
      }
      out.push_back(static_cast<std::int32_t>(*value));
    }
    return out;
  }

  void advice(Fields& fields) {
    const Json* json = fields.list("advice", limits::advice_read);
    for (std::size_t i = 0; json != nullptr && i < json->items.size(); ++i) {
      Fields entry(json->items[i], "advice[" + std::to_string(i) + ']', complaint_);
      if (!entry.is_object()) return;
      plan_.advice_rules.push_back(word(entry, "rule"));
    }
  }

  const knowledge::Pack& pack_;
  base::Instant clock_;
  Complaint complaint_;
  PlanDocument plan_;
};

}  // namespace

base::Result<PlanDocument> read_plan(std::string_view text, const knowledge::Pack& pack,
                                     base::Instant clock) {
  auto json = base::parse_json(text);
  if (!json) return std::unexpected(std::move(json.error()));
  return PlanReader(pack, clock).read(*json);
}

}  // namespace unknot::model
