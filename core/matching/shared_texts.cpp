#include "core/matching/shared_texts.h"

#include <algorithm>

#include "core/matching/key_map.h"

namespace sidebill {

void SharedTexts::add(std::uint32_t record, const std::string& text) {
  if (text.empty()) return;
  const auto next = static_cast<std::uint32_t>(records_.size());
  const auto [known, is_new] = number_of_.try_emplace(KeyMap::hash_of(text), next);
  if (is_new) {
    texts_.put(next, text);
    records_.emplace_back();
  }
  records_[known->second].push_back(record);
}

void SharedTexts::most_like(const std::string& text, std::size_t count, float least,
                            std::vector<std::uint32_t>& found) {
  std::size_t open = count;
  for (const Hit& hit : texts_.most_like(text, count)) {
    if (hit.likeness < least || open == 0) return;
    const std::vector<std::uint32_t>& records = records_[hit.record];
    const std::size_t taken = records.size() > most_sharing ? 1 : std::min(open, records.size());
    found.insert(found.end(), records.begin(), records.begin() + static_cast<std::ptrdiff_t>(taken));
    open -= taken;
  }
}

}  // namespace sidebill
