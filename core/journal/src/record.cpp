#include "unknot/journal/record.hpp"

#include <tuple>

namespace unknot::journal {

std::string_view name_of(RecordKind kind) { return knowledge::name_of(kind); }

RecordKind kind_of(std::string_view name) {
  return knowledge::parse_enum<RecordKind>(name).value_or(RecordKind::unknown);
}

namespace {
auto all_of(const Record& r) {
  return std::tie(r.id, r.person, r.kind, r.kind_name, r.at.seconds, r.at.offset_minutes, r.session,
                  r.knowledge, r.data, r.extra);
}
}  // namespace

bool same(const Record& a, const Record& b) { return all_of(a) == all_of(b); }
bool before(const Record& a, const Record& b) { return all_of(a) < all_of(b); }

}  // namespace unknot::journal
