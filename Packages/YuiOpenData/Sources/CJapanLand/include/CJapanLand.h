#pragma once
#include <stddef.h>

// The bytes of japan-land.txt, a line for each second-order mesh with land: its code, the prefectures
// that may be there, and a bit for each of its 100 third-order meshes (25 hexadecimal digits, from the
// south-west by rows; * for all).
const unsigned char *_Nonnull yui_japan_land(void);
size_t yui_japan_land_count(void);
