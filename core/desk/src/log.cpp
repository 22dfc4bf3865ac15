#include "log.hpp"

#include <algorithm>

namespace unknot::desk {

using journal::Profile;
using journal::Record;
using journal::RecordKind;

namespace {

bool lower_id(const Record& a, const Record& b) { return a.id < b.id; }

/// Whether it is the same plan as far as a heading tells.
bool heads(const Record& here, const Record& plan) {
  return plan.kind == RecordKind::plan && here.person == plan.person && here.at == plan.at;
}

std::unexpected<base::Error> other_content(const Record& record) {
  return base::fail(base::ErrorCode::contradiction, "id", record.id,
                    "the record that the log has under it, word for word");
}

}  // namespace

Record heading(std::string id, std::string person, base::Instant at) {
  Record out{.id = std::move(id), .person = std::move(person), .kind = RecordKind::plan};
  out.at = at;
  out.session = out.id;
  return journal::as_stored(out);
}

const Record* Log::find(std::string_view id) const {
  const auto found =
      std::lower_bound(records_.begin(), records_.end(), id,
                       [](const Record& record, std::string_view one) { return record.id < one; });
  return found != records_.end() && found->id == id ? &*found : nullptr;
}

/// Those that are not here yet, sorted, each once.
base::Result<std::vector<Record>> Log::new_ones(std::span<const Record> records) const {
  std::vector<Record> out;
  for (const Record& record : records) {
    Record stored = journal::as_stored(record);
    const Record* here = find(stored.id);
    const bool fills = here != nullptr && is_heading(*here) && heads(*here, stored);
    if (here == nullptr || (fills && !is_heading(stored))) {
      out.push_back(std::move(stored));
    } else if (is_heading(stored) && heads(stored, *here)) {
      continue;
    } else if (!journal::same(*here, stored)) {
      return other_content(stored);
    }
  }
  std::sort(out.begin(), out.end(), lower_id);
  for (std::size_t i = 1; i < out.size(); ++i) {
    if (out[i].id == out[i - 1].id && !journal::same(out[i], out[i - 1])) {
      return other_content(out[i]);
    }
  }
  const auto again = std::unique(out.begin(), out.end(),
                                 [](const Record& a, const Record& b) { return a.id == b.id; });
  out.erase(again, out.end());
  return out;
}

base::Result<std::size_t> Log::add(std::span<const Record> records) {
  auto fresh = new_ones(records);
  if (!fresh) return std::unexpected(std::move(fresh.error()));
  facts_.reset();
  const auto before = static_cast<std::ptrdiff_t>(records_.size());
  std::erase_if(*fresh, [&](Record& record) {
    Record* filled = filled_by(record);
    if (filled != nullptr) *filled = std::move(record);
    return filled != nullptr;
  });
  for (Record& record : *fresh) records_.push_back(std::move(record));
  const auto middle = records_.begin() + before;
  const bool in_order = before == 0 || middle == records_.end() || lower_id(*(middle - 1), *middle);
  if (!in_order) std::inplace_merge(records_.begin(), middle, records_.end(), lower_id);
  return fresh->size();
}

/// Where its heading stands; null: nowhere.
Record* Log::filled_by(const Record& plan) {
  const Record* here = find(plan.id);
  return here == nullptr ? nullptr : &records_[static_cast<std::size_t>(here - records_.data())];
}

std::size_t Log::forget(std::string_view person) {
  facts_.reset();
  return std::erase_if(records_,
                       [&](const Record& one) { return journal::belongs_to(one, person); });
}

std::span<const Record> Log::facts_of(std::string_view person) const {
  if (!facts_ || facts_->person != person) {
    facts_ = {std::string(person), {}};
    for (const Record& record : records_) {
      const bool fact = record.kind != RecordKind::event && record.kind != RecordKind::plan;
      if (fact && journal::belongs_to(record, person)) facts_->records.push_back(record);
    }
  }
  return facts_->records;
}

std::vector<Record> Log::with_plans(std::string_view person) const {
  std::vector<Record> out;
  for (const Record& record : records_) {
    if (record.kind == RecordKind::event || !journal::belongs_to(record, person)) continue;
    out.push_back(record);
  }
  return out;
}

std::vector<Profile> Log::people(base::Instant now, journal::Offers offers) const {
  return journal::people(records_, pack_, now, offers);
}

std::optional<Profile> Log::last_used(base::Instant now, journal::Offers offers) const {
  const auto everybody = people(now, offers);
  for (auto record = records_.rbegin(); record != records_.rend(); ++record) {
    for (const Profile& one : everybody) {
      if (one.id == record->person || one.id == record->id) return one;
    }
  }
  return std::nullopt;
}

std::optional<BrokenOff> Log::broken_off(std::string_view person) const {
  const Record* plan = newest_plan(records_, person);
  return plan == nullptr ? std::nullopt : desk::broken_off(*plan, records_, pack_);
}

}  // namespace unknot::desk
