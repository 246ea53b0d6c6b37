#pragma once
#include <stddef.h>

// The static files of the design system, embedded at compile time; served under /assets/.

/// A file: its bytes live as long as the process.
typedef struct {
  const unsigned char *_Nonnull bytes;
  size_t size;
} yui_asset;

/// The style sheet of every page (text/css).
yui_asset yui_asset_site_css(void);

/// The script that pages get better with and work without (text/javascript).
yui_asset yui_asset_site_js(void);

/// The script of pages on which people work through cases (text/javascript).
yui_asset yui_asset_inbox_js(void);

/// The script of pages on which one visitor comes after the other (text/javascript).
yui_asset yui_asset_kiosk_js(void);

/// The icon of the site (image/svg+xml).
yui_asset yui_asset_favicon_svg(void);
