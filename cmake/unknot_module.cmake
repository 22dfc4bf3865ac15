# How every part of the house is declared:
#
#   unknot_module(safety USES base model SOURCES src/gate.cpp TESTS tests/gate_test.cpp)
#   unknot_adapter(store_sqlite FOR journal SOURCES ... LIBRARIES SQLite::SQLite3 TESTS ...)
#   unknot_host(cli USES coach MAIN main.cpp OUTPUT unknot SOURCES ... LIBRARIES ... TESTS ...)
#   unknot_test(scenarios USES coach SOURCES scenarios_test.cpp LIBRARIES ... LABELS ...)
#   unknot_wasm_test(golden SCRIPT golden.mjs ARGS ... LABELS ...)
#
# The law (law.txt) is checked before any target exists, so a forbidden edge never compiles.

include_guard(GLOBAL)
include("${CMAKE_CURRENT_LIST_DIR}/unknot_law.cmake")

# A host compiles to the same warnings as the core, but may use exceptions: CLI11 and Asio do.
function(unknot_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # Every member has a default that means something; naming only what differs is the style here.
    target_compile_options(${target} PRIVATE -Wno-missing-field-initializers)
    # g++ 12 reports overlaps inside std::string's own operator+ at -O2 (GCC bug 105651).
    target_compile_options(${target} PRIVATE -Wno-restrict)
  else()
    # Fields left out of {.a = 1} have the default that their struct gives them: the house style.
    # libstdc++ 12's own stable_sort uses what C++23 calls deprecated, and clang blames the caller.
    target_compile_options(${target} PRIVATE -Wno-missing-designated-field-initializers
      -Wno-deprecated-declarations)
  endif()
  if(UNKNOT_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
endfunction()

# Refusals are values in the core, so nothing there may throw or ask for a dynamic type; the
# WebAssembly build could not carry it either.
function(unknot_core_language target)
  target_compile_options(${target} PRIVATE -fno-exceptions -fno-rtti)
endfunction()

# A phone downloads the module, so all of it is compiled for size but the search, the one part that
# runs long enough to be felt: measured, 178 KB become 150 (brotli), 19.8 ms become 20.7 for a plan
# over nine tools.
set(UNKNOT_WASM_FAST planner)
function(unknot_wasm_size name)
  if(CMAKE_CROSSCOMPILING AND NOT name IN_LIST UNKNOT_WASM_FAST)
    target_compile_options(unknot_${name} PRIVATE -Oz)
  endif()
endfunction()

# Not for tests: each file's own small helpers are called alike there, and rightly so.
function(unknot_unity target)
  if(UNKNOT_UNITY)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 16)
  endif()
endfunction()

# Names the modules of USES that are not in the tree, which happens only while it is being written:
# house_check fails on it, so a whole tree never leaves a part out in silence.
function(unknot_absent out)
  set(absent)
  foreach(used IN LISTS ARGN)
    if(NOT TARGET unknot_${used})
      list(APPEND absent ${used})
    endif()
  endforeach()
  set(${out} "${absent}" PARENT_SCOPE)
endfunction()

# Each public header must stand alone: whoever includes it needs no other one first.
function(unknot_check_headers name include_root)
  if(NOT UNKNOT_TESTS)
    return()
  endif()
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS RELATIVE "${include_root}" "${include_root}/*.hpp")
  set(sources)
  foreach(header IN LISTS headers)
    string(MAKE_C_IDENTIFIER "${header}" id)
    set(source "${CMAKE_CURRENT_BINARY_DIR}/headers/${id}.cpp")
    file(CONFIGURE OUTPUT "${source}" CONTENT "#include \"${header}\"\n" @ONLY)
    list(APPEND sources "${source}")
  endforeach()
  if(sources)
    add_library(unknot_${name}_headers OBJECT ${sources})
    target_link_libraries(unknot_${name}_headers PRIVATE unknot_${name})
    unknot_warnings(unknot_${name}_headers)
  endif()
endfunction()

