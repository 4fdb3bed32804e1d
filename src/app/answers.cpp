// What the reader asks about the search itself.
#include <algorithm>
#include <cstdio>

#include "app/app.h"

namespace paperdeck::app {
namespace {

constexpr std::size_t kMostSimilar = 10;

std::string title_of(const Library& library, PaperIndex paper) { return to_plain(library.paper(paper).paper.title); }

}  // namespace

void App::explain_query()
{
    state_.answer = {"What does this ask?", describe(state_.query), {}};
}

void App::explain_place(PaperIndex paper)
{
    state_.answer = {"Why is this here?", title_of(library_, paper), {}};
    const std::vector<ScorePart> parts = engine_.explain(state_.query, paper);
    for (const ScorePart& part : parts) {
        char score[32];
        std::snprintf(score, sizeof score, "%.1f", static_cast<double>(part.score));
        state_.answer.rows.push_back({part.words, score, ui::kNoPaper, std::clamp(part.score / std::max(parts.front().score, 0.01f), 0.0f, 1.0f)});
    }
}

void App::show_similar(std::string title, std::string words, const std::vector<SimilarPaper>& similar)
{
    state_.answer = {std::move(title), similar.empty() ? "No paper shares words with it." : std::move(words), {}};
    for (const SimilarPaper& paper : similar) {
        std::string shared;
        for (const std::string& word : paper.words) shared += (shared.empty() ? "" : " · ") + word;
        state_.answer.rows.push_back({title_of(library_, paper.paper), std::move(shared), paper.paper, 0});
    }
}

void App::find_like_paper(PaperIndex paper)
{
    show_similar("Similar papers", "Like “" + title_of(library_, paper) + "”, by the words below each title.", engine_.similar_to(paper, kMostSimilar));
}

void App::find_like_text()
{
    show_similar("Papers like this text", "By the words below each title.", engine_.similar_to_text(state_.query_text, kMostSimilar));
}

// Where the query does not find the paper, it gives way.
void App::go_to_paper(PaperIndex paper)
{
    state_.answer = {};
    const auto& found = state_.result.papers;
    if (std::find(found.begin(), found.end(), paper) == found.end()) set_query({});
    open_paper(paper);
    ui_.show_card(paper);
}

}  // namespace paperdeck::app
