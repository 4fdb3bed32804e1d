// A value that most of its owners do not have. It takes a pointer until it is edited; copies are copies of the value.
#pragma once

#include <memory>

namespace paperdeck {

template <class T>
class Rare {
public:
    Rare() = default;
    Rare(const Rare& other) : value_(other.value_ ? std::make_unique<T>(*other.value_) : nullptr) {}
    Rare(Rare&&) noexcept = default;
    Rare& operator=(Rare other) noexcept
    {
        value_.swap(other.value_);
        return *this;
    }

    // What is not there reads as T{}.
    const T& operator*() const { return value_ ? *value_ : nothing(); }
    const T* operator->() const { return &**this; }
    // Makes it be there: ask only to write.
    T& edit()
    {
        if (!value_) value_ = std::make_unique<T>();
        return *value_;
    }

    friend bool operator==(const Rare& a, const Rare& b) { return (!a.value_ && !b.value_) || *a == *b; }

private:
    static const T& nothing()
    {
        static const T kNothing{};
        return kNothing;
    }

    std::unique_ptr<T> value_;
};

}  // namespace paperdeck
