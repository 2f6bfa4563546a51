# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# haproxy with strict-sni does not know this name.
expect_cause=tls.sni_required
needs=haproxy
target=https://$NAME/
proof="curl -sS -m 6 $target; openssl s_client -connect $S4:443 -servername $OTHER </dev/null 2>&1"
proof_match='curl: \(35\).*BEGIN CERT'
build() {
	net far
	site "san=DNS:$OTHER" cn="$OTHER"
	front 443 "ssl crt $DIR/leaf.pem strict-sni" 'http-request return status 200'
}
