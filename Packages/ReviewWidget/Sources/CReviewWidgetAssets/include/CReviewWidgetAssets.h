#pragma once
#include <stddef.h>

// The script that shows a review form on pages of other sites, embedded at compile time.

/// A file: its bytes live as long as the process.
typedef struct {
  const unsigned char *_Nonnull bytes;
  size_t size;
} review_asset;

/// `/reviews/widget.js` (text/javascript).
review_asset review_asset_widget_js(void);
