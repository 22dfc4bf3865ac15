#include "track_file.hpp"

#include "host.hpp"
#include "unknot/audio_file/audio_file.hpp"

namespace unknot::cli {

namespace {

/// Samples that one call of the mixer gives.
constexpr std::size_t block = std::size_t{1} << 15U;

std::string pack_name(const std::string& language) { return language + ".clips"; }

std::string folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  return slash == std::string::npos ? std::string(".") : path.substr(0, slash);
}

std::string listed(const std::vector<std::string>& folders) {
  std::string out;
  for (const auto& folder : folders) out += (out.empty() ? "" : ", ") + folder;
  return out;
}

audio_file::Tags tags_of(const coach::Track& track) {
  const auto& request = track.planned.request;
  audio_file::Tags tags;
  tags.title = "Unknot, " + base::format_instant(request.now).substr(0, 10);
  tags.language = request.language;
  for (const auto& chapter : track.timeline.chapters) {
    tags.chapters.push_back({chapter.at_ms * guidance::sample_rate / 1000, chapter.title});
  }
  return tags;
}

/// The first sentence that nobody spoke; empty: there is none.
std::string unspoken(const guidance::Timeline& timeline, const ClipShelf& shelf) {
  for (const auto& cue : timeline.cues) {
    if (cue.kind == guidance::CueKind::sentence && !shelf.has(cue.text)) return cue.text;
  }
  return {};
}

}  // namespace

std::vector<std::string> clip_folders() {
  const std::string folder = folder_of(own_path());
  std::vector<std::string> out;
  if (std::string named = variable("UNKNOT_CLIPS"); !named.empty()) out.push_back(std::move(named));
  // Beside the program where it is built, and where packages put what goes with it.
  out.push_back(folder + "/clips");
  out.push_back(folder_of(folder) + "/share/unknot/clips");
  return out;
}

base::Result<ClipShelf> ClipShelf::open(const std::string& language, const std::string& folder) {
  const std::vector<std::string> folders =
      folder.empty() ? clip_folders() : std::vector<std::string>{folder};
  for (const auto& one : folders) {
    const std::string path = one + '/' + pack_name(language);
    if (kind_of(path) == PathKind::absent) continue;
    auto clips = voice_clips::open(path);
    if (!clips) return std::unexpected(clips.error());
    return ClipShelf(std::move(*clips));
  }
  return base::fail(
      base::ErrorCode::id_unknown, "--clips", listed(folders),
      "a folder with " + pack_name(language) + ", the spoken sentences; --transcript needs none");
}

guidance::LengthOf ClipShelf::lengths() const {
  return [this](std::string_view sentence) -> std::optional<std::int64_t> {
    const auto samples = clips_.length(sentence);
    if (!samples) return std::nullopt;
    return (std::int64_t{*samples} * 1000 + guidance::sample_rate - 1) / guidance::sample_rate;
  };
}

guidance::Samples ClipShelf::samples(std::string_view sentence) const {
  auto pcm = clips_.pcm(sentence);
  return pcm ? std::move(*pcm) : guidance::Samples();
}

bool ClipShelf::has(std::string_view sentence) const { return clips_.length(sentence).has_value(); }

base::Result<std::string> write_track(const coach::Track& track, const ClipShelf& shelf,
                                      const std::string& output) {
  const auto format = audio_file::format_of(output, "--output");
  if (!format) return std::unexpected(format.error());
  const std::string missing = unspoken(track.timeline, shelf);
  if (!missing.empty()) {
    return base::fail(base::ErrorCode::id_unknown, "--clips", missing,
                      "clips that were made with this program, which have every sentence");
  }
  guidance::Mixer mixer(track.timeline,
                        [&shelf](std::string_view sentence) { return shelf.samples(sentence); });
  auto writer = audio_file::Writer::open(output, *format, tags_of(track), mixer.total());
  if (!writer) return std::unexpected(writer.error());
  guidance::Samples samples(block);
  while (const std::size_t got = mixer.pull(samples)) {
    if (auto written = writer->write(std::span(samples).first(got)); !written) {
      return std::unexpected(written.error());
    }
  }
  if (auto done = writer->finish(); !done) return std::unexpected(done.error());
  const std::int64_t seconds = (track.timeline.length_ms + 999) / 1000;
  return output + ": " + std::to_string(seconds / 60) + " min " + std::to_string(seconds % 60) +
         " s, " + std::to_string(track.timeline.chapters.size()) + " chapters.";
}

}  // namespace unknot::cli
