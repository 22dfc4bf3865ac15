#include "sample_records.hpp"

#include <unistd.h>
#include <array>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "unknot/base/uuid.hpp"

namespace unknot::contract {

namespace {

constexpr std::int64_t start_ms = 1'700'000'000'000;

std::string id_of(std::int64_t ms, std::uint64_t number) {
  std::array<std::uint8_t, 10> chance{};
  for (std::size_t i = 0; i < 8; ++i) {
    chance[2 + i] = static_cast<std::uint8_t>(number >> (8 * i));
  }
  return base::uuid_v7(ms, chance);
}

std::string data_of(std::uint64_t number) {
  std::minstd_rand random(static_cast<std::uint_fast32_t>(number * 7919 + 1));
  // One in forty is long: a plan's document.
  const std::size_t length = number % 40 == 7 ? 9000 : random() % 300;
  std::string text;
  while (text.size() < length) text += static_cast<char>('a' + random() % 26);
  return "{\"number\":" + std::to_string(number) + ",\"text\":\"" + text + "\"}";
}

}  // namespace

std::string sample_id(std::uint64_t number) {
  return id_of(start_ms + static_cast<std::int64_t>(number), number);
}

std::string sample_person(std::uint64_t number) { return id_of(1000, number % 3 + 1); }

journal::Record sample(std::uint64_t number) {
  using journal::RecordKind;
  // As they were when the first log was kept: kinds that came later would change all samples.
  constexpr std::array kinds = {RecordKind::person,  RecordKind::profile,      RecordKind::plan,
                                RecordKind::event,   RecordKind::session,      RecordKind::rolled,
                                RecordKind::level,   RecordKind::after_effect, RecordKind::note,
                                RecordKind::removal, RecordKind::unknown};
  journal::Record record;
  record.id = sample_id(number);
  record.person = sample_person(number);
  record.kind = kinds[number % kinds.size()];
  record.kind_name =
      record.kind == RecordKind::unknown ? "of_tomorrow" : std::string(name_of(record.kind));
  record.at = {.seconds = 1'700'000'000 + static_cast<std::int64_t>(number) * 60,
               .offset_minutes = static_cast<std::int32_t>(number % 5) * 60 - 120};
  if (number % 2 == 0) record.session = sample_id(number / 10 * 10);
  record.knowledge = std::string(64, static_cast<char>('a' + number % 6));
  record.data = data_of(number);
  if (number % 9 == 0) record.extra = "\"of_tomorrow\":" + std::to_string(number);
  return record;
}

std::vector<journal::Record> samples(std::uint64_t from, std::size_t count) {
  std::vector<journal::Record> records;
  for (std::size_t i = 0; i < count; ++i) records.push_back(sample(from + i));
  return records;
}

Folder::Folder() {
  const std::filesystem::path memory = "/dev/shm";
  const char* wanted = std::getenv("UNKNOT_TEST_FOLDER");
  std::filesystem::path parent = std::filesystem::temp_directory_path();
  if (wanted != nullptr) {
    parent = wanted;
  } else if (access(memory.c_str(), W_OK | X_OK) == 0) {
    parent = memory;
  }
  path_ = (parent / "unknot-contract-XXXXXX").string();
  if (mkdtemp(path_.data()) == nullptr) std::abort();
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::permissions(path_, std::filesystem::perms::owner_all, ignored);
  std::filesystem::remove_all(path_, ignored);
}

std::string bytes_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_bytes(const std::string& file, std::string_view bytes) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace unknot::contract
