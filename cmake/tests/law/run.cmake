# Configures the fixture for one CASE and compares what CMake says with EXPECTED (a regular
# expression; empty: it must configure and build).

file(REMOVE_RECURSE "${BUILD}")
execute_process(
  COMMAND ${CMAKE_COMMAND} -G Ninja -S "${FIXTURE}" -B "${BUILD}" -DCASE=${CASE}
    -DCMAKE_CXX_COMPILER=${COMPILER}
  RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
# CMake folds long messages; one line is easier to compare.
string(REGEX REPLACE "[ \n]+" " " output "${output}")

if(EXPECTED STREQUAL "")
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${CASE}: refused although the law allows it: ${output}")
  endif()
  execute_process(COMMAND ${CMAKE_COMMAND} --build "${BUILD}" COMMAND_ERROR_IS_FATAL ANY)
elseif(CASE STREQUAL "absent_module")
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${CASE}: an unfinished tree must configure: ${output}")
  endif()
elseif(status EQUAL 0)
  message(FATAL_ERROR "${CASE}: configured although it must be refused.")
endif()
if(NOT output MATCHES "${EXPECTED}")
  message(FATAL_ERROR "${CASE}: expected '${EXPECTED}' in: ${output}")
endif()
