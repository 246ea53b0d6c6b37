#include "CYuiWebAssets.h"

static const unsigned char site_css[] = {
#embed "site.css"
};

static const unsigned char site_js[] = {
#embed "site.js"
};

static const unsigned char inbox_js[] = {
#embed "inbox.js"
};

static const unsigned char kiosk_js[] = {
#embed "kiosk.js"
};

static const unsigned char favicon_svg[] = {
#embed "favicon.svg"
};

yui_asset yui_asset_site_css(void) {
  return (yui_asset){site_css, sizeof site_css};
}

yui_asset yui_asset_site_js(void) {
  return (yui_asset){site_js, sizeof site_js};
}

yui_asset yui_asset_inbox_js(void) {
  return (yui_asset){inbox_js, sizeof inbox_js};
}

yui_asset yui_asset_kiosk_js(void) {
  return (yui_asset){kiosk_js, sizeof kiosk_js};
}

yui_asset yui_asset_favicon_svg(void) {
  return (yui_asset){favicon_svg, sizeof favicon_svg};
}
