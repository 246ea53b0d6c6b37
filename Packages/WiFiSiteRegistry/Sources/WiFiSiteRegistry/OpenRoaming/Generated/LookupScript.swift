/// The program by which radsecproxy finds the server of a realm: NAPTR, then SRV (RFC 7585).
///
/// It is the same for every profile. The realm comes from whoever tries to sign in, so nothing but
/// letters, digits, dots, hyphens and underscores goes on to the DNS and into the answer.
enum LookupScript {
  static let text = #"""
    #!/bin/sh
    # 使い方: openroaming-lookup レルム　radsecproxy の DynamicLookupCommand から呼ばれます。
    # Usage: openroaming-lookup REALM, called by radsecproxy (DynamicLookupCommand).
    set -eu
    LC_ALL=C
    export LC_ALL

    realm=${1:-}
    case $realm in
      '' | *[!A-Za-z0-9._-]* | .* | -*)
        echo "openroaming-lookup: not a realm" >&2
        exit 1
        ;;
    esac

    # 携帯電話会社のレルムは、公開された名前で探します。
    # Realms of mobile operators are looked up under their public name.
    asked=$realm
    case $realm in
      *.pub.3gppnetwork.org) ;;
      *.3gppnetwork.org) asked=${realm%.3gppnetwork.org}.pub.3gppnetwork.org ;;
    esac

    hosts=$(
      dig +short +time=3 +tries=2 NAPTR "$asked" |
        awk 'tolower($3) == "\"s\"" && tolower($4) == "\"aaa+auth:radius.tls.tcp\"" &&
          $1 ~ /^[0-9]+$/ && $2 ~ /^[0-9]+$/ && $6 ~ /^[A-Za-z0-9_][A-Za-z0-9._-]*$/ {
            print $1, $2, $6
          }' |
        sort -n -k1,1 -k2,2 |
        while read -r _ _ name; do
          dig +short +time=3 +tries=2 SRV "$name" |
            awk '$1 ~ /^[0-9]+$/ && $3 ~ /^[0-9]+$/ && $4 ~ /^[A-Za-z0-9_][A-Za-z0-9._-]*$/ {
              sub(/\.$/, "", $4); print $1, $4 ":" $3
            }' |
            sort -n -k1,1
        done | awk '{ print "\thost " $2 }'
    )
    [ -n "$hosts" ] || exit 10

    printf 'server dynamic_radsec.%s {\n%s\n\ttype TLS\n}\n' "$realm" "$hosts"

    """#
}
