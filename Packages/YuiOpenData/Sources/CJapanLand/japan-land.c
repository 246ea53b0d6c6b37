#include "CJapanLand.h"

static const unsigned char bytes[] = {
#embed "japan-land.txt"
};

const unsigned char *yui_japan_land(void) { return bytes; }
size_t yui_japan_land_count(void) { return sizeof bytes; }
