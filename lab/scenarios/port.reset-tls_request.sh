# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The connection is reset when the request arrives inside TLS.
expect_cause=port.reset
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='curl: \(56\)'
build() {
	net far
	site
	bg s 443 $PYTHON "$SERVERS/tls.py" 443 "$DIR/leaf.crt" "$DIR/leaf.key" then=reset
}
