#include "unknot/base/sha256.hpp"

#include <gtest/gtest.h>

#include <array>

#include "unknot/base/uuid.hpp"

namespace unknot::base {
namespace {

// Vectors of FIPS 180-4 / NIST CAVP, and lengths around the padding's block edge (computed with
// coreutils' sha256sum).
TEST(Sha256, GivesThePublishedDigests) {
  const std::pair<std::string, std::string_view> cases[] = {
      {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
      {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
      {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
       "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
      {std::string(1000000, 'a'),
       "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
      {std::string(55, 'a'), "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"},
      {std::string(56, 'a'), "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"},
      {std::string(64, 'a'), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"},
  };
  for (const auto& [text, hex] : cases) EXPECT_EQ(to_hex(sha256(text)), hex) << text.size();
}

TEST(Uuid, CarriesVersionAndVariant) {
  const std::string id = uuid_v8(sha256("abc"));
  EXPECT_EQ(id, "ba7816bf-8f01-8fea-8141-40de5dae2223");
  EXPECT_TRUE(is_uuid(id));
  EXPECT_FALSE(is_uuid("ba7816bf-8f01-8fea-8141-40de5dae222"));
  EXPECT_FALSE(is_uuid("ba7816bf08f01-8fea-8141-40de5dae2223"));
  EXPECT_FALSE(is_uuid("ga7816bf-8f01-8fea-8141-40de5dae2223"));
}

// The example of RFC 9562, appendix A.6.
TEST(Uuid, HoldsTheTimeItWasMade) {
  const std::array<std::uint8_t, 10> chance{0x0C, 0xC3, 0x18, 0xC4, 0xDC,
                                            0x0C, 0x0C, 0x07, 0x39, 0x8F};
  const std::string id = uuid_v7(0x017F22E279B0, chance);
  EXPECT_EQ(id, "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
  EXPECT_EQ(uuid_v7_time(id), 0x017F22E279B0);
  EXPECT_EQ(uuid_v7_time("017F22E2-79B0-7CC3-98C4-DC0C0C07398F"), 0x017F22E279B0);
  EXPECT_EQ(uuid_v7_time("ba7816bf-8f01-8fea-8141-40de5dae2223"), std::nullopt);
  EXPECT_EQ(uuid_v7_time("017f22e2-79b0"), std::nullopt);
}

TEST(Uuid, LaterSortsLaterAndTimesAreBounded) {
  const std::array<std::uint8_t, 10> low{}, high{255, 255, 255, 255, 255, 255, 255, 255, 255, 255};
  EXPECT_LT(uuid_v7(1000, high), uuid_v7(1001, low));
  EXPECT_EQ(uuid_v7(-5, low), uuid_v7(0, low));
  EXPECT_EQ(uuid_v7_time(uuid_v7(INT64_MAX, low)), (std::int64_t{1} << 48) - 1);
}

}  // namespace
}  // namespace unknot::base
