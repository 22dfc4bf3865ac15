/* The bundle of the web app, as it lies on disk, between two names. Not in C++: half a megabyte of
   numbers would take the compiler longer than all the rest. */
  .section .rodata
  .globl unknot_web_bundle_begin
  .globl unknot_web_bundle_end
  .balign 16
unknot_web_bundle_begin:
  .incbin UNKNOT_WEB_BUNDLE_FILE
unknot_web_bundle_end:
  .byte 0
  .section .note.GNU-stack,"",%progbits
