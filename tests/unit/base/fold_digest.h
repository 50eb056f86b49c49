// Written by tools/generate-fold-tables.mjs from Unicode 17.0; change that script, not this file.
#pragma once

// SHA-256 of all code points folded by ICU, in order, a line break after each.
// clang-format off
constexpr const char* digest_of_all_folded = "e20518c5b8d58f2a677a4f11f42cb37add0f4f923e362ee66b3bc928861e79e2";
// clang-format on
