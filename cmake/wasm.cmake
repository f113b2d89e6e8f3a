# Toolchain file of the WASM presets: finds emcc on PATH and includes Emscripten's own platform file.
find_program(LINLI_EM_CONFIG em-config REQUIRED)
execute_process(COMMAND ${LINLI_EM_CONFIG} EMSCRIPTEN_ROOT OUTPUT_VARIABLE linli_emscripten_root
                OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
include(${linli_emscripten_root}/cmake/Modules/Platform/Emscripten.cmake)
