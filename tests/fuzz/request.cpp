// Any bytes as a request: an answer or an error, never a crash, and never a plan that the audit
// objects to (coach::plan stops on that).

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "unknot/coach/coach.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  (void)unknot::coach::call("plan", text);
  return 0;
}