# One executable, one ctest test; ctest gets its seconds, tools/risk_check its single cases.
function(unknot_add_gtest target test_name)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "SOURCES;LIBRARIES;LABELS")
  find_package(GTest REQUIRED)
  add_executable(${target} ${arg_SOURCES})
  target_link_libraries(${target} PRIVATE ${arg_LIBRARIES} GTest::gtest_main)
  unknot_warnings(${target})
  # GoogleTest's macros wrap what one writes in them in functions with parameters of their own.
  target_compile_options(${target} PRIVATE -Wno-shadow)
  add_test(NAME ${test_name}
    COMMAND ${target} --gtest_color=no --gtest_output=xml:${CMAKE_BINARY_DIR}/reports/${test_name}.xml
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  set_tests_properties(${test_name} PROPERTIES LABELS "${arg_LABELS};sanitize" TIMEOUT 300)
endfunction()

# The files that kbc writes beside the pack: one for each language besides English.
function(unknot_words_files out folder)
  file(GLOB files CONFIGURE_DEPENDS RELATIVE "${PROJECT_SOURCE_DIR}/knowledge/lang"
    "${PROJECT_SOURCE_DIR}/knowledge/lang/*.toml")
  list(REMOVE_ITEM files en.toml)
  list(TRANSFORM files REPLACE "(.+)\\.toml$" "${folder}/\\1.words")
  set(${out} "${files}" PARENT_SCOPE)
endfunction()

# Shared by modules, adapters and hosts: the library, its include roots, its tests.
function(unknot_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "CORE" "" "USES;SOURCES;TESTS;LIBRARIES")
  list(TRANSFORM arg_USES PREPEND unknot::)
  set(include_root "${CMAKE_CURRENT_SOURCE_DIR}/include")
  if(arg_SOURCES)
    add_library(unknot_${name} STATIC ${arg_SOURCES})
    target_include_directories(unknot_${name} PUBLIC "${include_root}"
      PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}/src")
    target_link_libraries(unknot_${name} PUBLIC ${arg_USES} ${arg_LIBRARIES})
    unknot_warnings(unknot_${name})
    unknot_unity(unknot_${name})
    if(arg_CORE)
      unknot_core_language(unknot_${name})
      unknot_wasm_size(${name})
    endif()
  else()
    add_library(unknot_${name} INTERFACE)
    target_include_directories(unknot_${name} INTERFACE "${include_root}")
    target_link_libraries(unknot_${name} INTERFACE ${arg_USES} ${arg_LIBRARIES})
  endif()
  add_library(unknot::${name} ALIAS unknot_${name})
  unknot_check_headers(${name} "${include_root}")
  if(UNKNOT_TESTS AND arg_TESTS)
    unknot_add_gtest(unknot_${name}_tests unknot_${name}
      SOURCES ${arg_TESTS} LIBRARIES unknot_${name} LABELS ${name})
    target_include_directories(unknot_${name}_tests PRIVATE "${CMAKE_CURRENT_SOURCE_DIR}/src")
  endif()
endfunction()

# A module of the core, declared in core/<name>/CMakeLists.txt.
function(unknot_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "USES;SOURCES;TESTS;LIBRARIES")
  if(arg_LIBRARIES)
    message(FATAL_ERROR "unknot_module(${name}): the core uses no third-party code "
      "(${arg_LIBRARIES}); it lives in adapters and hosts.")
  endif()
  unknot_law_check_core(${name} ${arg_USES})
  unknot_absent(absent ${arg_USES})
  if(absent)
    message(WARNING "unknot_module(${name}): left out, it uses what is not here yet: ${absent}.")
    return()
  endif()
  unknot_library(${name} CORE USES ${arg_USES} SOURCES ${arg_SOURCES} TESTS ${arg_TESTS})
endfunction()

# A core interface made real with one library; FOR names the interface's module.
function(unknot_adapter name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "FOR" "USES;SOURCES;TESTS;LIBRARIES")
  unknot_law_check_adapter(${name} "${arg_FOR}" ${arg_USES})
  unknot_absent(absent ${arg_FOR} ${arg_USES})
  if(absent)
    message(WARNING "unknot_adapter(${name}): left out, it uses what is not here yet: ${absent}.")
    return()
  endif()
  unknot_library(${name} USES ${arg_FOR} ${arg_USES} SOURCES ${arg_SOURCES} TESTS ${arg_TESTS}
    LIBRARIES ${arg_LIBRARIES})
endfunction()

# A program. SOURCES become a library (so that tests can link it), MAIN holds main(); the program
# lands in the build directory as OUTPUT.
function(unknot_host name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "OUTPUT" "USES;SOURCES;TESTS;LIBRARIES;MAIN")
  unknot_law_check_host(${name} ${arg_USES})
  unknot_absent(absent ${arg_USES})
  if(absent)
    message(WARNING "unknot_host(${name}): left out, it uses what is not here yet: ${absent}.")
    return()
  endif()
  unknot_library(${name} USES ${arg_USES} SOURCES ${arg_SOURCES} TESTS ${arg_TESTS}
    LIBRARIES ${arg_LIBRARIES})
  if(arg_MAIN)
    add_executable(unknot_${name}_program ${arg_MAIN})
    target_link_libraries(unknot_${name}_program PRIVATE unknot_${name})
    set_target_properties(unknot_${name}_program PROPERTIES OUTPUT_NAME "${arg_OUTPUT}"
      RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")
    unknot_warnings(unknot_${name}_program)
  endif()
endfunction()

# A suite that crosses modules (tests/...): the ctest test `unknot_<name>`.
function(unknot_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "USES;SOURCES;LIBRARIES;LABELS")
  unknot_absent(absent ${arg_USES})
  if(absent)
    message(WARNING "unknot_test(${name}): left out, it uses what is not here yet: ${absent}.")
    return()
  endif()
  list(TRANSFORM arg_USES PREPEND unknot::)
  unknot_add_gtest(unknot_${name}_tests unknot_${name} SOURCES ${arg_SOURCES}
    LIBRARIES ${arg_USES} ${arg_LIBRARIES} LABELS ${name} ${arg_LABELS})
endfunction()

# The ctest test `wasm_<name>`: Node runs SCRIPT with build/wasm/unknot.wasm and ARGS. Only the dev
# build has them, after `make wasm`.
function(unknot_wasm_test name)
  if(NOT (UNKNOT_TESTS AND UNKNOT_WASM_TESTS))
    return()
  endif()
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "SCRIPT" "ARGS;LABELS")
  find_program(NODE node HINTS "${PROJECT_SOURCE_DIR}/tools/.node/bin" REQUIRED)
  add_test(NAME wasm_${name}
    COMMAND ${NODE} "${CMAKE_CURRENT_SOURCE_DIR}/${arg_SCRIPT}"
      "${PROJECT_SOURCE_DIR}/build/wasm/unknot.wasm" ${arg_ARGS}
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  set_tests_properties(wasm_${name} PROPERTIES LABELS "wasm;${arg_LABELS}" TIMEOUT 120)
endfunction()
