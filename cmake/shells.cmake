# The two programs: `linli` (native, shell/headless) and `linli_web` (WASM, shell/web).

if(EMSCRIPTEN)
  # How a program for a browser's worker is linked, and one that draws.
  add_library(linli_worker_link INTERFACE)
  target_link_options(
    linli_worker_link
    INTERFACE
    ${linli_link_level}
    -sMODULARIZE=1
    -sEXPORT_ES6=1
    -sENVIRONMENT=worker
    -sFILESYSTEM=0
    -sALLOW_MEMORY_GROWTH=1
    ${linli_stack_size}
    --no-entry
    $<$<CONFIG:Debug>:-sASSERTIONS=1>)
  add_library(linli_drawing_link INTERFACE)
  target_link_libraries(linli_drawing_link INTERFACE linli_worker_link)
  target_link_options(
    linli_drawing_link INTERFACE -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
    -sEXPORTED_RUNTIME_METHODS=UTF8ToString,GL,HEAPU8,HEAPF32)
  file(GLOB_RECURSE web_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/shell/web/*.cpp)
  if(web_sources)
    file(GLOB web_libraries CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/shell/web/*.js)
    add_executable(linli_web ${web_sources})
    target_link_libraries(linli_web PRIVATE linli_ui imgui sqlite3 linli_drawing_link)
    target_compile_options(linli_web PRIVATE ${linli_no_exceptions})
    set_target_properties(linli_web PROPERTIES OUTPUT_NAME linli SUFFIX .mjs
                                               LINK_DEPENDS "${web_libraries}")
    foreach(library ${web_libraries})
      target_link_options(linli_web PRIVATE "SHELL:--js-library ${library}")
    endforeach()
  endif()
else()
  file(GLOB_RECURSE headless_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/shell/headless/*.cpp)
  if(headless_sources)
    add_executable(linli ${headless_sources})
    target_link_libraries(linli PRIVATE linli_app sqlite3)
    target_compile_options(linli PRIVATE ${linli_no_exceptions})
  endif()
endif()
