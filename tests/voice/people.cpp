#include "people.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "unknot/coach/coach.hpp"
#include "unknot/guidance/mixer.hpp"

namespace unknot::voice {

namespace {

const knowledge::Pack& pack() { return knowledge::embedded_pack(); }

coach::Context then() { return {*base::parse_instant("2026-11-22T08:00:00Z"), {}}; }

std::string planned(const std::string& request) {
  const auto answer = coach::plan(request, pack(), then());
  return answer && answer->answer.plan ? answer->json : std::string();
}

}  // namespace

std::vector<Plan> golden_plans() {
  std::vector<Plan> out;
  for (const auto& file : std::filesystem::directory_iterator("tests/golden/people")) {
    std::ifstream in(file.path(), std::ios::binary);
    const std::string request{std::istreambuf_iterator<char>(in), {}};
    if (auto json = planned(request); !json.empty()) {
      out.push_back({file.path().stem().string(), std::move(json)});
    }
  }
  return out;
}

std::string quarter_of_an_hour() {
  return planned(R"({"format":"unknot/request@1","now":"2026-11-22T08:00:00Z","minutes":15,
    "person":{"experience":"regular","age":30,"mass_kg":70},"at":["floor","wall","chair"],
    "activity":"running","red_flags":{"screened":true,"at":"2026-11-22T07:59:00Z"},
    "tools":[{"id":"r","kind":"roller","density":"soft","surface":"smooth"},
             {"id":"b","kind":"ball","density":"soft","surface":"smooth"}]})");
}

std::vector<std::string> languages() {
  std::vector<std::string> out;
  for (const auto& language : pack().languages) out.emplace_back(language.id);
  return out;
}

const voice_clips::Clips& clips_of(const std::string& language) {
  static std::map<std::string, voice_clips::Clips> all;
  auto found = all.find(language);
  if (found == all.end()) {
    auto clips = voice_clips::open(std::string(UNKNOT_CLIPS_FOLDER) + '/' + language + ".clips");
    if (!clips) std::abort();
    found = all.emplace(language, std::move(*clips)).first;
  }
  return found->second;
}

guidance::LengthOf lengths_of(const voice_clips::Clips& clips) {
  return [&clips](std::string_view sentence) -> std::optional<std::int64_t> {
    const auto samples = clips.length(sentence);
    if (!samples) return std::nullopt;
    return (std::int64_t{*samples} * 1000 + guidance::sample_rate - 1) / guidance::sample_rate;
  };
}

coach::Track told(const std::string& plan_json, const std::string& language,
                  guidance::Verbosity verbosity) {
  coach::Telling telling;
  telling.language = language;
  telling.verbosity = verbosity;
  telling.length = lengths_of(clips_of(language));
  auto track = coach::laid_out(plan_json, telling, pack(), then());
  if (!track) std::abort();
  return std::move(*track);
}

}  // namespace unknot::voice
