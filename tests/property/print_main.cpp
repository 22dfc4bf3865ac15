// Prints calls and their native answers for the comparison with WebAssembly, three lines each:
// verb, input, answer. COUNT requests are planned; every tenth is explained too, compared with the
// one before it, and guided through a storm of events: print COUNT SEED

#include <cstdio>
#include <cstdlib>
#include <string>

#include "requests.hpp"
#include "unknot/coach/coach.hpp"
#include "unknot/session/events.hpp"

namespace {

using unknot::property::Random;
using unknot::session::EventKind;

/// Mostly time going by; now and then something else, or a clock that jumps.
std::string storm(Random& random) {
  const auto& kinds = unknot::knowledge::EnumNames<EventKind>::all;
  unknot::base::JsonWriter out;
  out.begin_array();
  std::int64_t at = random.between(-1000000, 1000000);
  const std::size_t calm = 4 + random.below(100);
  for (int i = 0; i < 300; ++i) {
    at += random.one_in(4 * calm) ? random.between(-100000, 100000) : random.between(0, 2500);
    auto kind = EventKind::tick;
    if (i == 0) kind = EventKind::start;
    if (i > 0 && random.one_in(calm)) kind = kinds[random.below(kinds.size())].value;
    // Whatever pauses a session would be its end if nobody went on.
    if (i > 0 && random.one_in(20)) kind = EventKind::resume;
    // A tender spot is held for half a minute, if nothing comes between.
    if (i > 40 && random.one_in(100)) kind = EventKind::hold_spot;
    const bool fatal =
        kind == EventKind::stop || kind == EventKind::dizzy || kind == EventKind::urgent;
    if (fatal && !random.one_in(10)) kind = EventKind::resume;
    out.begin_object().key("at").number(at).key("event").string(unknot::knowledge::name_of(kind));
    if (kind == EventKind::level)
      out.key("level").number(random.between(0, random.one_in(4) ? 10 : 7));
    out.end_object();
  }
  return out.end_array().take();
}

void print(const char* verb, const std::string& input) {
  const std::string answer = unknot::coach::call(verb, input);
  std::printf("%s\n%s\n%s\n", verb, input.c_str(), answer.c_str());
}

/// In each language in turn.
std::string spoken(std::string request, const unknot::knowledge::Language& language) {
  return request.insert(1, "\"language\":\"" + std::string(language.id) + "\",");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const auto& pack = unknot::knowledge::embedded_pack();
  unknot::property::RequestMaker maker(pack, std::strtoull(argv[2], nullptr, 10));
  Random random(std::strtoull(argv[2], nullptr, 10));
  std::string before;
  for (int i = 1; i <= std::atoi(argv[1]); ++i) {
    const auto turn = static_cast<std::size_t>(i) % pack.languages.size();
    const std::string request = spoken(maker.next(), pack.languages[turn]);
    print("plan", request);
    if (i % 10 == 0) {
      print("explain", request);
      print("compare", "{\"a\":" + before + ",\"b\":" + request + "}");
      print("session", "{\"request\":" + request + ",\"events\":" + storm(random) + "}");
    }
    before = request;
  }
  return 0;
}
