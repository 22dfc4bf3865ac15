#pragma once
/// @file
/// Where records are kept. Adapters make it real; every one passes the same contract suite
/// (tests/contract).

#include <memory>
#include <string>
#include <vector>

#include "unknot/journal/record.hpp"

namespace unknot::journal {

/// Which records to read; unset members do not restrict.
struct Query {
  std::string person;                 ///< Empty: of everybody. Their person record is theirs too.
  std::string session;                ///< Empty: of any session and of none.
  std::vector<RecordKind> kinds;      ///< Empty: of every kind.
  std::optional<base::Instant> from;  ///< `at` not before this.
  std::string first_id;               ///< Empty: from the first one on.
  std::string before_id;              ///< Empty: to the last one.
};

/// What a store holds, at one glance.
struct Extent {
  std::size_t records = 0;
  /// Letters and digits. The same text means the same records, whichever program asks and when.
  std::string mark;
};

// What every store does alike. A record is kept with the name of its kind filled in, and an unknown
// kind whose name this version does know becomes that kind.

/// Whether the record is that person's; the empty person stands for everybody.
[[nodiscard]] bool belongs_to(const Record& record, std::string_view person);
[[nodiscard]] bool matches(const Record& record, const Query& query);
/// Name of the record's kind as it is kept.
[[nodiscard]] std::string_view stored_kind(const Record& record);
/// The record as a store gives it back.
[[nodiscard]] Record as_stored(const Record& record);

/// An append-only set of records, used by one thread at a time.
///
/// Acknowledged means kept: when append() returns good, the records survive the loss of the process
/// and of power. All of a batch is kept, or none.
class Store {
 public:
  Store() = default;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  virtual ~Store() = default;

  /// Adds records. One whose id is there already with the same content is passed over, so that a
  /// batch may be sent twice.
  /// @return How many were new.
  /// @error contradiction   An id is there already with other content; nothing is added.
  /// @error store_busy, store_full, store_readonly, store_broken  Nothing is added.
  [[nodiscard]] virtual base::Result<std::size_t> append(std::span<const Record> records) = 0;

  /// Records in the order of their ids, which is that of writing.
  [[nodiscard]] virtual base::Result<std::vector<Record>> read(const Query& query) = 0;

  /// The id of every record, in order.
  [[nodiscard]] virtual base::Result<std::vector<std::string>> ids() = 0;

  /// How much there is, without reading it.
  [[nodiscard]] virtual base::Result<Extent> extent() = 0;

  /// Really deletes everything of a person (empty: everything there is), not only marks it.
  /// @return How many records are gone.
  [[nodiscard]] virtual base::Result<std::size_t> forget(std::string_view person) = 0;
};

}  // namespace unknot::journal
