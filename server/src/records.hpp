#pragma once
/// @file
/// The log over HTTP. Used by the log's thread alone.

#include "unknot/server/app.hpp"

namespace unknot::server {

class Records {
 public:
  Records(std::unique_ptr<LogHost> host, std::function<base::Instant()> clock)
      : host_(std::move(host)), clock_(std::move(clock)) {}

  /// Everything, or everything of one person, as unknot/journal@1.
  [[nodiscard]] Response give(const Request& request);
  /// Takes the records of a document; those that are there already are passed over.
  [[nodiscard]] Response take(const Request& request);
  /// Really deletes a person, or everybody.
  [[nodiscard]] Response forget(const Request& request);
  /// How many there are; nothing when nobody can say.
  [[nodiscard]] std::optional<std::size_t> count();

 private:
  enum class Missing : std::uint8_t { leave, begin };
  /// Null: there is no log, and none was wanted.
  [[nodiscard]] base::Result<journal::Store*> store(Missing missing);
  /// After a failure the log is opened anew: it may have been set aside, moved or mended.
  [[nodiscard]] Response failed(const base::Error& error, int status = 0);

  std::unique_ptr<LogHost> host_;
  std::function<base::Instant()> clock_;
  std::unique_ptr<journal::Store> store_;
  std::string identity_;
};

}  // namespace unknot::server
