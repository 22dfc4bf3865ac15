#include "voice_program.hpp"

#include <functional>
#include <optional>
#include <vector>

#include "child.hpp"
#include "host.hpp"
#include "track_file.hpp"
#include "unknot/base/text.hpp"
#include "unknot/knowledge/speech.hpp"

namespace unknot::cli {

using guidance::Weight;

namespace {

std::string path_of(std::string_view name) {
  if (name.find('/') != std::string_view::npos) {
    return is_program(std::string(name)) ? std::string(name) : std::string();
  }
  const std::string path = variable("PATH");
  for (const auto folder : base::split(path, ':')) {
    std::string candidate = std::string(folder) + '/' + std::string(name);
    if (!folder.empty() && is_program(candidate)) return candidate;
  }
  return {};
}

class Silence : public Voice {
 public:
  void say(const std::string&, Weight) override {}
  void hush() override {}
  void turn() override {}
};

/// Says one thing at a time. What is urgent cuts in; one thing more may wait, the newest.
class VoiceProgram : public Voice {
 public:
  /// What the program reads for a text; empty: the text itself.
  using Rendering = std::function<std::string(const std::string& text)>;

  VoiceProgram(std::vector<std::string> words, std::vector<std::string> stop,
               Rendering rendering = {})
      : words_(std::move(words)), stop_(std::move(stop)), rendering_(std::move(rendering)) {}

  ~VoiceProgram() override { child_.end(); }

  void say(const std::string& text, Weight weight) override {
    const bool speaking = child_.running();
    if (speaking && weight == Weight::aside) return;
    if (speaking && weight == Weight::cue) {
      waiting_ = text;
      return;
    }
    if (speaking) hush();
    start(text);
  }

  void hush() override {
    waiting_.reset();
    if (!child_.running()) return;
    child_.end();
    // A speech server goes on when its client is gone.
    if (!stop_.empty()) stopper_.start(stop_, {});
  }

  void turn() override {
    if (!waiting_ || child_.running()) return;
    start(*waiting_);
    waiting_.reset();
  }

 private:
  void start(const std::string& text) {
    child_.start(words_, rendering_ ? rendering_(text) : text);
  }

  std::vector<std::string> words_;
  std::vector<std::string> stop_;
  Rendering rendering_;
  Child child_;
  Child stopper_;
  std::optional<std::string> waiting_;
};

std::unique_ptr<Voice> voice_by(std::string path, const std::string& language) {
  const std::string name = path.substr(path.rfind('/') + 1);
  if (name == "spd-say") {
    // -e reads the text, -w stays until it is said.
    return std::make_unique<VoiceProgram>(
        std::vector<std::string>{path, "-w", "-l", language, "-N", "unknot", "-e"},
        std::vector<std::string>{path, "-C"});
  }
  if (name == "espeak-ng" || name == "espeak") {
    return std::make_unique<VoiceProgram>(std::vector<std::string>{path, "-v", language, "--stdin"},
                                          std::vector<std::string>{});
  }
  return std::make_unique<VoiceProgram>(std::vector<std::string>{std::move(path)},
                                        std::vector<std::string>{});
}

/// A program that plays raw samples from its standard input.
std::vector<std::string> player() {
  const std::string rate = std::to_string(guidance::sample_rate);
  if (std::string path = path_of("paplay"); !path.empty()) {
    return {path, "--raw", "--format=s16le", "--rate=" + rate, "--channels=1"};
  }
  if (std::string path = path_of("aplay"); !path.empty()) {
    return {path, "-q", "-t", "raw", "-f", "S16_LE", "-r", rate, "-c", "1"};
  }
  return {};
}

/// Sentence by sentence, as bytes with the lowest first. A sentence without a clip, such as a
/// greeting by name, is left out: what is on the screen says it.
std::string samples_of(const ClipShelf& shelf, const std::string& text) {
  std::string out;
  for (const auto sentence : knowledge::sentences_of(text)) {
    for (const std::int16_t sample : shelf.samples(sentence)) {
      out += static_cast<char>(sample & 0xFF);
      out += static_cast<char>((sample >> 8) & 0xFF);
    }
    out.append(std::size_t{knowledge::sentence_gap_ms} * guidance::sample_rate / 1000 * 2, 0);
  }
  return out;
}

base::Result<std::unique_ptr<Voice>> clip_voice(const std::string& language) {
  auto shelf = ClipShelf::open(language, "");
  if (!shelf) return std::unexpected(shelf.error());
  auto words = player();
  if (words.empty()) {
    return base::fail(base::ErrorCode::id_unknown, "--voice", "clips",
                      "paplay or aplay to play them with");
  }
  return std::make_unique<VoiceProgram>(
      std::move(words), std::vector<std::string>{},
      [shelf = std::make_shared<ClipShelf>(std::move(*shelf))](const std::string& text) {
        return samples_of(*shelf, text);
      });
}

}  // namespace

std::unique_ptr<Voice> no_voice() { return std::make_unique<Silence>(); }

base::Result<std::unique_ptr<Voice>> voice_for(const std::string& wish,
                                               const std::string& language) {
  if (wish == "off") return no_voice();
  if (wish == "clips") return clip_voice(language);
  if (wish != "auto") {
    std::string path = path_of(wish);
    if (!path.empty()) return voice_by(std::move(path), language);
    return base::fail(base::ErrorCode::id_unknown, "--voice", wish,
                      "auto, off, clips or a program that can be run");
  }
  for (const std::string_view name : voice_programs) {
    if (std::string path = path_of(name); !path.empty()) return voice_by(std::move(path), language);
  }
  return no_voice();
}

}  // namespace unknot::cli
