# paperdeck_tests: every tests/unit/*_test.cpp in one program; tests/bench/*_bench.cpp: one program each.
# The same files natively and, by the presets web-tests and web, as WebAssembly under node.

# What a test may link. ui and platform are not here: they are tested as the whole program, in a browser and a window.
set(_tested_rooms)
foreach(room base digest reading search export text app)
    if(TARGET paperdeck_${room})
        list(APPEND _tested_rooms paperdeck_${room})
    endif()
endforeach()

function(_test_program name)
    add_executable(${name} ${ARGN})
    target_link_libraries(${name} PRIVATE ${_tested_rooms} paperdeck_room_options doctest nlohmann_json md4c utf8proc)
    # Where the files are that tests read, unless PAPERDECK_ROOT in the environment says otherwise.
    target_compile_definitions(${name} PRIVATE "PAPERDECK_SOURCE_DIR=\"${CMAKE_SOURCE_DIR}\"")
    target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
    if(EMSCRIPTEN)
        target_link_libraries(${name} PRIVATE paperdeck_wasm_common paperdeck_wasm_node)
    endif()
endfunction()

if(PAPERDECK_TESTS)
    file(GLOB _unit_sources CONFIGURE_DEPENDS "tests/unit/*.cpp")
    _test_program(paperdeck_tests ${_unit_sources})
endif()

if(PAPERDECK_BENCH)
    file(GLOB _bench_sources CONFIGURE_DEPENDS "tests/bench/*_bench.cpp")
    foreach(source IN LISTS _bench_sources)
        get_filename_component(name "${source}" NAME_WE)
        _test_program(${name} "${source}")
    endforeach()
endif()
