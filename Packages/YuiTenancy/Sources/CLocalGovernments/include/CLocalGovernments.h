#pragma once
#include <stddef.h>

// The bytes of local-governments.csv: code, prefecture, county, name, kana, kind.
const unsigned char *_Nonnull yui_local_governments(void);
size_t yui_local_governments_count(void);
