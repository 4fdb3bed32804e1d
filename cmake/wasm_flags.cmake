# Link flags of the WebAssembly programs, each with its reason. Tested with Emscripten 3.1.6; written for newer ones too.

# Debian's Emscripten finds acorn, which shortens the JavaScript, through this; elsewhere the folder is not there.
if(EXISTS /usr/share/nodejs)
    set_property(GLOBAL PROPERTY RULE_LAUNCH_LINK "${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs:$ENV{NODE_PATH}")
endif()

# Newer Emscriptens call the stack size STACK_SIZE and set it to 64 KB, older ones TOTAL_STACK and 5 MB: name it always.
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.25)
    set(_stack_size -sTOTAL_STACK=1MB)
else()
    set(_stack_size -sSTACK_SIZE=1MB)
endif()

add_library(paperdeck_wasm_common INTERFACE)
target_link_options(paperdeck_wasm_common INTERFACE
    ${_stack_size}
    -sALLOW_MEMORY_GROWTH=1     # a library of thousand digests does not fit a fixed memory
    -sMAXIMUM_MEMORY=4GB        # a tab may have that much; without this growth ends at 2 GB
    -sEXIT_RUNTIME=0
    -fno-exceptions)            # takes the libc++ that has no unwinding tables in it

# The program in the page. web/runtime_methods.list names what its scripts use of Emscripten's, one name a line.
set(_runtime_methods_file "${CMAKE_SOURCE_DIR}/web/runtime_methods.list")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${_runtime_methods_file}")
file(STRINGS "${_runtime_methods_file}" _runtime_methods REGEX "^[A-Za-z]")
list(JOIN _runtime_methods "," _runtime_methods)

add_library(paperdeck_wasm_page INTERFACE)
target_link_options(paperdeck_wasm_page INTERFACE
    -Oz                         # how wasm-opt and the JavaScript are finished: 9 KB smaller after brotli
    -sENVIRONMENT=web           # no node or worker branches in the JavaScript
    -sMODULARIZE=1 -sEXPORT_NAME=createPaperdeck  # one global function; boot.js says when to start
    -sDYNAMIC_EXECUTION=0       # no eval or new Function: runs under script-src 'self' 'wasm-unsafe-eval'
    -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2   # no WebGL 1 wrappers; boot.js tells readers who lack WebGL 2
    -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0    # nothing here asks for an extension: 1 KB of JavaScript
    -sMALLOC=emmalloc           # 5 KB smaller than dlmalloc, and as fast over a million small strings
    -sASSERTIONS=0
    -sINVOKE_RUN=0              # boot.js calls main after it handed over the page's first data
    -sEXPORTED_RUNTIME_METHODS=${_runtime_methods}
    -sEXPORTED_FUNCTIONS=_main,_malloc,_free
    -sINCOMING_MODULE_JS_API=canvas,instantiateWasm,wasmBinary,locateFile,onAbort,onRuntimeInitialized,print,printErr,noInitialRun,arguments
    --js-library "${CMAKE_SOURCE_DIR}/web/lib_paperdeck.js")  # what C++ calls in the page, as JavaScript in a .js file

# Suites and benchmarks under node, with the real file system so that they read the same files as the native ones.
add_library(paperdeck_wasm_node INTERFACE)
target_link_options(paperdeck_wasm_node INTERFACE
    -sENVIRONMENT=node -sNODERAWFS=1 -sEXIT_RUNTIME=1)

# Emscripten shrinks the program once; again, until nothing changes, it is 2.5 KB smaller after brotli. 9 s of a build.
find_program(PAPERDECK_WASM_OPT wasm-opt HINTS "${EMSCRIPTEN_ROOT_PATH}/../bin" "${EMSCRIPTEN_ROOT_PATH}/bin")
function(paperdeck_shrink_again target)
    if(PAPERDECK_WASM_OPT)
        set(wasm "$<TARGET_FILE_DIR:${target}>/$<TARGET_FILE_BASE_NAME:${target}>.wasm")
        add_custom_command(TARGET ${target} POST_BUILD COMMAND "${PAPERDECK_WASM_OPT}" -Oz --converge "${wasm}" -o "${wasm}" VERBATIM)
    endif()
endfunction()
