// Work that is done in slices, so that a page stays alive while it goes on.
#pragma once

namespace paperdeck {

// When a slice has to end. Kept as an interface of one function so that tests can end slices
// wherever they like and no room but `platform` knows a clock.
class Deadline {
public:
    virtual ~Deadline() = default;
    virtual bool passed() const = 0;
};

// For callers that want all of it at once (the command line, tests).
class NoDeadline final : public Deadline {
public:
    bool passed() const override { return false; }
};

// Resumable work. step() goes on until it is done (true) or the deadline passes (false); after true
// it must not be called again. A step always makes progress, even past its deadline.
class Job {
public:
    virtual ~Job() = default;
    virtual bool step(const Deadline& deadline) = 0;
};

}  // namespace paperdeck
