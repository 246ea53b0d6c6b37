#include "CLocalGovernments.h"

static const unsigned char bytes[] = {
#embed "local-governments.csv"
};

const unsigned char *yui_local_governments(void) { return bytes; }
size_t yui_local_governments_count(void) { return sizeof bytes; }
