/// @file
/// What keeps the module free of imports. libc++ and wasi-libc report a fatal error by printing it,
/// which pulls in stdio and with it WASI's file calls; each of those paths ends in a trap here.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>

namespace {

void* allocate(std::size_t size) {
  void* memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) __builtin_trap();
  return memory;
}

}  // namespace

void* operator new(std::size_t size) { return allocate(size); }
void* operator new[](std::size_t size) { return allocate(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

// libc++ documents this one as the program's to replace.
[[noreturn]] void std::__libcpp_verbose_abort(const char*, ...) { __builtin_trap(); }

extern "C" {

void abort() { __builtin_trap(); }
[[noreturn]] void abort_message(const char*, ...) { __builtin_trap(); }

// compiler-rt's 128-bit division (behind std::to_chars) was built with the stack protector.
std::uintptr_t __stack_chk_guard = 0xA5F0C31D;
[[noreturn]] void __stack_chk_fail() { __builtin_trap(); }

}  // extern "C"
