# paperdeck_fetch(NAME SOURCE_DIR_VARIABLE): the unpacked source of one line of dependencies.lock.
#
# Looked for in this order; the first that is there and whose sha256 or commit id is right wins:
#   1. the folder PAPERDECK_SOURCES (an environment or CMake variable), holding the same archives
#   2. the cache, PAPERDECK_CACHE, by default ${XDG_CACHE_HOME:-~/.cache}/paperdeck/sources
#   3. the Debian mirror that apt is configured with on this machine, asked for at run time
#   4. the upstream repository at the pinned commit, through git
# Whatever was downloaded stays in the cache, so a build fetches nothing twice and works offline after the first.
include_guard(GLOBAL)

if(NOT PAPERDECK_LOCK_FILE)
    set(PAPERDECK_LOCK_FILE "${CMAKE_CURRENT_LIST_DIR}/dependencies.lock")
endif()
if(NOT CMAKE_SCRIPT_MODE_FILE)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${PAPERDECK_LOCK_FILE}")
endif()

# A variable given on the command line, in the environment, or a default: in this order.
function(_paperdeck_setting name default out)
    if(DEFINED CACHE{${name}} AND NOT "$CACHE{${name}}" STREQUAL "")
        set(${out} "$CACHE{${name}}" PARENT_SCOPE)
    elseif(NOT "$ENV{${name}}" STREQUAL "")
        set(${out} "$ENV{${name}}" PARENT_SCOPE)
    else()
        set(${out} "${default}" PARENT_SCOPE)
    endif()
endfunction()

function(_paperdeck_cache_dir out)
    if(NOT "$ENV{XDG_CACHE_HOME}" STREQUAL "")
        set(home_cache "$ENV{XDG_CACHE_HOME}")
    elseif(NOT "$ENV{HOME}" STREQUAL "")
        set(home_cache "$ENV{HOME}/.cache")
    else()
        set(home_cache "${CMAKE_BINARY_DIR}/cache")
    endif()
    _paperdeck_setting(PAPERDECK_CACHE "${home_cache}/paperdeck/sources" dir)
    get_filename_component(dir "${dir}" ABSOLUTE BASE_DIR "${CMAKE_SOURCE_DIR}")
    set(${out} "${dir}" PARENT_SCOPE)
endfunction()

# The fields of one lock line, as variables version, repository, … in the caller.
function(_paperdeck_lock_line wanted)
    file(STRINGS "${PAPERDECK_LOCK_FILE}" lines REGEX "^[^#]")
    foreach(line IN LISTS lines)
        string(REPLACE " | " ";" fields "${line}")
        list(LENGTH fields count)
        if(NOT count EQUAL 9)
            message(FATAL_ERROR "dependencies.lock: a line has ${count} fields instead of 9: ${line}")
        endif()
        list(POP_FRONT fields name version repository commit mirror_path sha256 licence licence_file)
        if(name STREQUAL wanted)
            foreach(field version repository commit mirror_path sha256 licence licence_file)
                set(${field} "${${field}}" PARENT_SCOPE)
            endforeach()
            return()
        endif()
    endforeach()
    message(FATAL_ERROR "dependencies.lock has no line for '${wanted}'.")
endfunction()

function(_paperdeck_sha256_ok file sha256 out)
    set(${out} FALSE PARENT_SCOPE)
    if(EXISTS "${file}")
        file(SHA256 "${file}" found)
        if(found STREQUAL sha256)
            set(${out} TRUE PARENT_SCOPE)
        endif()
    endif()
endfunction()

# The archive from the mirror that apt uses here. The security archive holds no sources of other suites.
function(_paperdeck_download_from_mirror mirror_path sha256 target out)
    set(${out} FALSE PARENT_SCOPE)
    set(helper /usr/lib/apt/apt-helper)
    if(NOT EXISTS ${helper})
        return()
    endif()
    execute_process(COMMAND apt-get indextargets --format "$(SITE)" OUTPUT_VARIABLE sites ERROR_QUIET)
    string(REGEX MATCHALL "[^\n]+" sites "${sites}")
    list(REMOVE_DUPLICATES sites)
    list(FILTER sites EXCLUDE REGEX "security")
    foreach(site IN LISTS sites)
        execute_process(COMMAND ${helper} download-file "${site}/${mirror_path}" "${target}.part" "SHA256:${sha256}"
            RESULT_VARIABLE failed OUTPUT_QUIET ERROR_QUIET)
        _paperdeck_sha256_ok("${target}.part" ${sha256} ok)
        if(ok)
            file(RENAME "${target}.part" "${target}")
            set(${out} TRUE PARENT_SCOPE)
            return()
        endif()
        file(REMOVE "${target}.part")
    endforeach()
endfunction()

