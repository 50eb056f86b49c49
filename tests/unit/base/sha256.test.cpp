#include "core/base/sha256.h"

#include <doctest/doctest.h>

using namespace sidebill;

// The expected digests are those of FIPS 180-4's examples and of coreutils' sha256sum.
TEST_CASE("sha256: known messages have their known digests") {
  struct Row {
    std::string message;
    std::string digest;
  };
  for (const Row& row : {
           Row{"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
           Row{"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
           Row{"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
               "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
           Row{std::string(1'000'000, 'a'),
               "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
           Row{std::string(1, '\0'), "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"},
           Row{"\xff\xfe", "b3d510ef04275ca8e698e5b3cbb0ece3949ef9252f0cdc839e9ee347409a2209"},
       }) {
    CAPTURE(row.message.substr(0, 60));
    CHECK(sha256_hex(row.message) == row.digest);
  }
}

TEST_CASE("sha256: padding is right on both sides of a block's end") {
  struct Row {
    std::size_t length;
    std::string digest;
  };
  for (const Row& row : {
           Row{55, "d5e285683cd4efc02d021a5c62014694958901005d6f71e89e0989fac77e4072"},
           Row{56, "04c26261370ee7541549d16dee320c723e3fd14671e66a099afe0a377c16888e"},
           Row{63, "75220b47218278e656f2013bb8f0c455a25eaf01e86c64924e9d48d89776d6f2"},
           Row{64, "7ce100971f64e7001e8fe5a51973ecdfe1ced42befe7ee8d5fd6219506b5393c"},
           Row{65, "9537c5fdf120482f7d58d25e9ed583f52c02b4e304ea814db1633ad565aed7e9"},
           Row{119, "000b48d4edf0fa7bee3c6236ecd2785baa5db4eeb8bb54341b029e0d9fa5fb0c"},
           Row{120, "13f05a0b594787f5ecd315edc96141bd3243203d1b7d4f0836f37308b276ba98"},
           Row{128, "24da1b81d0b16df6428eee73c69fcb2a93c76bc6df706f0c6670fe6bfe800464"},
       }) {
    CAPTURE(row.length);
    CHECK(sha256_hex(std::string(row.length, 'x')) == row.digest);
  }
}
