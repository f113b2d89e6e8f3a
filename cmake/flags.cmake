# Compiler and linker flags: `linli_options` for our code, `linli_third_party_options` for the rest.
# Levels are mixed on purpose. In WASM every byte is fetched before the first frame, so what waits for
# people and for SQLite is small (SQLite -Os, screens and app -Oz), what draws is -O2, and what the fold
# runs for every operation is fast (base, core, store, sync -O3).

find_program(LINLI_CCACHE ccache)
if(LINLI_CCACHE)
  if(EMSCRIPTEN)
    set(CMAKE_C_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_COMPILERTYPE=clang ${LINLI_CCACHE})
  else()
    set(CMAKE_C_COMPILER_LAUNCHER ${LINLI_CCACHE})
  endif()
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_C_COMPILER_LAUNCHER})
endif()

# The levels stand on the targets, so the build types add none of their own.
foreach(language C CXX)
  set(CMAKE_${language}_FLAGS_DEBUG "-g1")
  set(CMAKE_${language}_FLAGS_RELEASE "")
endforeach()

add_library(linli_third_party_options INTERFACE)
add_library(linli_options INTERFACE)
target_include_directories(linli_options INTERFACE ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR}
                                                   ${CMAKE_BINARY_DIR})
target_compile_options(
  linli_options
  INTERFACE $<$<AND:$<COMPILE_LANGUAGE:CXX>,$<NOT:$<BOOL:$<TARGET_PROPERTY:LINLI_RTTI>>>>:-fno-rtti> -Wall -Wextra -Wpedantic -Wshadow -Wconversion
            -Wno-sign-conversion
            # g++ 12 sees overlapping copies in any "text" + std::string at -O3.
            $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict> $<$<BOOL:${LINLI_WARNINGS_ARE_ERRORS}>:-Werror>)

# Exceptions are off in the product; only the native test programs turn them on for their frameworks.
set(linli_no_exceptions -fno-exceptions)

set(linli_wasm_machine -mbulk-memory -mnontrapping-fptoint -msign-ext)
if(EMSCRIPTEN)
  target_compile_options(linli_options INTERFACE ${linli_wasm_machine})
  target_compile_options(linli_third_party_options INTERFACE ${linli_wasm_machine})
  # Debian's emcc looks for its JavaScript packages next to Debian's own Node.js only.
  set(linli_emcc_env "${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs:$ENV{NODE_PATH}")
  if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.25)
    set(linli_stack_size -sTOTAL_STACK=1MB)
  else()
    set(linli_stack_size -sSTACK_SIZE=1MB)
  endif()
  set_property(GLOBAL PROPERTY RULE_LAUNCH_LINK "${linli_emcc_env}")
endif()

if(CMAKE_BUILD_TYPE STREQUAL "Debug")
  set(linli_level -O1)
  set(linli_link_level -O1)
  set(linli_sqlite_level -O2)
  set(linli_small_level)
else()
  set(linli_level -O3)
  set(linli_link_level -O3)
  set(linli_sqlite_level -Os)
  set(linli_small_level -Oz)
endif()
if(NOT EMSCRIPTEN)
  set(linli_sqlite_level -O2)
  set(linli_small_level)
endif()
target_compile_options(linli_options INTERFACE ${linli_level})

if(LINLI_SANITIZE)
  set(linli_sanitizers -fsanitize=address,undefined -fno-sanitize-recover=all
                       -fno-omit-frame-pointer)
  if(LINLI_FUZZ)
    list(APPEND linli_sanitizers -fsanitize=fuzzer-no-link)
  endif()
  target_compile_options(linli_options INTERFACE ${linli_sanitizers})
  target_link_options(linli_options INTERFACE ${linli_sanitizers})
endif()
