#include "search/text_index.h"

#include <algorithm>
#include <bit>

namespace paperdeck {
namespace {

// BM25F: Robertson, Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, section 3.6. Its averages
// are fixed ones (those of 100,000 arXiv papers), so that a posting's worth is known once its paper is read.
struct FieldWeight {
    float weight;
    float usual_bytes;  // of the field's text
    float b;            // how much its length counts
};
constexpr FieldWeight kTitleWeight{6.0f, 75, 0.5f}, kAuthorsWeight{3.0f, 90, 0.1f}, kAbstractWeight{1.0f, 1250, 0.5f}, kRestWeight{0.5f, 600, 0.3f},
    kNotesWeight{3.0f, 60, 0.2f};
constexpr float kSaturation = 1.6f;  // k1

float weight_of(const FieldWeight& field, std::size_t bytes)
{
    return field.weight / (1 - field.b + field.b * static_cast<float>(bytes) / field.usual_bytes);
}

// By a word's first byte, a bit each: 0 to 25 for letters, 26 to 35 for digits, none for all else.
constexpr std::array<std::uint64_t, 256> make_letter_bits()
{
    std::array<std::uint64_t, 256> bits{};
    for (unsigned i = 0; i < 26; ++i) bits['a' + i] = std::uint64_t{1} << i;
    for (unsigned i = 0; i < 10; ++i) bits['0' + i] = std::uint64_t{1} << (26 + i);
    return bits;
}
constexpr std::array<std::uint64_t, 256> kLetterBits = make_letter_bits();

std::size_t bytes_of(const std::vector<std::string>& texts)
{
    std::size_t bytes = 0;
    for (const std::string& text : texts) bytes += text.size();
    return bytes;
}

}  // namespace

std::uint8_t mask_of(SearchField field)
{
    switch (field) {
    case SearchField::kAnywhere: return kInAll;
    case SearchField::kTitle: return kInTitle;
    case SearchField::kAuthors: return kInAuthors;
    case SearchField::kAbstract: return kInAbstract;
    case SearchField::kNote: return kInNotes;
    default: return kInRest;
    }
}

bool is_told_by_mask(SearchField field) { return field <= SearchField::kAbstract; }

void TextIndex::add_text(SearchField field, std::string_view text, FieldMask mask, float weight)
{
    if (text.empty()) return;
    items_.push_back(row::kField | static_cast<std::uint32_t>(field));
    tokenize(text, run_, [&](const Token& token) {
        const TermId id = terms_.add(token);
        if (id == kNoTerm) return;
        Term& term = terms_[id];
        if (term.seen_in != document_) {
            term.seen_in = document_;
            term.weight = 0;
            term.fields = 0;
            touched_.push_back(id);
        }
        term.weight += weight;
        term.fields |= mask;
        if (token.parts == 1) items_.push_back(id);
        else insert_whole(token, id);
    });
}

// In front of its first part.
void TextIndex::insert_whole(const Token& token, TermId id)
{
    auto place = items_.end();
    for (int parts = token.parts + token.behind; parts > 0 && place != items_.begin();) parts -= !row::is_whole(*--place);
    items_.insert(place, row::whole_of(id, token.parts));
}

void TextIndex::close(Slot slot)
{
    std::array<std::uint64_t, 3> begun{};  // letters, in the order of letters_
    for (const TermId id : touched_) {
        Term& term = terms_[id];
        const float worth = term.weight / (term.weight + kSaturation);
        const auto level = static_cast<unsigned>(worth * static_cast<float>(Posting::kMaxLevel) + 0.5f);
        term.postings.push(postings_, Posting::make(slot, std::clamp(level, 1u, Posting::kMaxLevel), term.fields));
        const std::uint64_t letter = kLetterBits[term.head.first & 0xFF];
        begun[0] |= letter;
        begun[1] |= (term.fields & kInTitle) != 0 ? letter : 0;
        begun[2] |= (term.fields & kInAuthors) != 0 ? letter : 0;
    }
    for (std::size_t letter = 0; letter < letters_.size(); ++letter) {
        for (std::size_t i = 0; i < begun.size(); ++i) {
            SlotSet& set = letters_[letter][i];
            set.resize(slot + 1);
            if ((begun[i] >> letter) & 1) set.add(slot);
        }
    }
    // A row longer than a page (a text of half a megabyte) is cut: its words are found, its phrases up to there.
    const auto room = static_cast<std::uint32_t>(std::min<std::size_t>(2 * items_.size(), row_pages_.kPageSize));
    const std::uint32_t address = row_pages_.take(room);
    row::Unit* const begin = row_pages_.at(address);
    row::Unit* end = begin;
    for (const std::uint32_t item : items_)
        if (end - begin + 2 <= static_cast<std::ptrdiff_t>(room)) end = row::write(item, end);
    const auto size = static_cast<std::uint32_t>(end - begin);
    row_pages_.give_back(room - size);
    rows_.push_back({address, size});
}

Slot TextIndex::add(const Paper& paper, const PaperMarks* marks)
{
    const auto slot = static_cast<Slot>(rows_.size());
    ++document_;
    touched_.clear();
    items_.clear();
    add_text(SearchField::kTitle, paper.title.text, kInTitle, weight_of(kTitleWeight, paper.title.text.size()));
    const float author_weight = weight_of(kAuthorsWeight, bytes_of(paper.authors));
    for (const std::string& author : paper.authors) add_text(SearchField::kAuthors, author, kInAuthors, author_weight);
    add_text(SearchField::kAbstract, paper.abstract.text, kInAbstract, weight_of(kAbstractWeight, paper.abstract.text.size()));
    const auto add_rest = [&](SearchField field, std::string_view text) { add_text(field, text, kInRest, weight_of(kRestWeight, text.size())); };
    for (const LabelledText& summary : paper.extras->summaries) add_rest(SearchField::kSummary, summary.text.text);
    add_rest(SearchField::kTranslation, paper.extras->translation.title.text);
    add_rest(SearchField::kTranslation, paper.extras->translation.abstract.text);
    add_rest(SearchField::kComment, paper.extras->comment);
    for (const std::string& keyword : paper.extras->keywords) add_rest(SearchField::kAnywhere, keyword);
    add_rest(SearchField::kAnywhere, paper.topic);
    add_rest(SearchField::kAnywhere, paper.id);
    add_rest(SearchField::kUrl, paper.links.code);
    for (const std::string& link : paper.links.other) add_rest(SearchField::kUrl, link);
    if (marks) {
        for (const std::string& tag : marks->tags) add_text(SearchField::kAnywhere, tag, kInNotes, kNotesWeight.weight);
        add_text(SearchField::kNote, marks->note, kInNotes, kNotesWeight.weight);
    }
    close(slot);
    return slot;
}

const SlotSet* TextIndex::beginning_with(std::string_view letter, std::uint8_t mask) const
{
    const std::uint64_t bit = letter.size() == 1 ? kLetterBits[static_cast<unsigned char>(letter[0])] : 0;
    if (bit == 0 || (mask != kInAll && mask != kInTitle && mask != kInAuthors)) return nullptr;
    return &letters_[static_cast<std::size_t>(std::countr_zero(bit))][mask == kInAll ? 0 : mask == kInTitle ? 1 : 2];
}

std::size_t TextIndex::bytes() const
{
    return terms_.bytes() + postings_.bytes() + row_pages_.bytes() + rows_.capacity() * sizeof(Stretch) + letters_.size() * 3 * letters_[0][0].bytes();
}

}  // namespace paperdeck
