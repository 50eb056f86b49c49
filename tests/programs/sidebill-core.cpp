// The core as a program: each line of standard input is `name<TAB>request`, each line of output the answer.
// What the golden and differential suites drive beside the WebAssembly module.
#include <iostream>
#include <string>

#include "core/operations/session.h"

int main() {
  std::ios::sync_with_stdio(false);
  sidebill::Session session;
  std::string line;
  while (std::getline(std::cin, line)) {
    const std::size_t tab = line.find('\t');
    const std::string name = line.substr(0, tab);
    const std::string request = tab == std::string::npos ? "" : line.substr(tab + 1);
    std::cout << session.invoke(name, request) << '\n' << std::flush;
  }
  return 0;
}
