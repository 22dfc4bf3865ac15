#include "doctor.hpp"
#include "host.hpp"
#include "serve.hpp"
#include "track_file.hpp"
#include "unknot/base/text.hpp"

namespace unknot::cli {

namespace {

std::string at_port() { return "http://localhost:" + std::to_string(usual_port); }

/// The languages whose packs are in a folder: `de, en`.
std::string packs_in(const std::string& folder, const knowledge::Pack& pack) {
  std::string out;
  for (const auto& language : pack.languages) {
    const std::string id(language.id);
    if (kind_of(folder + '/' + id + ".clips") != PathKind::other) continue;
    out += (out.empty() ? "" : ", ") + id;
  }
  return out;
}

}  // namespace

Examination examine_web_app() {
  const std::size_t files = embedded_files();
  if (files > 0) {
    return {"web_app", Health::ok, std::to_string(files) + " files, for unknot serve", {}};
  }
  return {"web_app", Health::note, "this program was built without it",
          "Build it with make build, for unknot serve; the terminal works without."};
}

Examination examine_web_port() {
  const Listener listener = listener_at(usual_port);
  const std::string port = std::to_string(usual_port);
  if (!listener.anybody) return {"web_port", Health::ok, port + " is free", {}};
  if (!listener.version.empty()) {
    return {"web_port",
            Health::ok,
            "Unknot " + base::printable(listener.version) + " answers at " + at_port(),
            {}};
  }
  return {"web_port", Health::note, "something else listens at " + port,
          "Say unknot serve --port with another number, or --port 0 for any free one."};
}

Examination examine_clips(const knowledge::Pack& pack) {
  // A setting that is wrong is told, even where clips are found elsewhere.
  const std::string named = variable("UNKNOT_CLIPS");
  if (!named.empty() && packs_in(named, pack).empty()) {
    return {"clips", Health::note, "no spoken clips in " + named,
            "Set UNKNOT_CLIPS to a folder with packs such as en.clips, or unset it."};
  }
  std::string looked;
  for (const auto& folder : clip_folders()) {
    const std::string packs = packs_in(folder, pack);
    if (!packs.empty()) return {"clips", Health::ok, packs + " in " + folder, {}};
    looked += (looked.empty() ? "" : ", ") + folder;
  }
  return {"clips", Health::note, "no spoken clips in " + looked,
          "Make them with make clips, for sound files and a voice in the browser; or set "
          "UNKNOT_CLIPS to their folder."};
}

}  // namespace unknot::cli
