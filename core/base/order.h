// Sorting, with the algorithm compiled once for all types: what is sorted here are places, not values.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "core/base/function_ref.h"

namespace sidebill {

/// The places 0..count-1 in the order in which `before` puts what stands there; ties keep their order.
std::vector<std::size_t> order_of(std::size_t count, FunctionRef<bool(std::size_t, std::size_t)> before);

/// Sorts by `before(left, right)`; ties keep their order.
template <class Value, class Before>
void sort_by(std::vector<Value>& values, Before before) {
  const auto places = order_of(values.size(), [&](std::size_t left, std::size_t right) {
    return before(std::as_const(values[left]), std::as_const(values[right]));
  });
  std::vector<Value> sorted;
  sorted.reserve(values.size());
  for (const std::size_t place : places) sorted.push_back(std::move(values[place]));
  values = std::move(sorted);
}

}  // namespace sidebill
