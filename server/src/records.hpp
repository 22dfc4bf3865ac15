#pragma once
/// @file
/// The log over HTTP. Used by the log's thread alone.

#include "unknot/server/app.hpp"

namespace unknot::server {

class Records {
 public:
  Records(std::unique_ptr<LogHost> host, std::function<base::Instant()> clock)
      : host_(std::move(host)), clock_(std::move(clock)) {}

  /// Everything, or what is of one person or of some days, as unknot/journal@1.
  [[nodiscard]] Response give(const Request& request);
  /// How many there are of each day, and how another log sees whether it has the same.
  [[nodiscard]] Response days(const Request& request);
  /// Takes the records of a document; those that are there already are passed over.
  [[nodiscard]] Response take(const Request& request);
  /// Really deletes a person, or everybody.
  [[nodiscard]] Response forget(const Request& request);
  /// How many there are; nothing when nobody can say.
  [[nodiscard]] std::optional<std::size_t> count();

 private:
  /// Writes an answer; without a log, that of an empty one.
  using Telling = std::function<base::Result<std::string>(journal::Store*)>;
  /// What is told of the log as it is now, unless the asker has that already.
  /// @param which  Part of the tag: what of the log is told.
  [[nodiscard]] Response answer(const Request& request, std::string_view which,
                                const Telling& telling);
  enum class Missing : std::uint8_t { leave, begin };
  /// Null: there is no log, and none was wanted. One that has failed stays open, since it knows
  /// what it has to mend before it goes on; one that was set aside or moved is no longer the file.
  [[nodiscard]] base::Result<journal::Store*> store(Missing missing);

  std::unique_ptr<LogHost> host_;
  std::function<base::Instant()> clock_;
  std::unique_ptr<journal::Store> store_;
  std::string identity_;
};

}  // namespace unknot::server
