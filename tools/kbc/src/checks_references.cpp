// Repeated ids and references that lead nowhere.

#include <map>

#include "checks.hpp"

namespace unknot::kbc {

namespace {

/// Complains of every name that came before; one object a name space.
class Once {
 public:
  explicit Once(Complaints& complaints) : complaints_(complaints) {}

  void add(std::string name, Where where, std::string_view what) {
    const auto [first, is_new] = first_.emplace(std::move(name), where);
    if (is_new) return;
    complaints_.add(where,
                    say(what, " ", ticked(first->first), " is repeated; it already stands at ",
                        complaints_.shown(first->second)));
  }

 private:
  std::map<std::string, Where> first_;
  Complaints& complaints_;
};

template <class Rows>
void check_ids(const Review& review, const Rows& rows, std::string_view what) {
  Once once(review.complaints);
  for (const auto& row : rows) {
    if (row.id.given()) once.add(row.id.value, row.id.where, what);
  }
}

template <class Rows>
void check_kinds(const Review& review, const Rows& rows, std::string_view what) {
  Once once(review.complaints);
  for (const auto& row : rows) {
    if (!row.kind.given()) continue;
    once.add(std::string{knowledge::name_of(row.kind.value)}, row.kind.where, what);
  }
}

/// Rules and settings own numbers by id, so their ids are one space.
void check_owner_ids(const Review& review) {
  Once once(review.complaints);
  for (const auto& row : review.tables.rules) once.add(row.id.value, row.id.where, "rule");
  for (const auto& row : review.tables.settings) once.add(row.id.value, row.id.where, "setting");
}

void check_positions_unique(const Review& review) {
  Once once(review.complaints);
  for (const auto& row : review.tables.positions) {
    if (!row.id.given() || !row.place.given()) continue;
    const auto place = knowledge::name_of(row.place.value);
    once.add(say(row.id.value, " at ", place), row.id.where, "position");
  }
}

void check_doses_unique(const Review& review) {
  Once once(review.complaints);
  for (const auto& row : review.tables.doses) {
    if (!row.seconds.given()) continue;
    once.add(say(row.seconds.value, " s"), row.seconds.where, "dose of");
  }
}

class ReferenceCheck final : public Fields {
 public:
  explicit ReferenceCheck(const Review& review) : review_(review) {}

  void ref(Key key, Str& field, Space space, Traits) override {
    if (field.given()) judge(key, field, space);
  }
  void refs(Key key, Many<Str>& field, Space space, Traits) override {
    for (const auto& item : field) judge(key, item, space);
  }
  void weights(Key key, Many<WeightRow>& field) override {
    for (const auto& row : field) judge(key, row.area, Space::area);
  }
  void position(Key, Str& id, At<knowledge::Support>& place) override {
    if (!id.given() || !place.given()) return;
    if (review_.names.find_position(id.value, place.value)) return;
    const auto support = knowledge::name_of(place.value);
    const auto elsewhere = review_.names.find(Space::position, id.value).has_value();
    review_.complaints.add(
        id.where, say("there is no position ", ticked(id.value), " at ", ticked(support),
                      elsewhere ? say("; it exists elsewhere")
                                : suggestion(id.value, review_.names.all(Space::position))));
  }

 private:
  void judge(Key key, const Str& id, Space space) {
    const auto& names = review_.names;
    if (names.find(space, id.value)) return;
    const auto place = names.find(Space::place, id.value);
    const bool wants_place = space == Space::area || space == Space::zone;
    std::string why = suggestion(id.value, names.all(space));
    if (wants_place && place) {
      const auto kind = review_.tables.places[*place].kind.value;
      why = say("; it is ", in_words(space_of(kind)),
                kind == knowledge::PlaceKind::zone ? ", which is never rolled" : "");
    }
    review_.complaints.add(id.where, say(ticked(key.toml), " names ", ticked(id.value),
                                         ", which is not ", in_words(space), why));
  }

  const Review& review_;
};

}  // namespace

void check_ids_unique(const Review& review) {
  const auto& tables = review.tables;
  check_ids(review, tables.sources, "source");
  check_ids(review, tables.muscles, "muscle");
  check_ids(review, tables.places, "place");
  check_ids(review, tables.techniques, "technique");
  check_ids(review, tables.tool_hints, "tool hint");
  check_ids(review, tables.presets, "preset");
  check_ids(review, tables.conditions, "condition");
  check_ids(review, tables.red_flags, "red flag");
  check_ids(review, tables.claims, "claim");
  check_ids(review, tables.sentences, "sentence");
  check_ids(review, tables.activities, "activity");
  check_ids(review, tables.languages, "language");
  check_kinds(review, tables.tool_kinds, "tool kind");
  check_kinds(review, tables.goals, "goal");
  check_owner_ids(review);
  check_positions_unique(review);
  check_doses_unique(review);
}

void check_references(const Review& review) {
  ReferenceCheck check(review);
  describe_all(check, review.tables);
}

}  // namespace unknot::kbc
