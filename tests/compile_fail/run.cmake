# One case of unknot_compile_fail(), compiled both ways.

string(REPLACE "|" ";" includes "${INCLUDES}")
list(TRANSFORM includes PREPEND -I)
set(command ${COMPILER} -std=c++23 -fsyntax-only -fno-exceptions -fno-rtti
  -Werror=unused-result ${includes} ${SOURCE})

execute_process(COMMAND ${command} RESULT_VARIABLE status ERROR_VARIABLE message)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "Without MUST_FAIL it must compile, or it proves nothing:\n${message}")
endif()

execute_process(COMMAND ${command} -DMUST_FAIL RESULT_VARIABLE status ERROR_VARIABLE message)
if(status EQUAL 0)
  message(FATAL_ERROR "It compiled although it must not.")
endif()
if(NOT message MATCHES "${EXPECT}")
  message(FATAL_ERROR "Refused, but not for '${EXPECT}':\n${message}")
endif()
