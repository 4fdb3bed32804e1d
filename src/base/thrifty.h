// Growing by a quarter: what stands for as long as the library does should not hold twice the memory that it needs.
#pragma once

namespace paperdeck {

// push_back() for a vector, of which hardly more than a fifth stands empty.
template <class List, class Value>
void push_thriftily(List& list, Value&& value)
{
    if (list.size() == list.capacity()) list.reserve(list.size() + list.size() / 4 + 4);
    list.push_back(static_cast<Value&&>(value));
}

}  // namespace paperdeck
