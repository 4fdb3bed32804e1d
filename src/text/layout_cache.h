// Layouts that are kept while there is room: the one not asked for the longest goes first.
#pragma once

#include <cstddef>
#include <functional>
#include <list>
#include <unordered_map>
#include <utility>

namespace paperdeck {

// Exactly least recently used, every step in constant time. A value stays where it is until it is dropped; the one
// put in last is never dropped, however large.
template <class Key, class Value, class Hash = std::hash<Key>>
class LayoutCache {
public:
    explicit LayoutCache(std::size_t budget_bytes) : budget_bytes_(budget_bytes) {}

    // The value of `key`, now the most recently used; null where there is none.
    Value* find(const Key& key)
    {
        const auto found = by_key_.find(key);
        if (found == by_key_.end()) return nullptr;
        entries_.splice(entries_.begin(), entries_, found->second);
        return &found->second->value;
    }

    // Takes the value of a key that has none yet, and drops old ones until all fit the budget.
    Value& put(const Key& key, Value value, std::size_t size_bytes)
    {
        entries_.push_front({key, std::move(value), size_bytes});
        by_key_[key] = entries_.begin();
        size_bytes_ += size_bytes;
        while (size_bytes_ > budget_bytes_ && entries_.size() > 1) {
            size_bytes_ -= entries_.back().size_bytes;
            by_key_.erase(entries_.back().key);
            entries_.pop_back();
        }
        return entries_.front().value;
    }

    std::size_t size() const { return entries_.size(); }
    std::size_t size_bytes() const { return size_bytes_; }

private:
    struct Entry {
        Key key;
        Value value;
        std::size_t size_bytes;
    };

    std::list<Entry> entries_;  // most recently used first
    std::unordered_map<Key, typename std::list<Entry>::iterator, Hash> by_key_;
    std::size_t budget_bytes_;
    std::size_t size_bytes_ = 0;
};

}  // namespace paperdeck
