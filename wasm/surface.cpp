/// @file
/// The flat C surface of the core in WebAssembly: bytes in, bytes out, nothing else. Every export
/// is listed in exports.txt, and a test compares the two.
///
/// A call, as the host sees it (wasm/npm/core.js does just this):
///   1. unknot_alloc() twice, for the verb and the input, and copy their UTF-8 bytes in;
///   2. unknot_call() answers a handle; the input may be freed at once;
///   3. read unknot_result_size() bytes at unknot_result_ptr(), then unknot_release() the handle.
/// Memory may grow in any of these, so a host makes its views of it anew after each.
/// A trap is a bug of ours: the instance is to be thrown away, its memory is not to be trusted.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "unknot/base/json.hpp"
#include "unknot/coach/coach.hpp"
#include "unknot/coach/track.hpp"
#include "unknot/desk/desk.hpp"
#include "unknot/guidance/mixer.hpp"
#include "unknot/knowledge/words.hpp"

#define UNKNOT_EXPORT(name) __attribute__((export_name(#name)))

namespace {

/// What this instance knows: its pack, and the languages that its host brought.
unknot::knowledge::GrowingPack& knowledge_here() {
  static unknot::knowledge::GrowingPack pack(unknot::knowledge::embedded_pack());
  return pack;
}

const unknot::knowledge::Pack& pack_here() { return knowledge_here().pack(); }

std::string_view view(const char* data, std::size_t size) {
  return size == 0 ? std::string_view{} : std::string_view{data, size};
}

/// A track being mixed. The host brings each clip when its sentence is next; it is let go of when
/// it was mixed, so that a long track needs little memory.
struct Mixing {
  std::string answer;  ///< `unknot/timeline@1`, or an error.
  unknot::guidance::Timeline timeline;
  std::multimap<std::string, unknot::guidance::Samples, std::less<>> clips;
  std::optional<unknot::guidance::Mixer> mixer;

  unknot::guidance::Samples take(std::string_view sentence) {
    const auto found = clips.find(sentence);
    if (found == clips.end()) return {};
    auto samples = std::move(found->second);
    clips.erase(found);
    return samples;
  }
};

}  // namespace

extern "C" {

/// Room for `size` bytes. Never null: without memory the module traps.
UNKNOT_EXPORT(unknot_alloc) void* unknot_alloc(std::size_t size) { return ::operator new(size); }

/// Gives back what unknot_alloc(size) gave.
UNKNOT_EXPORT(unknot_free) void unknot_free(void* memory, std::size_t size) {
  ::operator delete(memory, size);
}

/// Answers `verb` for `input`; see unknot/coach/coach.hpp for verbs and formats.
/// @return A handle, valid until unknot_release().
UNKNOT_EXPORT(unknot_call)
std::string* unknot_call(const char* verb, std::size_t verb_size, const char* input,
                         std::size_t input_size) {
  return new std::string(
      unknot::coach::call(view(verb, verb_size), view(input, input_size), pack_here()));
}

/// Gives this instance the words of a language (docs/formats/words.md): every answer knows them
/// from now on. The bytes may be freed at once.
/// @return A handle, as of unknot_call(): `{"language":"es"}` or an error, and nothing has changed.
UNKNOT_EXPORT(unknot_language)
std::string* unknot_language(const char* bytes, std::size_t size) {
  const auto id = knowledge_here().add(view(bytes, size));
  if (!id) return new std::string(unknot::coach::error_json(id.error()));
  unknot::base::JsonWriter out;
  out.begin_object().key("language").string(*id).end_object();
  return new std::string(out.take());
}

/// Asks the desk of this instance, which holds a log and a session (docs/formats/desk.md).
/// @return A handle, as unknot_call().
UNKNOT_EXPORT(unknot_desk)
std::string* unknot_desk(const char* verb, std::size_t verb_size, const char* input,
                         std::size_t input_size) {
  static unknot::desk::Desk desk(pack_here());
  return new std::string(desk.call(view(verb, verb_size), view(input, input_size)));
}

UNKNOT_EXPORT(unknot_result_ptr) const char* unknot_result_ptr(const std::string* result) {
  return result->data();
}

UNKNOT_EXPORT(unknot_result_size) std::size_t unknot_result_size(const std::string* result) {
  return result->size();
}

UNKNOT_EXPORT(unknot_release) void unknot_release(std::string* result) { delete result; }

/// Lays a plan out in time (docs/formats/timeline.md) and begins to mix it.
/// @return A handle, valid until unknot_track_close().
UNKNOT_EXPORT(unknot_track_open) Mixing* unknot_track_open(const char* input, std::size_t size) {
  auto* mixing = new Mixing;
  auto track = unknot::coach::laid_out(view(input, size), pack_here(), {});
  if (!track) {
    mixing->answer = unknot::coach::error_json(track.error());
    return mixing;
  }
  mixing->answer = std::move(track->json);
  mixing->timeline = std::move(track->timeline);
  mixing->mixer.emplace(mixing->timeline,
                        [mixing](std::string_view sentence) { return mixing->take(sentence); });
  return mixing;
}

/// What was laid out, or why not: to be read like a result, and not to be released.
UNKNOT_EXPORT(unknot_track_answer) const std::string* unknot_track_answer(const Mixing* mixing) {
  return &mixing->answer;
}

/// The clip of cue number `cue`: samples of 24 kHz, one channel. To be given before the cue is
/// pulled; without one nothing is heard. A cue that is no sentence takes none.
UNKNOT_EXPORT(unknot_track_clip)
void unknot_track_clip(Mixing* mixing, std::size_t cue, const std::int16_t* samples,
                       std::size_t size) {
  if (cue >= mixing->timeline.cues.size() || mixing->timeline.cues[cue].text.empty()) return;
  mixing->clips.emplace(mixing->timeline.cues[cue].text,
                        unknot::guidance::Samples(samples, samples + size));
}

/// Writes the next `size` samples.
/// @return How many; fewer at the end, then 0.
UNKNOT_EXPORT(unknot_track_pull)
std::size_t unknot_track_pull(Mixing* mixing, std::int16_t* out, std::size_t size) {
  return mixing->mixer ? mixing->mixer->pull(std::span(out, size)) : 0;
}

UNKNOT_EXPORT(unknot_track_close) void unknot_track_close(Mixing* mixing) { delete mixing; }

}  // extern "C"
