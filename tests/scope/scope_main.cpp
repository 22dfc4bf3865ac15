// Plans for a grid of requests and demands of each answer what tests/property/lawful.hpp says:
//
//   small_scope --all [--threads N]         every request of the grid
//   small_scope --some COUNT --seed N       that many, drawn by the seed
//
// Exit 0: no breach, a fair share planned and a fair share refused, and with --all: the grid is as
// large as it should be and everything that can be said was said. 1: not so; 2: wrong call.

#include <atomic>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <mutex>
#include <optional>
#include <thread>

#include <unistd.h>

#include "grid.hpp"
#include "lawful.hpp"
#include "requests.hpp"
#include "tally.hpp"

namespace unknot::scope {

namespace {

constexpr std::size_t most_breaches_told = 20;
constexpr std::size_t least_grid = 300000;
constexpr std::size_t least_share_percent = 10;  ///< Of planned, and of refused.

struct Place {
  const Product* product = nullptr;
  std::size_t index = 0;
};

struct Wish {
  std::optional<std::size_t> some;  ///< Nothing: all.
  std::uint64_t seed = 1;
  std::size_t threads = 1;
};

/// What this thread is at, for the case that the program stops itself (UNKNOT_CHECK).
thread_local char at_work[1024] = "";

void tell_where(int signal) {
  constexpr char words[] = "stopped at ";
  (void)!write(STDERR_FILENO, words, sizeof words - 1);
  (void)!write(STDERR_FILENO, at_work, std::strlen(at_work));
  (void)!write(STDERR_FILENO, "\n", 1);
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

class Run {
 public:
  explicit Run(const Wish& wish)
      : pack_(knowledge::embedded_pack()), grid_(grid_of(pack_)), wish_(wish) {
    for (const Product& product : grid_) total_ += product.size();
  }

  bool go() {
    for (const Product& product : grid_) {
      std::printf("%s: %zu requests\n", product.name.c_str(), product.size());
    }
    std::fflush(stdout);
    {
      std::vector<std::jthread> helpers;
      for (std::size_t i = 0; i < wish_.threads; ++i) helpers.emplace_back([this] { work(); });
    }
    std::printf("%zu of %zu requests, %zu breaches\n%s", count(), total_, breaches_.load(),
                tally_.text().c_str());
    return breaches_ == 0 && both_ends() && (wish_.some || whole());
  }

 private:
  /// Planned and refused, each often enough.
  bool both_ends() const {
    const std::size_t least = count() * least_share_percent / 100;
    const std::size_t planned = tally_.planned();
    if (planned >= least && count() - planned >= least) return true;
    std::printf("hardly anything is planned, or hardly anything refused\n");
    return false;
  }

  bool whole() const {
    const auto never = tally_.never_met();
    for (const auto& word : never) std::printf("never met: %s\n", word.c_str());
    if (total_ < least_grid) std::printf("the grid has shrunk below %zu\n", least_grid);
    return never.empty() && total_ >= least_grid;
  }

  std::size_t count() const { return wish_.some.value_or(total_); }

  /// The i-th request of this run.
  Place place(std::size_t i) const {
    if (wish_.some) {
      property::Random random(wish_.seed + i);
      // Each product gets its share, however small it is beside the others.
      const Product& product = grid_[i % grid_.size()];
      return {&product, random.below(product.size())};
    }
    for (const Product& product : grid_) {
      if (i < product.size()) return {&product, i};
      i -= product.size();
    }
    return {};
  }

  void work() {
    Tally tally;
    for (std::size_t i = next_++; i < count(); i = next_++) judge(place(i), tally);
    const std::lock_guard lock(mutex_);
    tally_.add(tally);
  }

  void judge(const Place& at, Tally& tally) {
    const std::string told = at.product->told(at.index);
    at_work[told.copy(at_work, sizeof at_work - 1)] = '\0';
    const auto planned = coach::plan(at.product->request(at.index), pack_, {});
    const std::string wrong = property::what_is_unlawful_or_drifts(planned, pack_, {});
    tally.count(planned.answer);
    if (wrong.empty() || ++breaches_ > most_breaches_told) return;
    std::printf("%s: %s\n", told.c_str(), wrong.c_str());
  }

  const knowledge::Pack& pack_;
  const std::vector<Product> grid_;
  const Wish wish_;
  std::size_t total_ = 0;
  std::atomic<std::size_t> next_{0};
  std::atomic<std::size_t> breaches_{0};
  std::mutex mutex_;
  Tally tally_;
};

std::optional<std::size_t> number(const char* word) {
  std::size_t value = 0;
  const char* end = word + std::strlen(word);
  const auto read = std::from_chars(word, end, value);
  if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
  return value;
}

std::optional<Wish> wish_of(int argc, char** argv) {
  Wish wish;
  bool all = false;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--all") {
      all = true;
      continue;
    }
    const auto value = i + 1 < argc ? number(argv[++i]) : std::nullopt;
    if (!value) return std::nullopt;
    if (word == "--some") {
      wish.some = *value;
    } else if (word == "--seed") {
      wish.seed = *value;
    } else if (word == "--threads" && *value > 0) {
      wish.threads = *value;
    } else {
      return std::nullopt;
    }
  }
  return all == wish.some.has_value() ? std::nullopt : std::optional(wish);
}

}  // namespace

}  // namespace unknot::scope

int main(int argc, char** argv) {
  const auto wish = unknot::scope::wish_of(argc, argv);
  if (!wish) {
    std::fputs("usage: small_scope --all | --some COUNT [--seed N] [--threads N]\n", stderr);
    return 2;
  }
  std::signal(SIGILL, unknot::scope::tell_where);
  std::signal(SIGTRAP, unknot::scope::tell_where);
  return unknot::scope::Run(*wish).go() ? 0 : 1;
}
