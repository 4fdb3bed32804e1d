// SDL looks functions of OpenGL up by their names only for questions that nobody here asks it, and takes "not there"
// for an answer. Emscripten's own lookup would link all 270 of them: 8 KB of the first load.
#include <EGL/egl.h>

__eglMustCastToProperFunctionPointerType eglGetProcAddress(const char*) { return nullptr; }
