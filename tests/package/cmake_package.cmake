# Installs into a folder of its own, then builds and runs examples/cmake against that folder alone.

function(run out)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output
    ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    list(JOIN ARGN " " command)
    message(FATAL_ERROR "${command}: ${status}\n${output}")
  endif()
  set(${out} "${output}" PARENT_SCOPE)
endfunction()

# The target must find its files by where it is, not by where it was installed first.
file(REMOVE_RECURSE "${WORK}")
run(output ${CMAKE_COMMAND} --install "${BUILD}" --prefix "${WORK}/installed")
file(RENAME "${WORK}/installed" "${WORK}/prefix")

# The program is there and runs; everybody gets the licence.
run(output "${WORK}/prefix/bin/unknot" version)
if(NOT output MATCHES "^unknot ${VERSION}\n")
  message(FATAL_ERROR "installed program: expected version ${VERSION} in: ${output}")
endif()
file(GLOB_RECURSE licence "${WORK}/prefix/share/doc/*/LICENSE")
if(NOT licence)
  message(FATAL_ERROR "no LICENSE in ${WORK}/prefix/share/doc")
endif()

foreach(path "${SOURCE}" "${WORK}")
  execute_process(COMMAND grep -rlaF -- "${path}" "${WORK}/prefix" OUTPUT_VARIABLE named
    RESULT_VARIABLE status)
  if(NOT status EQUAL 1)
    message(FATAL_ERROR "installed files name where they were built (${path}):\n${named}")
  endif()
endforeach()

set(example "${WORK}/example")
run(output ${CMAKE_COMMAND} -G Ninja -S "${SOURCE}/examples/cmake" -B "${example}"
  -DCMAKE_CXX_COMPILER=${COMPILER} -DCMAKE_PREFIX_PATH=${WORK}/prefix
  -DCMAKE_FIND_USE_PACKAGE_REGISTRY=OFF)
run(output ${CMAKE_COMMAND} --build "${example}")
run(output "${example}/embeds_unknot")
if(NOT output MATCHES "\"outcome\":\"plan\".*\n.*\"clean\":true")
  message(FATAL_ERROR "examples/cmake: expected a plan and clean findings in: ${output}")
endif()

# Another minor version is another interface: refused, and the message says which one is there.
file(WRITE "${WORK}/later/CMakeLists.txt" "cmake_minimum_required(VERSION 3.25)
project(later LANGUAGES NONE)
find_package(unknot 0.999 REQUIRED)
")
execute_process(COMMAND ${CMAKE_COMMAND} -G Ninja -S "${WORK}/later" -B "${WORK}/later/build"
  -DCMAKE_PREFIX_PATH=${WORK}/prefix RESULT_VARIABLE status OUTPUT_VARIABLE output
  ERROR_VARIABLE output)
if(status EQUAL 0 OR NOT output MATCHES "version: ${VERSION}")
  message(FATAL_ERROR "find_package(unknot 0.999): expected a refusal in: ${output}")
endif()
