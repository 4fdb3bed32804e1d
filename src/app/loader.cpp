#include "app/loader.h"

namespace paperdeck::app {
namespace {

// Enough to keep a line busy, few enough that older days do not overtake newer ones by much.
constexpr std::size_t kFetchesAtOnce = 6;
// Bytes that wait to be read are memory: no more are fetched until these are.
constexpr std::size_t kReadingsAtOnce = 8;

}  // namespace

void Loader::start_batch_if_idle()
{
    if (done_ < total_) return;
    done_ = 0;
    total_ = 0;
}

void Loader::fetch_index(const std::string& address)
{
    is_index_asked_ = true;
    index_request_ = next_request_++;
    platform::fetch(index_request_, address);
}

void Loader::add_source(Source source, platform::Origin origin)
{
    start_batch_if_idle();
    ++total_;
    waiting_.push_back({std::move(source), origin});
    fetch_more();
}

void Loader::add_bytes(std::string name, std::string bytes, platform::Origin origin)
{
    start_batch_if_idle();
    ++total_;
    readings_.push_back({std::make_unique<DigestReading>(std::move(name), std::move(bytes)), origin});
    platform::request_slice();
}

void Loader::fetch_more()
{
    // The newest day has the line to itself: it is what the reader waits for.
    const std::size_t at_once = done_ == 0 ? 1 : kFetchesAtOnce;
    while (!waiting_.empty() && asked_.size() < at_once && readings_.size() < kReadingsAtOnce) {
        const std::uint32_t request = next_request_++;
        Waiting next = std::move(waiting_.front());
        waiting_.pop_front();
        if (next.source.is_foreign) foreign_name_ = next.source.name;
        const std::string address = next.source.address;
        asked_.emplace(request, std::move(next));
        platform::fetch(request, address);
    }
}

void Loader::fetched(std::uint32_t request, Result<std::string> bytes)
{
    if (request == index_request_ && is_index_asked_) {
        is_index_asked_ = false;
        return listener_.index_fetched(std::move(bytes));
    }
    const auto found = asked_.find(request);
    if (found == asked_.end()) return;
    Waiting asked = std::move(found->second);
    asked_.erase(found);
    if (!bytes) {
        Error error = bytes.error();
        error.file = asked.source.name;
        listener_.load_failed(error, asked.origin);
        finish_one();
    } else {
        readings_.push_back({std::make_unique<DigestReading>(asked.source.name, std::move(bytes.value())), asked.origin});
        platform::request_slice();
    }
    fetch_more();
}

bool Loader::slice(const Deadline& deadline)
{
    const double begin = platform::now_ms();
    bool is_first = true;
    while (!readings_.empty() && (is_first || !deadline.passed())) {
        is_first = false;
        Reading& reading = readings_.front();
        if (!reading.job->step(deadline)) break;
        Digest digest = reading.job->take();
        const platform::Origin origin = reading.origin;
        readings_.pop_front();
        parse_ms_ += platform::now_ms() - begin;
        listener_.digest_read(std::move(digest), origin);
        finish_one();
        fetch_more();
        return !readings_.empty();
    }
    parse_ms_ += platform::now_ms() - begin;
    return !readings_.empty();
}

void Loader::finish_one()
{
    ++done_;
    if (done_ >= total_) foreign_name_.clear();
}

}  // namespace paperdeck::app
