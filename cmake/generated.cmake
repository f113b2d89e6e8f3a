# Sources made at build time, in ${CMAKE_BINARY_DIR}/generated; included as "generated/strings.h".

set(generated ${CMAKE_BINARY_DIR}/generated)
find_package(Python3 REQUIRED COMPONENTS Interpreter)

file(GLOB string_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/assets/strings/zh-CN/*.json
     ${CMAKE_SOURCE_DIR}/assets/strings/en/*.json)
add_custom_command(
  OUTPUT ${generated}/strings.stamp
  BYPRODUCTS ${generated}/strings.h ${generated}/string_tables.h
  COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/cmake/make_strings.py
          ${CMAKE_SOURCE_DIR}/assets/strings ${generated}
  DEPENDS cmake/make_strings.py ${string_files}
  COMMENT "String tables")

set(LINLI_UNIHAN_DIR /usr/share/unicode CACHE PATH "Unihan_*.txt.bz2 of Unicode")
add_custom_command(
  OUTPUT ${generated}/pinyin_initials.h
  COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/cmake/make_pinyin_initials.py
          ${LINLI_UNIHAN_DIR} ${generated}/pinyin_initials.h
  DEPENDS cmake/make_pinyin_initials.py
  COMMENT "Pinyin initials")

set(embedded_folders demo policies services)
list(TRANSFORM embedded_folders PREPEND ${CMAKE_SOURCE_DIR}/assets/ OUTPUT_VARIABLE embedded_globs)
list(TRANSFORM embedded_globs APPEND /*)
file(GLOB_RECURSE embedded_files CONFIGURE_DEPENDS ${embedded_globs})
add_custom_command(
  OUTPUT ${generated}/embedded_assets.h
  COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/cmake/make_embedded.py
          ${CMAKE_SOURCE_DIR}/assets ${generated}/embedded_assets.h ${embedded_folders}
  DEPENDS cmake/make_embedded.py cmake/make_strings.py ${embedded_files}
  COMMENT "Embedded assets")

add_custom_command(
  OUTPUT ${generated}/icons.h
  COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/cmake/make_icons.py
          ${CMAKE_SOURCE_DIR}/assets/icons/icons.txt ${LINLI_ICONS_DIR} ${generated}/icons.h
  DEPENDS cmake/make_icons.py ${CMAKE_SOURCE_DIR}/assets/icons/icons.txt
  COMMENT "Icon outlines")

add_custom_target(linli_generated DEPENDS ${generated}/strings.stamp ${generated}/pinyin_initials.h
                                          ${generated}/icons.h
                                          ${generated}/embedded_assets.h)
