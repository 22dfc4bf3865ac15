/// Sound files while the program is fuzzed: there are no clips and nothing is written.
#include "track_file.hpp"

namespace unknot::cli {

namespace {
base::Error none(std::string_view field) {
  return base::fail(base::ErrorCode::id_unknown, field, "", "a machine with a disk").error();
}
}  // namespace

std::vector<std::string> clip_folders() { return {}; }

base::Result<ClipShelf> ClipShelf::open(const std::string&, const std::string&) {
  return std::unexpected(none("--clips"));
}

guidance::LengthOf ClipShelf::lengths() const { return {}; }
guidance::Samples ClipShelf::samples(std::string_view) const { return {}; }
bool ClipShelf::has(std::string_view) const { return false; }

base::Result<std::string> write_track(const coach::Track&, const ClipShelf&, const std::string&) {
  return std::unexpected(none("--output"));
}

}  // namespace unknot::cli
