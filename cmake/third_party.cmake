# Targets of the pinned third-party sources, each fetched only by a build that links it.
# Compiled at -O2 without our warnings: what they say about other people's code, nobody here acts on.
include_guard(GLOBAL)
include(fetch)
include(licences)

function(_third_party_options target)
    target_compile_options(${target} PRIVATE -w $<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions -fno-rtti>)
endfunction()

paperdeck_fetch(md4c md4c_dir)
add_library(md4c STATIC "${md4c_dir}/src/md4c.c" "${md4c_dir}/src/entity.c")
target_include_directories(md4c SYSTEM PUBLIC "${md4c_dir}/src")
_third_party_options(md4c)
if(EMSCRIPTEN)
    target_compile_options(md4c PRIVATE -Os)  # a sixth of the time of reading, and 3 KB
endif()
paperdeck_licence("md4c" "${md4c_dir_LICENCE_FILE}")

paperdeck_fetch(nlohmann_json json_dir)
add_library(nlohmann_json INTERFACE)
target_include_directories(nlohmann_json SYSTEM INTERFACE "${json_dir}/single_include")
# One setting for all who include it, cli/ with its exceptions too: two would break the one definition rule.
target_compile_definitions(nlohmann_json INTERFACE JSON_NOEXCEPTION)
paperdeck_licence("JSON for Modern C++" "${json_dir_LICENCE_FILE}")

paperdeck_fetch(utf8proc utf8proc_dir)
set(_utf8proc_source "${utf8proc_dir}")
if(EMSCRIPTEN)
    # Its tables packed, and without what nothing here asks for: 31 KB of the first load.
    set(_utf8proc_source "${CMAKE_BINARY_DIR}/utf8proc")
    file(COPY "${utf8proc_dir}/utf8proc.c" "${utf8proc_dir}/utf8proc.h" DESTINATION "${_utf8proc_source}")
    execute_process(COMMAND python3 "${CMAKE_SOURCE_DIR}/cmake/lean_utf8proc.py"
        "${utf8proc_dir}/utf8proc_data.c" "${_utf8proc_source}/utf8proc_data.c" COMMAND_ERROR_IS_FATAL ANY)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/cmake/lean_utf8proc.py")
endif()
add_library(utf8proc STATIC "${_utf8proc_source}/utf8proc.c")
target_include_directories(utf8proc SYSTEM PUBLIC "${utf8proc_dir}" PRIVATE "${CMAKE_SOURCE_DIR}/cmake")
target_compile_definitions(utf8proc PUBLIC UTF8PROC_STATIC)
_third_party_options(utf8proc)
paperdeck_licence("utf8proc" "${utf8proc_dir_LICENCE_FILE}")

if(PAPERDECK_TESTS OR PAPERDECK_BENCH)
    paperdeck_fetch(doctest doctest_dir)
    add_library(doctest INTERFACE)
    target_include_directories(doctest SYSTEM INTERFACE "${doctest_dir}")
    target_compile_definitions(doctest INTERFACE
        DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS
        DOCTEST_CONFIG_NO_POSIX_SIGNALS)  # a crash is the sanitizers' to report
endif()

if(PAPERDECK_UI)
    # The backends are written for SDL2 as found by <SDL.h>.
    if(EMSCRIPTEN)
        include(sdl2_web)
    else()
        find_package(SDL2 REQUIRED CONFIG)
        add_library(sdl2 INTERFACE)
        target_link_libraries(sdl2 INTERFACE SDL2::SDL2)
    endif()

    # Glyphs of the fonts that are installed; a browser draws its own.
    add_library(system_fonts INTERFACE)
    if(NOT EMSCRIPTEN)
        find_package(Fontconfig REQUIRED)
        find_package(Freetype REQUIRED)
        target_link_libraries(system_fonts INTERFACE Fontconfig::Fontconfig Freetype::Freetype)
    endif()

    paperdeck_fetch(imgui imgui_dir)
    add_library(imgui STATIC
        "${imgui_dir}/imgui.cpp" "${imgui_dir}/imgui_draw.cpp"
        "${CMAKE_SOURCE_DIR}/cmake/imgui_no_tables.cpp" "${imgui_dir}/imgui_widgets.cpp")
    target_include_directories(imgui SYSTEM PUBLIC "${imgui_dir}")
    target_compile_definitions(imgui PUBLIC "IMGUI_USER_CONFIG=\"${CMAKE_SOURCE_DIR}/src/ui/imconfig.h\"")
    _third_party_options(imgui)
    paperdeck_licence("Dear ImGui" "${imgui_dir_LICENCE_FILE}")

    # Apart from imgui: the backends are for platform/ alone, ui/ must not see them.
    add_library(imgui_sdl2_gl STATIC
        "${imgui_dir}/backends/imgui_impl_sdl2.cpp" "${imgui_dir}/backends/imgui_impl_opengl3.cpp")
    target_include_directories(imgui_sdl2_gl SYSTEM PUBLIC "${imgui_dir}/backends")
    target_link_libraries(imgui_sdl2_gl PUBLIC imgui sdl2)
    _third_party_options(imgui_sdl2_gl)
    if(EMSCRIPTEN)
        target_compile_definitions(imgui_sdl2_gl PUBLIC IMGUI_IMPL_OPENGL_ES3)
        # The SDL2 backend uses EM_JS without including it, which 3.1.6 does not forgive.
        target_compile_options(imgui_sdl2_gl PRIVATE -include emscripten.h "SHELL:-include ${CMAKE_SOURCE_DIR}/cmake/no_gamepads.h")
        # Drawing code is not where the time goes; its bytes are on every reader's first load.
        target_compile_options(imgui PRIVATE -Os)
        target_compile_options(imgui_sdl2_gl PRIVATE -Os)
    else()
        set(OpenGL_GL_PREFERENCE GLVND)
        find_package(OpenGL REQUIRED)
        target_link_libraries(imgui_sdl2_gl PUBLIC OpenGL::GL ${CMAKE_DL_LIBS})
    endif()
endif()

if(PAPERDECK_CLI)
    find_path(CLI11_INCLUDE_DIR CLI/CLI.hpp)
    if(NOT CLI11_INCLUDE_DIR)
        message(FATAL_ERROR "paperdeck-cli needs CLI11: install the package libcli11-dev, or configure with -DPAPERDECK_CLI=OFF.")
    endif()
    add_library(cli11 INTERFACE)
    target_include_directories(cli11 SYSTEM INTERFACE "${CLI11_INCLUDE_DIR}")
    paperdeck_licence("CLI11" /usr/share/doc/libcli11-dev/copyright OPTIONAL)
    # SHA-256 for `index`: libmd is small and its licence asks for no more than to be named.
    find_path(LIBMD_INCLUDE_DIR sha2.h)
    find_library(LIBMD_LIBRARY md)
    if(NOT LIBMD_INCLUDE_DIR OR NOT LIBMD_LIBRARY)
        message(FATAL_ERROR "paperdeck-cli needs libmd: install the package libmd-dev, or configure with -DPAPERDECK_CLI=OFF.")
    endif()
    add_library(libmd INTERFACE)
    target_include_directories(libmd SYSTEM INTERFACE "${LIBMD_INCLUDE_DIR}")
    target_link_libraries(libmd INTERFACE "${LIBMD_LIBRARY}")
    paperdeck_licence("libmd" /usr/share/doc/libmd-dev/copyright OPTIONAL)
endif()
