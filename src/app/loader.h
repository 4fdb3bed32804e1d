// Digests on their way into the library: fetched a few at a time, newest first, read in slices.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/sources.h"
#include "digest/digest_reader.h"
#include "platform/platform.h"

namespace paperdeck::app {

// What the loader tells its owner.
class LoaderListener {
public:
    virtual ~LoaderListener() = default;
    virtual void digest_read(Digest digest, platform::Origin origin) = 0;
    virtual void index_fetched(Result<std::string> json) = 0;
    virtual void load_failed(Error error, platform::Origin origin) = 0;
};

// Where a digest that is loading came from; sources of the site count as inline: nothing keeps them.
class Loader {
public:
    explicit Loader(LoaderListener& listener) : listener_(listener) {}

    void fetch_index(const std::string& address);
    void add_source(Source source, platform::Origin origin);
    void add_bytes(std::string name, std::string bytes, platform::Origin origin);
    void fetched(std::uint32_t request, Result<std::string> bytes);

    // Reads on; true while more is there to read.
    bool slice(const Deadline& deadline);

    // Nothing is left to ask for; answers may still be on their way.
    bool has_asked_all() const { return waiting_.empty(); }
    bool is_working() const { return done_ < total_ || is_index_asked_; }
    // Of the batch under way; both 0 when nothing loads.
    std::uint32_t done() const { return is_working() ? done_ : 0; }
    std::uint32_t total() const { return is_working() ? total_ : 0; }
    // The foreign address that is loading, if any.
    const std::string& foreign_name() const { return foreign_name_; }
    double parse_ms() const { return parse_ms_; }

private:
    struct Waiting {
        Source source;
        platform::Origin origin;
    };
    struct Reading {
        std::unique_ptr<DigestReading> job;
        platform::Origin origin;
    };

    void start_batch_if_idle();
    void fetch_more();
    void finish_one();

    LoaderListener& listener_;
    std::deque<Waiting> waiting_;
    std::unordered_map<std::uint32_t, Waiting> asked_;
    std::deque<Reading> readings_;
    std::uint32_t next_request_ = 1;
    std::uint32_t index_request_ = 0;
    bool is_index_asked_ = false;
    std::uint32_t done_ = 0;
    std::uint32_t total_ = 0;
    std::string foreign_name_;
    double parse_ms_ = 0;
};

}  // namespace paperdeck::app
