/// Who may call each route of a tenant that runs the review widget, written down once more.
///
/// The walk proves that a route keeps to the access it states; this table says which it shall state.
/// A new route gets a line here.
enum AccessTable {
  static let lines = """
    anyone: GET /
    anyone: GET /.well-known/did.json
    anyone: GET /api/openapi.json
    anyone: GET /api/reviews/services
    anyone: GET /api/reviews/services/{slug}
    anyone: GET /r/{short}
    anyone: GET /open-data/
    anyone: GET /open-data/catalog.jsonld
    anyone: GET /open-data/catalog.ttl
    anyone: GET /ogc
    anyone: GET /ogc/
    anyone: GET /ogc/conformance
    anyone: GET /ogc/api
    anyone: GET /ogc/collections
    anyone: GET /ogc/collections/{collection}
    anyone: GET /ogc/collections/{collection}/items
    anyone: GET /ogc/collections/{collection}/items/{feature}
    anyone: GET /api/3/action/{action}
    anyone: POST /api/3/action/{action}
    anyone: GET /api/action/{action}
    anyone: POST /api/action/{action}
    anyone: GET /open-data/review-comments.csv
    anyone: GET /open-data/review-comments.json
    anyone: GET /open-data/review-comments.xlsx
    anyone: GET /open-data/review-services.csv
    anyone: GET /open-data/review-services.json
    anyone: GET /open-data/review-services.xlsx
    anyone: GET /open-data/review-statistics.csv
    anyone: GET /open-data/review-statistics.json
    anyone: GET /open-data/review-statistics.xlsx
    anyone: GET /api/reviews/services/{slug}/form
    anyone: GET /reviews
    anyone: GET /reviews/{slug}
    anyone: GET /reviews/{slug}/embed
    anyone: GET /reviews/{slug}/embed/thanks
    anyone: GET /reviews/{slug}/form
    anyone: GET /reviews/{slug}/improvements
    anyone: GET /reviews/{slug}/kiosk
    anyone: GET /reviews/{slug}/kiosk/thanks
    anyone: GET /reviews/{slug}/thanks
    anyone: GET /reviews/widget.js
    anyone: GET /staff/login
    anyone: GET /staff/password/{link}
    anyone: POST /api/reviews/services/{slug}/offers
    anyone: POST /reviews/{slug}/embed
    anyone: POST /reviews/{slug}/form
    anyone: POST /reviews/{slug}/kiosk
    anyone: POST /staff/login
    anyone: POST /staff/password/{link}
    anyone, more with reviews:manage: POST /api/reviews/services/{slug}/responses
    anyone, more with reviews:read: GET /api/reviews/services/{slug}/statistics
    signed in: GET /staff
    signed in: GET /staff/digests
    signed in: POST /staff/digests
    signed in: GET /staff/sessions
    signed in: POST /staff/logout
    signed in: POST /staff/sessions/revoke-others
    signed in: POST /staff/sessions/{id}/revoke
    reviews:read: GET /api/reviews/services/{slug}/responses/{id}
    reviews:read: GET /staff/reviews
    reviews:read: GET /staff/reviews/questions
    reviews:read: GET /staff/reviews/questions/{set}
    reviews:manage: GET /staff/reviews/questions/{set}/edit
    reviews:manage: POST /staff/reviews/questions/{set}/edit
    reviews:manage: POST /staff/reviews/questions/{set}/copy
    reviews:read: GET /staff/reviews/exports
    reviews:read: GET /staff/reviews/exports/a11-quarter.csv
    reviews:read: GET /staff/reviews/exports/a11.csv
    reviews:read: GET /staff/reviews/exports/feedback-records.csv
    reviews:read: GET /staff/reviews/exports/feedback-records.json
    reviews:read: GET /staff/reviews/exports/feedback-records.xlsx
    reviews:read: GET /staff/reviews/exports/responses.csv
    reviews:read: GET /staff/reviews/exports/responses.json
    reviews:read: GET /staff/reviews/exports/responses.xlsx
    reviews:read: GET /staff/reviews/exports/statistics.csv
    reviews:read: GET /staff/reviews/exports/statistics.json
    reviews:read: GET /staff/reviews/exports/statistics.xlsx
    reviews:read: GET /staff/reviews/keywords
    reviews:read: GET /staff/reviews/overview
    reviews:read: GET /staff/reviews/improvements
    reviews:read: GET /staff/reviews/improvements/{number}
    reviews:read: GET /staff/reviews/cases/{number}
    reviews:read: GET /staff/reviews/responses
    reviews:read: GET /staff/reviews/services
    reviews:read: GET /staff/reviews/services/{slug}/card
    reviews:read: GET /staff/reviews/services/{slug}/places
    reviews:read: GET /staff/reviews/services/{slug}/poster.svg
    reviews:read: GET /staff/reviews/services/{slug}/posters
    reviews:manage: GET /staff/reviews/improvements/new
    reviews:manage: GET /staff/reviews/improvements/{number}/edit
    reviews:manage: GET /staff/reviews/responses/{id}/improvements
    reviews:manage: POST /staff/reviews/improvements/new
    reviews:manage: POST /staff/reviews/improvements/{number}/edit
    reviews:manage: POST /staff/reviews/improvements/{number}/responses/{id}/remove
    reviews:manage: POST /staff/reviews/improvements/{number}/state
    reviews:manage: POST /staff/reviews/responses/{id}/improvements
    reviews:read: POST /staff/reviews/filters
    reviews:read: POST /staff/reviews/filters/{id}/delete
    reviews:respond: POST /staff/reviews/cases
    reviews:respond: POST /staff/reviews/cases/{number}/notes
    reviews:respond: POST /staff/reviews/cases/{number}/reply
    reviews:respond: POST /staff/reviews/cases/{number}/split
    reviews:publish: POST /staff/reviews/cases/{number}/reply/release
    reviews:publish: POST /staff/reviews/cases/{number}/reply/withdraw
    reviews:manage: GET /staff/reviews/import
    reviews:manage: GET /staff/reviews/import/{dataset}
    reviews:manage: GET /staff/reviews/import/{dataset}/export
    reviews:manage: GET /staff/reviews/import/{dataset}/export.xlsx
    reviews:manage: GET /staff/reviews/import/{dataset}/runs
    reviews:manage: GET /staff/reviews/import/{dataset}/template
    reviews:manage: GET /staff/reviews/import/{dataset}/template.xlsx
    reviews:manage: GET /staff/reviews/services/new
    reviews:manage: GET /staff/reviews/services/{slug}/edit
    reviews:manage: GET /staff/reviews/services/{slug}/cards
    reviews:manage: GET /staff/reviews/services/{slug}/places/new
    reviews:manage: GET /staff/reviews/services/{slug}/places/{code}/edit
    reviews:manage: GET /staff/reviews/services/{slug}/publication
    reviews:manage: POST /staff/reviews/import/{dataset}
    reviews:manage: POST /staff/reviews/import/{dataset}/confirm
    reviews:manage: POST /staff/reviews/services/new
    reviews:manage: POST /staff/reviews/services/{slug}/edit
    reviews:manage: POST /staff/reviews/services/{slug}/cards
    reviews:manage: POST /staff/reviews/services/{slug}/cards/{id}/undo
    reviews:manage: POST /staff/reviews/services/{slug}/places/new
    reviews:manage: POST /staff/reviews/services/{slug}/places/{code}/edit
    reviews:manage: POST /staff/reviews/services/{slug}/places/{code}/remove
    reviews:manage: POST /staff/reviews/services/{slug}/publication
    tenant:accounts: GET /staff/accounts
    tenant:accounts: POST /staff/accounts
    tenant:accounts: POST /staff/accounts/{id}/disable
    tenant:accounts: POST /staff/accounts/{id}/enable
    tenant:accounts: POST /staff/accounts/{id}/link
    tenant:accounts: POST /staff/accounts/{id}/role
    tenant:tokens: GET /staff/tokens
    tenant:tokens: POST /staff/tokens
    tenant:tokens: POST /staff/tokens/{id}/revoke
    tenant:settings: GET /staff/outbox
    tenant:settings: POST /staff/outbox/{id}/delete
    tenant:settings: POST /staff/outbox/{id}/retry
    tenant:settings: GET /staff/webhooks
    tenant:settings: POST /staff/webhooks
    tenant:settings: POST /staff/webhooks/{id}/delete
    tenant:settings: POST /staff/webhooks/{id}/test
    tenant:settings: GET /staff/settings
    tenant:settings: POST /staff/settings/{module}
    tenant:audit: GET /staff/audit
    """.split(separator: "\n").map(String.init).sorted()
}
