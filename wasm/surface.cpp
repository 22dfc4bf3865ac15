/// @file
/// The flat C surface of the core in WebAssembly: bytes in, bytes out, nothing else. Every export
/// is listed in exports.txt, and a test compares the two.
///
/// A call, as the host sees it (wasm/npm/core.js does just this):
///   1. unknot_alloc() twice, for the verb and the input, and copy their UTF-8 bytes in;
///   2. unknot_call() answers a handle; the input may be freed at once;
///   3. read unknot_result_size() bytes at unknot_result_ptr(), then unknot_release() the handle.
/// Memory may grow in any of these, so a host makes its views of it anew after each.
/// A trap is a bug of ours: the instance is to be thrown away, its memory is not to be trusted.

#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>

#include "unknot/coach/coach.hpp"

#define UNKNOT_EXPORT(name) __attribute__((export_name(#name)))

namespace {

std::string_view view(const char* data, std::size_t size) {
  return size == 0 ? std::string_view{} : std::string_view{data, size};
}

}  // namespace

extern "C" {

/// Room for `size` bytes. Never null: without memory the module traps.
UNKNOT_EXPORT(unknot_alloc) void* unknot_alloc(std::size_t size) { return ::operator new(size); }

/// Gives back what unknot_alloc(size) gave.
UNKNOT_EXPORT(unknot_free) void unknot_free(void* memory, std::size_t size) {
  ::operator delete(memory, size);
}

/// Answers `verb` for `input`; see unknot/coach/coach.hpp for verbs and formats.
/// @return A handle, valid until unknot_release().
UNKNOT_EXPORT(unknot_call)
std::string* unknot_call(const char* verb, std::size_t verb_size, const char* input,
                         std::size_t input_size) {
  return new std::string(unknot::coach::call(view(verb, verb_size), view(input, input_size)));
}

UNKNOT_EXPORT(unknot_result_ptr) const char* unknot_result_ptr(const std::string* result) {
  return result->data();
}

UNKNOT_EXPORT(unknot_result_size) std::size_t unknot_result_size(const std::string* result) {
  return result->size();
}

UNKNOT_EXPORT(unknot_release) void unknot_release(std::string* result) { delete result; }

}  // extern "C"
