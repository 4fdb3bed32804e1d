# paperdeck_room(NAME [OBJECT] [DOORS room…] [LINKS target…] [SOURCES file…])
#
# A room is src/NAME and the library paperdeck_NAME. It sees the headers of itself and of the rooms in DOORS as
# "digest/paper.h", and nothing else of src/: every room stands in an include folder of its own
# (doors/NAME/NAME → src/NAME), so an include that is not in the list does not compile. LINKS are third-party
# targets that stay inside the room. A room whose folder is not there yet is skipped.
include_guard(GLOBAL)

# The include folder of a room, as the interface target door_NAME.
function(_paperdeck_door name)
    if(TARGET door_${name})
        return()
    endif()
    set(folder "${CMAKE_BINARY_DIR}/doors/${name}")
    file(MAKE_DIRECTORY "${folder}")
    if(NOT EXISTS "${folder}/${name}")
        file(CREATE_LINK "${CMAKE_SOURCE_DIR}/src/${name}" "${folder}/${name}" SYMBOLIC)
    endif()
    add_library(door_${name} INTERFACE)
    target_include_directories(door_${name} INTERFACE "${folder}")
endfunction()

# Shipped code has neither exceptions nor RTTI: errors are values (Result<T>).
add_library(paperdeck_room_options INTERFACE)
target_compile_options(paperdeck_room_options INTERFACE -fno-exceptions -fno-rtti)
target_link_libraries(paperdeck_room_options INTERFACE paperdeck_warnings)

function(paperdeck_room name)
    cmake_parse_arguments(PARSE_ARGV 1 room "OBJECT" "" "DOORS;LINKS;SOURCES")
    set(folder "${CMAKE_SOURCE_DIR}/src/${name}")
    if(NOT IS_DIRECTORY "${folder}")
        return()
    endif()
    if(NOT "SOURCES" IN_LIST ARGN)
        file(GLOB room_SOURCES CONFIGURE_DEPENDS "${folder}/*.cpp")
    endif()

    # Doors that are includes only (a room this build leaves out) are doors all the same.
    _paperdeck_door(${name})
    set(doors door_${name})
    set(libraries)
    foreach(other IN LISTS room_DOORS)
        if(IS_DIRECTORY "${CMAKE_SOURCE_DIR}/src/${other}")
            _paperdeck_door(${other})
            list(APPEND doors door_${other})
        endif()
        if(TARGET paperdeck_${other})
            get_target_property(type paperdeck_${other} TYPE)
            if(NOT type STREQUAL "OBJECT_LIBRARY")  # its objects are the program's own, see CMakeLists.txt
                list(APPEND libraries paperdeck_${other})
            endif()
        endif()
    endforeach()

    set(target paperdeck_${name})
    if(NOT room_SOURCES)
        add_library(${target} INTERFACE)
        target_link_libraries(${target} INTERFACE ${doors} ${libraries})
        return()
    endif()
    if(room_OBJECT)
        add_library(${target} OBJECT ${room_SOURCES})
    else()
        add_library(${target} STATIC ${room_SOURCES})
    endif()
    target_link_libraries(${target} PUBLIC ${doors} ${libraries} PRIVATE paperdeck_room_options ${room_LINKS})
endfunction()
