// Read before Dear ImGui's SDL2 backend, which asks for gamepads in every frame: there are none for reading papers, and
// SDL's table of them is 5 KB of the first load.
#pragma once

#include <SDL.h>

#define SDL_NumJoysticks() 0
#define SDL_IsGameController(index) SDL_FALSE
#define SDL_GameControllerOpen(index) nullptr
#define SDL_GameControllerClose(gamepad) ((void)(gamepad))
#define SDL_GameControllerGetButton(gamepad, button) ((void)(gamepad), 0)
#define SDL_GameControllerGetAxis(gamepad, axis) ((void)(gamepad), 0)
