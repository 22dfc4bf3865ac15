// The teaching: every claim with its grade and sources, every rule and technique.

#include "state.hpp"
#include "unknot/desk/teaching.hpp"
#include "unknot/knowledge/enums.hpp"

namespace unknot::desk {

using base::JsonWriter;
using knowledge::List;
using knowledge::name_of;
using knowledge::Text;

namespace {

class LessonWriter {
 public:
  LessonWriter(const knowledge::Pack& pack, std::string_view language)
      : pack_(pack), speaker_(pack, language) {}

  std::string whole() {
    out_.begin_object().key("intended").begin_array();
    for (const std::string& one : intended_use(speaker_, pack_)) out_.string(one);
    out_.end_array().key("topics").begin_array();
    for (const auto& row : knowledge::EnumNames<knowledge::Topic>::all) topic(row.value);
    out_.end_array().key("rules").begin_array();
    for (const auto& rule : pack_.rules) write(rule);
    out_.end_array().key("areas").begin_array();
    for (std::size_t i = 0; i < knowledge::area_count(pack_); ++i) {
      area({static_cast<std::uint16_t>(i)});
    }
    out_.end_array().key("sources").begin_array();
    for (const auto& source : pack_.sources) write(source);
    return out_.end_array().end_object().take();
  }

 private:
  std::string own(Text english) const { return speaker_.own(english); }
  std::string phrase(std::string_view group, std::string_view name) const {
    return speaker_.phrase(std::string(group) + '.' + std::string(name));
  }
  LessonWriter& text(std::string_view key, std::string_view value) {
    out_.key(key).string(value);
    return *this;
  }

  /// What nobody has checked is not shown as a source.
  static bool is_shown(const knowledge::Source& source) {
    return source.verified != knowledge::Verified::recalled;
  }
  void sources(List<knowledge::SourceIndex> list) {
    out_.key("sources").begin_array();
    for (const auto index : list) {
      if (is_shown(pack_[index])) out_.string(pack_[index].id);
    }
    out_.end_array();
  }
  void texts(std::string_view key, List<Text> values) {
    out_.key(key).begin_array();
    for (const Text value : values) out_.string(own(value));
    out_.end_array();
  }

  void topic(knowledge::Topic topic) {
    out_.begin_object();
    text("id", name_of(topic)).text("title", phrase("show.topic", name_of(topic)));
    out_.key("claims").begin_array();
    for (const auto index : claims_of(topic, pack_)) write(pack_[index]);
    out_.end_array().end_object();
  }

  void write(const knowledge::Claim& claim) {
    out_.begin_object();
    text("id", claim.id).text("text", own(claim.text)).text("grade", name_of(claim.grade));
    text("grade_says", phrase("grade", name_of(claim.grade))).text("known", own(claim.known));
    out_.key("place");
    claim.place.valid() ? out_.string(pack_[claim.place].id) : out_.null();
    sources(claim.sources);
    out_.end_object();
  }

  void write(const knowledge::Rule& rule) {
    out_.begin_object();
    text("id", rule.id).text("name", own(rule.name)).text("summary", own(rule.summary));
    text("reason", own(rule.reason)).text("known", own(rule.known));
    text("basis", name_of(rule.basis)).text("basis_says", phrase("basis", name_of(rule.basis)));
    sources(rule.sources);
    out_.end_object();
  }

  void area(knowledge::PlaceIndex index) {
    const knowledge::Place& place = pack_[index];
    out_.begin_object();
    text("id", place.id).text("name", own(place.name)).text("plain", own(place.plain));
    text("landmarks", own(place.landmarks));
    out_.key("article").boolean(place.article).key("techniques").begin_array();
    for (const auto& technique : pack_.techniques) {
      if (technique.area == index) write(technique);
    }
    out_.end_array().end_object();
  }

  void write(const knowledge::Technique& technique) {
    out_.begin_object();
    text("id", technique.id).text("name", own(technique.name));
    text("position", own(pack_[technique.position].name));
    texts("setup", technique.setup);
    texts("cues", technique.cues);
    texts("cautions", technique.cautions);
    out_.key("faults").begin_array();
    for (const auto& fault : technique.faults) {
      out_.begin_object();
      text("fault", own(fault.fault)).text("correction", own(fault.correction));
      out_.end_object();
    }
    out_.end_array();
    sources(technique.sources);
    out_.end_object();
  }

  void write(const knowledge::Source& source) {
    if (!is_shown(source)) return;
    out_.begin_object();
    text("id", source.id).text("title", source.title).text("address", source.address);
    text("verified", name_of(source.verified));
    text("verified_says", phrase("verified", name_of(source.verified)));
    out_.end_object();
  }

  const knowledge::Pack& pack_;
  guidance::Speaker speaker_;
  JsonWriter out_;
};

}  // namespace

Answer learn(State& state, std::string_view input) {
  Asked in(input);
  const std::string language = in.language(state.pack);
  if (auto error = in.finish()) return std::unexpected(std::move(*error));
  return LessonWriter(state.pack, language).whole();
}

}  // namespace unknot::desk
