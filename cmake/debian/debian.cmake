# The .deb files: unknot (the program), unknot-voice (its sentences, spoken) and libunknot-dev (to
# embed it), made by CPack from the components of cmake/unknot_install.cmake. `make deb` builds them, tests/proof/deb.sh proves them.

find_program(GZIP gzip REQUIRED)

# The project has no mail address; RFC 2606 keeps .invalid for saying so.
set(debian_maintainer "Unknot maintainers <maintainers@unknot.invalid>")
set(debian_revision 1)
set(debian_folder "${PROJECT_BINARY_DIR}/debian")

# The time of the last commit when `make deb` says it, so that a commit gives the same bytes.
string(TIMESTAMP debian_date "%a, %d %b %Y %H:%M:%S +0000" UTC)
configure_file("${CMAKE_CURRENT_LIST_DIR}/changelog.in" "${debian_folder}/changelog.Debian" @ONLY)
configure_file("${PROJECT_SOURCE_DIR}/CHANGELOG.md" "${debian_folder}/changelog" COPYONLY)
foreach(name changelog changelog.Debian)
  execute_process(COMMAND ${GZIP} -9nf "${debian_folder}/${name}" COMMAND_ERROR_IS_FATAL ANY)
endforeach()

foreach(row "program=unknot" "voice=unknot-voice" "development=libunknot-dev")
  string(REPLACE "=" ";" row "${row}")
  list(GET row 0 component)
  list(GET row 1 package)
  install(FILES "${CMAKE_CURRENT_LIST_DIR}/copyright" "${debian_folder}/changelog.gz"
    "${debian_folder}/changelog.Debian.gz"
    DESTINATION "${CMAKE_INSTALL_DATAROOTDIR}/doc/${package}" COMPONENT ${component})
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME unknot)
set(CPACK_PACKAGE_VERSION "${PROJECT_VERSION}")
set(CPACK_PACKAGE_CONTACT "${debian_maintainer}")
set(CPACK_PACKAGING_INSTALL_PREFIX "${CMAKE_INSTALL_PREFIX}")
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_COMPONENTS_ALL program voice development)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE ${debian_revision})

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME unknot)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SUGGESTS unknot-voice)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "coach for self-myofascial release (foam rolling)
Asks how you feel, what you own and how long you have, and answers with a plan
for rollers, sticks and balls that keeps the safety rules, and says why. It
also judges plans that somebody else wrote, and tells what research knows.

No account, no network. It is no medical device and replaces no clinician.")

set(CPACK_DEBIAN_VOICE_PACKAGE_NAME unknot-voice)
set(CPACK_DEBIAN_VOICE_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_VOICE_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_VOICE_PACKAGE_ENHANCES unknot)
set(CPACK_COMPONENT_VOICE_DESCRIPTION "coach for self-myofascial release - spoken sentences
Everything that unknot says in a session, spoken beforehand in English, Spanish
and German: for its sound files, and for browsers without a voice of their own.")

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libunknot-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SUGGESTS "cmake, g++ (>= 4:12)")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "coach for self-myofascial release - to embed it
The core of unknot as a static library, with its headers and its CMake
package: requests and plans as JSON in, plans and findings as JSON out. It
needs nothing but the C++23 standard library.")
include(CPack)
