#include "unknot/guidance/inventory.hpp"

#include <algorithm>
#include <functional>
#include <set>

#include "unknot/guidance/speaker.hpp"
#include "unknot/guidance/wording.hpp"
#include "unknot/knowledge/phrases.hpp"
#include "unknot/knowledge/speech.hpp"

namespace unknot::guidance {

using knowledge::Pack;

namespace {

constexpr std::int64_t most_seconds = 99;
constexpr std::int64_t longest_session_seconds = 20 * 60;
constexpr std::int64_t coarse_seconds = 15;
constexpr std::int64_t most_sets = 6;
constexpr std::int64_t most_steps = 16;
constexpr std::int64_t most_level = 10;

using Values = std::vector<std::string>;

class Gathering {
 public:
  Gathering(const Pack& pack, std::string_view language)
      : pack_(pack), words_(pack, language), speaker_(pack, language) {}

  std::vector<std::string> run() {
    for (const auto& phrase : words_.language().phrases) {
      const std::string_view key = phrase.key;
      const bool part = key.starts_with("voice.tool.") || key.starts_with("voice.second_") ||
                        key.starts_with("voice.minute") || key.starts_with("voice.step_o") ||
                        key == "voice.local_number" || key == "voice.fault";
      if (key == "voice.from_to" || key == "voice.fault") continue;  // Below, by technique.
      if (!part && key.starts_with("voice.")) add_phrase(key, phrase.text);
    }
    for (const auto& technique : pack_.techniques) add_technique(technique);
    for (const auto& flag : pack_.red_flags) {
      for (const auto& number : values("number", "")) {
        add(fill(words_.own(flag.text), {{"number", number}}));
      }
    }
    return {out_.begin(), out_.end()};
  }

 private:
  void add(const std::string& text) {
    const std::string spoken = capitalised(text);
    for (const auto sentence : knowledge::sentences_of(spoken)) out_.emplace(sentence);
  }

  void add_technique(const knowledge::Technique& technique) {
    add(words_.set_up(technique));
    for (const auto cue : technique.cues) add(words_.own(cue));
    for (const auto& variant : technique.variants) add(words_.own(variant.how));
    for (const auto& row : technique.faults) {
      add(words_.phrase("voice.fault", {{"fault", words_.own(row.fault)},
                                        {"correction", words_.own(row.correction)}}));
    }
    if (technique.motion == knowledge::Motion::stroke) {
      add(words_.phrase("voice.from_to", {{"start", words_.own(technique.start)},
                                          {"end", words_.own(technique.end)}}));
    }
  }

  /// Each sentence of a phrase with every value of every slot in it. A slot in one sentence does
  /// not multiply the others.
  void add_phrase(std::string_view key, std::string_view text) {
    for (const auto sentence : knowledge::sentences_of(text)) {
      add_filled(key, std::string(sentence));
    }
  }

  void add_filled(std::string_view key, const std::string& sentence) {
    const auto open = sentence.find('{');
    if (open == std::string::npos) {
      add(sentence);
      return;
    }
    const auto close = sentence.find('}', open);
    const std::string slot = sentence.substr(open + 1, close - open - 1);
    for (const auto& value : values(slot, key)) {
      add_filled(key, sentence.substr(0, open) + value + sentence.substr(close + 1));
    }
  }

  [[nodiscard]] Values numbers(std::int64_t first, std::int64_t last) const {
    Values out;
    for (auto n = first; n <= last; ++n) out.push_back(words_.number(n));
    return out;
  }

  [[nodiscard]] Values times(std::string_view key) const {
    Values out;
    if (key == "voice.hello" || key == "voice.hello_name") {
      for (std::int64_t n = 1; n * 60 <= longest_session_seconds; ++n) {
        out.push_back(words_.count("minute", n));
      }
    } else if (key == "voice.time_left") {
      for (auto n = coarse_seconds; n <= longest_session_seconds; n += coarse_seconds) {
        out.push_back(words_.time(n));
      }
    } else if (key == "voice.last_seconds") {
      out.push_back(words_.time(pack_.number(knowledge::Number::call_seconds)));
    } else if (key == "voice.tender") {
      out.push_back(words_.time(pack_.number(knowledge::Number::hold_max_seconds)));
    } else {
      for (std::int64_t n = 1; n <= most_seconds; ++n) out.push_back(words_.time(n));
    }
    return out;
  }

  [[nodiscard]] Values sides() const {
    Values out;
    for (std::size_t i = 0; i < knowledge::area_count(pack_); ++i) {
      const knowledge::PlaceIndex area{static_cast<std::uint16_t>(i)};
      for (const auto side : {model::Side::left, model::Side::right, model::Side::both}) {
        out.push_back(words_.side(area, side));
      }
    }
    return out;
  }

  [[nodiscard]] Values tools() const {
    Values out;
    for (const auto& contact : pack_.contacts) {
      model::Tool tool;
      tool.kind = contact.kind;
      tool.density = contact.density;
      tool.surface = contact.surface;
      out.push_back(words_.tool(tool));
    }
    return out;
  }

  [[nodiscard]] Values emergency_numbers() const {
    Values out{words_.phrase("voice.local_number")};
    for (const auto& row : pack_.emergency_numbers) out.push_back(words_.digits(row.number));
    return out;
  }

  /// Every reason why a step can be in a plan.
  [[nodiscard]] Values reasons() const {
    Values out;
    model::Request request;
    const auto add = [&](const model::Why& why) { out.push_back(speaker_.why(why, request)); };
    for (std::size_t i = 0; i < pack_.places.size(); ++i) {
      const knowledge::PlaceIndex place{static_cast<std::uint16_t>(i)};
      for (const auto reason :
           {model::Reason::offered, model::Reason::complaint, model::Reason::wish}) {
        add({reason, place, model::Side::both});
      }
    }
    for (const auto& goal : pack_.goals) {
      request.goal = goal.kind;
      add({model::Reason::goal, {}, model::Side::both});
    }
    for (std::size_t i = 0; i < pack_.activities.size(); ++i) {
      request.activity = {static_cast<std::uint16_t>(i)};
      add({model::Reason::activity, {}, model::Side::both});
    }
    return out;
  }

  [[nodiscard]] Values values(std::string_view slot, std::string_view key) const {
    if (slot == "what") return sides();
    if (slot == "tool") return tools();
    if (slot == "time") return times(key);
    if (slot == "why") return reasons();
    if (slot == "number") return emergency_numbers();
    if (slot == "count") return numbers(1, most_sets);
    if (slot == "n")
      return key == "voice.level_taken" ? numbers(0, most_level) : numbers(1, most_sets);
    if (slot == "pass") {
      Values out;
      for (auto n = pack_.number(knowledge::Number::pace_min_seconds);
           n <= pack_.number(knowledge::Number::pace_max_seconds); ++n) {
        out.push_back(words_.time(n));
      }
      return out;
    }
    if (slot == "steps") {
      Values out;
      for (std::int64_t n = 1; n <= most_steps; ++n) out.push_back(words_.count("step", n));
      return out;
    }
    return {};  // A name: nobody's but the person's own.
  }

  const Pack& pack_;
  Wording words_;
  Speaker speaker_;
  std::set<std::string> out_;
};

}  // namespace

std::vector<std::string> inventory(const Pack& pack, std::string_view language) {
  return Gathering(pack, language).run();
}

}  // namespace unknot::guidance
