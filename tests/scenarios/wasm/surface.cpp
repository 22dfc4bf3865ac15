/// @file
/// The scenario runner as a WebAssembly module of its own, so that no test code ships. The exports
/// are those of wasm/surface.cpp, so wasm/node/unknot.mjs loads this module too; there is one verb,
/// `scenarios`, and its input is the text of a scenario file.

#include <cstddef>
#include <string>
#include <string_view>

#include "runner.hpp"

#define UNKNOT_EXPORT(name) __attribute__((export_name(#name)))

extern "C" {

UNKNOT_EXPORT(unknot_alloc) void* unknot_alloc(std::size_t size) { return ::operator new(size); }

UNKNOT_EXPORT(unknot_free) void unknot_free(void* memory, std::size_t size) {
  ::operator delete(memory, size);
}

UNKNOT_EXPORT(unknot_call)
std::string* unknot_call(const char* verb, std::size_t verb_size, const char* input,
                         std::size_t input_size) {
  if (std::string_view(verb, verb_size) != "scenarios") return new std::string("no such verb");
  return new std::string(unknot::scenarios::run_scenarios({input, input_size}));
}

UNKNOT_EXPORT(unknot_result_ptr) const char* unknot_result_ptr(const std::string* result) {
  return result->data();
}

UNKNOT_EXPORT(unknot_result_size) std::size_t unknot_result_size(const std::string* result) {
  return result->size();
}

UNKNOT_EXPORT(unknot_release) void unknot_release(std::string* result) { delete result; }

}  // extern "C"
