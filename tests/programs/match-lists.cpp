// Two lists matched by the native core, so that what WebAssembly finds can be compared with it.
//
//   match_lists customers|items ROLE,ROLE,... < rows     rows of the left list, a group separator, rows of
//   the right one
#include <algorithm>
#include <iostream>
#include <iterator>
#include <string>

#include "core/operations/list_matching.h"

using sidebill::ListMatching;

namespace {

constexpr char end_of_list = '\x1D';

void add(ListMatching& matching, const std::string& side, const std::string& roles, const std::string& rows) {
  std::copy(rows.begin(), rows.end(), matching.make_room(rows.size()));
  matching.add(side, roles);
}

void print(const ListMatching& matching) {
  const auto& numbers = matching.pairs();
  for (std::size_t at = 0; at < numbers.size(); at += 4) {
    for (std::size_t i = at; i < at + 4; ++i) std::cout << numbers[i] << ' ';
    std::string evidence = matching.evidence(at / 4, 1);
    evidence.pop_back();
    std::cout << evidence << '\n';
  }
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) return 2;
  std::string roles = std::string(words[2]) + ',';
  std::replace(roles.begin(), roles.end(), ',', ListMatching::end_of_field);
  const std::string input{std::istreambuf_iterator<char>(std::cin), {}};
  const std::size_t middle = input.find(end_of_list);
  ListMatching matching(words[1]);
  add(matching, "left", roles, input.substr(0, middle));
  add(matching, "right", roles, input.substr(middle + 1));
  matching.match(true, false);
  print(matching);
  matching.find_duplicates();
  print(matching);
  return 0;
}
