// A value or the reason there is none. Errors are values in this project: shipped code is built
// without exceptions, and a function that can fail says so in its return type.
#pragma once

#include <optional>
#include <string>
#include <utility>

namespace paperdeck {

// What went wrong, for a reader: what happened, where, and what to do about it.
struct Error {
    std::string message;  // a sentence without the file name and without a final full stop
    std::string file;     // as the reader named it; empty when no file is concerned
    int line = 0;         // 1-based; 0 when the whole file is meant

    // "file:line: message", the form compilers use and editors understand.
    std::string to_string() const
    {
        if (file.empty()) return message;
        return file + (line > 0 ? ":" + std::to_string(line) : "") + ": " + message;
    }
};

// Holds either a T or an Error. value() may be asked for only when ok().
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : value_(std::move(value)) {}
    Result(Error error) : error_(std::move(error)) {}

    bool ok() const { return value_.has_value(); }
    explicit operator bool() const { return ok(); }
    T& value() { return *value_; }
    const T& value() const { return *value_; }
    const Error& error() const { return error_; }

private:
    std::optional<T> value_;
    Error error_;
};

}  // namespace paperdeck
