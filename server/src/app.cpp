#include "unknot/server/app.hpp"

#include "api.hpp"
#include "gate.hpp"
#include "problem.hpp"
#include "site.hpp"

namespace unknot::server {

namespace {

bool is_of_api(std::string_view path) {
  // Everything below /api, so that a wrong version is told in the same way.
  return path == "/api" || path.starts_with("/api/");
}

class App final : public Handler {
 public:
  explicit App(AppParts parts)
      : gate_(parts.listen, parts.port, parts.hosts),
        site_(std::move(parts.bundle), std::move(parts.clip_folders)),
        api_(parts) {}

  Ticket admit(const Request& head) const override {
    if (!gate_.knows(head.host)) {
      return answered(
          problem(421, "host_unknown", "This server does not go by that name; --host adds one."));
    }
    if (!is_of_api(head.path)) return answered(site_.answer(head));
    if (!gate_.own_page(head)) {
      return answered(problem(403, "origin_foreign", "Another page may not ask this server."));
    }
    const std::string root = std::string(api_root) + '/';
    if (head.path.starts_with(root)) return api_.admit(head);
    return answered(problem(404, "path_unknown", "The API is at /api/v1."));
  }

 private:
  static Ticket answered(Response response) {
    Ticket out;
    out.answer = std::move(response);
    return out;
  }

  Gate gate_;
  Site site_;
  Api api_;
};

}  // namespace

std::unique_ptr<Handler> make_app(AppParts parts) {
  return std::make_unique<App>(std::move(parts));
}

}  // namespace unknot::server
