// Any bytes as what the call `session` takes: an error that says what was expected, or an answer
// that is JSON, the same each time, and in which somebody with a stopwatch
// (tests/session/watcher.hpp) finds nothing. What follows a zero byte are events in two bytes each,
// for the request before it, so that few bytes guide a long session.

#include "unknot/coach/session.hpp"
#include "demand.hpp"
#include "unknot/base/json.hpp"
#include "unknot/coach/coach.hpp"
#include "watcher.hpp"

namespace {

using namespace unknot;
using fuzz::demand;

/// The first byte tells the event and its level, the second the time since the one before.
std::string written_out(std::string_view request, std::string_view bytes) {
  constexpr std::int64_t ms_per_step = 20;  // Up to 5.1 s: ticks, late ticks and gaps.
  constexpr std::size_t levels = 11;
  const auto& kinds = knowledge::EnumNames<session::EventKind>::all;
  std::string json = R"({"request":)" + std::string(request) + R"(,"events":[)";
  std::int64_t at = 0;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const std::size_t first = static_cast<unsigned char>(bytes[i]);
    const auto& kind = kinds[first % kinds.size()];
    at += static_cast<unsigned char>(bytes[i + 1]) * ms_per_step;
    json += (i == 0 ? R"({"at":)" : R"(,{"at":)") + std::to_string(at) + R"(,"event":")" +
            std::string(kind.name) + '"';
    if (kind.value == session::EventKind::level) {
      json += R"(,"level":)" + std::to_string(first / kinds.size() % levels);
    }
    json += '}';
  }
  return json + "]}";
}

void demand_error(const base::Error& error) {
  demand(!sentence(error).empty() && !error.expected.empty(), "an error says what was expected");
  demand(base::parse_json(coach::error_json(error)).has_value(), "an error is JSON");
}

void watch(const coach::Guided& guided, const knowledge::Pack& pack) {
  const auto& plan = guided.planned.answer.plan;
  if (!plan) return;
  session::Watcher watcher(*plan, pack, {}, session::bounds_of(*plan));
  for (const session::TimedEvent& timed : guided.events) watcher.take(timed);
  for (const std::string& fault : watcher.faults()) demand(false, fault);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto zero = text.find('\0');
  const std::string input = zero == std::string_view::npos
                                ? std::string(text)
                                : written_out(text.substr(0, zero), text.substr(zero + 1));
  const auto& pack = knowledge::embedded_pack();
  const auto guided = coach::guide(input, pack, {});
  if (!guided) {
    demand_error(guided.error());
    return 0;
  }
  constexpr base::JsonLimits any_size{std::size_t{1} << 26, 64};
  demand(base::parse_json(guided->json, any_size).has_value(), "an answer is JSON");
  const auto again = coach::guide(input, pack, {});
  demand(again && again->json == guided->json, "the same events give the same answer");
  watch(*guided, pack);
  return 0;
}
