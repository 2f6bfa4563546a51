# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Closed after the request, TLS 1.2 with RSA.
expect_cause=http.empty_reply
target=https://$NAME:9443/
proof="curl -sSi -m 6 $target"
proof_match='Empty reply|unexpected eof'
build() {
	net one
	site key=rsa:2048
	bg s 9443 $PYTHON "$SERVERS/tls.py" 9443 "$DIR/leaf.crt" "$DIR/leaf.key" then=close max=1.2
}
