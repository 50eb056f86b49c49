#include "core/base/text.h"

#include <doctest/doctest.h>

#include <string>

#include "core/base/sha256.h"
#include "core/base/utf8.h"
#include "tests/unit/base/fold_digest.h"
#include "tests/unit/base/show.h"

using namespace sidebill;

namespace {

struct Row {
  std::string text;
  std::string expected;
};

const std::string mark = "\xEF\xBF\xBD";  // U+FFFD as UTF-8

std::string positions(const std::vector<OutsideLatin1>& outside) {
  std::string text;
  for (const OutsideLatin1& found : outside) text += std::to_string(found.position) + found.character + ";";
  return text;
}

}  // namespace

TEST_CASE("text: every broken UTF-8 sequence is one replacement character") {
  for (const Row& row : {
           Row{"", ""},
           Row{"plain", "plain"},
           Row{"å€😀", "å€😀"},
           Row{std::string("a\0b", 3), std::string("a\0b", 3)},
           Row{"\x80", mark},
           Row{"a\xFFz", "a" + mark + "z"},
           Row{"\xC3", mark},
           Row{"\xC3(", mark + "("},
           Row{"\xE2\x82", mark},
           Row{"\xE2\x82z", mark + "z"},
           Row{"\xF0\x9F\x98", mark},
           Row{"\xC0\x80", mark + mark},                        // overlong NUL
           Row{"\xE0\x80\x80", mark + mark + mark},             // overlong
           Row{"\xED\xA0\x80", mark + mark + mark},             // surrogate
           Row{"\xF4\x90\x80\x80", mark + mark + mark + mark},  // past U+10FFFF
           Row{"\xF5\x80\x80\x80", mark + mark + mark + mark},
           Row{"\xED\x9F\xBF\xEE\x80\x80", "\xED\x9F\xBF\xEE\x80\x80"},
           Row{"\xF4\x8F\xBF\xBF", "\xF4\x8F\xBF\xBF"},
           Row{"\xE9t\xE9", mark + "t" + mark},  // Latin-1 bytes
       }) {
    CAPTURE(row.text);
    CHECK(replace_invalid_utf8(row.text) == row.expected);
    CHECK(is_valid_utf8(row.text) == (row.text == row.expected));
    CHECK(is_valid_utf8(row.expected));
  }
}

TEST_CASE("text: folding drops case, accents and spelling habits") {
  for (const Row& row : {
           Row{"Ångström  & Søn", "angstrom & son"},
           Row{"", ""},
           Row{" \t\n", ""},
           Row{"ACME, Inc.", "acme, inc."},
           Row{"Straße", "strasse"},
           Row{"STRASSE", "strasse"},
           Row{"GROẞ", "gross"},
           Row{"Æther Œuvre", "aether oeuvre"},
           Row{"Łódź", "lodz"},
           Row{"Đorđe", "dorde"},
           Row{"Þór", "thor"},
           Row{"Ísland", "island"},
           Row{"São", "sao"},
           Row{"İstanbul", "istanbul"},
           Row{"ISPARTA", "isparta"},
           Row{"ısparta", "isparta"},
           Row{"Țară", "tara"},
           Row{"Ţară", "tara"},
           Row{"Nguyễn", "nguyen"},
           Row{"ÉCLAIR", "eclair"},
           Row{"e\u0301clair", "eclair"},
           Row{"ΣΊΣΥΦΟΣ", "σισυφοσ"},
           Row{"Σίσυφος", "σισυφοσ"},
           Row{"ЙОД Ёлка", "иод елка"},
           Row{"ＦＵＬＬ　ｗｉｄｔｈ", "full width"},
           Row{"ﬁnance ﬃ", "finance ffi"},
           Row{"①②", "12"},
           Row{"x²", "x2"},
           Row{"O’Brien", "o'brien"},
           Row{"O`Brien", "o'brien"},
           Row{"“Big” – Co", "\"big\" - co"},
           Row{"soft\u00ADhyphen zero\u200Bwidth", "softhyphen zerowidth"},
           Row{"no\u00A0break\u2003space", "no break space"},
           Row{"😀 Smile️", "😀 smile"},
           Row{"𝐁𝐨𝐥𝐝", "bold"},
           Row{"ﷺ", "صلى الله عليه وسلم"},
           Row{"مُحَمَّد", "محمد"},
           Row{"שָׁלוֹם", "שלום"},
       }) {
    CAPTURE(row.text);
    CHECK(fold(row.text) == row.expected);
  }
}

