# PAPERDECK_SANITIZE: everything of this build, third-party code too, under AddressSanitizer and
# UndefinedBehaviorSanitizer, so that a bad read inside md4c caused by our bytes shows as well.
if(PAPERDECK_SANITIZE)
    add_compile_options(
        -fsanitize=address,undefined
        -fno-sanitize=vptr              # needs RTTI, which our code is built without
        -fno-sanitize-recover=all       # a finding ends the test with an error, not with a line in a log
        -fno-omit-frame-pointer)        # whole stack traces
    add_link_options(-fsanitize=address,undefined)
endif()
