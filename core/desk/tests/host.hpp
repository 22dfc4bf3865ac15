#pragma once
/// @file
/// A host in a test: a clock, chance, and the records it keeps.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "unknot/base/json.hpp"
#include "unknot/base/sha256.hpp"
#include "unknot/coach/coach.hpp"
#include "unknot/desk/desk.hpp"
#include "unknot/journal/format.hpp"

namespace unknot::desk {

using base::Json;
using base::JsonWriter;

inline Json parsed(std::string_view text) {
  auto json = base::parse_json(text, {std::size_t{1} << 26, 64});
  EXPECT_TRUE(json.has_value()) << text.substr(0, 200);
  return json ? *json : Json{};
}

inline std::string raw(const Json& json) { return JsonWriter().value(json).take(); }

/// The member at a path such as `scene.step`; an empty value when there is none.
inline Json at(const Json& json, std::string_view path) {
  const Json* here = &json;
  while (!path.empty() && here != nullptr) {
    const auto dot = path.find('.');
    here = here->find(path.substr(0, dot));
    path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
  }
  return here == nullptr ? Json{} : *here;
}

class Host {
 public:
  Host() : desk(knowledge::embedded_pack()) {}

  /// Members of a call at which records may be written, without braces.
  std::string moment() {
    const std::string chance = base::to_hex(base::sha256(std::to_string(++calls_))).substr(0, 32);
    const base::Instant now{wall_ms / 1000, 60};
    return R"("now":")" + format_instant(now) + R"(","unix_ms":)" + std::to_string(wall_ms) +
           R"(,"chance":")" + chance + '"';
  }

  /// Whatever comes back. What was written is kept, as a host does.
  Json ask(std::string_view verb, const std::string& members) {
    last = desk.call(verb, '{' + members + '}');
    Json out = parsed(last);
    for (const Json& record : at(out, "records").items) kept.push_back(raw(record));
    return out;
  }

  /// The same, which must not be an error.
  Json good(std::string_view verb, const std::string& members) {
    Json out = ask(verb, members);
    EXPECT_EQ(out.find("error"), nullptr) << verb << ": " << last;
    return out;
  }

  /// "code field" of the error that must come back.
  std::string bad(std::string_view verb, const std::string& members) {
    const Json out = ask(verb, members);
    return at(out, "error.code").text + ' ' + at(out, "error.field").text;
  }

  void pass(std::int64_t ms) {
    boot_ms += ms;
    wall_ms += ms;
  }

  /// A person with a soft roller; its id.
  std::string person(const std::string& name = "Ada", const std::string& facts = {}) {
    const Json out = good(
        "log_write",
        moment() + R"(,"entries":[{"kind":"person","data":{"name":")" + name +
            R"("}},{"kind":"profile","data":{"conditions":[],"at":["floor","wall"],"tools":[)" +
            R"({"id":"blue","kind":"roller","density":"soft","surface":"smooth"}])" + facts +
            "}}]");
    return at(out, "records").items.front().find("id")->text;
  }

  std::string screened() {
    const base::Instant now{wall_ms / 1000, 60};
    return R"("red_flags":{"screened":true,"at":")" + format_instant(now) + R"(","present":[]})";
  }

  /// NOW and AREA of a template filled in.
  std::string filled(std::string text, const std::string& area) const {
    const base::Instant now{wall_ms / 1000, 60};
    for (const auto& [name, value] : {std::pair{"NOW", format_instant(now)}, {"AREA", area}}) {
      const std::string word = name;
      for (auto at = text.find(word); at != text.npos; at = text.find(word, at + value.size())) {
        text.replace(at, word.size(), value);
      }
    }
    return text;
  }

  /// A plan as JSON.
  std::string plan(const std::string& who, const std::string& request = R"("minutes":5)") {
    static_cast<void>(good("log_plan", moment() + R"(,"person":)" + quoted(who) +
                                           R"(,"request":{)" + request + ',' + screened() + '}'));
    return last;
  }

  static std::string quoted(const std::string& id) { return id.empty() ? "null" : '"' + id + '"'; }

  Json begin(const std::string& who, const std::string& plan, const std::string& more = {}) {
    return good("guide_begin", begin_members(who, plan, more));
  }
  std::string begin_members(const std::string& who, const std::string& plan,
                            const std::string& more = {}) {
    return moment() + R"(,"person":)" + quoted(who) + R"(,"plan":)" + plan + R"(,"at":)" +
           std::to_string(boot_ms) + more;
  }

  Json on(const std::string& event, const std::string& more = {}) {
    return good("guide_on", moment() + R"(,"at":)" + std::to_string(boot_ms) +
                                R"(,"happened":{"event":")" + event + '"' + more + '}');
  }

  /// Ticks as a page sends them.
  Json roll(std::int64_t ms, std::int64_t frame = 500) {
    Json out;
    for (std::int64_t gone = 0; gone < ms; gone += frame) {
      pass(frame);
      out = on("tick");
    }
    return out;
  }

  /// Ticks until the phase is there.
  bool until(std::string_view phase) {
    for (int i = 0; i < 4000; ++i) {
      if (at(roll(500), "scene.phase").text == phase) return true;
    }
    return false;
  }

  std::string journal() const {
    std::string all;
    for (const auto& record : kept) all += (all.empty() ? "" : ",") + record;
    return R"("format":"unknot/journal@1","made":"2026-11-22T08:00:00Z","records":[)" + all + ']';
  }

  /// The page is loaded anew: only what was kept is there.
  void reload() {
    desk = Desk(knowledge::embedded_pack());
    const auto records = kept;
    static_cast<void>(good("log_load", journal()));
    kept = records;
  }

  std::vector<std::string> kinds() const {
    std::vector<std::string> out;
    for (const auto& record : kept) out.push_back(at(parsed(record), "kind").text);
    return out;
  }
  int count(std::string_view kind) const {
    const auto all = kinds();
    return static_cast<int>(std::count(all.begin(), all.end(), kind));
  }

  Desk desk;
  std::int64_t boot_ms = 5000;
  std::int64_t wall_ms = 1'795'334'400'000;  ///< 2026-11-22T08:00:00Z
  std::vector<std::string> kept;             ///< Records, as JSON.
  std::string last;                          ///< The last answer, as it came.

 private:
  int calls_ = 0;
};

}  // namespace unknot::desk
