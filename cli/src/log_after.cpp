#include "log_after.hpp"

#include <iostream>

#include "host.hpp"
#include "log_terms.hpp"
#include "log_writing.hpp"
#include "terminal.hpp"
#include "unknot/base/text.hpp"
#include "unknot/guidance/log_words.hpp"

namespace unknot::cli {

namespace {

/// EFFECT or `gone`.
base::Result<journal::AfterEffectData> after_of(const AfterWords& words) {
  const knowledge::Pack& pack = knowledge::embedded_pack();
  const auto area = area_of_word(words.area, "area", pack);
  if (!area) return std::unexpected(area.error());
  journal::AfterEffectData data{.area = std::string(pack[area->area].id), .side = area->side};
  if (base::lower_ascii(words.effect) == "gone") {
    data.gone = true;
    return data;
  }
  data.effect = knowledge::parse_enum<model::AfterEffect>(base::lower_ascii(words.effect));
  if (data.effect) return data;
  std::string all;
  for (const auto& row : knowledge::EnumNames<model::AfterEffect>::all) {
    all += std::string(row.name) + " | ";
  }
  return base::fail(base::ErrorCode::id_unknown, "effect", words.effect, all + "gone");
}

/// As `log after` takes it.
std::string flag_words(knowledge::PlaceIndex area, model::Side side) {
  const std::string id(knowledge::embedded_pack()[area].id);
  return side == model::Side::middle ? id : id + '/' + std::string(knowledge::name_of(side));
}

/// What is left from before where `data` speaks of, until a moment.
std::vector<journal::OpenEffect> left_there(const Writing& to, const journal::AfterEffectData& data,
                                            base::Instant until) {
  const knowledge::Pack& pack = knowledge::embedded_pack();
  std::vector<journal::OpenEffect> out;
  for (auto one : journal::open_effects(facts_of(to.log, to.person.id), pack, until)) {
    if (pack[one.area].id != data.area) continue;
    if (one.side == model::Side::both) one.side = data.side;
    const bool meant = data.side == model::Side::both || one.side == data.side;
    if (meant) out.push_back(one);
  }
  return out;
}

/// Each thing that is there is gone by a record of its own, so that the log says what went.
int write_gone(Writing& to, journal::AfterEffectData data, base::Instant at) {
  const auto left = left_there(to, data, at);
  if (left.empty()) {
    const knowledge::Pack& pack = knowledge::embedded_pack();
    const auto area = knowledge::find_place(pack, data.area);
    return complain(guidance::LogWords(pack, to.person.language)
                        .nothing_open(area_words(area, data.side, pack)));
  }
  std::vector<journal::Record> records;
  for (const auto& one : left) {
    data.side = one.side;
    data.effect = one.effect;
    records.push_back(make_after_effect(to.log.stamp(to.person.id, at), data));
  }
  return keep_and_show(to, records);
}

bool keeps_out(std::optional<model::AfterEffect> effect) {
  return effect == model::AfterEffect::bruise || effect == model::AfterEffect::tingling ||
         effect == model::AfterEffect::swelling;
}

/// What follows from a harm, and that `none` is no `gone`.
void tell_what_stays(const Writing& to, const journal::AfterEffectData& data) {
  const knowledge::Pack& pack = knowledge::embedded_pack();
  const guidance::LogWords say(pack, to.person.language);
  const auto area = knowledge::find_place(pack, data.area);
  const auto verb = [&](model::Side side) {
    return "unknot log after " + flag_words(area, side) + " gone";
  };
  if (keeps_out(data.effect)) {
    std::cout << wrap(say.rests(area_words(area, data.side, pack), verb(data.side)), 0, 0);
  }
  if (data.effect != model::AfterEffect::none) return;
  std::vector<guidance::LeftThere> left;
  auto side = data.side;
  for (const auto& one : left_there(to, data, local_now())) {
    if (!keeps_out(one.effect)) continue;
    left.push_back({one.effect, area_words(area, one.side, pack)});
    side = left.size() == 1 || side == one.side ? one.side : data.side;
  }
  if (!left.empty()) std::cout << wrap(say.still_open(left, verb(side)), 0, 0);
}

}  // namespace

int log_after(const AfterWords& words) {
  const auto data = after_of(words);
  if (!data) return complain(data.error());
  const auto at = time_of(words.at, local_now());
  if (!at) return complain(at.error());
  auto to = writing(words.log);
  if (!to) return complain(to.error());
  if (data->gone) return write_gone(*to, *data, *at);
  const int kept =
      keep_and_show(*to, {make_after_effect(to->log.stamp(to->person.id, *at), *data)});
  if (kept == exit_good) tell_what_stays(*to, *data);
  return kept;
}

}  // namespace unknot::cli
