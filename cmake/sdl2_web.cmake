# SDL2 for the browser, straight from its sources: SDL's own configure step takes minutes under emcc, this takes seconds.
# Only what the shell uses: video, events, timers, clipboard, locale. The rest is compiled as SDL's own dummies.
paperdeck_fetch(sdl2 sdl2_dir)
set(_sdl2_sources)
foreach(folder . atomic audio audio/dummy cpuinfo events file haptic haptic/dummy hidapi joystick joystick/dummy
        joystick/emscripten libm loadso/dlopen locale locale/emscripten misc misc/emscripten power power/emscripten
        render sensor sensor/dummy stdlib thread thread/generic timer timer/unix video video/emscripten video/yuv2rgb
        filesystem/emscripten)
    file(GLOB _sources "${sdl2_dir}/src/${folder}/*.c")
    list(APPEND _sdl2_sources ${_sources})
endforeach()
add_library(sdl2 STATIC ${_sdl2_sources})
target_include_directories(sdl2 SYSTEM PUBLIC "${sdl2_dir}/include")
target_compile_definitions(sdl2 PRIVATE SDL_AUDIO_DISABLED=1 SDL_JOYSTICK_DISABLED=1 SDL_HAPTIC_DISABLED=1
    SDL_SENSOR_DISABLED=1 SDL_RENDER_DISABLED=1 SDL_HIDAPI_DISABLED=1 SDL_LEAN_AND_MEAN=1)
# EM_JS_DEPS came after 3.1.6, and without it the macro's arguments need not be known; newer headers define it anew.
target_compile_options(sdl2 PRIVATE -Os -w "-DEM_JS_DEPS(a,b)=")
paperdeck_licence("SDL2" "${sdl2_dir_LICENCE_FILE}")
