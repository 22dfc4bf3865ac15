// Any bytes as somebody's plan: findings or an error, never a crash.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "unknot/coach/coach.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  (void)unknot::coach::check(text, std::nullopt, unknot::knowledge::embedded_pack(), {});
  return 0;
}
