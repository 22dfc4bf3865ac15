# unknot_compile_fail(<case.cpp> EXPECT <regex> USES <module>...)
#
# A file that must not compile rots easily: one wrong include and it fails for the wrong reason for
# ever. So each case is compiled twice. With -DMUST_FAIL the compiler must refuse it with a message
# that matches EXPECT; without, the same file must compile. Only syntax: no code is made.
#
#   #include "unknot/safety/gate.hpp"
#   using unknot::safety::VettedPlan;
#   #ifdef MUST_FAIL
#   VettedPlan plan{};
#   #endif
#   void takes(const VettedPlan&);

include_guard(GLOBAL)
set(UNKNOT_COMPILE_FAIL_RUN "${CMAKE_CURRENT_LIST_DIR}/run.cmake")

function(unknot_compile_fail source)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "EXPECT" "USES")
  if(NOT arg_EXPECT)
    message(FATAL_ERROR "unknot_compile_fail(${source}): EXPECT says which message is the right one.")
  endif()
  unknot_absent(absent ${arg_USES})
  if(absent)
    message(WARNING "unknot_compile_fail(${source}): left out, not here yet: ${absent}.")
    return()
  endif()
  set(includes)
  foreach(used IN LISTS arg_USES)
    list(APPEND includes "$<TARGET_PROPERTY:unknot_${used},INTERFACE_INCLUDE_DIRECTORIES>")
  endforeach()
  cmake_path(GET source STEM name)
  add_test(NAME compile_fail_${name}
    COMMAND ${CMAKE_COMMAND} "-DCOMPILER=${CMAKE_CXX_COMPILER}"
      "-DSOURCE=${CMAKE_CURRENT_SOURCE_DIR}/${source}" "-DINCLUDES=$<JOIN:${includes},|>"
      "-DEXPECT=${arg_EXPECT}" -P "${UNKNOT_COMPILE_FAIL_RUN}")
  set_tests_properties(compile_fail_${name} PROPERTIES LABELS compile_fail TIMEOUT 60)
endfunction()
