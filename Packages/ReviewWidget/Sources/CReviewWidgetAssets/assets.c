#include "CReviewWidgetAssets.h"

static const unsigned char widget_js[] = {
#embed "widget.js"
};

review_asset review_asset_widget_js(void) {
  return (review_asset){widget_js, sizeof widget_js};
}
