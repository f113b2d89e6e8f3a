# One static library per layer; the links are the arrows of docs/ARCHITECTURE.md. A third-party
# library is linked PRIVATE to the one layer that may include it.

# linli_layer(NAME LEVEL level PUBLIC layer... PRIVATE library...): the library linli_NAME of src/NAME,
# compiled at another level than the rest when one is given.
function(linli_layer name)
  cmake_parse_arguments(layer "" "LEVEL" "PUBLIC;PRIVATE" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  if(sources)
    add_library(linli_${name} STATIC ${sources})
    target_link_libraries(linli_${name} PUBLIC linli_options ${layer_PUBLIC}
                                        PRIVATE ${layer_PRIVATE})
    target_compile_options(linli_${name} PRIVATE ${linli_no_exceptions} ${layer_LEVEL})
    add_dependencies(linli_${name} linli_generated)
  else()
    add_library(linli_${name} INTERFACE)
    target_link_libraries(linli_${name} INTERFACE linli_options ${layer_PUBLIC})
    add_dependencies(linli_${name} linli_generated)
  endif()
endfunction()

linli_layer(base PRIVATE sodium)
linli_layer(core PUBLIC linli_base)
linli_layer(store PUBLIC linli_core PRIVATE sqlite3)
linli_layer(sync PUBLIC linli_core PRIVATE nlohmann sodium)
linli_layer(app LEVEL ${linli_small_level} PUBLIC linli_store linli_sync PRIVATE nlohmann qrcodegen)
linli_layer(ui LEVEL ${linli_small_level} PUBLIC linli_app PRIVATE imgui)
