// Any lines as what a page asks of the desk, one call a line: VERB and JSON; +N lets N ms go by.
// Each answer is JSON, an error says what was expected and changes nothing, what was written fills
// another desk, which plans and tells the same with headings of plans alone, and whatever plan is
// begun the audit lets pass with everything that was said at that moment.
//
// So that few bytes say much, these stand for what a page would put in: $M now, unix_ms and chance;
// $A the clock that never goes back; $W the person, $P the plan and $S the session seen last.

#include <cstdint>
#include <map>
#include <vector>

#include "demand.hpp"
#include "unknot/base/json.hpp"
#include "unknot/base/sha256.hpp"
#include "unknot/base/text.hpp"
#include "unknot/desk/desk.hpp"
#include "unknot/model/plan_document.hpp"
#include "unknot/model/request_format.hpp"
#include "unknot/safety/audit.hpp"

namespace unknot::fuzz {

namespace {

using base::Json;
using base::JsonWriter;

constexpr base::JsonLimits any_size{std::size_t{1} << 26, 96};
constexpr std::int64_t began_ms = 1'795'334'400'000;  ///< 2026-11-22T08:00:00Z
constexpr std::size_t most_calls = 60;

std::string raw(const Json& json) { return JsonWriter().value(json).take(); }

const Json* member(const Json* json, std::string_view name) {
  return json == nullptr ? nullptr : json->find(name);
}

class Page {
 public:
  explicit Page(const knowledge::Pack& pack) : pack_(pack), desk_(pack) {}

  void line(std::string_view text) {
    if (text.starts_with('+')) {
      const auto ms = base::parse_integer(text.substr(1));
      if (ms && *ms >= 0 && *ms < 1'000'000'000) passed_ += *ms;
      return;
    }
    const auto space = text.find(' ');
    if (space != text.npos) ask(text.substr(0, space), filled(text.substr(space + 1)));
  }

  void fills_another() const {
    desk::Desk whole(pack_);
    load(whole, records_);
    same_with_headings(whole);
  }

 private:
  std::string now() const { return format_instant(base::Instant{(began_ms + passed_) / 1000, 0}); }

  std::string moment() {
    const std::string chance = base::to_hex(base::sha256(std::to_string(++calls_))).substr(0, 32);
    return R"("now":")" + now() + R"(","unix_ms":)" + std::to_string(began_ms + passed_) +
           R"(,"chance":")" + chance + '"';
  }

  std::string filled(std::string_view text) {
    const std::map<char, std::string> words{{'M', moment()},
                                            {'A', std::to_string(passed_)},
                                            {'W', person_},
                                            {'P', plan_},
                                            {'S', session_}};
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const auto word = i + 1 < text.size() ? words.find(text[i + 1]) : words.end();
      if (text[i] == '$' && word != words.end()) {
        out += word->second;
        ++i;
      } else {
        out += text[i];
      }
    }
    return out;
  }

  void ask(std::string_view verb, const std::string& input) {
    const std::string before = everything();
    const std::string answer = desk_.call(verb, input);
    const auto json = base::parse_json(answer, any_size);
    demand(json.has_value(), "an answer is JSON: " + answer);
    if (const Json* error = json->find("error")) {
      for (const std::string_view name : {"code", "expected", "says"}) {
        const Json* text = error->find(name);
        demand(text != nullptr && !text->text.empty(), "an error has words: " + answer);
      }
      demand(everything() == before, "an error changes nothing: " + answer);
      return;
    }
    take_in(verb, input, *json);
  }

  std::string everything() {
    return desk_.call("log_export", R"({"person":null,"as":"json","now":")" + now() + R"("})");
  }

  void take_in(std::string_view verb, const std::string& input, const Json& answer) {
    if (const Json* records = answer.find("records")) {
      for (const Json& record : records->items) keep(record);
    }
    if (verb == "log_plan") plan_ = raw(answer);
    if (const Json* plan =
            verb == "guidable" || verb == "open_shared" ? answer.find("plan") : nullptr) {
      plan_ = raw(*plan);
    }
    if (const Json* session = member(&answer, "session"); session && !session->text.empty()) {
      session_ = '"' + session->text + '"';
    }
    if (verb == "log_forget") records_.clear();
    if (verb == "guide_begin") judge_begun(input);
  }

  void keep(const Json& record) {
    records_.push_back(raw(record));
    const Json* kind = record.find("kind");
    if (kind != nullptr && kind->text == "person") person_ = raw(*record.find("id"));
  }

