# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Plain HTTP to a haproxy that wants TLS.
expect_cause="http.plain_to_tls input.wrong_scheme_or_port"
needs=haproxy
target=http://$NAME:8443/
proof="curl -sSi -m 6 $target; curl -sSi -m 6 https://$NAME:8443/"
proof_match='curl: \(5[26]\).*HTTP/[12.]+ 503'
build() {
	net far
	site
	front 8443 "ssl crt $DIR/leaf.pem" 'server b 127.0.0.1:9000'
}
