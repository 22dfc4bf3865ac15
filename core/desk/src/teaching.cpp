#include "unknot/desk/teaching.hpp"

#include <algorithm>

namespace unknot::desk {

namespace {

std::string signed_words(const guidance::Speaker& speaker, const knowledge::Pack& pack) {
  const auto& all = pack.techniques;
  const auto done = std::count_if(
      all.begin(), all.end(), [](const auto& technique) { return !technique.signed_by.empty(); });
  const std::string count = std::to_string(all.size());
  if (done == 0) return speaker.phrase("learn.signed_none");
  if (done == std::ssize(all)) return speaker.phrase("learn.signed_all", {{"count", count}});
  return speaker.phrase("learn.signed_some", {{"n", std::to_string(done)}, {"count", count}});
}

}  // namespace

std::vector<knowledge::ClaimIndex> claims_of(knowledge::Topic topic, const knowledge::Pack& pack) {
  std::vector<knowledge::ClaimIndex> out;
  for (const auto& sentence : pack.sentences) {
    for (const auto claim : sentence.claims) {
      const bool told = std::find(out.begin(), out.end(), claim) != out.end();
      if (!told && pack[claim].topic == topic) out.push_back(claim);
    }
  }
  return out;
}

std::vector<std::string> intended_use(const guidance::Speaker& speaker,
                                      const knowledge::Pack& pack) {
  return {speaker.phrase("learn.for"),
          speaker.phrase("learn.not_for", {{"signed", signed_words(speaker, pack)}})};
}

}  // namespace unknot::desk
