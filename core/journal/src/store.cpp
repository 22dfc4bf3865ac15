#include "unknot/journal/store.hpp"

#include <algorithm>

namespace unknot::journal {

bool belongs_to(const Record& record, std::string_view person) {
  return person.empty() || record.person == person || record.id == person;
}

bool matches(const Record& record, const Query& query) {
  return belongs_to(record, query.person) &&
         (query.session.empty() || record.session == query.session) &&
         (query.kinds.empty() ||
          std::ranges::find(query.kinds, record.kind) != query.kinds.end()) &&
         (!query.from || record.at >= *query.from) && record.id >= query.first_id &&
         (query.before_id.empty() || record.id < query.before_id);
}

std::string_view stored_kind(const Record& record) {
  return record.kind == RecordKind::unknown ? std::string_view(record.kind_name)
                                            : name_of(record.kind);
}

Record as_stored(const Record& record) {
  Record out = record;
  out.kind_name = stored_kind(record);
  out.kind = kind_of(out.kind_name);
  return out;
}

}  // namespace unknot::journal
