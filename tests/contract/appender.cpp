// Appends to a log until it is done or killed, and says what was acknowledged: the victim of the
// tests that kill, starve and hinder processes.
//
//   appender FILE FROM COUNT BATCH [user=ID] [most=BYTES] [wait=MS] [again]
//
// "ACK FROM COUNT" after each batch that was acknowledged, "NO FROM COUNT CODE" after each that was
// refused (with `again` it is sent once more), "CLOSED CODE" when the log would not open. user=ID
// runs as that user, most=BYTES lets no file grow beyond that.

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "sample_records.hpp"
#include "unknot/store_sqlite/store_sqlite.hpp"

namespace {

using namespace unknot;

// One write each, so that what was said is said whole, whenever the process ends.
void say(const std::string& line) {
  if (write(STDOUT_FILENO, line.data(), line.size()) < 0) std::abort();
}

std::uint64_t number(std::string_view text) {
  std::uint64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool apply(std::string_view option) {
  const auto value = number(option.substr(option.find('=') + 1));
  if (option.starts_with("user=")) {
    const auto id = static_cast<uid_t>(value);
    return setresgid(id, id, id) == 0 && setresuid(id, id, id) == 0;
  }
  if (option.starts_with("most=")) {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{value, value};
    return setrlimit(RLIMIT_FSIZE, &limit) == 0;
  }
  return option.starts_with("wait=") || option == "again";
}

bool append(journal::Store& store, std::uint64_t from, std::size_t count) {
  const auto added = store.append(contract::samples(from, count));
  const auto what = std::to_string(from) + " " + std::to_string(count);
  if (added) {
    say("ACK " + what + "\n");
  } else {
    say("NO " + what + " " + std::string(base::row_of(added.error().code).name) + "\n");
  }
  return added.has_value();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) return 2;
  store_sqlite::Where where{.file = argv[1], .moment = "test"};
  const std::vector<std::string_view> options(argv + 5, argv + argc);
  for (const auto option : options) {
    if (!apply(option)) return 3;
    if (option.starts_with("wait=")) where.wait_ms = static_cast<int>(number(option.substr(5)));
  }
  const bool again = std::ranges::count(options, "again") > 0;
  const auto store = store_sqlite::open(where);
  if (!store) {
    say("CLOSED " + std::string(base::row_of(store.error().code).name) + "\n");
    return 1;
  }
  say("OPEN\n");
  const std::uint64_t from = number(argv[2]);
  const std::uint64_t count = number(argv[3]);
  const std::uint64_t batch = number(argv[4]);
  for (std::uint64_t at = from; at < from + count; at += batch) {
    const auto size = std::min<std::uint64_t>(batch, from + count - at);
    if (!append(**store, at, size) && again) append(**store, at, size);
  }
  say("END\n");
  return 0;
}
