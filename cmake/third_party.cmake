# Third-party code that we compile ourselves, from the sources that setup/fetch_sources.sh puts into
# .deps/. LINLI_IMGUI_DIR and LINLI_SQLITE_DIR let people bring their own.

set(LINLI_DEPS ${CMAKE_SOURCE_DIR}/.deps)
set(LINLI_IMGUI_DIR ${LINLI_DEPS}/imgui CACHE PATH "Dear ImGui 1.92 or later")
set(LINLI_SQLITE_DIR ${LINLI_DEPS}/sqlite3 CACHE PATH "SQLite3 Multiple Ciphers amalgamation")
set(LINLI_ICONS_DIR ${LINLI_DEPS}/icons CACHE PATH "SVG files of @phosphor-icons/core")
set(LINLI_SODIUM_DIR ${LINLI_DEPS}/sodium CACHE PATH "libsodium source tree")
set(LINLI_ICONS_DIR ${LINLI_DEPS}/icons CACHE PATH "SVG files of @phosphor-icons/core")
foreach(needed ${LINLI_IMGUI_DIR}/imgui.h ${LINLI_SQLITE_DIR}/sqlite3.c
               ${LINLI_SODIUM_DIR}/src/libsodium/include/sodium.h
               ${LINLI_DEPS}/nlohmann/nlohmann/json.hpp ${LINLI_ICONS_DIR}/regular/house.svg
               ${LINLI_DEPS}/qrcodegen/qrcodegen.c)
  if(NOT EXISTS ${needed})
    message(FATAL_ERROR "${needed} is missing: run `make setup`")
  endif()
endforeach()

function(linli_third_party target level)
  set_target_properties(${target} PROPERTIES CXX_CLANG_TIDY "")
  target_link_libraries(${target} PRIVATE linli_third_party_options)
  target_compile_options(${target} PRIVATE -w ${level})
endfunction()

# Dear ImGui
file(STRINGS ${LINLI_IMGUI_DIR}/imgui.h imgui_version REGEX "#define IMGUI_VERSION_NUM ")
string(REGEX MATCH "[0-9]+" imgui_version "${imgui_version}")
if(imgui_version LESS 19200)
  message(FATAL_ERROR "Dear ImGui 1.92 or later is needed, ${LINLI_IMGUI_DIR} has ${imgui_version}")
endif()
add_library(imgui STATIC ${LINLI_IMGUI_DIR}/imgui.cpp ${LINLI_IMGUI_DIR}/imgui_draw.cpp
                         ${LINLI_IMGUI_DIR}/imgui_tables.cpp ${LINLI_IMGUI_DIR}/imgui_widgets.cpp)
linli_third_party(imgui -O2)
target_compile_options(imgui PRIVATE -fno-exceptions -fno-rtti)
target_include_directories(imgui SYSTEM PUBLIC ${LINLI_IMGUI_DIR})
target_compile_definitions(
  imgui PUBLIC IMGUI_USE_WCHAR32 IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_DEFAULT_FONT
               IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_FILE_FUNCTIONS
               IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS)

# SQLite with encryption (ChaCha20 only)
add_library(sqlite3 STATIC ${LINLI_SQLITE_DIR}/sqlite3.c)
linli_third_party(sqlite3 ${linli_sqlite_level})
target_include_directories(sqlite3 SYSTEM PUBLIC ${LINLI_SQLITE_DIR})
target_compile_definitions(
  sqlite3
  PRIVATE SQLITE_THREADSAFE=0 SQLITE_TEMP_STORE=3 SQLITE_DQS=0 SQLITE_OMIT_LOAD_EXTENSION
          SQLITE_OMIT_SHARED_CACHE SQLITE_OMIT_DEPRECATED SQLITE_OMIT_JSON SQLITE_OMIT_TRACE
          SQLITE_OMIT_AUTHORIZATION SQLITE_OMIT_PROGRESS_CALLBACK SQLITE_OMIT_TCL_VARIABLE
          SQLITE_OMIT_GET_TABLE SQLITE_OMIT_COMPLETE SQLITE_OMIT_DESERIALIZE SQLITE_OMIT_UTF16
          SQLITE_DEFAULT_MEMSTATUS=0 SQLITE_LIKE_DOESNT_MATCH_BLOBS SQLITE_MAX_EXPR_DEPTH=0
          SQLITE_USE_ALLOCA
          CODEC_TYPE=CODEC_TYPE_CHACHA20 HAVE_CIPHER_CHACHA20=1 HAVE_CIPHER_AES_128_CBC=0
          HAVE_CIPHER_AES_256_CBC=0 HAVE_CIPHER_SQLCIPHER=0 HAVE_CIPHER_RC4=0
          HAVE_CIPHER_ASCON128=0 HAVE_CIPHER_AEGIS=0)
if(EMSCRIPTEN)
  target_compile_definitions(sqlite3 PRIVATE __WASM__=1 SQLITE_OS_OTHER=1)
endif()

# libsodium: SHA-256, SHA-512, Ed25519, and nothing that needs random bytes
set(sodium_src ${LINLI_SODIUM_DIR}/src/libsodium)
configure_file(${LINLI_SODIUM_DIR}/builds/msvc/version.h
               ${CMAKE_BINARY_DIR}/sodium/sodium/version.h COPYONLY)
add_library(
  sodium STATIC
  cmake/sodium_no_random.c
  ${sodium_src}/crypto_core/ed25519/ref10/ed25519_ref10.c
  ${sodium_src}/crypto_hash/sha256/hash_sha256.c
  ${sodium_src}/crypto_hash/sha256/cp/hash_sha256_cp.c
  ${sodium_src}/crypto_hash/sha512/hash_sha512.c
  ${sodium_src}/crypto_hash/sha512/cp/hash_sha512_cp.c
  ${sodium_src}/crypto_sign/crypto_sign.c
  ${sodium_src}/crypto_sign/ed25519/sign_ed25519.c
  ${sodium_src}/crypto_sign/ed25519/ref10/keypair.c
  ${sodium_src}/crypto_sign/ed25519/ref10/open.c
  ${sodium_src}/crypto_sign/ed25519/ref10/sign.c
  ${sodium_src}/crypto_verify/sodium/verify.c
  ${sodium_src}/sodium/utils.c)
linli_third_party(sodium -O2)
target_include_directories(sodium SYSTEM PUBLIC ${sodium_src}/include
                                                ${CMAKE_BINARY_DIR}/sodium)
target_include_directories(sodium PRIVATE ${sodium_src}/include/sodium
                                          ${CMAKE_BINARY_DIR}/sodium/sodium)
target_compile_definitions(sodium PUBLIC SODIUM_STATIC PRIVATE CONFIGURED=1 _DEFAULT_SOURCE)
if(NOT EMSCRIPTEN)
  target_compile_definitions(sodium PRIVATE HAVE_TI_MODE=1)
endif()

# nlohmann/json, header-only
add_library(nlohmann INTERFACE)
target_include_directories(nlohmann SYSTEM INTERFACE ${LINLI_DEPS}/nlohmann)
target_compile_definitions(nlohmann INTERFACE JSON_NOEXCEPTION JSON_USE_IMPLICIT_CONVERSIONS=0)

# QR codes of member cards and invites
add_library(qrcodegen STATIC ${LINLI_DEPS}/qrcodegen/qrcodegen.c)
linli_third_party(qrcodegen -O2)
target_include_directories(qrcodegen SYSTEM PUBLIC ${LINLI_DEPS}/qrcodegen)
