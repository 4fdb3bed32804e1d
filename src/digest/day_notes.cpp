#include "digest/day_notes.h"

#include <algorithm>
#include <map>

namespace paperdeck {
namespace {

struct Day {
    std::vector<std::pair<const std::string*, DigestNote>> noted;  // file and note
    std::size_t digests = 0;
    bool is_empty = true;
};

DayNote note_of(const Date& date, const Day& day)
{
    DayNote note = {to_iso(date), {}, day.is_empty};
    const bool is_whole = day.noted.size() == day.digests;
    for (const auto& [file, found] : day.noted) {
        const std::string words = is_whole ? found.words : *file + ' ' + found.words;
        if (note.words.find(words) != std::string::npos) continue;
        note.words += (note.words.empty() ? "" : "; ") + words;
    }
    return note;
}

}  // namespace

std::vector<DayNote> day_notes(const Library& library)
{
    std::map<Date, Day> days;
    for (const LibraryDigest& digest : library.digests()) {
        if (!digest.is_live || !digest.date) continue;
        DigestNote note = library.note_of(digest.id);
        const bool is_repeated = note.what == DigestNote::What::kRepeats;
        Day& day = days[digest.date];
        day.is_empty &= note.what == DigestNote::What::kEmpty;
        if (is_repeated && library.digests()[note.repeated].date == digest.date) continue;
        ++day.digests;
        if (note.what != DigestNote::What::kNothing) day.noted.emplace_back(&digest.file, std::move(note));
    }
    std::vector<DayNote> notes;
    for (const auto& [date, day] : days)
        if (!day.noted.empty()) notes.push_back(note_of(date, day));
    return notes;
}

const DayNote* note_of_day(const std::vector<DayNote>& notes, std::string_view day)
{
    const auto found = std::lower_bound(notes.begin(), notes.end(), day, [](const DayNote& note, std::string_view d) { return note.day < d; });
    return found != notes.end() && found->day == day ? &*found : nullptr;
}

}  // namespace paperdeck
