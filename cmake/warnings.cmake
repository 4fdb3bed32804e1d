# Warnings for our own code, as the interface target paperdeck_warnings. Third-party code is built without them.
add_library(paperdeck_warnings INTERFACE)
target_compile_options(paperdeck_warnings INTERFACE
    -Wall -Wextra -Wpedantic
    -Wshadow                 # a name that hides another is misread sooner or later
    -Wnon-virtual-dtor -Woverloaded-virtual
    -Wimplicit-fallthrough
    -Wcast-align -Wcast-qual
    -Wundef                  # a mistyped macro in #if is otherwise silently 0
    -Wvla
    -Wno-missing-field-initializers  # designated initialisers leave the rest at its default on purpose
)
if(PAPERDECK_WERROR)
    target_compile_options(paperdeck_warnings INTERFACE -Werror)
endif()