TEST_CASE("text: ASCII folds alone as it does beside other letters, which need the tables") {
  const std::string other = "\u0436";
  for (int first = 0; first < 128; ++first) {
    for (int second = 0; second < 128; ++second) {
      const std::string text = {static_cast<char>(first), 'A', static_cast<char>(second), ' '};
      CAPTURE(text);
      REQUIRE(fold(text + other) == fold(text) + " " + other);
    }
  }
}

TEST_CASE("text: folding keeps scripts whose marks are letters, composed or not") {
  for (const Row& row : {
           Row{"株式会社サンプル", "株式会社サンプル"},
           Row{"臺灣積體電路", "臺灣積體電路"},
           Row{"한국전자", "한국전자"},
           Row{"\u1112\u1161\u11AB\u1100\u116E\u11A8", "한국"},
           Row{"가\u11A8", "각"},
           Row{"각\u11A8", "각\u11A8"},
           Row{"ガラス", "ガラス"},
           Row{"カ\u3099ラス", "ガラス"},
           Row{"ｶﾞﾗｽ", "ガラス"},
           Row{"はは", "はは"},
           Row{"ぱぱ", "ぱぱ"},
           Row{"豈", "豈"},
           Row{"บริษัท", "บริษัท"},
           Row{"हिन्दी", "हिन्दी"},
           Row{"ન\u0ABF", "ન\u0ABF"},
           Row{"㈱", "(株)"},
           Row{"㍿", "株式会社"},
       }) {
    CAPTURE(row.text);
    CHECK(fold(row.text) == row.expected);
  }
}

TEST_CASE("text: every code point folds as ICU folds it, and folding that changes nothing") {
  std::string all;
  std::size_t changed_again = 0;
  for (char32_t point = 0; point <= 0x10FFFF; ++point) {
    if (point >= 0xD800 && point <= 0xDFFF) continue;
    std::string text;
    utf8::append(text, point);
    const std::string folded = fold(text);
    changed_again += fold(folded) == folded ? 0 : 1;
    all += folded + "\n";
  }
  CHECK(changed_again == 0);
  CHECK(sha256_hex(all) == digest_of_all_folded);
}

TEST_CASE("text: folding hostile text stays valid") {
  CHECK(fold("\xFF\xC3 A") == mark + mark + " a");
  CHECK(fold(std::string("a\0B", 3)) == std::string("a\0b", 3));
  CHECK(fold(std::string(3'000'000, '\xC3')).size() == 9'000'000);
  CHECK(fold("<b>Acme</b>") == "<b>acme</b>");
}

TEST_CASE("text: white space of all kinds is trimmed and collapsed") {
  struct Spaced {
    std::string text;
    std::string trimmed;
    std::string collapsed;
  };
  for (const Spaced& row : {
           Spaced{"", "", ""},
           Spaced{"  ", "", ""},
           Spaced{"a", "a", "a"},
           Spaced{" a  b ", "a  b", "a b"},
           Spaced{"\u00A0a\u3000\u2003b\u2028", "a\u3000\u2003b", "a b"},
           Spaced{"\t a \r\n", "a", "a"},
           Spaced{"a\nb", "a\nb", "a b"},
           Spaced{" é ", "é", "é"},
           Spaced{"\u0085x\u1680", "x", "x"},
           Spaced{"\u200Bx", "\u200Bx", "\u200Bx"},
           Spaced{" \xFF ", "\xFF", "\xFF"},
       }) {
    CAPTURE(row.text);
    CHECK(trim(row.text) == row.trimmed);
    CHECK(collapse_spaces(row.text) == row.collapsed);
  }
}

