#include "requests.hpp"

#include "unknot/model/request.hpp"

namespace unknot::property {

using knowledge::name_of;

std::uint64_t Random::next() {
  state_ += 0x9e3779b97f4a7c15;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

std::size_t Random::below(std::size_t below) { return static_cast<std::size_t>(next() % below); }

std::int64_t Random::between(std::int64_t least, std::int64_t most) {
  return least + static_cast<std::int64_t>(below(static_cast<std::size_t>(most - least + 1)));
}

template <class E>
void RequestMaker::choice(std::string_view key) {
  const auto& all = knowledge::EnumNames<E>::all;
  out_.key(key).string(all[random_.below(all.size())].name);
}

std::string_view RequestMaker::any_place() {
  return pack_.places[random_.below(pack_.places.size())].id;
}

void RequestMaker::side() {
  if (!random_.one_in(3)) choice<model::Side>("side");
}

void RequestMaker::level(std::string_view key) {
  if (!random_.one_in(4)) out_.key(key).number(random_.between(0, 10));
}

void RequestMaker::head() {
  out_.key("format").string("unknot/request@1").key("now").string("2026-11-22T08:00:00Z");
  if (random_.one_in(5)) out_.key("starts_in_minutes").number(random_.between(0, 60));
  constexpr std::int64_t usual[] = {1, 2, 3, 5, 8, 10, 10, 15, 20, 21, 60, 600};
  out_.key("minutes").number(usual[random_.below(std::size(usual))]);
  choice<knowledge::GoalKind>("goal");
  if (random_.one_in(2)) {
    out_.key("activity").string(pack_.activities[random_.below(pack_.activities.size())].id);
  }
  out_.key("at").begin_array();
  bool any = false;
  for (const auto& row : knowledge::EnumNames<knowledge::Support>::all) {
    if (random_.one_in(2)) continue;
    out_.string(row.name);
    any = true;
  }
  if (!any) out_.string("floor");
  out_.end_array();
}

void RequestMaker::person() {
  out_.key("person").begin_object();
  choice<model::Experience>("experience");
  constexpr std::int64_t ages[] = {12, 13, 15, 16, 25, 41, 60, 75, 76, 90};
  const bool ordinary = !random_.one_in(3);
  if (!ordinary) out_.key("age").number(ages[random_.below(std::size(ages))]);
  if (random_.one_in(2)) out_.key("mass_kg").tenths(random_.between(300, 2000));
  if (random_.one_in(6)) choice<model::FloorTransfer>("floor_transfer");
  out_.end_object();
}

void RequestMaker::feelings() {
  out_.key("feel").begin_array();
  for (std::size_t i = random_.below(5); i > 0; --i) {
    out_.begin_object().key("at").string(any_place());
    side();
    choice<model::FeelKind>("kind");
    level("level");
    out_.end_object();
  }
  out_.end_array();
}

void RequestMaker::wishes(std::string_view key, std::size_t rarity) {
  out_.key(key).begin_array();
  for (std::size_t i = random_.below(rarity) == 0 ? 1 + random_.below(2) : 0; i > 0; --i) {
    out_.begin_object().key("at").string(any_place());
    side();
    out_.end_object();
  }
  out_.end_array();
}

void RequestMaker::conditions() {
  out_.key("conditions").begin_array();
  for (std::size_t i = random_.one_in(3) ? 1 + random_.below(2) : 0; i > 0; --i) {
    const auto& condition = pack_.conditions[random_.below(pack_.conditions.size())];
    out_.begin_object().key("id").string(condition.id);
    if (!random_.one_in(8)) out_.key("at").string(any_place());
    side();
    if (random_.one_in(2)) out_.key("weeks").number(random_.between(0, 42));
    if (!random_.one_in(6)) {
      out_.key("cleared_on").string(random_.one_in(8) ? "2026-11-23" : "2026-11-22");
    }
    out_.end_object();
  }
  out_.end_array();
}

void RequestMaker::red_flags() {
  const bool screened = !random_.one_in(20);
  out_.key("red_flags").begin_object().key("screened").boolean(screened);
  constexpr std::string_view times[] = {"2026-11-22T08:00:00Z", "2026-11-21T08:00:00Z",
                                        "2026-11-22T07:59:00Z", "2026-11-21T07:59:59Z"};
  out_.key("at").string(times[random_.one_in(20) ? 3 : random_.below(3)]);
  out_.key("present").begin_array();
  if (screened && random_.one_in(30)) {
    out_.string(pack_.red_flags[random_.below(pack_.red_flags.size())].id);
  }
  out_.end_array().end_object();
}

void RequestMaker::tools() {
  out_.key("tools").begin_array();
  tool_count_ = random_.one_in(30) ? 0 : 1 + random_.below(5);
  for (std::size_t i = 0; i < tool_count_; ++i) {
    out_.begin_object().key("id").string("tool " + std::to_string(i));
    choice<knowledge::ToolKind>("kind");
    choice<knowledge::Density>("density");
    choice<knowledge::Surface>("surface");
    if (random_.one_in(6)) choice<knowledge::Temperature>("temperature");
    if (random_.one_in(6)) out_.key("vibration").boolean(true);
    out_.end_object();
  }
  out_.end_array();
}

void RequestMaker::history() {
  out_.key("history").begin_array();
  const std::size_t areas = knowledge::area_count(pack_);
  for (std::size_t i = random_.below(5); i > 0; --i) {
    out_.begin_object().key("area").string(pack_.places[random_.below(areas)].id);
    side();
    out_.key("rung").number(random_.between(1, 4));
    out_.key("clean_sessions").number(random_.between(0, 5)).key("last_levels").begin_array();
    for (std::size_t k = random_.below(4); k > 0; --k) {
      if (random_.one_in(8)) {
        out_.null();
      } else {
        out_.number(random_.between(1, random_.one_in(6) ? 10 : 6));
      }
    }
    out_.end_array();
    if (random_.one_in(4)) choice<model::AfterEffect>("after_effect");
    if (random_.one_in(2)) out_.key("after_effect_gone").boolean(random_.one_in(2));
    out_.key("last").string("2026-11-21T20:00:00Z");
    if (random_.one_in(4)) out_.key("seconds_6h").number(random_.between(0, 95));
    if (random_.one_in(4)) out_.key("times_24h").number(random_.between(0, 3));
    out_.end_object();
  }
  out_.end_array();
}

void RequestMaker::tool_choices() {
  if (tool_count_ == 0 || !random_.one_in(3)) return;
  out_.key("use").begin_array();
  for (std::size_t i = random_.below(4); i > 0; --i) {
    out_.begin_object().key("at").string(any_place());
    out_.key("tool").string("tool " + std::to_string(random_.below(tool_count_))).end_object();
  }
  out_.end_array();
}

std::string RequestMaker::next() {
  out_ = {};
  out_.begin_object();
  head();
  person();
  feelings();
  wishes("want", 2);
  wishes("avoid", 5);
  conditions();
  red_flags();
  tools();
  history();
  tool_choices();
  return out_.end_object().take();
}

}  // namespace unknot::property
