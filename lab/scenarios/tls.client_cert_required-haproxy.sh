# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# haproxy insists on a client certificate, TLS 1.2.
expect_cause=tls.client_cert_required
needs=haproxy
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='curl: \((35|55|56)\)'
build() {
	net one
	site key=rsa:2048
	front 443 "ssl crt $DIR/leaf.pem ca-file $DIR/ca.crt verify required ssl-max-ver TLSv1.2" 'http-request return status 200'
}