  /// By the audit, for the request in the plan with what was said beside it.
  void judge_begun(const std::string& input) const {
    const auto asked = base::parse_json(input, any_size);
    const Json* plan = member(&*asked, "plan");
    const auto clock = base::parse_instant(now()).value_or(base::Instant{});
    const auto document = model::read_plan(raw(*plan), pack_, clock);
    demand(document && document->request, "what is begun is a plan");
    model::Request request = *document->request;
    request.now = clock;
    JsonWriter said;
    said.begin_object().key("format").string(model::request_format).key("minutes").number(1);
    said.key("tools").begin_array().end_array().key("red_flags");
    const Json* flags = member(&*asked, "red_flags");
    flags != nullptr ? said.value(*flags) : said.begin_object().end_object();
    if (const Json* feel = member(&*asked, "feel")) said.key("feel").value(*feel);
    const auto now_said = model::read_request(said.end_object().take(), pack_, clock);
    demand(now_said.has_value(), "what is said beside a plan that is begun can be read");
    demand(now_said->red_flags.present.empty(), "nobody is guided over a warning sign");
    request.feel.insert(request.feel.end(), now_said->feel.begin(), now_said->feel.end());
    const auto breaches = safety::audit(*document, request, pack_);
    demand(breaches.empty(), "what is begun is lawful: " + input);
  }

  void load(desk::Desk& into, const std::vector<std::string>& records) const {
    std::string all;
    for (const std::string& record : records) all += (all.empty() ? "" : ",") + record;
    const std::string answer = into.call("log_load", R"({"format":"unknot/journal@1","made":")" +
                                                         now() + R"(","records":[)" + all + "]}");
    demand(!answer.starts_with(R"({"error")"), "what was written is read: " + answer);
  }

  /// As a page does that was loaded anew: of plans but the newest only headings, of events but
  /// those of the newest nothing. Nobody sees the difference.
  void same_with_headings(desk::Desk& whole) const {
    std::map<std::string, std::string> newest;  // By person.
    std::string headings;
    for (const std::string& record : records_) {
      const Json json = *base::parse_json(record, any_size);
      if (member(&json, "kind")->text != "plan") continue;
      std::string& id = newest[member(&json, "person")->text];
      id = std::max(id, member(&json, "id")->text);
      headings += headings.empty() ? "{" : ",{";
      for (const std::string_view name : {"id", "person", "at"}) {
        headings += (headings.ends_with('{') ? "" : ",") + ('"' + std::string(name)) +
                    "\":" + raw(*member(&json, name));
      }
      headings += '}';
    }
    std::vector<std::string> some;
    for (const std::string& record : records_) {
      const Json json = *base::parse_json(record, any_size);
      const std::string& kind = member(&json, "kind")->text;
      const std::string& session = member(&json, "session")->text;
      const bool bulk = kind == "plan" || kind == "event";
      if (!bulk || newest[member(&json, "person")->text] == session) some.push_back(record);
    }
    desk::Desk light(pack_);
    load(light, some);
    const std::string told = light.call("log_headings", R"({"sessions":[)" + headings + "]}");
    demand(!told.starts_with(R"({"error")"), "headings are taken: " + told);
    const std::string who = R"("now":")" + now() + R"(","person":)" + person_;
    const std::string request =
        R"({"format":"unknot/request@1","minutes":10,"red_flags":{"screened":true,"at":")" + now() +
        R"("},"tools":[{"id":"blue","kind":"roller","density":"soft","surface":"smooth"}]})";
    for (const auto& [verb, input] : {std::pair{"log_today", '{' + who + '}'},
                                      {"log_view", '{' + who + '}'},
                                      {"log_plan", '{' + who + R"(,"request":)" + request + '}'}}) {
      demand(light.call(verb, input) == whole.call(verb, input),
             "a heading is as good as its plan: " + std::string(verb));
    }
  }

  const knowledge::Pack& pack_;
  desk::Desk desk_;
  std::int64_t passed_ = 0;
  int calls_ = 0;
  std::string person_ = "null";
  std::string plan_ = "null";
  std::string session_ = "null";
  std::vector<std::string> records_;
};

}  // namespace

}  // namespace unknot::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  unknot::fuzz::Page page(unknot::knowledge::embedded_pack());
  std::size_t calls = 0;
  for (const auto line : unknot::base::split(text, '\n')) {
    if (++calls > unknot::fuzz::most_calls) break;
    page.line(line);
  }
  page.fills_another();
  return 0;
}
