#include "draw.hpp"

#include <algorithm>

namespace unknot::fuzz {

using namespace knowledge;
using model::Request;
using model::Side;

namespace {

constexpr std::int64_t today = 1795334400;  // 2026-11-22T08:00:00Z
constexpr std::int32_t week = 7 * 24 * 3600;
constexpr std::size_t longest_list = 7;

class Draw {
 public:
  Draw(Bytes& bytes, const Pack& pack) : bytes_(bytes), pack_(pack) {}

  Request request() {
    Request r;
    r.now = {today, bytes_.one_in(16) ? bytes_.between(-1439, 1439) : 0};
    if (bytes_.one_in(4)) r.starts_in_minutes = bytes_.between(0, 10080);
    person(r.person);
    r.goal = choice<GoalKind>();
    if (bytes_.one_in(2)) r.activity = index<Activity>(pack_.activities.size());
    r.minutes = 1 + (bytes_.between(0, 599) + 9) % 600;
    supports(r);
    red_flags(r);
    tools(r);
    list([&] { r.feel.push_back({place(), choice<Side>(), choice<model::FeelKind>(), level()}); });
    list([&] { r.want.push_back({place(), choice<Side>(), {}}); });
    list([&] { r.avoid.push_back({place(), choice<Side>(), bytes_.one_in(2) ? "trial" : ""}); });
    list([&] { r.conditions.push_back(condition()); });
    list([&] { r.history.push_back(history()); });
    return r;
  }

 private:
  template <class E>
  E choice() {
    const auto& all = EnumNames<E>::all;
    return all[bytes_.below(all.size())].value;
  }

  template <class Row>
  Index<Row> index(std::size_t rows) {
    return {static_cast<std::uint16_t>(bytes_.below(rows))};
  }

  PlaceIndex place() { return index<Place>(pack_.places.size()); }

  std::optional<std::int32_t> level() {
    if (bytes_.one_in(4)) return std::nullopt;
    return bytes_.between(0, 10);
  }

  std::optional<std::int32_t> maybe(std::int32_t least, std::int32_t most) {
    if (!bytes_.one_in(3)) return std::nullopt;
    return bytes_.between(least, most);
  }

  /// Up to a week around now.
  base::Instant instant() {
    return {today + bytes_.between(-week, week),
            bytes_.one_in(8) ? bytes_.between(-1439, 1439) : 0};
  }

  template <class Add>
  void list(Add add) {
    for (std::size_t i = bytes_.below(longest_list + 1); i > 0; --i) add();
  }

  void person(model::Person& person) {
    person.experience = choice<model::Experience>();
    person.age = maybe(0, 120);
    person.height_tenths_cm = maybe(500, 2500);
    person.mass_hectograms = maybe(200, 4000);
    person.floor_transfer = choice<model::FloorTransfer>();
  }

  void supports(Request& r) {
    const std::size_t open = bytes_.below(16);
    if (open == 0) return;  // The floor, as by default.
    r.at.clear();
    for (const auto& row : EnumNames<Support>::all) {
      if ((open >> static_cast<unsigned>(row.value) & 1U) != 0) r.at.push_back(row.value);
    }
  }

  void red_flags(Request& r) {
    r.red_flags = {true, base::Instant{today - 60, 0}, {}};
    if (!bytes_.one_in(8)) return;
    r.red_flags.at.reset();
    if (bytes_.one_in(2)) r.red_flags.at = instant();
    list([&] { r.red_flags.present.push_back(index<RedFlag>(pack_.red_flags.size())); });
    // False with signs present is a contradiction that the reader refuses.
    r.red_flags.screened = !r.red_flags.present.empty() || !bytes_.one_in(4);
  }

  void tools(Request& r) {
    const std::size_t count = (bytes_.below(longest_list + 1) + 1) % (longest_list + 1);
    for (std::size_t i = 0; i < count; ++i) {
      model::Tool tool;
      tool.id = "tool " + std::to_string(i);
      tool.kind = choice<ToolKind>();
      tool.density = choice<Density>();
      tool.surface = choice<Surface>();
      tool.diameter_tenths_cm = maybe(10, 600);
      tool.temperature = bytes_.one_in(4) ? choice<Temperature>() : Temperature::none;
      tool.vibration = bytes_.one_in(4);
      r.tools.push_back(std::move(tool));
    }
  }

  model::ConditionEntry condition() {
    model::ConditionEntry entry;
    entry.id = index<Condition>(pack_.conditions.size());
    if (bytes_.one_in(2)) entry.at = place();
    entry.side = choice<Side>();
    entry.weeks = maybe(0, 45);
    if (bytes_.one_in(2)) entry.cleared_on = base::day_of(instant());
    return entry;
  }

  model::History history() {
    model::History h;
    h.area = index<Place>(area_count(pack_));
    h.side = choice<Side>();
    h.rung = bytes_.between(1, 4);
    h.clean_sessions = bytes_.one_in(8) ? bytes_.between(0, 100000) : bytes_.between(0, 5);
    for (std::size_t i = bytes_.below(4); i > 0; --i) h.last_levels.push_back(level());
    h.after_effect = choice<model::AfterEffect>();
    h.after_effect_gone = bytes_.one_in(2);
    if (bytes_.one_in(2)) h.last = instant();
    h.seconds_6h = bytes_.one_in(8) ? bytes_.between(0, 21600) : bytes_.between(0, 120);
    h.times_24h = bytes_.one_in(8) ? bytes_.between(0, 1000) : bytes_.between(0, 3);
    return h;
  }

  Bytes& bytes_;
  const Pack& pack_;
};

}  // namespace

Request draw_request(Bytes& bytes, const Pack& pack) { return Draw(bytes, pack).request(); }

}  // namespace unknot::fuzz
