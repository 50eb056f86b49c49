#include "core/base/sha256.h"

#include <array>
#include <cstdint>

namespace sidebill {
namespace {

using Word = std::uint32_t;
using State = std::array<Word, 8>;

constexpr std::size_t block_bytes = 64;

// The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4, 4.2.2).
constexpr std::array<Word, 64> round_constants = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

constexpr State initial_state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

Word rotated(Word value, int bits) { return (value >> bits) | (value << (32 - bits)); }

/// The 64 words that one block is stretched to (FIPS 180-4, 6.2.2 step 1).
std::array<Word, 64> schedule_of(std::string_view block) {
  std::array<Word, 64> schedule{};
  for (std::size_t i = 0; i < block_bytes; ++i) {
    schedule[i / 4] = schedule[i / 4] << 8 | static_cast<unsigned char>(block[i]);
  }
  for (std::size_t t = 16; t < 64; ++t) {
    const Word near = schedule[t - 2];
    const Word far = schedule[t - 15];
    schedule[t] = (rotated(near, 17) ^ rotated(near, 19) ^ near >> 10) + schedule[t - 7] +
                  (rotated(far, 7) ^ rotated(far, 18) ^ far >> 3) + schedule[t - 16];
  }
  return schedule;
}

void take_block(State& state, std::string_view block) {
  const auto schedule = schedule_of(block);
  auto [a, b, c, d, e, f, g, h] = state;
  for (std::size_t t = 0; t < 64; ++t) {
    const Word first = h + (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + ((e & f) ^ (~e & g)) +
                       round_constants[t] + schedule[t];
    const Word second = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = d + first;
    d = c;
    c = b;
    b = a;
    a = first + second;
  }
  const State mixed = {a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < state.size(); ++i) state[i] += mixed[i];
}

/// What follows the last whole block: the rest of the message, a one bit, zeros, the length in bits.
std::string last_blocks(std::string_view rest, std::uint64_t message_bytes) {
  std::string padded(rest);
  padded.push_back('\x80');
  while (padded.size() % block_bytes != block_bytes - 8) padded.push_back('\0');
  const std::uint64_t bits = message_bytes * 8;
  for (int shift = 56; shift >= 0; shift -= 8) padded.push_back(static_cast<char>(bits >> shift & 0xff));
  return padded;
}

void take_blocks(State& state, std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size(); at += block_bytes)
    take_block(state, bytes.substr(at, block_bytes));
}

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  State state = initial_state;
  const std::size_t whole_blocks = bytes.size() - bytes.size() % block_bytes;
  take_blocks(state, bytes.substr(0, whole_blocks));
  take_blocks(state, last_blocks(bytes.substr(whole_blocks), bytes.size()));

  std::string hex;
  for (const Word word : state) {
    for (int shift = 28; shift >= 0; shift -= 4) hex.push_back("0123456789abcdef"[word >> shift & 0xf]);
  }
  return hex;
}

}  // namespace sidebill
