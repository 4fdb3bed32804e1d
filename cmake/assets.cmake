# paperdeck_assets: the fonts, and natively the sample digests, compiled in. See cmake/include/assets/assets.h.
include(python)

find_path(PAPERDECK_FONTS_DIR opentype/inter/Inter-Regular.otf PATHS /usr/share/fonts /usr/local/share/fonts
    DOC "The folder that holds opentype/inter and opentype/stix" NO_CMAKE_FIND_ROOT_PATH)
if(NOT PAPERDECK_FONTS_DIR OR NOT EXISTS "${PAPERDECK_FONTS_DIR}/opentype/stix/STIXGeneral-Regular.otf")
    message(FATAL_ERROR "The fonts Inter and STIX are not installed: install the packages fonts-inter and fonts-stix, or "
        "set PAPERDECK_FONTS_DIR to a folder that holds opentype/inter/*.otf and opentype/stix/*.otf.")
endif()

set(_digests)
if(NOT EMSCRIPTEN)  # the site serves its digests as files
    file(GLOB _digests CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/assets/digests/*.md")
endif()
set(_embed)
foreach(_digest IN LISTS _digests)
    get_filename_component(_name "${_digest}" NAME)
    list(APPEND _embed --file "digests/${_name}=${_digest}")
endforeach()

set(_assets_dir "${CMAKE_BINARY_DIR}/assets")
add_custom_command(
    OUTPUT "${_assets_dir}/assets.cpp"
    COMMAND ${PAPERDECK_PYTHON} "${CMAKE_SOURCE_DIR}/cmake/fonts.py" --out "${_assets_dir}" --fonts "${PAPERDECK_FONTS_DIR}" ${_embed}
    DEPENDS "${CMAKE_SOURCE_DIR}/cmake/fonts.py" ${_digests}
    COMMENT "Subsetting fonts" VERBATIM)
add_library(paperdeck_assets STATIC "${_assets_dir}/assets.cpp")
target_link_libraries(paperdeck_assets PUBLIC door_assets)

paperdeck_licence("Inter and STIX fonts" "${CMAKE_SOURCE_DIR}/cmake/licences/fonts.txt")
