// What stands around an object of a JSON digest: the objects and lists that it is in, and what their keys and own
// fields say of all in them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace paperdeck {

// For one object: day, categories and topic where what is around it names them.
struct JsonContext {
    Date date;
    std::vector<std::string> categories;
    std::string topic;
    std::string key;   // the object's own: an id, in a map of papers
    Date file_date;    // of the file's name
    int line = 0;      // where the object begins
};

// An object or a list that is open.
struct JsonFrame {
    bool is_object = false;
    bool has_title = false;
    bool has_evidence = false;  // a field that only papers have
    bool is_too_deep = false;   // holds more than is followed
    std::size_t begin = 0;
    int line = 0;
    std::size_t papers_before = 0;
    std::string key;            // the last one read, raw
    bool expects_key = false;
    bool has_value = false;     // a string behind the last key
    bool is_broken = false;     // two values without a comma
    JsonContext said;           // what its own fields say of all in it

    // Of an object: a string that is a key, one that is the value of the last key; raw, without their quotes.
    void take_key(std::string_view raw);
    void take_value(std::string_view raw);
};

// What `frames`, outermost first, and their keys say of what stands in the last of them; inner ones before outer ones.
JsonContext context_in(const std::vector<JsonFrame>& frames);

}  // namespace paperdeck
