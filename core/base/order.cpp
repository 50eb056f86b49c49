#include "core/base/order.h"

#include <algorithm>
#include <numeric>

namespace sidebill {

std::vector<std::size_t> order_of(std::size_t count, FunctionRef<bool(std::size_t, std::size_t)> before) {
  std::vector<std::size_t> places(count);
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::stable_sort(places.begin(), places.end(), before);
  return places;
}

}  // namespace sidebill
