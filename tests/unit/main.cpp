// The one main of all unit tests, native and under node. Arguments are doctest's: see --help.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
