#include "fake_host.hpp"

#include <cstdio>
#include <iostream>
#include <sstream>

#include "host.hpp"
#include "program.hpp"
#include "store_host.hpp"
#include "unknot/store_memory/store_memory.hpp"

namespace unknot::fuzz {

namespace {

/// What every file holds, and what was complained of.
std::string& file_text() {
  static std::string text;
  return text;
}

std::string& complaint_text() {
  static std::string text;
  return text;
}

}  // namespace

struct Streams::Kept {
  std::istringstream in;
  std::ostringstream out;
  std::streambuf* cin = nullptr;
  std::streambuf* cout = nullptr;
};

Streams::Streams(std::string_view input) : kept_(new Kept) {
  kept_->in.str(std::string(input));
  std::cin.clear();
  kept_->cin = std::cin.rdbuf(kept_->in.rdbuf());
  kept_->cout = std::cout.rdbuf(kept_->out.rdbuf());
}

Streams::~Streams() {
  std::cin.rdbuf(kept_->cin);
  std::cout.rdbuf(kept_->cout);
  delete kept_;
}

std::string Streams::out() const { return kept_->out.str(); }

Run run_program(const std::vector<std::string>& words, std::string_view file) {
  file_text() = file;
  complaint_text().clear();
  std::vector<const char*> argv{"unknot"};
  for (const auto& word : words) argv.push_back(word.c_str());
  const int argc = static_cast<int>(argv.size());
  argv.push_back(nullptr);
  const Streams streams(file);
  Run run;
  run.exit_code = cli::run(argc, argv.data());
  run.out = streams.out();
  run.complaint = complaint_text();
  return run;
}

}  // namespace unknot::fuzz

// In place of cli/src/host.cpp and store_host.cpp.
namespace unknot::cli {

base::Instant local_now() { return *base::parse_instant(fuzz::standing_now); }
std::int64_t wall_ms() { return local_now().seconds * 1000; }

std::optional<base::Instant> local_instant(std::string_view text) {
  return base::parse_instant(std::string(text) + 'Z');
}

std::array<std::uint8_t, 10> chance() { return {}; }

std::string variable(const char* name) {
  const std::string_view wanted(name);
  if (wanted == "LANG") return "en_GB.UTF-8";
  return wanted == "HOME" ? "/person" : "";
}

std::string locale_territory() { return "GB"; }
std::optional<std::string> locale_codeset() { return "UTF-8"; }

bool input_is_terminal() { return false; }
bool output_is_terminal() { return false; }
std::size_t output_columns() { return 0; }

// A disk with a folder for the person and nothing else.
std::string file_identity(const std::string&) { return {}; }
PathKind kind_of(const std::string& path) {
  return path == "/" || path == "/person" ? PathKind::folder : PathKind::absent;
}
bool is_program(const std::string&) { return false; }
bool may_write_in(const std::string& folder) { return folder == "/person"; }
bool can_write_in(const std::string& folder) { return folder == "/person"; }
std::uint64_t free_bytes(const std::string&) { return std::uint64_t{1} << 30; }

base::Result<void> make_folders(const std::string&) { return {}; }
base::Result<void> write_file(const std::string&, std::string_view, Replace) { return {}; }
bool remove_file(const std::string&) { return true; }

base::Result<std::string> read_input(const std::string&, std::size_t) { return fuzz::file_text(); }

std::FILE* open_input(const std::string&) {
  std::string& text = fuzz::file_text();
  std::FILE* file = std::tmpfile();
  if (file == nullptr) return nullptr;
  std::fwrite(text.data(), 1, text.size(), file);
  std::rewind(file);
  return file;
}

// Each log is empty and gone when it is closed.
base::Result<std::unique_ptr<journal::Store>> open_store(const std::string&, LogUse) {
  return store_memory::make();
}
base::Result<std::size_t> backup_store(const std::string&, const std::string&) { return 0; }
base::Result<std::size_t> verify_store(const std::string&) { return 0; }
base::Result<Restored> restore_store(const std::string&, const std::string&) { return Restored{}; }
StoreStanding standing_of(const std::string&) { return StoreStanding::nothing; }
std::vector<std::string> set_aside(const std::string&) { return {}; }
StoreFiles files_of_store(const std::string&) { return {}; }

void remark(std::string_view) {}

int complain(const base::Error& error) { return complain(base::sentence(error)); }

int complain(std::string_view sentence) {
  fuzz::complaint_text() = sentence;
  return exit_bad_input;
}

}  // namespace unknot::cli
