// The native side of the bench: each line of input is a request to keep, or how many times to work; each line
// of output is how many are kept, or nanoseconds and the sum. The clock stands inside, so that no pipe is
// timed.
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <string>

#include "tests/bench/rules/invoice-rules.h"

int main() {
  std::ios::sync_with_stdio(false);
  sidebill::bench::InvoiceRules rules;
  std::string line;
  while (std::getline(std::cin, line)) {
    if (line.front() == '{') {
      std::cout << rules.add(line) << std::endl;
      continue;
    }
    const auto start = std::chrono::steady_clock::now();
    const double sum = rules.work(std::atoi(line.c_str()));
    const std::chrono::nanoseconds taken = std::chrono::steady_clock::now() - start;
    std::cout << taken.count() << ' ' << static_cast<std::int64_t>(sum) << std::endl;
  }
  return 0;
}
