// Any bytes as a language: as a file, and as what a file holds, sealed as kbc seals it. Either an
// error that says what was expected, and nothing changed; or a whole language that says just what
// the file does.

#include <string>
#include <vector>

#include "demand.hpp"
#include "unknot/base/sha256.hpp"
#include "unknot/coach/coach.hpp"
#include "unknot/knowledge/words.hpp"

namespace {

using namespace unknot::knowledge;
using unknot::fuzz::demand;

constexpr Muscle muscles[] = {{.id = "one", .name = "Soleus"}, {.id = "two", .name = "Calf"}};
constexpr Place places[] = {{.id = "calves", .name = "Calf", .plain = "back of the leg"},
                            {.id = "knee", .name = "Knee", .plain = "knee"}};
constexpr Phrase phrases[] = {{"go", "Go."}, {"stop", "Stop {side}."}};
constexpr Phrase set_ups[] = {{"calves_floor", "Sit."}};
constexpr Phrase sides[] = {{"calves.left", "left calf"}};
constexpr Text numbers[] = {"zero", "one"};
constexpr Language languages[] = {{.id = "en",
                                   .name = "English",
                                   .phrases = phrases,
                                   .set_ups = set_ups,
                                   .sides = sides,
                                   .number_words = numbers},
                                  {.id = "xx", .name = "Xish"}};

Pack small_pack() {
  Pack pack;
  pack.hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
  pack.muscles = muscles;
  pack.places = places;
  pack.languages = languages;
  return pack;
}

std::string sealed(const std::string& body, const Pack& pack) {
  std::string digested = body;
  for (const Text key : shown_texts(pack)) (digested += key) += '\n';
  return std::string(words_format) + '\n' + std::string(pack.hash) + '\n' +
         unknot::base::to_hex(unknot::base::sha256(digested)) + '\n' + body;
}

std::string written(const Language& language) {
  std::string out = std::string(language.id) + '\n';
  const auto line = [&out](Text text) { (out += text) += '\n'; };
  const auto list = [&line](Text name, List<Phrase> all) {
    line(name);
    for (const Phrase& phrase : all) line(phrase.text);
  };
  list("phrases", language.phrases);
  list("texts", language.texts);
  list("set_ups", language.set_ups);
  list("sides", language.sides);
  line("numbers");
  for (const Text word : language.number_words) line(word);
  line("aliases");
  for (const Aliases& row : language.aliases) {
    out += row.place;
    for (const Text word : row.words) (out += '\t') += word;
    out += '\n';
  }
  return out;
}

void judge(const std::string& file) {
  GrowingPack growing(small_pack());
  const auto id = growing.add(file);
  const Language& language = language_of(growing.pack(), "xx");
  if (!id) {
    demand(!id.error().expected.empty(), "an error says what was expected");
    demand(unknot::base::parse_json(unknot::coach::error_json(id.error())).has_value(),
           "an error is JSON");
    demand(language.id == "en", "what is refused changes nothing");
    return;
  }
  demand(*id == "xx" && language.id == "xx", "a language that was added is spoken");
  demand(sealed(written(language), growing.pack()) == file, "it says what the file does");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string input(reinterpret_cast<const char*>(data), size);
  judge(input);
  judge(sealed(input, small_pack()));
  return 0;
}