# The upstream tree at the commit. Git names a commit by the hash of all it holds, so the id is the check.
function(_paperdeck_clone repository commit target out)
    set(${out} FALSE PARENT_SCOPE)
    find_program(PAPERDECK_GIT git)
    if(NOT PAPERDECK_GIT)
        return()
    endif()
    file(REMOVE_RECURSE "${target}.part")
    foreach(step "init --quiet" "fetch --quiet --depth 1 ${repository} ${commit}" "checkout --quiet FETCH_HEAD")
        separate_arguments(arguments UNIX_COMMAND "${step}")
        if(step MATCHES "^init")
            file(MAKE_DIRECTORY "${target}.part")
        endif()
        # Without a terminal prompt: a host that asks for a password is a host that does not have it.
        execute_process(COMMAND ${CMAKE_COMMAND} -E env GIT_TERMINAL_PROMPT=0 ${PAPERDECK_GIT} -C "${target}.part" ${arguments}
            RESULT_VARIABLE failed OUTPUT_QUIET ERROR_QUIET)
        if(failed)
            file(REMOVE_RECURSE "${target}.part")
            return()
        endif()
    endforeach()
    execute_process(COMMAND ${PAPERDECK_GIT} -C "${target}.part" rev-parse HEAD
        OUTPUT_VARIABLE head OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    if(NOT head STREQUAL commit)
        file(REMOVE_RECURSE "${target}.part")
        return()
    endif()
    file(REMOVE_RECURSE "${target}.part/.git" "${target}")
    file(RENAME "${target}.part" "${target}")
    set(${out} TRUE PARENT_SCOPE)
endfunction()

# Unpacks without the archive's own top folder, whose name differs between Debian and upstream.
function(_paperdeck_unpack archive target)
    file(REMOVE_RECURSE "${target}.part" "${target}")
    file(ARCHIVE_EXTRACT INPUT "${archive}" DESTINATION "${target}.part")
    file(GLOB top "${target}.part/*")
    list(LENGTH top count)
    if(NOT count EQUAL 1)
        message(FATAL_ERROR "${archive} holds ${count} things at its top instead of one folder.")
    endif()
    file(RENAME "${top}" "${target}")
    file(REMOVE_RECURSE "${target}.part")
endfunction()

function(paperdeck_fetch name out)
    _paperdeck_lock_line(${name})
    _paperdeck_setting(PAPERDECK_SOURCES "" sources_dir)
    _paperdeck_cache_dir(cache_dir)
    get_filename_component(archive "${mirror_path}" NAME)

    # The name of the folder holds what it was made from: another pin is another folder.
    string(SUBSTRING ${sha256} 0 12 short_sha256)
    set(unpacked "${cache_dir}/${name}-${version}-${short_sha256}")
    set(cloned "${cache_dir}/${name}-${version}-${commit}")
    set(${out} "${unpacked}" PARENT_SCOPE)
    set(${out}_LICENCE_FILE "${unpacked}/${licence_file}" PARENT_SCOPE)

    file(MAKE_DIRECTORY "${cache_dir}")
    file(LOCK "${cache_dir}/lock" GUARD FUNCTION TIMEOUT 600)  # two builds may start at once

    if(sources_dir AND EXISTS "${sources_dir}/${archive}")
        _paperdeck_sha256_ok("${sources_dir}/${archive}" ${sha256} ok)
        if(NOT ok)
            message(FATAL_ERROR
                "${sources_dir}/${archive} is not the pinned archive: its sha256 is not ${sha256}. "
                "Replace it, or unset PAPERDECK_SOURCES to have it fetched.")
        endif()
        if(NOT EXISTS "${unpacked}")
            _paperdeck_unpack("${sources_dir}/${archive}" "${unpacked}")
        endif()
        return()
    endif()
    if(EXISTS "${unpacked}")
        return()
    endif()
    _paperdeck_sha256_ok("${cache_dir}/${archive}" ${sha256} ok)
    if(NOT ok AND NOT EXISTS "${cloned}")
        message(STATUS "Fetching ${name} ${version}")
        _paperdeck_download_from_mirror("${mirror_path}" ${sha256} "${cache_dir}/${archive}" ok)
    endif()
    if(ok)
        _paperdeck_unpack("${cache_dir}/${archive}" "${unpacked}")
        return()
    endif()

    if(NOT EXISTS "${cloned}")
        message(STATUS "Fetching ${name} ${version}: not in a Debian mirror that apt knows here, asking ${repository}")
        _paperdeck_clone(${repository} ${commit} "${cloned}" ok)
        if(NOT ok)
            message(FATAL_ERROR
                "The source of ${name} ${version} could not be fetched.\n"
                "Missing: ${archive}, sha256 ${sha256}\n"
                "Neither a Debian mirror that apt is configured with here has it (a mirror drops a version some time "
                "after the next one is uploaded) nor could commit ${commit} be fetched from ${repository}.\n"
                "Other ways:\n"
                "  - put that archive into a folder and set PAPERDECK_SOURCES to the folder;\n"
                "  - copy the cache of a machine that has built Paperdeck to ${cache_dir}, or set PAPERDECK_CACHE to it;\n"
                "  - build once where git reaches ${repository}, then keep the cache.")
        endif()
    endif()
    set(${out} "${cloned}" PARENT_SCOPE)
    set(${out}_LICENCE_FILE "${cloned}/${licence_file}" PARENT_SCOPE)
endfunction()
