#include "records.hpp"

#include "negotiate.hpp"
#include "problem.hpp"
#include "query.hpp"
#include "unknot/base/json.hpp"
#include "unknot/base/uuid.hpp"
#include "unknot/journal/format.hpp"

namespace unknot::server {

namespace {

using base::ErrorCode;

/// Whose records are meant; empty: everybody's.
base::Result<std::string> person_of(const Request& request) {
  const auto fields = fields_of(request.query);
  if (!fields) return base::fail(ErrorCode::field_unknown, "query", request.query, "person=ID");
  std::string out;
  for (const auto& [name, value] : *fields) {
    if (name != "person") {
      return base::fail(ErrorCode::field_unknown, name, value, "person and nothing else");
    }
    if (!out.empty() || !base::is_uuid(value)) {
      return base::fail(ErrorCode::out_of_range, name, value, "the id of one person");
    }
    out = value;
  }
  return out;
}

/// Weak: the document says when it was written, so two of the same records differ in that.
std::string tag_of(const journal::Extent& extent, std::string_view person) {
  return "W/\"" + extent.mark.substr(0, 32) + std::string(person.empty() ? "" : "-") +
         std::string(person) + '"';
}

Response journal_answer(const std::vector<journal::Record>& records, base::Instant now,
                        const std::string& tag) {
  Response out = json_answer(write_journal(records, now));
  add_line(out, "ETag", tag);
  return out;
}

Response unchanged(const std::string& tag) {
  Response out{.status = 304, .fixed = "Cache-Control: no-store\r\n", .lines = {}, .body = {}};
  add_line(out, "ETag", tag);
  return out;
}

}  // namespace

base::Result<journal::Store*> Records::store(Missing missing) {
  std::string identity = host_->identity();
  if (store_ != nullptr && identity == identity_) return store_.get();
  store_.reset();
  if (identity.empty() && missing == Missing::leave) return nullptr;
  auto opened = host_->open();
  if (!opened) return std::unexpected(opened.error());
  store_ = std::move(*opened);
  identity_ = host_->identity();
  return store_.get();
}

Response Records::give(const Request& request) {
  const auto person = person_of(request);
  if (!person) return problem(person.error(), 400);
  const auto store = this->store(Missing::leave);
  if (!store) return problem(store.error());
  if (*store == nullptr) return journal_answer({}, clock_(), tag_of({0, "none"}, *person));
  // The mark first: what is added in between makes the answer newer than its tag, never older.
  const auto extent = (*store)->extent();
  if (!extent) return problem(extent.error());
  const std::string tag = tag_of(*extent, *person);
  if (names_tag(request.if_none_match, tag)) return unchanged(tag);
  const auto records = (*store)->read({.person = *person});
  if (!records) return problem(records.error());
  return journal_answer(*records, clock_(), tag);
}

Response Records::take(const Request& request) {
  const auto journal = journal::read_journal(request.body);
  if (!journal) return problem(journal.error());
  const auto store = this->store(Missing::begin);
  if (!store) return problem(store.error());
  const auto added = (*store)->append(journal->records);
  if (!added) {
    return problem(added.error(), added.error().code == ErrorCode::contradiction ? 409 : 0);
  }
  base::JsonWriter out;
  out.begin_object().key("new").number(static_cast<std::int64_t>(*added)).key("held");
  out.number(static_cast<std::int64_t>(journal->records.size() - *added));
  return json_answer(out.end_object().take());
}

Response Records::forget(const Request& request) {
  const auto person = person_of(request);
  if (!person) return problem(person.error(), 400);
  if (const auto may = host_->may_forget(*person); !may) return problem(may.error(), 409);
  const auto store = this->store(Missing::leave);
  if (!store) return problem(store.error());
  std::size_t gone = 0;
  if (*store != nullptr) {
    const auto forgotten = (*store)->forget(*person);
    if (!forgotten) return problem(forgotten.error());
    gone = *forgotten;
  }
  if (person->empty()) store_.reset();
  if (const auto rest = host_->forget_rest(*person); !rest) return problem(rest.error());
  base::JsonWriter out;
  out.begin_object().key("forgotten").number(static_cast<std::int64_t>(gone));
  return json_answer(out.end_object().take());
}

std::optional<std::size_t> Records::count() {
  const auto store = this->store(Missing::leave);
  if (!store) return std::nullopt;
  if (*store == nullptr) return 0;
  const auto extent = (*store)->extent();
  return extent ? std::optional(extent->records) : std::nullopt;
}

}  // namespace unknot::server
