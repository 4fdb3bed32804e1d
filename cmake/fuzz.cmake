# PAPERDECK_FUZZ: tests/fuzz/*_fuzz.cpp, one libFuzzer program each (clang; tests/run.sh fuzz runs them). Everything
# of this build, third-party code too, is watched for coverage.
include_guard(GLOBAL)

function(paperdeck_fuzz_programs)
    file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/tests/fuzz/*_fuzz.cpp")
    add_custom_target(fuzz_programs)  # what the build preset builds: not the rooms that no target reads
    foreach(source IN LISTS sources)
        get_filename_component(name "${source}" NAME_WE)
        add_executable(${name} "${source}")
        add_dependencies(fuzz_programs ${name})
        target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
        target_link_options(${name} PRIVATE -fsanitize=fuzzer)
        foreach(room base digest reading search)
            if(TARGET paperdeck_${room})
                target_link_libraries(${name} PRIVATE paperdeck_${room})
            endif()
        endforeach()
        target_link_libraries(${name} PRIVATE paperdeck_room_options nlohmann_json)
    endforeach()
endfunction()
