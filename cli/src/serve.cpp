#include "serve.hpp"

#include <cstdio>
#include <iostream>
#include <thread>

#include "child.hpp"
#include "file_lock.hpp"
#include "host.hpp"
#include "store_host.hpp"
#include "terminal.hpp"
#include "track_file.hpp"
#include "unknot/base/json.hpp"
#include "unknot/base/text.hpp"
#include "unknot/server/app.hpp"
#include "unknot/server/server.hpp"

namespace unknot::cli {

namespace {

constexpr std::chrono::milliseconds own_patience{10'000};
constexpr std::chrono::milliseconds stranger_patience{1000};
constexpr std::size_t most_bundle = std::size_t{256} << 20U;
constexpr std::string_view health = "/api/v1/health";

/// The log of this person's data folder, as the other verbs use it.
class FileLog final : public server::LogHost {
 public:
  explicit FileLog(std::string path) : path_(std::move(path)) {}

  base::Result<std::unique_ptr<journal::Store>> open() override {
    return open_store(path_, LogUse::write);
  }

  std::string identity() override { return file_identity(path_); }

  base::Result<void> may_forget(std::string_view person) override {
    for (const auto& one : people(person)) {
      const std::string file = guide_lock(path_, one);
      if (kind_of(file) != PathKind::absent && FileLock(file).taken()) {
        return base::fail(base::ErrorCode::contradiction, "person", one,
                          "one whom no session is being guided for now");
      }
    }
    return {};
  }

  base::Result<void> forget_rest(std::string_view person) override {
    if (!person.empty()) {
      static_cast<void>(remove_file(guide_lock(path_, person)));
      return {};
    }
    const StoreFiles files = files_of_store(path_);
    for (const auto* list : {&files.own, &files.aside}) {
      for (const auto& file : *list) {
        if (remove_file(file)) continue;
        return base::fail(base::ErrorCode::store_readonly, file, "it cannot be deleted",
                          "delete it yourself");
      }
    }
    return {};
  }

 private:
  /// Whose sessions may be guided now.
  [[nodiscard]] std::vector<std::string> people(std::string_view person) const {
    if (!person.empty()) return {std::string(person)};
    std::vector<std::string> out;
    if (kind_of(path_) == PathKind::absent) return out;
    const auto store = open_store(path_, LogUse::read);
    if (!store) return out;
    const auto records = (*store)->read({.kinds = {journal::RecordKind::person}});
    if (!records) return out;
    for (const auto& record : *records) out.push_back(record.id);
    return out;
  }

  std::string path_;
};

std::string address_of(const ServeFlags& flags, std::uint16_t port) {
  const bool elsewhere = !flags.listen.empty() && flags.listen != "0.0.0.0" && flags.listen != "::";
  std::string host = elsewhere ? flags.listen : "localhost";
  if (host.find(':') != std::string::npos) host = '[' + host + ']';
  return "http://" + host + ':' + std::to_string(port);
}

bool is_own(const std::string& listen) {
  return listen.empty() || listen.starts_with("127.") || listen == "::1";
}

void announce(const ServeFlags& flags, std::uint16_t port, const std::string& log) {
  std::cout << "Unknot is at " << address_of(flags, port) << '\n'
            << "The log is " << base::printable(log) << '\n';
  if (!is_own(flags.listen)) {
    std::cout << '\n'
              << wrap("Whoever reaches this machine at " + flags.listen +
                          " can read, change and delete the log: there is no password, and what is "
                          "said on the way is not encrypted. Browsers keep the app for offline use "
                          "and hold the screen on only where it comes by https or from the same "
                          "machine.",
                      0, 0);
  }
  if (!flags.check) std::cout << "Ctrl+C ends it.\n";
  std::cout << std::flush;
}

void log_access(std::string_view line) {
  const std::string whole = std::string(line) + '\n';
  std::fwrite(whole.data(), 1, whole.size(), stderr);
}

/// xdg-open finds the browser on every desktop that follows the standards; without a desktop there
/// is nothing to open.
void open_browser(const std::string& address) {
  const std::string path = variable("PATH");
  for (const auto folder : base::split(path, ':')) {
    const std::string program = std::string(folder) + "/xdg-open";
    if (folder.empty() || !is_program(program)) continue;
    Child browser;
    if (!browser.start({program, address}, {})) continue;
    browser.let_go();  // It may have become the browser itself.
    return;
  }
  remark("no browser could be opened: xdg-open is not on the PATH.");
}

/// The bundle's bytes: of a file when one is named, else what was built in.
base::Result<std::string_view> bundle_bytes(const ServeFlags& flags, std::string& storage) {
  if (flags.bundle.empty()) return server::embedded_bundle();
  auto text = read_input(flags.bundle, most_bundle);
  if (!text) return std::unexpected(text.error());
  storage = std::move(*text);
  return std::string_view(storage);
}

int no_app() {
  return complain(
      "serve: this program was built without the web app; make build makes both. The guided "
      "session in the terminal is unknot guide.");
}

std::string listening_at(const ServeFlags& flags) {
  if (flags.listen.empty() || flags.listen == "0.0.0.0") return "127.0.0.1";
  return flags.listen == "::" ? "::1" : flags.listen;
}

/// One line of --check.
bool shows(const ServeFlags& flags, std::uint16_t port, std::string_view path) {
  const auto got = server::fetch(listening_at(flags), port, std::string(path), own_patience);
  const bool good = got && got->status == 200;
  std::cout << (good ? "ok       " : "problem  ") << path << "  ";
  if (got) {
    std::cout << got->status << ' ' << got->content_type << ", " << got->body.size() << " bytes\n";
  } else {
    std::cout << sentence(got.error()) << '\n';
  }
  return good;
}

int run_checks(const ServeFlags& flags, server::Server& server, const server::Handler& handler) {
  std::thread thread([&] { server.run(handler); });
  const bool page = shows(flags, server.port(), "/");
  const bool api = shows(flags, server.port(), health);
  server.stop();
  thread.join();
  return page && api ? exit_good : exit_problem;
}

int run(const ServeFlags& flags, server::Server& server, const server::Handler& handler) {
  if (flags.open) open_browser(address_of(flags, server.port()));
  server.run(handler);
  return exit_good;
}

server::AppParts parts_of(const ServeFlags& flags, server::Bundle bundle, const std::string& log,
                          std::uint16_t port) {
  server::AppParts parts;
  parts.bundle = std::move(bundle);
  parts.clip_folders = flags.clips.empty() ? clip_folders() : std::vector<std::string>{flags.clips};
  parts.listen = flags.listen;
  parts.port = port;
  parts.hosts = flags.hosts;
  parts.territory = locale_territory();
  parts.clock = local_now;
  parts.log = std::make_unique<FileLog>(log);
  return parts;
}

}  // namespace

int serve(const ServeFlags& flags) {
  const auto log = log_path(flags.log);
  if (!log) return complain(log.error());
  std::string storage;
  const auto bytes = bundle_bytes(flags, storage);
  if (!bytes) return complain(bytes.error());
  auto bundle = server::Bundle::read(*bytes);
  if (!bundle) return complain(bundle.error());
  if (bundle->empty()) return no_app();
  server::Settings settings;
  settings.listen = flags.listen;
  settings.port = flags.port;
  if (flags.verbose) settings.access = log_access;
  const auto server = server::Server::open(std::move(settings));
  if (!server) return complain(server.error());
  const auto port = (*server)->port();
  const auto app = server::make_app(parts_of(flags, std::move(*bundle), *log, port));
  announce(flags, port, *log);
  return flags.check ? run_checks(flags, **server, *app) : run(flags, **server, *app);
}

std::size_t embedded_files() {
  const auto bundle = server::Bundle::read(server::embedded_bundle());
  return bundle ? bundle->size() : 0;
}

Listener listener_at(std::uint16_t port) {
  const auto got = server::fetch("127.0.0.1", port, std::string(health), stranger_patience);
  if (!got) return {got.error().code == base::ErrorCode::store_busy, {}};
  const auto json = base::parse_json(got->body);
  const base::Json* version = json ? json->find("version") : nullptr;
  const base::Json* knowledge = json ? json->find("knowledge") : nullptr;
  if (version == nullptr || knowledge == nullptr) return {true, {}};
  return {true, version->text};
}

}  // namespace unknot::cli
