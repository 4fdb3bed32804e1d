# Tool chain for the web: whichever emcc is on PATH (3.1.6 or newer), from Debian or from emsdk.
find_program(PAPERDECK_EMCC emcc REQUIRED)
find_program(PAPERDECK_EM_CONFIG em-config HINTS "${PAPERDECK_EMCC}/..")

if(PAPERDECK_EM_CONFIG)
    execute_process(COMMAND ${PAPERDECK_EM_CONFIG} EMSCRIPTEN_ROOT
        OUTPUT_VARIABLE root OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
if(NOT root)
    get_filename_component(root "${PAPERDECK_EMCC}" REALPATH)
    get_filename_component(root "${root}" DIRECTORY)
endif()
if(NOT EXISTS "${root}/cmake/Modules/Platform/Emscripten.cmake")
    message(FATAL_ERROR "${PAPERDECK_EMCC} is on PATH, but its CMake tool chain is not in ${root}/cmake. "
        "Install the package emscripten, or activate an emsdk (source emsdk_env.sh).")
endif()
include("${root}/cmake/Modules/Platform/Emscripten.cmake")
