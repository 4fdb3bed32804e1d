#include "digest/kind_guess.h"

#include "digest/arxiv.h"

namespace paperdeck {

Kind guessed_kind(const Paper& paper)
{
    // Ids of the month before are new in the first days of a month: announced on the next listing day.
    constexpr int kDaysOfGrace = 5;
    const Date born = month_of(paper.id);
    if (paper.kind != Kind::kUnknown || !born || !paper.date) return Kind::kUnknown;
    const int months = (paper.date.year - born.year) * 12 + paper.date.month - born.month;
    if (months < 0) return Kind::kUnknown;
    const bool is_new = months == 0 || (months == 1 && paper.date.day <= kDaysOfGrace);
    if (is_new) return Kind::kNew;
    return paper.version == 1 ? Kind::kUnknown : Kind::kReplaced;  // a first version replaces none
}

}  // namespace paperdeck
