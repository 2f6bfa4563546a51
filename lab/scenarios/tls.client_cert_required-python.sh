# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A Python program insists on a client certificate, TLS 1.3, tls:// by address.
expect_cause=tls.client_cert_required
target=tls://$S4:8883
proof="curl -sS -m 6 https://$S4:8883/"
proof_match='curl: \((35|55|56)\)'
build() {
	net near
	ca
	cert leaf issuer=ca "san=IP:$S4"
	bg s 8883 $PYTHON "$SERVERS/tls.py" 8883 "$DIR/leaf.crt" "$DIR/leaf.key" "client=$DIR/ca.crt"
}
