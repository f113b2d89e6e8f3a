# Sources made at build time, in ${CMAKE_BINARY_DIR}/generated; included as "generated/strings.h".

set(generated ${CMAKE_BINARY_DIR}/generated)
find_package(Python3 REQUIRED COMPONENTS Interpreter)

file(GLOB string_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/assets/strings/zh-CN/*.json
     ${CMAKE_SOURCE_DIR}/assets/strings/en/*.json)
add_custom_command(
  OUTPUT ${generated}/strings.h
  COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/cmake/make_strings.py
          ${CMAKE_SOURCE_DIR}/assets/strings ${generated}/strings.h
  DEPENDS cmake/make_strings.py ${string_files}
  COMMENT "String tables")

set(LINLI_UNIHAN_DIR /usr/share/unicode CACHE PATH "Unihan_*.txt.bz2 of Unicode")
add_custom_command(
  OUTPUT ${generated}/pinyin_initials.h
  COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/cmake/make_pinyin_initials.py
          ${LINLI_UNIHAN_DIR} ${generated}/pinyin_initials.h
  DEPENDS cmake/make_pinyin_initials.py
  COMMENT "Pinyin initials")

add_custom_target(linli_generated DEPENDS ${generated}/strings.h ${generated}/pinyin_initials.h)
