// unknot/timeline@1 and unknot/clips@1: docs/formats/timeline.md and clips.md as schemas.

#include "formats/parts.hpp"
#include "unknot/guidance/timeline.hpp"

namespace unknot::kbc::formats {

namespace {

constexpr model::Range any_count{0, 1'000'000};
constexpr model::Range any_ms{0, 1'000'000'000'000};
constexpr model::Range clip_rate{8'000, 48'000};
constexpr model::Range clip_bytes{1, 1'000'000'000};

Schema ms(std::string_view says) { return integer(any_ms).says(says); }
Schema step() { return integer(any_count).says("Of the plan, counted from 0."); }

Schema chapter() {
  return Members()
      .required("at_ms", ms("From the beginning of the track."))
      .required("step", step())
      .required("title", any_text().says("Area and side."))
      .object(Others::ignored)
      .title("Where a step begins");
}

Schema cue() {
  return Members()
      .required("at_ms", ms("From the beginning of the track."))
      .required("cue", choice<guidance::CueKind>().says("A sentence, or a signal."))
      .required("step", step())
      .optional("length_ms", ms("Of a sentence: by its clip, else estimated."))
      .optional("text", sentence().says("Of a sentence."))
      .object(Others::ignored)
      .title("Something to be heard");
}

Schema entry() {
  return Members()
      .required("sentence", sentence().says("What is spoken, to the letter."))
      .required("offset", ms("Where its MP3 begins in the data, bytes."))
      .required("bytes", integer(clip_bytes).says("Of the MP3."))
      .required("samples", integer(clip_bytes).says("That it decodes to."))
      .object(Others::ignored)
      .title("A clip");
}

}  // namespace

Document timeline_schema() {
  return document(
      formats_folder, "timeline.schema.json",
      Members()
          .required("format", exactly("unknot/timeline@1").says("Name and version of the format."))
          .required("language", id_of("language").says("Of the sentences."))
          .required("start_ms", ms("When the session begins, after the greeting."))
          .required("length_ms", ms("Of the track, with greeting and goodbye."))
          .required("chapters", list_of(chapter()).says("In the order of their times."))
          .required("cues", list_of(cue()).says("In the order of their times."))
          .required("left_out", list_of(sentence()).says("Sentences that had no room."))
          .object(Others::ignored)
          .title("unknot/timeline@1")
          .says("A session laid out in time: every sentence and signal with its moment."));
}

Document clips_schema() {
  return document(
      formats_folder, "clips.schema.json",
      Members()
          .required("format", exactly("unknot/clips@1").says("Name and version of the format."))
          .required("language", any_text().says("As in knowledge/lang."))
          .required("voice", any_text().says("Who speaks, and how."))
          .required("sample_rate", integer(clip_rate).says("Of every clip, Hz."))
          .required("entries", list_of(entry()).says("Sorted by sentence, each once."))
          .object(Others::ignored)
          .title("unknot/clips@1")
          .says("The header of a clip pack."));
}

}  // namespace unknot::kbc::formats
