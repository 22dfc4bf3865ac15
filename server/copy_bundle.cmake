# Puts FROM at TO, or an empty file where there is no FROM; touches TO only when it changes.
if(EXISTS "${FROM}")
  file(COPY_FILE "${FROM}" "${TO}" ONLY_IF_DIFFERENT)
else()
  file(TOUCH "${TO}.empty")
  file(COPY_FILE "${TO}.empty" "${TO}" ONLY_IF_DIFFERENT)
endif()
