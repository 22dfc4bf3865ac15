# What `cmake --install` puts where. Three components:
#   program      the program, its licence and documents; also what names no component, such as what
#                cli/ installs for its verbs
#   voice        every sentence spoken, where they were built (make clips); for any machine
#   development  libunknot.a, headers and the CMake package, for C++ programs that embed the core
# With UNKNOT_DEBIAN, cmake/debian adds what Debian wants, and CPack makes a .deb of each.

include_guard(GLOBAL)
include(CMakePackageConfigHelpers)

# One archive of every module behind the front door, since an embedder wants one thing to link and
# no order to keep. Headers come as they are in the tree.
function(unknot_install_development)
  set(objects)
  foreach(module IN LISTS UNKNOT_LAW_core_coach ITEMS coach)
    list(APPEND objects "$<TARGET_OBJECTS:unknot_${module}>")
    install(DIRECTORY "${PROJECT_SOURCE_DIR}/core/${module}/include/"
      TYPE INCLUDE COMPONENT development FILES_MATCHING PATTERN "*.hpp")
    if(CMAKE_INTERPROCEDURAL_OPTIMIZATION)
      # Else the archive would hold nothing but the compiler's own notes, of use to no other one.
      target_compile_options(unknot_${module} PRIVATE -ffat-lto-objects)
    endif()
  endforeach()
  add_library(unknot_embed STATIC ${objects})
  set_target_properties(unknot_embed PROPERTIES OUTPUT_NAME unknot EXPORT_NAME unknot
    LINKER_LANGUAGE CXX)
  target_compile_features(unknot_embed INTERFACE cxx_std_23)
  if(CMAKE_INTERPROCEDURAL_OPTIMIZATION)
    add_custom_command(TARGET unknot_embed POST_BUILD VERBATIM
      COMMAND ${CMAKE_OBJCOPY} --wildcard --remove-section=.gnu.lto_* $<TARGET_FILE:unknot_embed>)
  endif()

  set(folder "${CMAKE_INSTALL_LIBDIR}/cmake/unknot")
  install(TARGETS unknot_embed EXPORT unknot_targets
    ARCHIVE COMPONENT development
    INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
  install(EXPORT unknot_targets FILE unknotTargets.cmake NAMESPACE unknot::
    DESTINATION "${folder}" COMPONENT development)
  configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/unknotConfig.cmake.in"
    "${PROJECT_BINARY_DIR}/unknotConfig.cmake" INSTALL_DESTINATION "${folder}")
  # Before 1.0 any minor version may change the headers.
  write_basic_package_version_file("${PROJECT_BINARY_DIR}/unknotConfigVersion.cmake"
    COMPATIBILITY SameMinorVersion)
  install(FILES "${PROJECT_BINARY_DIR}/unknotConfig.cmake"
    "${PROJECT_BINARY_DIR}/unknotConfigVersion.cmake"
    DESTINATION "${folder}" COMPONENT development)
endfunction()

if(TARGET unknot_cli_program)
  install(TARGETS unknot_cli_program RUNTIME COMPONENT program)
  install(FILES "${PROJECT_SOURCE_DIR}/README.md"
    DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT program)
endif()
if(UNKNOT_DEVELOPMENT)
  unknot_install_development()
endif()
if(UNKNOT_DEBIAN)
  include("${PROJECT_SOURCE_DIR}/cmake/debian/debian.cmake")
else()
  foreach(component program development)
    install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" "${PROJECT_SOURCE_DIR}/CHANGELOG.md"
      DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT ${component})
  endforeach()
endif()
