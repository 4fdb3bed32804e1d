// Between the files of the desktop's platform.
#pragma once

#include <string>
#include <vector>

#include "platform/platform.h"

namespace paperdeck::platform {

// Hands the files, and the Markdown files below the folders, to the program, which fetches them.
void open_paths(const std::vector<std::string>& paths, Origin origin);

// Takes pasted text in memory and returns the path that keep() will write it to, below the reader's data
// folder. What proves to be no digest is never written.
std::string hold_pasted(const std::string& name, std::string text);

void answer_fetches();       // the requests of fetch(), a file at a time
void poll_dialogue();        // has the file dialogue answered?
void poll_watched_files();

// "$XDG_DATA_HOME/paperdeck" and the like; made when it is not there.
std::string data_folder();
std::string config_folder();

}  // namespace paperdeck::platform