TEST_CASE("text: lengths count code points and cuts never split one") {
  CHECK(code_points("") == 0);
  CHECK(code_points("aé€😀") == 4);
  CHECK(code_points("\xC3\xC3") == 2);
  CHECK(code_points("e\u0301") == 2);
  CHECK(first_code_points("aé€😀", 0).empty());
  CHECK(first_code_points("aé€😀", 2) == "aé");
  CHECK(first_code_points("aé€😀", 3) == "aé€");
  CHECK(first_code_points("aé€😀", 4) == "aé€😀");
  CHECK(first_code_points("aé€😀", SIZE_MAX) == "aé€😀");
  CHECK(first_code_points("\xE2\x82z", 1) == "\xE2\x82");
}

TEST_CASE("text: what ISO-8859-1 cannot hold is named with its place") {
  for (const Row& row : {
           Row{"", ""},
           Row{"Plain text\n", ""},
           Row{"Señor Å ÿ © £ ½ \u00A0", ""},
           Row{"é€", "1€;"},
           Row{"😀 ok", "0😀;"},
           Row{"Łódź", "0Ł;3ź;"},
           Row{"“a”", "0“;2”;"},
           Row{"a\xFF", "1" + mark + ";"},
           Row{"ÿĀ", "1Ā;"},
       }) {
    CAPTURE(row.text);
    CHECK(positions(outside_latin1(row.text)) == row.expected);
  }
}

TEST_CASE("text: typographic characters become their ISO-8859-1 neighbours, the rest stays") {
  for (const Row& row : {
           Row{"“It’s” – ok…", "\"It's\" - ok..."},
           Row{"plain", "plain"},
           Row{"Señor Å", "Señor Å"},
           Row{"€ 😀 Ł", "€ 😀 Ł"},
           Row{"e\u0301te\u0301", "été"},
           Row{"A\u030Angstro\u0308m", "Ångström"},
           Row{"c\u0327a", "ça"},
           Row{"q\u0301", "q\u0301"},
           Row{"\u0301", "\u0301"},
           Row{"a\u2009b\u200Bc\uFEFF", "a bc"},
           Row{"1\u22122", "1-2"},
           Row{"ﬁn", "fin"},
           Row{"• one\u2028two", "· one\ntwo"},
           Row{"‹a›", "«a»"},
           Row{"", ""},
       }) {
    CAPTURE(row.text);
    CHECK(toward_latin1(row.text) == row.expected);
  }
}

TEST_CASE("text: e-mail addresses compare trimmed and in lower case, nothing more") {
  CHECK(normal_email("  Ann.Lee+Tag@Example.COM\n") == "ann.lee+tag@example.com");
  CHECK(normal_email("").empty());
  CHECK(normal_email("Ö@x.se") == "Ö@x.se");
}

TEST_CASE("text: an e-mail address has one @ with something on both sides and a dot after it") {
  struct Email {
    std::string text;
    bool expected;
  };
  for (const Email& row : {
           Email{"a@b.c", true},
           Email{"ann.lee+x@mail.example.com", true},
           Email{"ö@ü.se", true},
           Email{"", false},
           Email{"a", false},
           Email{"@b.c", false},
           Email{"a@", false},
           Email{"a@b", false},
           Email{"a@b@c.d", false},
           Email{"a b@c.d", false},
           Email{"a@b.c ", false},
           Email{"a@b.c\n", false},
           Email{"a\u00A0@b.c", false},
           Email{"a@.c", false},
           Email{"a@b.", false},
           Email{"a@.", false},
           Email{"a@b.c,d@e.f", false},
       }) {
    CAPTURE(row.text);
    CHECK(looks_like_email(row.text) == row.expected);
  }
}

TEST_CASE("text: splitting keeps empty parts and joining undoes it") {
  struct Parts {
    std::string text;
    std::size_t count;
  };
  for (const Parts& row : {Parts{"", 1}, Parts{"a", 1}, Parts{"a;b", 2}, Parts{";", 2}, Parts{"a;;b;", 4}}) {
    CAPTURE(row.text);
    CHECK(split(row.text, ';').size() == row.count);
    CHECK(join(split(row.text, ';'), ";") == row.text);
  }
  CHECK(join({}, ", ").empty());
  CHECK(join({"a", "b"}, ", ") == "a, b");
}
